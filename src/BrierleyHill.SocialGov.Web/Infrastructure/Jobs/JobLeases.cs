using System.Data.Common;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Who may run a job, decided by the database: one conditional update, or an insert that the primary key lets through once.
/// An instance keeps its lease from run to run and gives it back when it is stopped in order; that of an instance that died
/// runs out.
/// </summary>
public sealed class JobLeases(SocialGovDbContext database, JobInstance instance, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);

    /// <summary>How long a lease is held without being renewed: two intervals, and two minutes at least.</summary>
    public static TimeSpan LifetimeFor(TimeSpan interval) => interval * 2 > Shortest ? interval * 2 : Shortest;

    /// <summary>Takes the lease, or renews it. Of two instances at once one is refused.</summary>
    /// <returns>Whether this instance holds it now.</returns>
    public async Task<bool> TakeAsync(Job job, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var lifetime = LifetimeFor(job.Interval);
        var (until, name, taker) = (now + lifetime, job.Name, instance.Name);
        // A lease that would hold for longer than any lease does was written before the clock was set back: it would block the job for as long as that.
        var impossible = now + (lifetime * 2);
        var taken = await database.JobLeases
            .Where(lease => lease.JobName == name && (lease.HeldBy == taker || lease.HeldUntil <= now || lease.HeldUntil > impossible))
            .ExecuteUpdateAsync(
                lease => lease.SetProperty(row => row.HeldBy, taker).SetProperty(row => row.HeldUntil, until), cancellationToken);
        if (taken == 1)
        {
            return true;
        }

        if (await database.JobLeases.AnyAsync(lease => lease.JobName == name, cancellationToken))
        {
            return false;
        }

        try
        {
            return await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO "JobLeases" ("JobName", "HeldBy", "HeldUntil") VALUES ({name}, {taker}, {until})""", cancellationToken) == 1;
        }
        catch (DbException)
        {
            // Another instance has inserted it in between; any other fault shows where the run itself uses the database.
            return false;
        }
    }

    /// <summary>Gives the lease back, if this instance holds it: another may run the job at once.</summary>
    public Task ReleaseAsync(Job job, CancellationToken cancellationToken)
    {
        var (name, holder) = (job.Name, instance.Name);
        return database.JobLeases.Where(lease => lease.JobName == name && lease.HeldBy == holder).ExecuteDeleteAsync(cancellationToken);
    }
}
