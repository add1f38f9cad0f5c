using System.Data.Common;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Features.Alerts;

/// <summary>Wakes the job when a commit has set a deadline about which somebody is to be told already: an enquiry that was found late, say.</summary>
public sealed class DueDeadlineWatcher(JobNudge nudge, TimeProvider clock) : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.Entries<Deadline>().Any(entry => entry.Entity.NextAlertAt is { } next && next <= clock.UtcNow()) ?? false)
        {
            nudge.Nudge<RaiseAlerts>();
        }

        return Task.CompletedTask;
    }
}
