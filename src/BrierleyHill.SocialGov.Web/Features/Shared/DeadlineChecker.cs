using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Whether alerts about deadlines can be relied on, for <c>_DeadlineChecker.cshtml</c>, which every page that shows deadlines draws.</summary>
public sealed class DeadlineChecker(SocialGovDbContext database, LatestDeadlineChecks latest, TimeProvider clock)
{
    /// <summary>
    /// Reads it: at most one statement, whatever the page. While what was read last is recent enough to say that the checks go on, nothing is
    /// read: a later check could only say the same.
    /// </summary>
    public async Task<DeadlineChecks> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (latest.At is { } at && at <= now && new DeadlineChecks(at, now) is { HaveStopped: false } known)
        {
            return known;
        }

        var checks = await database.LoadDeadlineChecksAsync(now, cancellationToken);
        latest.At = checks.LastAt;
        return checks;
    }
}

/// <summary>When this instance last saw that deadlines had been looked at, UTC. One for the whole portal.</summary>
public sealed class LatestDeadlineChecks
{
    private long _ticks;

    /// <summary>When, UTC; <see langword="null"/> before it was ever seen.</summary>
    public DateTime? At
    {
        get => Interlocked.Read(ref _ticks) is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
        set => Interlocked.Exchange(ref _ticks, value?.Ticks ?? 0);
    }
}
