using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Messaging;

/// <summary>When morning summaries are sent: every day, also at weekends, because a deadline may pass then.</summary>
public static class SummaryTime
{
    /// <summary>The usual time of day, London.</summary>
    public static TimeOnly Usual { get; } = new(7, 30);

    /// <summary>
    /// The latest summary time that has passed: what was kept before it goes out now. So a morning that was missed is made up for with the
    /// next run, and a summary that was sent finds nothing left to send.
    /// </summary>
    /// <param name="timeOfDay">The time of day, London. On a day on which the clocks skip it, the first instant after the gap; where it occurs twice, the first.</param>
    /// <param name="at">Now, UTC.</param>
    public static DateTime LatestBefore(TimeOnly timeOfDay, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        var onToday = On(today, timeOfDay);
        return onToday <= at ? onToday : On(today.AddDays(-1), timeOfDay);
    }

    private static DateTime On(DateOnly day, TimeOnly timeOfDay) =>
        LondonTime.TryToUtc(day.ToDateTime(timeOfDay), out var utc) ? utc : LondonTime.StartOfDay(day).AddHours(1);
}
