using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// A moment as a person types it, where a form asks for more than one: London's date and time. The hour that occurs twice in autumn means its first
/// occurrence, which is the earlier deadline; the hour that does not exist in spring is refused.
/// </summary>
public static class TypedMoment
{
    /// <summary>How far ahead a typed moment of something that has happened may be: clocks differ.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Reads one that may lie ahead.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="dateField">What the date is called on the form.</param>
    /// <param name="timeField">What the time is called on the form.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, string dateField, string timeField)
    {
        if (date is not { } day)
        {
            return new Error("Moment.DateMissing", "Enter the date.", Field: dateField);
        }

        if (time is not { } hour)
        {
            return new Error("Moment.TimeMissing", "Enter the time, such as 14:30 or 2.30pm.", Field: timeField);
        }

        return LondonTime.TryToUtc(day.ToDateTime(hour), out var instant)
            ? instant
            : new Error("Moment.Skipped", "There is no such time on that day: the clocks go forward over it. Enter another.", Field: timeField);
    }

    /// <summary>Reads one that has passed: what is typed of this very minute is now, and not after it. What lies further ahead is given back as it is, for the record to refuse.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="dateField">What the date is called on the form.</param>
    /// <param name="timeField">What the time is called on the form.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> ReadPast(DateOnly? date, TimeOnly? time, string dateField, string timeField, DateTime now)
    {
        var read = Read(date, time, dateField, timeField);
        return !read.IsRefused && read.Value > now && read.Value <= now + Ahead ? now : read;
    }
}
