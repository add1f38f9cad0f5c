using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Whether deadlines are looked at: what the job that raises alerts is called, how often it runs, and when it last did.</summary>
public static class AlertQueries
{
    /// <summary>The job that raises alerts about deadlines, as it stands on its lease and its runs.</summary>
    public const string JobName = "Alerts about deadlines";

    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan JobInterval = TimeSpan.FromMinutes(1);

    /// <summary>After how long without a run people are told to look themselves: three intervals.</summary>
    public static readonly TimeSpan LongestSilence = JobInterval * 3;

    /// <summary>
    /// When deadlines were last looked at, by whichever instance: the end of the last run that went well. A run that failed is none, because
    /// some alert may be missing after it. What is on record for the future (the clock was set back) says nothing. One statement.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DeadlineChecks> LoadDeadlineChecksAsync(this SocialGovDbContext database, DateTime now, CancellationToken cancellationToken) =>
        new(
            await database.JobRuns.AsNoTracking()
                .Where(run => run.JobName == JobName && run.StartedAt <= now && run.Error == null)
                .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
                .Select(run => (DateTime?)run.EndedAt)
                .FirstOrDefaultAsync(cancellationToken),
            now);
}

/// <summary>Whether deadlines are looked at.</summary>
/// <param name="LastAt">When they last were, UTC; <see langword="null"/> where that is not on record.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record DeadlineChecks(DateTime? LastAt, DateTime Now)
{
    /// <summary>Whether alerts cannot be relied on: nobody has looked for three intervals.</summary>
    public bool HaveStopped => LastAt is not { } last || (Now - last).Duration() > AlertQueries.LongestSilence;
}
