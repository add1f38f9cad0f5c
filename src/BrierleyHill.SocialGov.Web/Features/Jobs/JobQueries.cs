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
/// <param name="Last">Its last run, or <see langword="null"/> when there is none on record.</param>
/// <param name="LastFailure">The last run that went wrong, of those of the past week.</param>
/// <param name="Now">The present instant, UTC.</param>
public sealed record JobLine(string Name, string Description, TimeSpan Interval, JobRun? Last, JobRun? LastFailure, DateTime Now)
{
    /// <summary>When it is due, UTC.</summary>
    public DateTime NextDueAt => Last is null ? Now : Last.EndedAt + Interval;

    /// <summary>Whether it has not run for longer than is right.</summary>
    public bool IsLate => Last is null || Now - Last.EndedAt > JobHistory.LongestSilence(Interval);

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
    /// <summary>Reads the page.</summary>
    public async Task<JobsPage> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var lines = new List<JobLine>();
        foreach (var job in jobs.OrderBy(job => job.Name, StringComparer.Ordinal))
        {
            var name = job.Name;
            var runs = database.JobRuns.AsNoTracking()
                .Where(run => run.JobName == name)
                .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id);
            lines.Add(new JobLine(
                name,
                job.Description,
                job.Interval,
                await runs.FirstOrDefaultAsync(cancellationToken),
                await runs.FirstOrDefaultAsync(run => run.Error != null, cancellationToken),
                now));
        }

        return new JobsPage(settings.Enabled, lines);
    }
}
