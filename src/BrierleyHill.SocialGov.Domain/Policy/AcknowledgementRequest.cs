using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>
/// A link by which somebody without a sign-in acknowledges the policy (clauses SLT-7, SCOPE-1): a volunteer, a parent who will run
/// an account, a governor, a contractor. It is pinned to one exact text, works once, runs out, and ends when a newer one is sent.
/// The secret part is in the link alone; its SHA-256 is kept here. Lifecycle: see <see cref="AcknowledgementRequestStatus"/>.
/// </summary>
public sealed class AcknowledgementRequest : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ACR";

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaximumLength = 200;

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private AcknowledgementRequest()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Where it stands.</summary>
    public AcknowledgementRequestStatus Status { get; private set; }

    /// <summary>Whose acknowledgement is asked for, as whoever sent it wrote the name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the link went.</summary>
    public string EmailAddress { get; private set; } = "";

    /// <summary>The address in capitals, for comparing.</summary>
    public string NormalisedEmailAddress { get; private set; } = "";

    /// <summary>How they belong to the school.</summary>
    public Affiliation Affiliation { get; private set; }

    /// <summary>Who sent it first.</summary>
    public int SentById { get; private set; }

    /// <summary>When it was last sent, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>When the link runs out, UTC: the first instant at which it no longer works.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>SHA-256 of the link's secret part, in hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The version that it shows, by its record.</summary>
    public int PolicyVersionId { get; private set; }

    /// <summary>The version that it shows, by its number.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of the text that it shows.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When the policy was acknowledged by it, UTC.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>The person in the directory whom the acknowledgement was entered for, once there is one under this address.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Sends a link. The e-mail with its secret part is queued by the caller, in the same transaction.</summary>
    /// <param name="to">Whose acknowledgement is asked for.</param>
    /// <param name="version">The version in force.</param>
    /// <param name="known">Whoever has this address in the directory, or <see langword="null"/>.</param>
    /// <param name="tokenHash">SHA-256 of the secret part.</param>
    /// <param name="by">A senior leader or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<AcknowledgementRequest> Send(AcknowledgementReader to, PolicyVersion? version, Person? known, string tokenHash, Actor by, DateTime at)
    {
        if (CheckMaySend(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (to.Check() is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        if (known is { Status: PersonStatus.Deactivated })
        {
            return PolicyErrors.PersonDeactivated;
        }

        if (version is not { Status: PolicyStatus.Published })
        {
            return PolicyErrors.NothingPublished;
        }

        var request = new AcknowledgementRequest
        {
            Status = AcknowledgementRequestStatus.Sent,
            Name = PlainText.CleanLine(to.Name),
            EmailAddress = to.EmailAddress.Trim(),
            NormalisedEmailAddress = Person.NormaliseEmailAddress(to.EmailAddress),
            Affiliation = to.Affiliation!.Value,
            SentById = by.PersonId!.Value,
        };
        request.Pin(version, tokenHash, by, at);
        return request;
    }

    /// <summary>Sends it again, with a new link to the text that is in force now. The older link ends.</summary>
    /// <param name="version">The version in force.</param>
    /// <param name="known">Whoever has this address in the directory, or <see langword="null"/>.</param>
    /// <param name="tokenHash">SHA-256 of the new secret part.</param>
    /// <param name="by">A senior leader or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result SendAgain(PolicyVersion? version, Person? known, string tokenHash, Actor by, DateTime at)
    {
        if (CheckMaySend(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != AcknowledgementRequestStatus.Sent)
        {
            return PolicyErrors.RequestIsOver;
        }

        if (known is { Status: PersonStatus.Deactivated })
        {
            return PolicyErrors.PersonDeactivated with { Field = null };
        }

        if (version is not { Status: PolicyStatus.Published })
        {
            return PolicyErrors.NothingPublished;
        }

        Pin(version, tokenHash, by, at);
        return Result.Done;
    }

    /// <summary>Takes it back: the link ends.</summary>
    public Result Cancel(Actor by, DateTime at)
    {
        if (CheckMaySend(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != AcknowledgementRequestStatus.Sent)
        {
            return PolicyErrors.RequestIsOver;
        }

        Status = AcknowledgementRequestStatus.Cancelled;
        Record(new AcknowledgementRequestCancelled(by, at));
        return Result.Done;
    }

    /// <summary>A newer one is sent to the same address: this link ends.</summary>
    public Result Replace(Actor by, DateTime at)
    {
        if (Status != AcknowledgementRequestStatus.Sent)
        {
            return PolicyErrors.RequestIsOver;
        }

        Status = AcknowledgementRequestStatus.Replaced;
        Record(new AcknowledgementRequestReplaced(by, at));
        return Result.Done;
    }

    /// <summary>Whether the link ran out unused.</summary>
    /// <param name="at">The instant, UTC.</param>
    public bool HasRunOut(DateTime at) => Status == AcknowledgementRequestStatus.Sent && at >= ExpiresAt;

    /// <summary>Whether the link works at an instant: sent, not run out, and the text that it is pinned to is in force.</summary>
    /// <param name="version">The version that it is pinned to.</param>
    /// <param name="at">The instant, UTC.</param>
    public bool IsUsable(PolicyVersion version, DateTime at) =>
        Status == AcknowledgementRequestStatus.Sent && at < ExpiresAt
        && version.Id == PolicyVersionId && version.Status == PolicyStatus.Published && string.Equals(version.ContentHash, ContentHash, StringComparison.Ordinal);

    /// <summary>
    /// Takes the acknowledgement. Two uses of one link at once are told apart by the version of this record: one of them is refused
    /// when it is saved.
    /// </summary>
    public Result Acknowledge(PolicyVersion version, string? readHash, Confirmed confirmed, DateTime at)
    {
        if (!IsUsable(version, at))
        {
            return PolicyErrors.LinkNotValid;
        }

        if (Acknowledgement.Check(version, readHash, confirmed) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        Status = AcknowledgementRequestStatus.Acknowledged;
        AcknowledgedAt = at;
        Record(new AcknowledgedByLink(Number, ContentHash, Actor.NotSignedIn, at));
        return Result.Done;
    }

    /// <summary>
    /// Enters what was acknowledged for the person in the directory who has this address: at once, or when they are invited later.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="hasAcknowledged">Whether they have acknowledged the same version otherwise.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The acknowledgement to keep, or <see langword="null"/> where there is none to add.</returns>
    public Acknowledgement? GiveTo(Person person, bool hasAcknowledged, DateTime at)
    {
        if (Status != AcknowledgementRequestStatus.Acknowledged || PersonId is not null
            || !string.Equals(person.NormalisedEmailAddress, NormalisedEmailAddress, StringComparison.Ordinal))
        {
            return null;
        }

        PersonId = person.Id;
        Record(new AcknowledgementGivenToPerson(person.Reference, Actor.Portal("Acknowledgement by link"), at));
        return hasAcknowledged ? null : Acknowledgement.FromLink(this, person);
    }

    private static Result CheckMaySend(Actor by) =>
        (by.Holds(Roles.SeniorLeader) || by.Holds(Roles.Administrator)) && by.PersonId is not null ? Result.Done : PolicyErrors.MayNotSendLinks;

    private void Pin(PolicyVersion version, string tokenHash, Actor by, DateTime at)
    {
        (PolicyVersionId, Number, ContentHash) = (version.Id, version.Number, version.ContentHash);
        (TokenHash, SentAt, ExpiresAt) = (tokenHash, at, at + Lifetime);
        Record(new AcknowledgementLinkSent(Number, ExpiresAt, by, at));
    }
}

/// <summary>Whose acknowledgement is asked for.</summary>
/// <param name="Name">The name.</param>
/// <param name="EmailAddress">Where the link goes.</param>
/// <param name="Affiliation">How they belong to the school.</param>
public sealed record AcknowledgementReader(string Name, string EmailAddress, Affiliation? Affiliation)
{
    /// <summary>Refuses what is missing, too long or not an address.</summary>
    public Result Check()
    {
        var name = PlainText.CleanLine(Name);
        if (name.Length == 0)
        {
            return PolicyErrors.NameMissing;
        }

        if (name.Length > AcknowledgementRequest.NameMaximumLength)
        {
            return PolicyErrors.TooLong(nameof(Name), "The name", AcknowledgementRequest.NameMaximumLength);
        }

        // The rules for an address are those of the directory, which may meet it later.
        if (new PersonDetails("A", "B", EmailAddress ?? "", People.Affiliation.Volunteer).Check().IsRefused)
        {
            return PolicyErrors.EmailAddressWrong;
        }

        return Affiliation is { } chosen && Enum.IsDefined(chosen) ? Result.Done : PolicyErrors.AffiliationMissing;
    }
}
