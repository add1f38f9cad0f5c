using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// The school's clock. Instants are UTC (<see cref="DateTimeKind.Utc"/>) everywhere; dates, times that people
/// type and times that people read are Europe/London's, whatever the zone or language of the machine.
/// </summary>
public static class LondonTime
{
    /// <summary>The Europe/London zone, with every change of its clocks that the base library knows.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant that the clock shows, UTC.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>The date in London at the instant that the clock shows.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.UtcNow());

    /// <summary>The date in London at an instant.</summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static DateOnly DateOf(DateTime utcInstant) => DateOnly.FromDateTime(ToLocal(utcInstant));

    /// <summary>What London's clocks show at an instant; the kind of the answer is unspecified.</summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static DateTime ToLocal(DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException($"An instant must be UTC; the kind of this one is {utc.Kind}.", nameof(utc));
        }

        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone), DateTimeKind.Unspecified);
    }

    /// <summary>The UTC instant of the midnight in London with which a date begins.</summary>
    public static DateTime StartOfDay(DateOnly date) =>
        // London's clocks change between 1am and 3am, so midnight exists, once, on every date.
        TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>
    /// The UTC instant of a time in London as a person types it. The hour that occurs twice in autumn means its
    /// first occurrence (the earlier deadline); a time that the clocks skip in spring does not exist.
    /// </summary>
    /// <param name="local">A time in London; its kind is unspecified.</param>
    /// <param name="utc">The instant, UTC; the default value when there is none.</param>
    /// <returns>Whether there is such a time.</returns>
    /// <exception cref="ArgumentException">The kind is UTC or the machine's own zone.</exception>
    public static bool TryToUtc(DateTime local, out DateTime utc)
    {
        if (local.Kind != DateTimeKind.Unspecified)
        {
            throw new ArgumentException($"A time in London has no kind; the kind of this one is {local.Kind}.", nameof(local));
        }

        if (Zone.IsInvalidTime(local))
        {
            utc = default;
            return false;
        }

        // The first occurrence is the one in summer time: the larger offset. The base library would take the second.
        utc = Zone.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - Zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, Zone);
        return true;
    }

    /// <summary>
    /// An instant as people read it, in London's time and to the minute: "9 March 2026 at 2:05pm", "9 March 2026 at 2pm",
    /// "at midday", "at midnight" (the midnight with which the named date begins). After the GOV.UK style guide, "Times".
    /// </summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static string Display(DateTime utc) => DisplayDate(DateOf(utc)) + " at " + DisplayTime(utc);

    /// <summary>The time of day of an instant as people read it, London: "2:05pm", "2pm", "midday", "midnight".</summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static string DisplayTime(DateTime utc)
    {
        var local = ToLocal(utc);
        return (local.Hour, local.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            (_, 0) => local.ToString("%h", CultureInfo.InvariantCulture) + Half(local),
            _ => local.ToString("h':'mm", CultureInfo.InvariantCulture) + Half(local),
        };
    }

    /// <summary>An instant with its weekday: "Monday 9 March 2026 at 2:05pm".</summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static string DisplayWithWeekday(DateTime utc) => DisplayWithWeekday(DateOf(utc)) + " at " + DisplayTime(utc);

    /// <summary>A date with its weekday: "Monday 9 March 2026".</summary>
    public static string DisplayWithWeekday(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date as people read it: "9 March 2026".</summary>
    public static string DisplayDate(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// A time by which something is due, as people read it, London: "9 March 2026 at 2:05pm". The midnight that ends a day is told by that
    /// day, "9 March 2026, end of day": "10 March at midnight" would be read as a day more.
    /// </summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static string DisplayDue(DateTime utc) => IsEndOfDay(utc) ? DisplayDate(DateOf(utc).AddDays(-1)) + EndOfDay : Display(utc);

    /// <summary>The same with its weekday: "Monday 9 March 2026 at 2:05pm", "Monday 9 March 2026, end of day".</summary>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    public static string DisplayDueWithWeekday(DateTime utc) => IsEndOfDay(utc) ? DisplayWithWeekday(DateOf(utc).AddDays(-1)) + EndOfDay : DisplayWithWeekday(utc);

    private const string EndOfDay = ", end of day";

    private static bool IsEndOfDay(DateTime utc) => ToLocal(utc) is { Hour: 0, Minute: 0 };

    private static string Half(DateTime local) => local.Hour < 12 ? "am" : "pm";
}
