using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Alerts;

/// <summary>
/// Raises the alerts about deadlines (clause MON-2). What is due is found by one index that holds only deadlines that wait for a level, so a
/// run costs what has come due. An alert, its notifications and its e-mails are one save; the deadline's version and the unique index over
/// deadline, level and due time decide between two instances, and a save that was broken off has left nothing. Many are raised in one save,
/// because each save waits for the disk; where such a save is refused, each of them is tried by itself, so that one that cannot be raised
/// holds up no other.
/// </summary>
public sealed class RaiseAlerts(SocialGovDbContext database, TimeProvider clock, ILogger<RaiseAlerts> log) : Job
{
    private const int BatchSize = 100;

    /// <inheritdoc />
    public override string Name => AlertQueries.JobName;

    /// <inheritdoc />
    public override string Description =>
        "Tells the people concerned when the answer to an enquiry, or another deadline, is due soon or overdue, and senior leaders when it stays overdue.";

    /// <inheritdoc />
    public override TimeSpan Interval => AlertQueries.JobInterval;

    /// <inheritdoc />
    public override TimeSpan LongestSilence => AlertQueries.LongestSilence;

    /// <inheritdoc />
    /// <exception cref="AggregateException">Some alerts could not be raised; all the others were. They are tried again with the next run.</exception>
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var raised = 0;
        var failures = new List<Exception>();
        for (DueDeadline? last = null; ;)
        {
            // From where the batch before ended, so that what could not be raised is not found again in this run.
            var due = await DueAfter(last, now).Take(BatchSize).ToListAsync(cancellationToken);
            if (due.Count > 0)
            {
                raised += await RaiseTogetherAsync([.. due.Select(found => found.Id)], failures, cancellationToken);
            }

            if (due.Count < BatchSize)
            {
                break;
            }

            last = due[^1];
        }

        return failures.Count == 0 ? raised : throw new AggregateException("Some alerts could not be raised.", failures);
    }

    private IQueryable<DueDeadline> DueAfter(DueDeadline? last, DateTime now)
    {
        var due = database.Deadlines.AsNoTracking().Where(deadline => deadline.NextAlertAt <= now);
        if (last is not null)
        {
            var (at, id) = (last.At, last.Id);
            due = due.Where(deadline => deadline.NextAlertAt > at || (deadline.NextAlertAt == at && deadline.Id > id));
        }

        return due.OrderBy(deadline => deadline.NextAlertAt).ThenBy(deadline => deadline.Id).Select(deadline => new DueDeadline(deadline.Id, deadline.NextAlertAt!.Value));
    }

    private async Task<int> RaiseTogetherAsync(int[] ids, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            if (await TryRaiseAsync(ids, cancellationToken) is { } raised)
            {
                return raised;
            }
        }
        // Whatever kept one of them from being raised: which one it was shows when each is tried by itself.
#pragma warning disable CA1031
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogWarning("{Count} alerts could not be raised together ({Fault}): each is tried by itself", ids.Length, failure.GetType().Name);
        }

        var alone = 0;
        foreach (var id in ids)
        {
            try
            {
                alone += await TryRaiseAsync([id], cancellationToken) ?? 0;
            }
#pragma warning disable CA1031
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError("The alert of deadline {Deadline} could not be raised: {Fault} at {Place}", id, failure.GetType().Name, failure.StackTrace);
                failures.Add(failure);
                if (!await database.Database.CanConnectAsync(cancellationToken))
                {
                    // Nothing else would get through either.
                    throw;
                }
            }
        }

        return alone;
    }

    /// <returns>How many were raised that are not of an incident; <see langword="null"/> when somebody else saved one of them in between, and none was.</returns>
    private async Task<int?> TryRaiseAsync(int[] ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.ChangeTracker.Clear();
        var now = clock.UtcNow();
        var by = Actor.Portal(Name);
        var (raised, counted) = (0, 0);
        foreach (var deadline in await database.Deadlines.Where(deadline => ids.Contains(deadline.Id)).OrderBy(deadline => deadline.NextAlertAt).ThenBy(deadline => deadline.Id).ToListAsync(cancellationToken))
        {
            // One that was answered, moved or raised since it was found says that none is due.
            if (deadline.RaiseAlert(by, now).IsRefused)
            {
                continue;
            }

            raised++;
            // How many were raised is shown to portal managers. What is of an incident does not count: not every one of them may know of it.
            counted += IsOfIncident(deadline) ? 0 : 1;
        }

        return raised == 0 ? 0 : (await database.TrySaveAsync(cancellationToken)).IsRefused ? null : counted;
    }

    private static bool IsOfIncident(Deadline deadline) =>
        Reference.TryParse(deadline.SubjectReference, out var kind, out _) && kind == Incident.ReferenceKind;

    private sealed record DueDeadline(int Id, DateTime At);
}
