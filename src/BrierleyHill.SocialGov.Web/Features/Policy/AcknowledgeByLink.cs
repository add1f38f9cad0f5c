using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>What a link to acknowledge the policy is good for at this moment.</summary>
public enum LinkUse
{
    /// <summary>It shows the text and takes the acknowledgement.</summary>
    Works,

    /// <summary>It was never made here, or not all of it was copied.</summary>
    Unknown,

    /// <summary>It ran out.</summary>
    RanOut,

    /// <summary>The policy was acknowledged by it.</summary>
    Used,

    /// <summary>It was cancelled, or a newer one was sent.</summary>
    Ended,

    /// <summary>Another text is in force than the one that it shows.</summary>
    Superseded,
}

/// <summary>A link, as its page shows it.</summary>
/// <param name="Use">What it is good for.</param>
/// <param name="Version">The version that it shows; <see langword="null"/> when it does not work.</param>
/// <param name="AcknowledgedAt">When it was used, UTC.</param>
public sealed record LinkPage(LinkUse Use, PolicyVersion? Version, DateTime? AcknowledgedAt)
{
    /// <summary>What was ticked.</summary>
    public AcknowledgeForm Form { get; init; } = new();
}

/// <summary>Acknowledges the policy by a link, for somebody who cannot sign in.</summary>
public sealed class AcknowledgeByLink(SocialGovDbContext database, AcknowledgementLinks links, TimeProvider clock)
{
    /// <summary>Looks what the link is good for, and changes nothing: mail scanners open links too.</summary>
    public async Task<LinkPage> LookAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } expiresAt)
        {
            return new LinkPage(LinkUse.Unknown, null, null);
        }

        if (await FindAsync(token, cancellationToken) is not var (request, version))
        {
            // It was made here, so it is one whose place a newer one took.
            return new LinkPage(LinkUse.Ended, null, null);
        }

        var now = clock.UtcNow();
        var use = request.Status switch
        {
            AcknowledgementRequestStatus.Acknowledged => LinkUse.Used,
            AcknowledgementRequestStatus.Cancelled or AcknowledgementRequestStatus.Replaced => LinkUse.Ended,
            AcknowledgementRequestStatus.Sent when now >= expiresAt || request.HasRunOut(now) => LinkUse.RanOut,
            AcknowledgementRequestStatus.Sent => request.IsUsable(version, now) ? LinkUse.Works : LinkUse.Superseded,
        };
        return new LinkPage(use, use == LinkUse.Works ? version : null, request.AcknowledgedAt);
    }

    /// <summary>Takes the acknowledgement. It is entered for the person in the directory who has the address, where there is one.</summary>
    public async Task<Result> RunAsync(string token, AcknowledgeForm form, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } expiresAt || clock.UtcNow() >= expiresAt)
        {
            return PolicyErrors.LinkNotValid;
        }

        try
        {
            return await AcknowledgeAsync(token, form, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The person acknowledged the same version in the portal at the same moment: then theirs is there, and stays.
            database.ChangeTracker.Clear();
            return await AcknowledgeAsync(token, form, cancellationToken);
        }
    }

    private async Task<Result> AcknowledgeAsync(string token, AcknowledgeForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not var (request, version))
        {
            return PolicyErrors.LinkNotValid;
        }

        var at = clock.UtcNow();
        if (request.Acknowledge(version, form.Hash, form.Together, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var address = request.NormalisedEmailAddress;
        var known = await database.People.AsNoTracking().SingleOrDefaultAsync(
            person => person.NormalisedEmailAddress == address && person.Status != PersonStatus.Deactivated, cancellationToken);
        if (known is not null)
        {
            await database.GiveAsync([request], known, at, cancellationToken);
        }

        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } ? PolicyErrors.LinkNotValid : Result.Done;
    }

    private async Task<(AcknowledgementRequest Request, PolicyVersion Version)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AcknowledgementLinks.HashOf(token);
        return await database.AcknowledgementRequests.SingleOrDefaultAsync(request => request.TokenHash == hash, cancellationToken) is { } request
            ? (request, await database.PolicyVersions.AsNoTracking().SingleAsync(version => version.Id == request.PolicyVersionId, cancellationToken))
            : null;
    }
}
