using System.Data.Common;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Wakes the sender when a commit has queued an e-mail, so that it leaves at once.</summary>
public sealed class QueuedEmailWatcher(JobNudge nudge) : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // One that the sender itself has postponed is not new: waking it would try everything that is due in one go.
        if (eventData.Context?.ChangeTracker.Entries<OutgoingEmail>()
            .Any(entry => entry.Entity is { Status: OutgoingEmailStatus.Queued, Attempts: 0 }) ?? false)
        {
            nudge.Nudge<SendQueuedEmails>();
        }

        return Task.CompletedTask;
    }
}
