using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>
/// That a person acknowledged a version of the policy: who, which version, the SHA-256 of the exact text, when (clauses SLT-7,
/// BEH-1, BEH-6, SCOPE-1). One for each person and version; it is never changed.
/// </summary>
public sealed class Acknowledgement : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ACK";

    private Acknowledgement()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>Which version, by its record.</summary>
    public int PolicyVersionId { get; private set; }

    /// <summary>Which version, by its number.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of the text that was acknowledged.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime AcknowledgedAt { get; private set; }

    /// <summary>The request by whose link it was given, where it was.</summary>
    public int? RequestId { get; private set; }

    /// <summary>
    /// The version that everybody is asked to have acknowledged, or a later one: the latest material version up to the one in
    /// force, and the first in any case. <see langword="null"/> where nothing is published.
    /// </summary>
    /// <param name="published">Every version that was ever published.</param>
    public static int? NumberAskedFor(IEnumerable<PublishedPolicy> published)
    {
        var inOrder = published.OrderBy(version => version.Number).ToList();
        return (inOrder.FindLast(version => version.IsMaterial) ?? inOrder.FirstOrDefault())?.Number;
    }

    /// <summary>Whether somebody may acknowledge this text now: it is in force, it is the one that was read, and everything is confirmed.</summary>
    /// <param name="version">The version.</param>
    /// <param name="readHash">The <see cref="PolicyVersion.ContentHash"/> of the text that was read.</param>
    /// <param name="confirmed">What is confirmed.</param>
    public static Result Check(PolicyVersion version, string? readHash, Confirmed confirmed)
    {
        if (version.Status != PolicyStatus.Published || !string.Equals(readHash, version.ContentHash, StringComparison.Ordinal))
        {
            return PolicyErrors.NotTheTextInForce;
        }

        return (confirmed & Confirmed.Everything) == Confirmed.Everything ? Result.Done : PolicyErrors.NotConfirmed;
    }

    /// <summary>Somebody who is signed in acknowledges the version in force.</summary>
    public static Result<Acknowledgement> Give(PolicyVersion version, string? readHash, Confirmed confirmed, Actor by, DateTime at)
    {
        if (by.PersonId is not { } personId)
        {
            return Error.NotFound;
        }

        if (Check(version, readHash, confirmed) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var given = new Acknowledgement
        {
            PersonId = personId,
            PolicyVersionId = version.Id,
            Number = version.Number,
            ContentHash = version.ContentHash,
            AcknowledgedAt = at,
        };
        given.Record(new PolicyAcknowledged(version.Number, version.ContentHash, by, at));
        return given;
    }

    /// <summary>What was acknowledged by a link, as the acknowledgement of the person whose address it was sent to.</summary>
    /// <exception cref="InvalidOperationException">The request was not answered: that is a bug.</exception>
    internal static Acknowledgement FromLink(AcknowledgementRequest request, Person person)
    {
        var given = new Acknowledgement
        {
            PersonId = person.Id,
            PolicyVersionId = request.PolicyVersionId,
            Number = request.Number,
            ContentHash = request.ContentHash,
            AcknowledgedAt = request.AcknowledgedAt ?? throw new InvalidOperationException("The request has not been answered."),
            RequestId = request.Id,
        };
        given.Record(new PolicyAcknowledged(request.Number, request.ContentHash, person.AsActor(), given.AcknowledgedAt));
        return given;
    }
}
