using System.Collections.Concurrent;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>A day on which schools in England and Wales are closed by law or proclamation.</summary>
/// <param name="Date">The day that is taken off; for a substitute day, the substitute.</param>
/// <param name="Name">The official name, in the words of the government's list.</param>
public sealed record BankHoliday(DateOnly Date, string Name);

/// <summary>
/// The bank holidays of England and Wales, computed offline: the days of the Banking and Financial Dealings Act 1971
/// (schedule 1), Good Friday and Christmas Day by common law, New Year's Day and the early May holiday by yearly
/// proclamation, with their substitute days, and the days that were proclaimed once or moved (2011 to 2023).
/// Dates and names are those of https://www.gov.uk/bank-holidays. A holiday that is proclaimed after this release is not known here.
/// </summary>
public static class BankHolidays
{
    /// <summary>The first year that can be asked for: the once-only days of earlier years are not recorded here.</summary>
    public const int FirstYear = 2011;

    private const int LastYear = 9999;

    private static readonly ConcurrentDictionary<int, IReadOnlyList<BankHoliday>> Years = new();

    // Each row: the year, and the days that were added to it.
    private static readonly ILookup<int, BankHoliday> Once = new BankHoliday[]
    {
        new(new DateOnly(2011, 4, 29), "Royal wedding"),
        new(new DateOnly(2012, 6, 5), "Queen’s Diamond Jubilee"),
        new(new DateOnly(2022, 6, 3), "Platinum Jubilee bank holiday"),
        new(new DateOnly(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        new(new DateOnly(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
    }.ToLookup(holiday => holiday.Date.Year);

    /// <summary>The bank holidays of a year in order of date; a day that falls on a weekend is there as its substitute only.</summary>
    /// <param name="year">A calendar year from <see cref="FirstYear"/> to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is before <see cref="FirstYear"/> or after 9999.</exception>
    public static IReadOnlyList<BankHoliday> For(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(
                nameof(year), year, $"Bank holidays are known for the years {FirstYear} to {LastYear} only.");
        }

        return Years.GetOrAdd(year, static wanted => Array.AsReadOnly([.. Compute(wanted).OrderBy(holiday => holiday.Date)]));
    }

    private static IEnumerable<BankHoliday> Compute(int year)
    {
        var easter = EasterSunday(year);
        return
        [
            NewYearsDay(year),
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            EarlyMay(year),
            Spring(year),
            new(LastMonday(year, 8), "Summer bank holiday"),
            .. Christmas(year),
            .. Once[year],
        ];
    }

    private static BankHoliday NewYearsDay(int year)
    {
        var day = new DateOnly(year, 1, 1);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => Substitute(day.AddDays(2), "New Year’s Day"),
            DayOfWeek.Sunday => Substitute(day.AddDays(1), "New Year’s Day"),
            _ => new(day, "New Year’s Day"),
        };
    }

    private static BankHoliday EarlyMay(int year) => year switch
    {
        2020 => new(new DateOnly(2020, 5, 8), "Early May bank holiday (VE day)"),
        _ => new(FirstMonday(year, 5), "Early May bank holiday"),
    };

    private static BankHoliday Spring(int year) => year switch
    {
        // The government's list calls the moved day of 2012, but not that of 2022, a substitute.
        2012 => Substitute(new DateOnly(2012, 6, 4), "Spring bank holiday"),
        2022 => new(new DateOnly(2022, 6, 2), "Spring bank holiday"),
        _ => new(LastMonday(year, 5), "Spring bank holiday"),
    };

    private static BankHoliday[] Christmas(int year)
    {
        var christmas = new DateOnly(year, 12, 25);
        var boxing = new DateOnly(year, 12, 26);
        return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [new(christmas, "Christmas Day"), Substitute(boxing.AddDays(2), "Boxing Day")],
            DayOfWeek.Saturday => [Substitute(christmas.AddDays(2), "Christmas Day"), Substitute(boxing.AddDays(2), "Boxing Day")],
            // Boxing Day keeps its Monday, so Christmas Day takes the Tuesday.
            DayOfWeek.Sunday => [new(boxing, "Boxing Day"), Substitute(christmas.AddDays(2), "Christmas Day")],
            _ => [new(christmas, "Christmas Day"), new(boxing, "Boxing Day")],
        };
    }

    private static BankHoliday Substitute(DateOnly date, string name) => new(date, name + " (substitute day)");

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - DayOfWeek.Monday + 7) % 7));
    }

    // Western Easter by the Gregorian computus: the Sunday after the first full moon (of the church's tables) on or
    // after 21 March. Steps after J. Meeus, Astronomical Algorithms, chapter 8.
    private static DateOnly EasterSunday(int year)
    {
        var yearOfMoonCycle = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var leapCenturies = century / 4;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * yearOfMoonCycle) + century - leapCenturies - moonCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - fullMoon - (yearOfCentury % 4)) % 7;
        var lateMoon = (yearOfMoonCycle + (11 * fullMoon) + (22 * daysToSunday)) / 451;
        return new DateOnly(year, 3, 22).AddDays(fullMoon + daysToSunday - (7 * lateMoon));
    }
}
