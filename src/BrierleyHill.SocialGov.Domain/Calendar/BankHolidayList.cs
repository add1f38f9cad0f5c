using System.Globalization;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// The official list of bank holidays as the government publishes it (https://www.gov.uk/bank-holidays.json), read for England and Wales. A
/// list is taken whole or not at all: one that lacks what every year has was cut off on the way, and would make working days of holidays.
/// </summary>
public sealed class BankHolidayList
{
    private const string Division = "england-and-wales";
    private const string SubstituteNote = "Substitute day";
    private const string Substitute = " (substitute day)";

    // New Year's Day, Good Friday, Easter Monday, early May, spring, summer, Christmas Day, Boxing Day; some years have more.
    private const int FewestDaysOfAYear = 8;
    private const int LastYearTaken = 2100;

    private BankHolidayList(IReadOnlyList<BankHoliday> days) => Days = days;

    /// <summary>The days, in order of date. Substitute days are named as <see cref="BankHolidays"/> names them.</summary>
    public IReadOnlyList<BankHoliday> Days { get; }

    /// <summary>The first year that the list covers.</summary>
    public int FirstYear => Days[0].Date.Year;

    /// <summary>The last year that the list covers.</summary>
    public int LastYear => Days[^1].Date.Year;

    /// <summary>The days of a year; none where the list does not cover it.</summary>
    /// <param name="year">A calendar year.</param>
    public IReadOnlyList<BankHoliday> Of(int year) => [.. Days.Where(day => day.Date.Year == year)];

    /// <summary>Reads a list.</summary>
    /// <param name="json">The file, UTF-8, with or without a byte order mark.</param>
    /// <returns>The list, or why it is not taken.</returns>
    public static Result<BankHolidayList> Read(ReadOnlyMemory<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(mark) ? json[mark.Length..] : json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty(Division, out var division)
                || division.ValueKind != JsonValueKind.Object
                || !division.TryGetProperty("events", out var events)
                || events.ValueKind != JsonValueKind.Array)
            {
                return CalendarErrors.NotTheList;
            }

            var days = new List<BankHoliday>();
            foreach (var one in events.EnumerateArray())
            {
                var day = ReadDay(one, days.Count + 1);
                if (day.IsRefused)
                {
                    return day.Error;
                }

                days.Add(day.Value);
            }

            return Check([.. days.OrderBy(day => day.Date)]);
        }
        catch (JsonException)
        {
            return CalendarErrors.NotTheList;
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair, or one that is not UTF-8.
            return CalendarErrors.NotTheList;
        }
    }

    private static Result<BankHoliday> ReadDay(JsonElement one, int number)
    {
        if (one.ValueKind != JsonValueKind.Object
            || Text(one, "date") is not { } typed
            || !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return CalendarErrors.ListMalformed($"day {number} of England and Wales has no date such as 2026-12-25");
        }

        if (date.Year is < BankHolidays.FirstYear or > LastYearTaken)
        {
            return CalendarErrors.ListMalformed($"day {number} of England and Wales is of the year {date.Year}; the calendar takes {BankHolidays.FirstYear} to {LastYearTaken}");
        }

        var name = PlainText.CleanLine(Text(one, "title"));
        if (name.Length is 0 or > CalendarKeeping.NameMaximumLength - 20)
        {
            return CalendarErrors.ListMalformed($"{LondonTime.DisplayDate(date)} has no name, or one that is too long");
        }

        var isSubstitute = (Text(one, "notes") ?? "").Contains(SubstituteNote, StringComparison.OrdinalIgnoreCase);
        return new BankHoliday(date, isSubstitute ? name + Substitute : name);
    }

    private static string? Text(JsonElement one, string property) =>
        one.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Result<BankHolidayList> Check(BankHoliday[] days)
    {
        if (days.Length == 0)
        {
            return CalendarErrors.ListMalformed("it has no day of England and Wales");
        }

        if (days.GroupBy(day => day.Date).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return CalendarErrors.ListMalformed($"it has {LondonTime.DisplayDate(twice.Key)} twice");
        }

        for (var year = days[0].Date.Year; year <= days[^1].Date.Year; year++)
        {
            var ofYear = Array.FindAll(days, day => day.Date.Year == year);
            if (!ofYear.Any(day => day.Date is { Month: 12, Day: >= 25 and <= 28 } && Begins(day, "Christmas Day")))
            {
                return CalendarErrors.ListNotWhole(year, "no Christmas Day");
            }

            if (!ofYear.Any(day => Begins(day, "Good Friday")))
            {
                return CalendarErrors.ListNotWhole(year, "no Good Friday");
            }

            if (ofYear.Length < FewestDaysOfAYear)
            {
                return CalendarErrors.ListNotWhole(year, string.Create(CultureInfo.InvariantCulture, $"{ofYear.Length} bank holidays, and every year has at least {FewestDaysOfAYear}"));
            }
        }

        return new BankHolidayList(days);
    }

    private static bool Begins(BankHoliday day, string name) => day.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
