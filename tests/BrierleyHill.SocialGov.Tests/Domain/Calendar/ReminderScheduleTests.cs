using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

/// <summary>When people are reminded of a date: 60, 30 and 7 days before it, and every week after it where it must not lapse.</summary>
public class ReminderScheduleTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.EnglandAndWales;

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Nine(DateOnly day) => LondonTime.StartOfDay(day).AddHours(9);

    [Theory]
    [InlineData(61, 0)]
    [InlineData(60, 1)]
    [InlineData(31, 1)]
    [InlineData(30, 2)]
    [InlineData(8, 2)]
    [InlineData(7, 3)]
    [InlineData(0, 3)]
    [InlineData(-1, 4)]
    [InlineData(-7, 4)]
    [InlineData(-8, 5)]
    [InlineData(-14, 5)]
    [InlineData(-15, 6)]
    [InlineData(-365, 56)]
    public void Each_day_has_its_step(int daysLeft, int step)
    {
        var due = Day("2026-07-01");
        Assert.Equal(step, ReminderSchedule.StepOn(due, due.AddDays(-daysLeft), weeklyAfterwards: true));
        Assert.Equal(Math.Min(step, 3), ReminderSchedule.StepOn(due, due.AddDays(-daysLeft), weeklyAfterwards: false));
    }

    [Theory]
    [InlineData("2026-03-10T07:59", false)]
    [InlineData("2026-03-10T08:00", true)]
    [InlineData("2026-03-10T23:59", true)]
    [InlineData("2026-03-14T10:00", false)]
    [InlineData("2026-03-15T10:00", false)]
    [InlineData("2026-04-03T10:00", false)]
    [InlineData("2026-07-01T06:59", false)]
    [InlineData("2026-07-01T07:00", true)]
    public void People_are_reminded_on_working_days_from_eight_in_London(string utc, bool time)
    {
        var at = DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        Assert.Equal(time, ReminderSchedule.IsTimeToRemind(Calendar, at));
        Assert.Equal(time ? 4 : null, ReminderSchedule.DueStep(LondonTime.DateOf(at).AddDays(-1), 0, weeklyAfterwards: true, Calendar, at));
    }

    [Fact]
    public void A_step_is_due_once_and_a_later_one_again()
    {
        var due = Day("2026-07-01");
        var at = Nine(due.AddDays(-30));
        Assert.Equal(2, ReminderSchedule.DueStep(due, 0, true, Calendar, at));
        Assert.Equal(2, ReminderSchedule.DueStep(due, 1, true, Calendar, at));
        Assert.Null(ReminderSchedule.DueStep(due, 2, true, Calendar, at));
        Assert.Null(ReminderSchedule.DueStep(due, 3, true, Calendar, at));
    }

    [Fact]
    public void Where_nothing_follows_the_date_nobody_is_reminded_after_it()
    {
        var due = Day("2026-07-01");
        Assert.Equal(3, ReminderSchedule.DueStep(due, 0, weeklyAfterwards: false, Calendar, Nine(due)));
        Assert.Null(ReminderSchedule.DueStep(due, 0, weeklyAfterwards: false, Calendar, Nine(due.AddDays(1))));
        Assert.Equal(4, ReminderSchedule.DueStep(due, 3, weeklyAfterwards: true, Calendar, Nine(due.AddDays(1))));
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(61, 0)]
    [InlineData(60, 1)]
    [InlineData(20, 2)]
    [InlineData(7, 3)]
    [InlineData(0, 3)]
    [InlineData(-30, 3)]
    public void A_date_set_late_begins_with_the_reminders_that_are_over(int daysLeft, int step)
    {
        var due = Day("2026-07-01");
        Assert.Equal(step, ReminderSchedule.StepToBeginWith(due, due.AddDays(-daysLeft)));
    }

    /// <summary>The reminders given when the portal asks on each of the days, at nine in the morning.</summary>
    private static List<(DateOnly Day, int Step)> Live(DateOnly due, DateOnly from, int days, bool weekly, WorkingCalendar calendar, Func<DateOnly, bool> isDown, int beginWith)
    {
        var (given, last) = (new List<(DateOnly, int)>(), beginWith);
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
        {
            // Twice a day: the second time nothing is left to say.
            for (var turn = 0; turn < 2 && !isDown(day); turn++)
            {
                if (ReminderSchedule.DueStep(due, last, weekly, calendar, Nine(day)) is { } step)
                {
                    Assert.Equal(0, turn);
                    given.Add((day, step));
                    last = step;
                }
            }
        }

        return given;
    }

    [Fact]
    public void Over_a_year_each_reminder_is_given_once_and_moves_to_the_next_working_day()
    {
        // 1 July less 60, 30 and 7 days: 2 May is a Saturday and 4 May the early May bank holiday; 1 June is a Monday; 24 June a Wednesday.
        var given = Live(Day("2026-07-01"), Day("2026-01-01"), 365, weekly: true, Calendar, _ => false, 0);
        Assert.Equal([(Day("2026-05-05"), 1), (Day("2026-06-01"), 2), (Day("2026-06-24"), 3), (Day("2026-07-02"), 4), (Day("2026-07-09"), 5)], given.Take(5));
        Assert.Equal(given.Select(one => one.Step).Distinct(), given.Select(one => one.Step));
        Assert.Equal(3 + 27, given.Count);
        Assert.Equal(3, Live(Day("2026-07-01"), Day("2026-01-01"), 365, weekly: false, Calendar, _ => false, 0).Count);
    }

    [Fact]
    public void A_week_of_downtime_gives_what_fell_into_it_once_and_late()
    {
        // Down from Monday 22 to Sunday 28 June: the reminder of 24 June comes on Monday 29.
        bool IsDown(DateOnly day) => day >= Day("2026-06-22") && day <= Day("2026-06-28");
        var given = Live(Day("2026-07-01"), Day("2026-01-01"), 365, weekly: true, Calendar, IsDown, 0);
        Assert.Equal([(Day("2026-06-01"), 2), (Day("2026-06-29"), 3), (Day("2026-07-02"), 4)], given.Skip(1).Take(3));
    }

    [Fact]
    public void After_a_long_downtime_only_the_latest_step_is_given()
    {
        bool IsDown(DateOnly day) => day >= Day("2026-04-01") && day <= Day("2026-07-19");
        var given = Live(Day("2026-07-01"), Day("2026-01-01"), 210, weekly: true, Calendar, IsDown, 0);
        Assert.Equal((Day("2026-07-20"), 6), given[0]);
    }

    [Fact]
    public void Each_step_is_given_at_most_once_in_order_on_a_working_day_and_none_is_lost() => Gen.Select(
        Gen.Int[0, 700], Gen.Int[0, 60], Gen.Int[0, 380], Gen.Int[0, 30], Gen.Bool, Gen.Int[0, 3]).Sample((dueIn, closed, downFrom, downFor, weekly, begin) =>
    {
        var from = Day("2026-01-01");
        var due = from.AddDays(dueIn);
        var calendar = new WorkingCalendar(Enumerable.Range(0, 5).Select(day => from.AddDays((closed * 6) + day)));
        bool IsDown(DateOnly day) => day >= from.AddDays(downFrom) && day < from.AddDays(downFrom + downFor);
        var given = Live(due, from, 400, weekly, calendar, IsDown, begin);

        var steps = given.Select(one => one.Step).ToList();
        Assert.Equal(steps.Distinct().Order(), steps);
        Assert.All(given, one => Assert.True(calendar.IsWorkingDay(one.Day) && !IsDown(one.Day) && one.Step > begin && (weekly || one.Day <= due)));

        // Naively: on each day on which somebody could be reminded, the greatest step reached by then has been given.
        for (var day = from; day < from.AddDays(400); day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day) || IsDown(day) || (day > due && !weekly))
            {
                continue;
            }

            var reached = new[] { 60, 30, 7 }.Count(before => due.AddDays(-before) <= day);
            for (var week = due.AddDays(1); weekly && week <= day; week = week.AddDays(7))
            {
                reached++;
            }

            var latest = given.Where(one => one.Day <= day).Select(one => one.Step).Append(begin).Max();
            Assert.Equal(Math.Max(reached, begin), latest);
        }
    }, iter: 300);
}
