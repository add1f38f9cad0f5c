using System.Data.Common;
using BrierleyHill.SocialGov.Domain.Incidents;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Takes the content of erased evidence off the disk as soon as the commit that erased it is there, whatever part of the portal erased it. Where that
/// does not come about (the portal was stopped in between), the tidying does it within the hour.
/// </summary>
public sealed class ErasedContentWatcher(FileStore store) : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context?.ChangeTracker.Entries<IncidentEvidence>().Where(entry => !entry.Entity.IsKept).ToList() ?? [])
        {
            store.Delete(entry.Entity.StoredName);
        }

        return Task.CompletedTask;
    }
}
