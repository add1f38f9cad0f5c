using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>Takes off the disk what no record needs: files that were removed, and after a day files whose form was never saved.</summary>
public sealed class TidyFiles(SocialGovDbContext database, FileStore store, TimeProvider clock) : Job
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public override string Name => "File tidying";

    /// <inheritdoc />
    public override string Description => "Deletes files that were removed, and after a day files that no record refers to.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var onDisk = store.OnDisk().ToList();
        var rows = await database.StoredFiles.AsNoTracking()
            .Select(file => new { file.StoredName, IsRemoved = file.RemovedAt != null, IsEvidence = false })
            .Concat(database.IncidentEvidence.AsNoTracking().Select(evidence => new { evidence.StoredName, IsRemoved = evidence.ErasedAt != null, IsEvidence = true }))
            .ToDictionaryAsync(file => file.StoredName, StringComparer.Ordinal, cancellationToken);
        if (rows.Count == 0)
        {
            // Files and not one row: more likely the wrong database than the rubbish of a day. Nothing is thrown away on that ground.
            return 0;
        }

        var before = clock.UtcNow() - Grace;
        var tidied = 0;
        foreach (var (path, storedName, writtenAt) in onDisk)
        {
            var isKnown = rows.TryGetValue(storedName, out var row);
            if (isKnown ? row!.IsRemoved : writtenAt < before)
            {
                File.Delete(path);
                // How many were tidied is shown to portal managers. Evidence does not count, nor does what may be of evidence whose form was never
                // saved: not every one of them may know of the incident.
                tidied += isKnown && !row!.IsEvidence ? 1 : 0;
            }
        }

        return tidied;
    }
}
