using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>The 72 hours against an implementation that is deliberately simple: it walks hour by hour with a wall clock of its own.</summary>
[Trait("Clause", "DP-1")]
public class BreachClockTests
{
    private static readonly DateTime First = new(2018, 5, 25, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2040, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<DateTime> AnyInstant = Gen.Long[0, (long)(Last - First).TotalMinutes].Select(minutes => First.AddMinutes(minutes));

    // Around the changes of the clocks, and around Easter's and Christmas's bank holidays and weekends: none of them may matter but the first.
    private static readonly Gen<DateTime> TangledInstant = Gen.Select(Gen.Int[2018, 2039], Gen.Int[0, 3], Gen.Int[-80 * 60, 10 * 60], (year, which, minutes) => (which switch
    {
        0 => LastSunday(year, 3).AddHours(1),
        1 => LastSunday(year, 10).AddHours(1),
        2 => new DateTime(year, 12, 25, 0, 0, 0),
        _ => new DateTime(year, 4, 18, 0, 0, 0),
    }).AddMinutes(minutes)).Select(at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

    [Fact]
    public void The_end_is_where_walking_hour_by_hour_ends() => Gen.OneOf(AnyInstant, TangledInstant).Sample(
        awareAt =>
        {
            Assert.Equal(Walk(awareAt, 72), LondonTime.ToLocal(BreachClock.DueAt(awareAt)));
            Assert.Equal(Walk(awareAt, 24), LondonTime.ToLocal(BreachClock.TimesOf(DeadlineSubject.BreachAfter24Hours, awareAt).DueAt));
            Assert.Equal(Walk(awareAt, 48), LondonTime.ToLocal(BreachClock.TimesOf(DeadlineSubject.BreachAfter48Hours, awareAt).DueAt));
            Assert.Equal(Walk(awareAt, 66), LondonTime.ToLocal(BreachClock.TimesOf(DeadlineSubject.BreachNotification, awareAt).DueSoonAt));
        },
        iter: 20000,
        threads: 2);

    // Typed in London, read in London: hours that pass, whatever the wall clock says.
    [Theory]
    [InlineData("2026-03-27T10:00", "2026-03-30T11:00")] // over the change of spring: the wall clock goes on by 73 hours
    [InlineData("2026-10-23T10:00", "2026-10-26T09:00")] // over the change of autumn: by 71
    [InlineData("2026-10-25T01:30", "2026-10-28T00:30")] // the hour that occurs twice means its first occurrence
    [InlineData("2026-04-02T16:00", "2026-04-05T16:00")] // Maundy Thursday to Easter Sunday: bank holiday and weekend count
    [InlineData("2026-12-24T12:00", "2026-12-27T12:00")] // Christmas
    [InlineData("2026-03-13T17:30", "2026-03-16T17:30")] // Friday to Monday
    public void Weekends_bank_holidays_and_both_changes_of_the_clocks(string aware, string due)
    {
        Assert.True(LondonTime.TryToUtc(DateTime.Parse(aware, null), out var awareAt));
        Assert.Equal(DateTime.Parse(due, null), LondonTime.ToLocal(BreachClock.DueAt(awareAt)));
    }

    [Fact]
    public void The_last_instant_is_in_time_and_the_next_is_late()
    {
        var awareAt = new DateTime(2026, 3, 27, 10, 0, 0, DateTimeKind.Utc);
        Assert.False(BreachClock.IsLate(awareAt, awareAt.AddHours(72)));
        Assert.True(BreachClock.IsLate(awareAt, awareAt.AddHours(72).AddTicks(1)));
    }

    [Fact]
    public void Alerts_are_at_24_48_66_and_72_hours_and_each_of_the_first_two_is_one()
    {
        var awareAt = new DateTime(2026, 3, 27, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal(Together(awareAt.AddHours(24)), BreachClock.TimesOf(DeadlineSubject.BreachAfter24Hours, awareAt));
        Assert.Equal(Together(awareAt.AddHours(48)), BreachClock.TimesOf(DeadlineSubject.BreachAfter48Hours, awareAt));
        Assert.Equal(
            new AlertTimes(awareAt.AddHours(66), awareAt.AddHours(72), awareAt.AddHours(72)), BreachClock.TimesOf(DeadlineSubject.BreachNotification, awareAt));
        Assert.Throws<ArgumentException>(() => BreachClock.TimesOf(DeadlineSubject.Enquiry, awareAt));
    }

    [Theory]
    [InlineData(23, false, false, false)]
    [InlineData(47.99, false, false, false)]
    [InlineData(48, true, false, false)]
    [InlineData(65.99, true, false, false)]
    [InlineData(66, true, true, false)]
    [InlineData(200, true, true, false)]
    public void What_is_overtaken_has_no_alert_of_its_own(double hours, bool after24, bool after48, bool notification)
    {
        var awareAt = new DateTime(2026, 3, 27, 10, 0, 0, DateTimeKind.Utc);
        var now = awareAt.AddHours(hours);
        Assert.Equal(
            (after24, after48, notification),
            (BreachClock.IsOvertaken(DeadlineSubject.BreachAfter24Hours, awareAt, now),
                BreachClock.IsOvertaken(DeadlineSubject.BreachAfter48Hours, awareAt, now),
                BreachClock.IsOvertaken(DeadlineSubject.BreachNotification, awareAt, now)));
    }

    [Theory]
    [InlineData(0, "72 hours left")]
    [InlineData(50.2, "21 hours left")]
    [InlineData(70.5, "1 hour left")]
    [InlineData(71.5, "30 minutes left")]
    [InlineData(72, "less than a minute left")]
    [InlineData(74.9, "2 hours over")]
    public void How_it_stands_is_cut_and_never_rounded_up(double hours, string words)
    {
        var awareAt = new DateTime(2026, 3, 27, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal(words, BreachClock.InWords(awareAt, awareAt.AddHours(hours)));
    }

    private static AlertTimes Together(DateTime at) => new(at, at, at);

    /// <summary>The wall clock in London after so many hours have passed. It knows of the zone only that the clocks change at one o'clock Greenwich time on two Sundays.</summary>
    private static DateTime Walk(DateTime awareAt, int hours)
    {
        var isSummer = awareAt >= LastSunday(awareAt.Year, 3).AddHours(1) && awareAt < LastSunday(awareAt.Year, 10).AddHours(1);
        var clock = DateTime.SpecifyKind(awareAt, DateTimeKind.Unspecified).AddHours(isSummer ? 1 : 0);
        for (var hour = 0; hour < hours; hour++)
        {
            var before = clock;
            clock = clock.AddHours(1);
            var spring = LastSunday(clock.Year, 3).AddHours(1);
            var autumn = LastSunday(clock.Year, 10).AddHours(2);
            if (!isSummer && before < spring && clock >= spring)
            {
                (clock, isSummer) = (clock.AddHours(1), true);
            }
            else if (isSummer && before < autumn && clock >= autumn)
            {
                (clock, isSummer) = (clock.AddHours(-1), false);
            }
        }

        return clock;
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 0, 0, 0);
        while (day.DayOfWeek != DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
