using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>
/// When something was received, as a person types it (<see cref="TypedMoment"/>). The future is refused, and so is what lies before the first year of the
/// rule's calendar (response rule, 4).
/// </summary>
public static class ReceivedTime
{
    /// <summary>Reads it.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, DateTime now)
    {
        var read = TypedMoment.Read(date, time, EnquiryErrors.ReceivedOnMissing, EnquiryErrors.ReceivedTimeMissing, EnquiryErrors.ReceivedTimeSkipped);
        if (read.IsRefused)
        {
            return read;
        }

        if (TypedMoment.LiesAhead(read.Value, now))
        {
            return EnquiryErrors.ReceivedInFuture;
        }

        return read.Value < ResponseDeadline.Earliest ? EnquiryErrors.ReceivedTooEarly : read;
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
