using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

public class WorkingCalendarTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 20 * 365].Select(days => new DateOnly(2018, 1, 1).AddDays(days));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-03-13", true)]
    [InlineData("2026-03-14", false)]
    [InlineData("2026-03-15", false)]
    [InlineData("2026-03-16", true)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2022-09-19", false)]
    [InlineData("2022-05-30", true)]
    public void Weekends_and_bank_holidays_are_no_working_days(string date, bool working) =>
        Assert.Equal(working, WorkingCalendar.EnglandAndWales.IsWorkingDay(Date(date)));

    [Fact]
    public void A_closure_day_is_no_working_day()
    {
        var calendar = new WorkingCalendar([Date("2026-03-16")]);
        Assert.False(calendar.IsWorkingDay(Date("2026-03-16")));
        Assert.True(calendar.IsWorkingDay(Date("2026-03-17")));
        Assert.False(calendar.IsWorkingDay(Date("2026-04-03")));
        Assert.Equal(Date("2026-03-17"), calendar.AddWorkingDays(Date("2026-03-13"), 1));
    }

    [Fact]
    public void A_closure_added_to_the_callers_list_later_changes_nothing()
    {
        var closures = new List<DateOnly>();
        var calendar = new WorkingCalendar(closures);
        closures.Add(Date("2026-03-16"));
        Assert.True(calendar.IsWorkingDay(Date("2026-03-16")));
    }

    [Fact]
    public void Bank_holidays_can_come_from_elsewhere()
    {
        var calendar = new WorkingCalendar(bankHolidaysOf: _ => [new(Date("2009-06-01"), "A day of our own")]);
        Assert.False(calendar.IsWorkingDay(Date("2009-06-01")));
        Assert.True(calendar.IsWorkingDay(Date("2026-12-25")));
    }

    [Theory]
    [InlineData("2026-03-10", 0, "2026-03-10")]
    [InlineData("2026-03-14", 0, "2026-03-14")]
    [InlineData("2026-03-10", 1, "2026-03-11")]
    [InlineData("2026-03-13", 1, "2026-03-16")]
    [InlineData("2026-03-14", 1, "2026-03-16")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-03", 1, "2026-04-07")]
    [InlineData("2026-12-26", 1, "2026-12-29")]
    [InlineData("2026-12-24", 5, "2027-01-05")]
    public void Working_days_are_counted_from_the_day_after(string from, int days, string to) =>
        Assert.Equal(Date(to), WorkingCalendar.EnglandAndWales.AddWorkingDays(Date(from), days));

    [Theory]
    [InlineData("2026-03-10", "2026-03-10", 0)]
    [InlineData("2026-03-10", "2026-03-11", 1)]
    [InlineData("2026-03-13", "2026-03-15", 0)]
    [InlineData("2026-03-13", "2026-03-16", 1)]
    [InlineData("2026-03-14", "2026-03-16", 1)]
    [InlineData("2026-04-02", "2026-04-07", 1)]
    [InlineData("2025-12-31", "2026-12-31", 253)]
    [InlineData("2026-03-16", "2026-03-13", -1)]
    public void Working_days_between_leave_out_the_first_and_include_the_last(string from, string to, int days) =>
        Assert.Equal(days, WorkingCalendar.EnglandAndWales.WorkingDaysBetween(Date(from), Date(to)));

    [Theory]
    [InlineData("2026-03-10", "2026-03-10", "today")]
    [InlineData("2026-03-11", "2026-03-10", "today")]
    [InlineData("2026-03-13", "2026-03-14", "less than 1 working day")]
    [InlineData("2026-03-13", "2026-03-16", "1 working day")]
    [InlineData("2026-03-10", "2026-03-13", "3 working days")]
    [InlineData("2021-03-10", "2026-03-10", "1261 working days")]
    public void Waiting_reads_in_working_days(string since, string today, string text) =>
        Assert.Equal(text, WorkingCalendar.EnglandAndWales.DisplayWaiting(Date(since), Date(today)));

    [Fact]
    public void A_negative_number_of_days_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.EnglandAndWales.AddWorkingDays(Date("2026-03-10"), -1));

    [Theory]
    [InlineData("2010-12-31")]
    [InlineData("2010-12-25")]
    public void A_day_before_the_known_years_is_refused_at_weekends_too(string date) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.EnglandAndWales.IsWorkingDay(Date(date)));

    [Fact]
    public void Adding_working_days_and_counting_them_are_inverse() =>
        Gen.Select(Dates, Gen.Int[0, 400], Dates.List[0, 10]).Sample((from, days, closures) =>
        {
            var calendar = new WorkingCalendar(closures);
            var to = calendar.AddWorkingDays(from, days);
            Assert.Equal(days, calendar.WorkingDaysBetween(from, to));
            Assert.True(days == 0 ? to == from : calendar.IsWorkingDay(to));
        });

    [Fact]
    public void Counting_adds_up_over_any_day_in_between() =>
        Gen.Select(Dates, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((from, first, second) =>
        {
            var calendar = WorkingCalendar.EnglandAndWales;
            var (middle, to) = (from.AddDays(first), from.AddDays(first + second));
            Assert.Equal(
                calendar.WorkingDaysBetween(from, to), calendar.WorkingDaysBetween(from, middle) + calendar.WorkingDaysBetween(middle, to));
        });
}
