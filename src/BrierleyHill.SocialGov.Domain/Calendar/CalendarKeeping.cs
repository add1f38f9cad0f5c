using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>Who keeps the school's calendar, and what holds for every date in it.</summary>
public static class CalendarKeeping
{
    /// <summary>Longest name of a day or a closure, in characters. The same for all, so that one query reads them together.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>How many years from today a date may lie: more is a slip of the keyboard.</summary>
    public const int YearsAhead = 10;

    /// <summary>Whether somebody keeps the calendar: administrators, portal managers and senior leaders.</summary>
    /// <param name="by">Who.</param>
    public static Result CheckMayKeep(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Holds(Roles.Administrator) || by.Holds(Roles.PortalManager) || by.Holds(Roles.SeniorLeader) ? Result.Done : CalendarErrors.OnlyKeepers;
    }

    /// <summary>Whether a date is one that the calendar can hold.</summary>
    /// <param name="date">The date, or <see langword="null"/> where none was typed.</param>
    /// <param name="field">The field that it was typed into.</param>
    /// <param name="at">Now, UTC.</param>
    internal static Result CheckDate(DateOnly? date, string field, DateTime at) => date switch
    {
        null => CalendarErrors.DateMissing(field),
        { Year: < BankHolidays.FirstYear } => CalendarErrors.DateTooEarly(field),
        { } day when day > LondonTime.DateOf(at).AddYears(YearsAhead) => CalendarErrors.DateTooLate(field),
        _ => Result.Done,
    };

    /// <summary>Cleans a reason and sees that there is one.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="because">The reason as it is kept.</param>
    internal static Result CheckReason(string? typed, out string because)
    {
        because = PlainText.Clean(typed);
        return because.Length switch
        {
            0 => CalendarErrors.ReasonMissing,
            > ReasonMaximumLength => CalendarErrors.TooLong("Because", "reason", ReasonMaximumLength),
            _ => Result.Done,
        };
    }

    /// <summary>Cleans a name and sees that there is one.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="name">The name as it is kept.</param>
    internal static Result CheckName(string? typed, out string name)
    {
        name = PlainText.CleanLine(typed);
        return name.Length switch
        {
            0 => CalendarErrors.NameMissing,
            > NameMaximumLength => CalendarErrors.TooLong("Name", "name", NameMaximumLength),
            _ => Result.Done,
        };
    }

    /// <summary>One day, or the first and the last of several, in words.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    public static string InWords(DateOnly first, DateOnly last) =>
        first == last ? LondonTime.DisplayDate(first) : $"{LondonTime.DisplayDate(first)} to {LondonTime.DisplayDate(last)}";
}
