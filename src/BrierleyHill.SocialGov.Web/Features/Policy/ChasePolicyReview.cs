using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Reminds the senior leaders of the policy's yearly review: 60, 30 and 7 days before its day, and every week after it passed.</summary>
public sealed class ChasePolicyReview(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Policy review";

    /// <inheritdoc />
    public override string Description => "Reminds the senior leaders of the yearly review of the policy, before it is due and after.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        return await database.PolicyVersions.SingleOrDefaultAsync(version => version.Status == PolicyStatus.Published, cancellationToken) is { } published
            && !published.Chase(calendar, Actor.Portal(Name), clock.UtcNow()).IsRefused
            && !(await database.TrySaveAsync(cancellationToken)).IsRefused
            ? 1
            : 0;
    }
}
