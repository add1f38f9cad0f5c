using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Readiness;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of the policy that several features need.</summary>
public static class PolicyQueries
{
    /// <summary>The version in force, not tracked, or <see langword="null"/>.</summary>
    public static Task<PolicyVersion?> LoadPolicyInForceAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.PolicyVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Status == PolicyStatus.Published, cancellationToken);

    /// <summary>Every version that was ever published, for <see cref="ReadinessFacts"/>.</summary>
    public static Task<List<PublishedPolicy>> LoadPublishedPoliciesAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.PolicyVersions.AsNoTracking()
            .Where(version => version.PublishedAt != null)
            .OrderBy(version => version.Number)
            .Select(version => new PublishedPolicy(version.Number, version.IsMaterial == true, version.PublishedAt!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>Every acknowledgement, for <see cref="ReadinessFacts"/>.</summary>
    public static Task<List<AcknowledgedPolicy>> LoadAcknowledgedPoliciesAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Acknowledgements.AsNoTracking()
            .Select(given => new AcknowledgedPolicy(given.PersonId, given.Number, given.AcknowledgedAt))
            .ToListAsync(cancellationToken);

    /// <summary>How the yearly review of the policy stands (REV-1), or <see langword="null"/> where no policy is published.</summary>
    /// <param name="database">The database.</param>
    /// <param name="today">Today, London.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<PolicyReviewStanding?> LoadPolicyReviewAsync(this SocialGovDbContext database, DateOnly today, CancellationToken cancellationToken) =>
        (await database.KnownAsync("policy review", () => database.PolicyVersions.AsNoTracking()
            .Where(version => version.Status == PolicyStatus.Published && version.NextReviewOn != null)
            .Select(version => new { version.Number, version.NextReviewOn })
            .ToListAsync(cancellationToken))).SingleOrDefault() is { } published
            ? new PolicyReviewStanding(published.Number, published.NextReviewOn!.Value, today)
            : null;
}
