using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

/// <summary>
/// The rule against another implementation that is deliberately simple: it walks minute by minute with a clock, a calendar and a list of
/// Easters of its own, and shares nothing with the one under test but the settings.
/// </summary>
[Trait("Clause", "MON-2")]
public class NaiveDeadlineTests
{
    private static readonly DateTime First = new(2011, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2040, 12, 31, 23, 59, 0, DateTimeKind.Utc);

    private sealed record Asked(DateTime ReceivedAt, ResponseSettings Settings, (DateOnly First, int Days)? Closure)
    {
        public override string ToString() => $"{ReceivedAt:o} with {Settings}, closed {Closure}";
    }

    private static readonly Gen<DateTime> AnyInstant = Gen.Long[0, (long)(Last - First).TotalSeconds].Select(seconds => First.AddSeconds(seconds));

    // Around the changes of the clocks, and around the days that are most tangled: Easter, and Christmas to New Year.
    private static readonly Gen<DateTime> TangledInstant = Gen.Select(Gen.Int[2011, 2040], Gen.Int[0, 3], Gen.Int[-3 * 86400, 3 * 86400], (year, which, seconds) => (which switch
    {
        0 => NaiveClock.SpringChange(year),
        1 => NaiveClock.AutumnChange(year),
        2 => NaiveCalendar.Easter(year).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        _ => new DateTime(year, 12, 28, 0, 0, 0, DateTimeKind.Utc),
    }).AddSeconds(seconds));

    private static readonly Gen<ResponseSettings> AnySettings = Gen.Select(
        Gen.Frequency((3, Gen.Const(24)), (2, Gen.Int[ResponseSettings.FewestHours, ResponseSettings.MostHours])),
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.Frequency((1, Gen.Const((TimeOnly?)null)), (1, Gen.Int[0, 1439].Select(minute => (TimeOnly?)new TimeOnly(minute / 60, minute % 60)))),
        (hours, bankHolidays, closures, roll, cutOff) => new ResponseSettings(hours, bankHolidays, closures, roll, cutOff));

    private static readonly Gen<Asked> Any = Gen.Select(
        Gen.OneOf(AnyInstant, TangledInstant),
        AnySettings,
        Gen.Select(Gen.Bool, Gen.Int[-10, 10], Gen.Int[1, 16]),
        (at, settings, closure) => new Asked(
            at, settings, closure.Item1 ? (DateOnly.FromDateTime(at).AddDays(closure.Item2), closure.Item3) : null));

    [Fact]
    public void A_deadline_is_the_one_that_walking_minute_by_minute_finds() => Any.Sample(
        asked =>
        {
            var closures = asked.Closure is { } closed
                ? Enumerable.Range(0, closed.Days).Select(day => closed.First.AddDays(day)).Where(day => day.Year >= 2011).ToHashSet()
                : [];
            var calendar = new WorkingCalendar(closures);
            var deadline = ResponseDeadline.Of(asked.ReceivedAt, calendar, asked.Settings);

            var (due, rule) = Walk(asked.ReceivedAt, closures, asked.Settings);
            Assert.Equal(due, deadline.DueAt);
            Assert.Equal(rule, deadline.Rule);
        },
        iter: 4000,
        threads: 2);

    [Fact]
    public void The_other_implementation_knows_both_changes_of_the_clocks()
    {
        // Should the two agree because both are wrong, these dates of the real world would not.
        Assert.Equal(new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc), NaiveClock.SpringChange(2026));
        Assert.Equal(new DateTime(2026, 10, 25, 1, 0, 0, DateTimeKind.Utc), NaiveClock.AutumnChange(2026));
        Assert.True(NaiveCalendar.IsBankHoliday(new DateOnly(2027, 12, 28)));
        Assert.False(NaiveCalendar.IsBankHoliday(new DateOnly(2022, 5, 30)));
    }

    private static (DateTime Due, ResponseRule Rule) Walk(DateTime receivedAt, HashSet<DateOnly> closures, ResponseSettings settings)
    {
        bool IsOff(DateTime utc)
        {
            var day = DateOnly.FromDateTime(NaiveClock.Local(utc));
            return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                || (settings.BankHolidaysCountAsWeekend && NaiveCalendar.IsBankHoliday(day))
                || (settings.SchoolClosuresCountAsWeekend && closures.Contains(day));
        }

        DateTime NextWorkingDay(DateTime from)
        {
            var began = NaiveClock.Local(from).Date;
            var walker = new DateTime(from.Ticks - (from.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
            while (NaiveClock.Local(walker).Date == began || IsOff(walker))
            {
                walker = walker.AddMinutes(1);
            }

            var day = NaiveClock.Local(walker).Date;
            while (settings.NextWorkingDayCutOff is { } cutOff
                ? NaiveClock.Local(walker).TimeOfDay < cutOff.ToTimeSpan()
                : NaiveClock.Local(walker).Date == day)
            {
                walker = walker.AddMinutes(1);
            }

            return walker;
        }

        if (IsOff(receivedAt))
        {
            return (NextWorkingDay(receivedAt), ResponseRule.NextWorkingDay);
        }

        var due = receivedAt;
        for (var minute = 0; minute < settings.ResponseHours * 60; minute++)
        {
            due = due.AddMinutes(1);
        }

        return (settings.RollDueOffNonWorkingDays && IsOff(due) ? NextWorkingDay(due) : due, ResponseRule.WithinHours);
    }

    /// <summary>London's clocks by the rule of the law: from the last Sunday of March to that of October, at one o'clock Greenwich time, an hour on.</summary>
    private static class NaiveClock
    {
        private static readonly (DateTime Spring, DateTime Autumn)[] Changes =
            [.. Enumerable.Range(2010, 33).Select(year => (LastSunday(year, 3), LastSunday(year, 10)))];

        public static DateTime SpringChange(int year) => Changes[year - 2010].Spring;

        public static DateTime AutumnChange(int year) => Changes[year - 2010].Autumn;

        public static DateTime Local(DateTime utc) =>
            utc >= SpringChange(utc.Year) && utc < AutumnChange(utc.Year) ? utc.AddHours(1) : utc;

        private static DateTime LastSunday(int year, int month)
        {
            var day = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
            while (day.DayOfWeek != DayOfWeek.Sunday)
            {
                day = day.AddDays(-1);
            }

            return day;
        }
    }

    /// <summary>Bank holidays from a written list of Easters, with substitutes found by walking to the next day that is free.</summary>
    private static class NaiveCalendar
    {
        private static readonly DateOnly[] Easters =
        [
            .. """
               2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12
               2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21
               2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01
               2041-04-21
               """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(date => DateOnly.Parse(date, CultureInfo.InvariantCulture)),
        ];

        private static readonly HashSet<DateOnly> Holidays = [.. Enumerable.Range(2011, 31).SelectMany(Of)];

        public static DateOnly Easter(int year) => Easters[year - 2011];

        public static bool IsBankHoliday(DateOnly day) => Holidays.Contains(day);

        private static IEnumerable<DateOnly> Of(int year)
        {
            var days = new HashSet<DateOnly> { Easter(year).AddDays(-2), Easter(year).AddDays(1), Mondays(year, 8).Last() };
            days.Add(year == 2020 ? new DateOnly(2020, 5, 8) : Mondays(year, 5).First());
            switch (year)
            {
                case 2011:
                    days.Add(new DateOnly(2011, 4, 29));
                    break;
                case 2012:
                    days.Add(new DateOnly(2012, 6, 5));
                    break;
                case 2022:
                    days.Add(new DateOnly(2022, 6, 3));
                    days.Add(new DateOnly(2022, 9, 19));
                    break;
                case 2023:
                    days.Add(new DateOnly(2023, 5, 8));
                    break;
            }

            days.Add(year switch
            {
                2012 => new DateOnly(2012, 6, 4),
                2022 => new DateOnly(2022, 6, 2),
                _ => Mondays(year, 5).Last(),
            });
            DateOnly[] fixedDays = [new(year, 1, 1), new(year, 12, 25), new(year, 12, 26)];
            foreach (var day in fixedDays.Where(day => !IsWeekend(day)))
            {
                days.Add(day);
            }

            foreach (var day in fixedDays.Where(IsWeekend))
            {
                var substitute = day;
                while (IsWeekend(substitute) || days.Contains(substitute))
                {
                    substitute = substitute.AddDays(1);
                }

                days.Add(substitute);
            }

            return days;
        }

        private static IEnumerable<DateOnly> Mondays(int year, int month) =>
            Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => new DateOnly(year, month, day)).Where(day => day.DayOfWeek == DayOfWeek.Monday);

        private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }
}
