using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Writes down the runs of the jobs and keeps them for a week. A run that handled nothing and ended as the one before did only
/// moves the end of that one's row: a job that looks for work every ten seconds would else write 8,000 rows a day that say
/// nothing. So a row with <see cref="JobRun.Handled"/> 0 tells of all runs from its start to its end. Where runs are missing
/// in between, a new row begins, so that the gap shows.
/// </summary>
public sealed class JobHistory(SocialGovDbContext database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After how long without a run something is wrong: three intervals. Five minutes at least, because a run that waits for a
    /// slow server is not a fault, and a job that runs every ten seconds would be called late with each of them. A job on which more hangs
    /// says itself how long is too long: see <see cref="Job.LongestSilence"/>.
    /// </summary>
    public static TimeSpan LongestSilence(TimeSpan interval) => interval * 3 > ShortestSilence ? interval * 3 : ShortestSilence;

    /// <summary>Writes down a run that has ended now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="startedAt">When the run began, UTC.</param>
    /// <param name="handled">How many records it acted upon.</param>
    /// <param name="error">What went wrong, by kind of fault and without personal data.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(Job job, DateTime startedAt, int handled, string? error, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var name = job.Name;
        if (error?.Length > JobRun.ErrorMaximumLength)
        {
            error = error[..JobRun.ErrorMaximumLength];
        }

        var last = await database.JobRuns.AsNoTracking()
            .Where(run => run.JobName == name)
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.Handled == 0 && handled == 0 && last.Error == error
            && startedAt - last.EndedAt <= job.LongestSilence && last.EndedAt <= now)
        {
            await database.JobRuns.Where(run => run.Id == last.Id)
                .ExecuteUpdateAsync(run => run.SetProperty(row => row.EndedAt, now), cancellationToken);
            return;
        }

        database.JobRuns.Add(new JobRun { JobName = name, StartedAt = startedAt, EndedAt = now, Handled = handled, Error = error });
        await database.SaveChangesAsync(cancellationToken);
        var oldest = now - Kept;
        await database.JobRuns.Where(run => run.JobName == name && run.EndedAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
