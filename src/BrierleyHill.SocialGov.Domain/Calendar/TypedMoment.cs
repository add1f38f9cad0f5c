using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// A moment as a person types it: London's date and time. The hour that occurs twice in autumn means its first occurrence, which is the earlier
/// deadline; the hour that does not exist in spring is refused (response rule, 4).
/// </summary>
public static class TypedMoment
{
    /// <summary>How far ahead a typed moment of something that has happened may be: clocks differ.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Reads one that may lie ahead, where the record has words of its own for what is wrong.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="dateMissing">The refusal without a date.</param>
    /// <param name="timeMissing">The refusal without a time.</param>
    /// <param name="skipped">The refusal of a time that the clocks go forward over.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, Error dateMissing, Error timeMissing, Error skipped)
    {
        if (date is not { } day)
        {
            return dateMissing;
        }

        if (time is not { } hour)
        {
            return timeMissing;
        }

        return LondonTime.TryToUtc(day.ToDateTime(hour), out var instant) ? instant : skipped;
    }

    /// <summary>Reads one that may lie ahead, where a form asks for more than one.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="dateField">What the date is called on the form.</param>
    /// <param name="timeField">What the time is called on the form.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, string dateField, string timeField) => Read(
        date,
        time,
        new Error("Moment.DateMissing", "Enter the date.", Field: dateField),
        new Error("Moment.TimeMissing", "Enter the time, such as 14:30 or 2.30pm.", Field: timeField),
        new Error("Moment.Skipped", "There is no such time on that day: the clocks go forward over it. Enter another.", Field: timeField));

    /// <summary>Reads one that has passed. What lies further ahead than clocks differ is given back as it is, for the record to refuse.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="dateField">What the date is called on the form.</param>
    /// <param name="timeField">What the time is called on the form.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> ReadPast(DateOnly? date, TimeOnly? time, string dateField, string timeField, DateTime now)
    {
        var read = Read(date, time, dateField, timeField);
        return !read.IsRefused && !LiesAhead(read.Value, now) ? NotAfter(read.Value, now) : read;
    }

    /// <summary>Whether a typed moment of something that has happened lies in the future, further than clocks differ.</summary>
    /// <param name="moment">The moment, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public static bool LiesAhead(DateTime moment, DateTime now) => moment > now + Ahead;

    /// <summary>What is typed of this very minute is now, and not after it.</summary>
    /// <param name="moment">The moment, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public static DateTime NotAfter(DateTime moment, DateTime now) => moment > now ? now : moment;
}
