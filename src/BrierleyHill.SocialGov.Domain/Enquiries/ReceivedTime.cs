using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>
/// When something was received, as a person types it: London's date and time. The hour that occurs twice in autumn means its first
/// occurrence; the hour that does not exist in spring is refused, and so is the future (response rule, 4).
/// </summary>
public static class ReceivedTime
{
    /// <summary>How far ahead a typed time may be: clocks differ.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Reads it.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, DateTime now)
    {
        if (date is not { } day)
        {
            return EnquiryErrors.ReceivedOnMissing;
        }

        if (time is not { } hour)
        {
            return EnquiryErrors.ReceivedTimeMissing;
        }

        if (!LondonTime.TryToUtc(day.ToDateTime(hour), out var received))
        {
            return EnquiryErrors.ReceivedTimeSkipped;
        }

        if (received > now + Ahead)
        {
            return EnquiryErrors.ReceivedInFuture;
        }

        return received < ResponseDeadline.Earliest ? EnquiryErrors.ReceivedTooEarly : received;
    }
}

/// <summary>How far a deadline is away, in words that can be read at a glance and read out.</summary>
public static class Countdown
{
    /// <summary>"due in 3 h", "due in 2 days", "2 h late". Cut, never rounded up: nobody is told of time that there is not.</summary>
    /// <param name="dueAt">The first instant that is late, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public static string InWords(DateTime dueAt, DateTime now) => now < dueAt ? $"due in {Length(dueAt - now)}" : $"{Length(now - dueAt)} late";

    /// <summary>"answered in time", or "answered 2 h late".</summary>
    /// <param name="dueAt">The first instant that is late, UTC.</param>
    /// <param name="answeredAt">When it was answered, UTC.</param>
    public static string Answered(DateTime dueAt, DateTime answeredAt) => answeredAt < dueAt ? "answered in time" : $"answered {Length(answeredAt - dueAt)} late";

    private static string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
