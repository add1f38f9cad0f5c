using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>Why something cannot be done with the calendar, in words that a person can act on.</summary>
public static class CalendarErrors
{
    /// <summary>Everybody sees the calendar, few change it.</summary>
    public static Error OnlyKeepers { get; } = new(
        "Calendar.OnlyKeepers", "Only an administrator, a portal manager or a senior leader can change the calendar.", ErrorKind.Forbidden);

    /// <summary>A text is too long.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Calendar.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);

    /// <summary>Nothing was typed.</summary>
    public static Error DateMissing(string field) => new("Calendar.DateMissing", "Enter the date.", Field: field);

    /// <summary>Before the calendar begins.</summary>
    public static Error DateTooEarly(string field) => new(
        "Calendar.DateTooEarly", $"The calendar begins with the year {BankHolidays.FirstYear}. Check the year.", Field: field);

    /// <summary>Years away.</summary>
    public static Error DateTooLate(string field) => new(
        "Calendar.DateTooLate", $"The date is more than {CalendarKeeping.YearsAhead} years away. Check the year.", Field: field);

    /// <summary>A day without a name.</summary>
    public static Error NameMissing { get; } = new("Calendar.NameMissing", "Enter what the day is called, such as Staff training day.", Field: "Name");

    /// <summary>A change without a reason.</summary>
    public static Error ReasonMissing { get; } = new("Calendar.ReasonMissing", "Enter the reason.", Field: "Because");

    /// <summary>A weekend.</summary>
    public static Error Weekend(string field) => new(
        "Calendar.Weekend", "That is a Saturday or Sunday, which is no working day anyway. Enter another date.", Field: field);

    /// <summary>Already a bank holiday.</summary>
    public static Error AlreadyOff(string name) => new("Calendar.AlreadyOff", $"That day is a bank holiday already: {name}.", Field: "Date");

    /// <summary>Struck out by hand.</summary>
    public static Error IsStruckOut { get; } = new(
        "Calendar.IsStruckOut", "That day was struck out by hand. Take that back instead: the calendar of the year has the link.", Field: "Date");

    /// <summary>Added by hand.</summary>
    public static Error IsAdded { get; } = new(
        "Calendar.IsAdded", "That day was added by hand. Take that back instead: the calendar of the year has the link.", Field: "Date");

    /// <summary>Nothing to strike out.</summary>
    public static Error NoBankHoliday { get; } = new(
        "Calendar.NoBankHoliday",
        "That day is not a bank holiday, so there is nothing to strike out. If the school is open on a day of a closure, take the closure back and enter the days that are left.",
        Field: "Date");

    /// <summary>Taken back before.</summary>
    public static Error TakenBack { get; } = new("Calendar.TakenBack", "This was taken back already.", ErrorKind.Conflict);

    /// <summary>The last day comes first.</summary>
    public static Error WrongWayRound { get; } = new(
        "Calendar.WrongWayRound", "The last day must be the same as or after the first day.", Field: "Last");

    /// <summary>Longer than any holiday.</summary>
    public static Error TooManyDays { get; } = new(
        "Calendar.TooManyDays", $"That is more than {SchoolClosure.MostDays} days. Check the year of both dates.", Field: "Last");

    /// <summary>Nothing but weekend.</summary>
    public static Error OnlyWeekend { get; } = new(
        "Calendar.OnlyWeekend", "All of these days are at the weekend, which is no working day anyway. Check the dates.", Field: "First");

    /// <summary>Entered already.</summary>
    public static Error Overlaps(SchoolClosure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            "Calendar.Overlaps",
            $"The school is closed on some of these days already: {other.Name}, {CalendarKeeping.InWords(other.First, other.Last)}. Take that closure back first, or enter the other days alone.",
            Field: "First");
    }

    /// <summary>Somebody else entered the same day at the same moment.</summary>
    public static Error EnteredMeanwhile { get; } = new(
        "Calendar.EnteredMeanwhile", "Somebody changed the same day a moment ago. Look at the calendar of that year, then try again if it is still needed.", ErrorKind.Conflict);

    /// <summary>Not the government's file.</summary>
    public static Error NotTheList { get; } = new(
        "Calendar.NotTheList",
        "This is not the official list of bank holidays in its JSON format. Download it from www.gov.uk/bank-holidays.json and choose that file. Nothing was imported.",
        Field: "File");

    /// <summary>A line of it cannot be read.</summary>
    public static Error ListMalformed(string what) => new(
        "Calendar.ListMalformed", $"The list cannot be read: {what}. Nothing was imported.", Field: "File");

    /// <summary>Something is missing that every year has.</summary>
    public static Error ListNotWhole(int year, string what) => new(
        "Calendar.ListNotWhole",
        string.Create(CultureInfo.InvariantCulture, $"The list is not whole: {year} has {what}. Nothing was imported, and the calendar is as it was."),
        Field: "File");

    /// <summary>Too many rows for any school.</summary>
    public static Error TooManyRows { get; } = new(
        "Calendar.TooManyRows", $"The file has more than {TermDates.MostRows} rows. Term dates of several years fit into far fewer: check that it is the right file.", Field: "File");

    /// <summary>Rows that cannot be used.</summary>
    public static Error TermDatesWrong { get; } = new(
        "Calendar.TermDatesWrong", "Nothing was entered, because something in the file is wrong. Put it right in the file, then choose it again.", Field: "File");

    /// <summary>Nothing in it that is not there already.</summary>
    public static Error NothingNew { get; } = new(
        "Calendar.NothingNew", "Every closure of this file is in the calendar already. There is nothing to enter.", Field: "File");

    /// <summary>Neither terms nor holidays.</summary>
    public static Error ContentsMissing { get; } = new("Calendar.ContentsMissing", "Choose what the rows of the file are.", Field: "Contents");
}
