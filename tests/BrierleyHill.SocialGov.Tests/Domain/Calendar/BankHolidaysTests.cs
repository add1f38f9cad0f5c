using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

public class BankHolidaysTests
{
    // The government's list for England and Wales (gov.uk/bank-holidays), written out by hand: months and days of the
    // year's holidays in order. A star marks a substitute day.
    [Theory]
    [InlineData(2011, "01-03* 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27*")]
    [InlineData(2012, "01-02* 04-06 04-09 05-07 06-04* 06-05 08-27 12-25 12-26")]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27*")]
    [InlineData(2017, "01-02* 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28*")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27* 12-28*")]
    [InlineData(2022, "01-03* 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27*")]
    [InlineData(2023, "01-02* 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*")]
    [InlineData(2028, "01-03* 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void The_bank_holidays_of_a_year_are_the_governments(int year, string expected)
    {
        var actual = BankHolidays.For(year).Select(holiday => holiday.Date.ToString("MM-dd", CultureInfo.InvariantCulture)
            + (holiday.Name.EndsWith(" (substitute day)", StringComparison.Ordinal) ? "*" : ""));
        Assert.Equal(expected, string.Join(' ', actual));
        Assert.All(BankHolidays.For(year), holiday => Assert.Equal(year, holiday.Date.Year));
    }

    [Theory]
    [InlineData("2026-01-01", "New Year’s Day")]
    [InlineData("2028-01-03", "New Year’s Day (substitute day)")]
    [InlineData("2026-04-03", "Good Friday")]
    [InlineData("2026-04-06", "Easter Monday")]
    [InlineData("2026-05-04", "Early May bank holiday")]
    [InlineData("2026-05-25", "Spring bank holiday")]
    [InlineData("2026-08-31", "Summer bank holiday")]
    [InlineData("2026-12-25", "Christmas Day")]
    [InlineData("2026-12-28", "Boxing Day (substitute day)")]
    [InlineData("2021-12-27", "Christmas Day (substitute day)")]
    [InlineData("2021-12-28", "Boxing Day (substitute day)")]
    [InlineData("2022-12-26", "Boxing Day")]
    [InlineData("2022-12-27", "Christmas Day (substitute day)")]
    [InlineData("2011-04-29", "Royal wedding")]
    [InlineData("2012-06-04", "Spring bank holiday (substitute day)")]
    [InlineData("2012-06-05", "Queen’s Diamond Jubilee")]
    [InlineData("2020-05-08", "Early May bank holiday (VE day)")]
    [InlineData("2022-06-02", "Spring bank holiday")]
    [InlineData("2022-06-03", "Platinum Jubilee bank holiday")]
    [InlineData("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II")]
    [InlineData("2023-05-01", "Early May bank holiday")]
    [InlineData("2023-05-08", "Bank holiday for the coronation of King Charles III")]
    public void A_bank_holiday_has_its_official_name(string date, string name)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        Assert.Equal(name, Assert.Single(BankHolidays.For(day.Year), holiday => holiday.Date == day).Name);
    }

    // Easter Sundays that fall early, late and on the exceptions of the church's tables.
    [Theory]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2100-03-28")]
    [InlineData("2285-03-22")]
    public void Easter_follows_the_churchs_tables(string sunday)
    {
        var easter = DateOnly.Parse(sunday, CultureInfo.InvariantCulture);
        var holidays = BankHolidays.For(easter.Year);
        Assert.Contains(new BankHoliday(easter.AddDays(-2), "Good Friday"), holidays);
        Assert.Contains(new BankHoliday(easter.AddDays(1), "Easter Monday"), holidays);
    }

    [Fact]
    public void No_year_has_a_bank_holiday_at_a_weekend_or_twice()
    {
        for (var year = BankHolidays.FirstYear; year <= 2200; year++)
        {
            var holidays = BankHolidays.For(year);
            Assert.DoesNotContain(holidays, holiday => holiday.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(holidays.Count, holidays.Select(holiday => holiday.Date).Distinct().Count());
            Assert.True(holidays.Count >= 8);
        }
    }

    [Theory]
    [InlineData(2010)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10000)]
    public void A_year_that_is_not_known_is_refused_in_words(int year)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.For(year));
        Assert.Contains("known for the years 2011 to 9999", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_year_is_answered() => Assert.Equal(8, BankHolidays.For(9999).Count);
}
