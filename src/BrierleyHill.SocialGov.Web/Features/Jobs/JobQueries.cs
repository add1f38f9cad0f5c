using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Jobs;

/// <summary>What the job page shows.</summary>
/// <param name="AreOnHere">Whether this instance of the portal runs jobs.</param>
/// <param name="Jobs">Each job.</param>
public sealed record JobsPage(bool AreOnHere, IReadOnlyList<JobLine> Jobs);

/// <summary>One job.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Interval">How often it runs.</param>
/// <param name="LongestSilence">After how long without a run something is wrong.</param>
/// <param name="Last">Its last run, or <see langword="null"/> when there is none on record.</param>
/// <param name="LastFailure">The last run that went wrong, of those of the past week.</param>
/// <param name="Now">The present instant, UTC.</param>
public sealed record JobLine(string Name, string Description, TimeSpan Interval, TimeSpan LongestSilence, JobRun? Last, JobRun? LastFailure, DateTime Now)
{
    /// <summary>When it is due, UTC.</summary>
    public DateTime NextDueAt => Last is null ? Now : Last.EndedAt + Interval;

    /// <summary>Whether it has not run for longer than is right.</summary>
    public bool IsLate => Last is null || Now - Last.EndedAt > LongestSilence;

    /// <summary>What came of the last run.</summary>
    public string Outcome => Last switch
    {
        null => "Has not run yet",
        { Error: not null } => "Failed",
        { Handled: 0 } => "Nothing to do",
        { Handled: 1 } => "1 record handled",
        _ => $"{Last.Handled} records handled",
    };

    /// <summary>How often it runs, in words.</summary>
    public string Rhythm => Interval switch
    {
        { TotalDays: >= 1 } => Every(Interval.TotalDays, "day"),
        { TotalHours: >= 1 } => Every(Interval.TotalHours, "hour"),
        { TotalMinutes: >= 1 } => Every(Interval.TotalMinutes, "minute"),
        _ => Every(Interval.TotalSeconds, "second"),
    };

    private static string Every(double number, string unit) =>
        number == 1 ? $"Every {unit}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Every {number:0.#} {unit}s");
}

/// <summary>Reads how the jobs are doing.</summary>
public sealed class JobQueries(SocialGovDbContext database, IEnumerable<Job> jobs, JobSettings settings, TimeProvider clock)
{
    /// <summary>Reads the page: two statements, however many jobs there are.</summary>
    public async Task<JobsPage> ReadAsync(CancellationToken cancellationToken)
    {
        // The last by number, which is the order in which they ended, also where the clock was set back.
        var last = await database.JobRuns.AsNoTracking()
            .GroupBy(run => run.JobName)
            .Select(runs => new { Name = runs.Key, Last = runs.Max(run => run.Id), Failure = runs.Max(run => run.Error == null ? 0 : run.Id) })
            .ToDictionaryAsync(runs => runs.Name, cancellationToken);
        var wanted = last.Values.SelectMany(runs => (int[])[runs.Last, runs.Failure]).ToList();
        var found = await database.JobRuns.AsNoTracking().Where(run => wanted.Contains(run.Id)).ToDictionaryAsync(run => run.Id, cancellationToken);
        var now = clock.UtcNow();
        return new JobsPage(settings.Enabled, [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal).Select(job =>
        {
            var runs = last.GetValueOrDefault(job.Name);
            return new JobLine(
                job.Name,
                job.Description,
                job.Interval,
                job.LongestSilence,
                found.GetValueOrDefault(runs?.Last ?? 0),
                found.GetValueOrDefault(runs?.Failure ?? 0),
                now);
        })]);
    }
}
