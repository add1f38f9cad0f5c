using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using static BrierleyHill.SocialGov.Tests.Support.Handovers;

namespace BrierleyHill.SocialGov.Tests.Domain.Handovers;

/// <summary>When an open hand-over is chased.</summary>
[Trait("Clause", "ADM-5")]
public class HandoverChasingTests
{
    // Tuesday 31 March 2026 is the last day; Good Friday is 3 April, Easter Monday 6 April.
    private static DateTime Morning(int month, int day, int hour = 9) => LondonTime.StartOfDay(new DateOnly(2026, month, day)).AddHours(hour);

    private static List<string> ChasedDays(Handover handover, int days, Func<DateOnly, bool>? isUp = null)
    {
        var chased = new List<string>();
        for (var day = new DateOnly(2026, 3, 10); day <= new DateOnly(2026, 3, 10).AddDays(days); day = day.AddDays(1))
        {
            foreach (var hour in isUp is null || isUp(day) ? new[] { 7, 9, 9, 15 } : [])
            {
                if (!handover.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Hand-overs"), Morning(day.Month, day.Day, hour)).IsRefused)
                {
                    chased.Add(day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }

        return chased;
    }

    [Fact]
    public void Weekly_from_two_weeks_before_every_working_day_in_the_last_week_and_after_it_each_once() => Assert.Equal(
        ["17 Mar", "24 Mar", "25 Mar", "26 Mar", "27 Mar", "30 Mar", "31 Mar", "1 Apr", "2 Apr", "7 Apr", "8 Apr", "9 Apr"],
        ChasedDays(Opened(Account()), 30));

    [Fact]
    public void After_a_downtime_once() => Assert.Equal(
        ["17 Mar", "27 Mar", "30 Mar", "31 Mar"],
        ChasedDays(Opened(Account()), 21, day => day < new DateOnly(2026, 3, 18) || day > new DateOnly(2026, 3, 26)));

    [Fact]
    public void One_that_is_opened_in_the_second_week_before_is_chased_from_the_last_week_on_for_people_were_told_that_day()
    {
        var handover = Handover.OpenForLeaver(
            Account(), Everybody().Find(Leaver)!, new DateOnly(2026, 3, 20), HandoverCause.LeavingDate, false, Both, At);
        Assert.Equal("13 Mar", ChasedDays(handover, 10)[0]);
    }

    [Fact]
    public void A_closing_without_a_leaver_is_chased_every_week() => Assert.Equal(["17 Mar", "24 Mar", "31 Mar", "7 Apr"], ChasedDays(Closing(Account()), 30));

    [Theory]
    [InlineData(7, 59, false)]
    [InlineData(8, 0, true)]
    public void Nobody_is_chased_before_eight(int hour, int minute, bool isDue) => Assert.Equal(
        isDue,
        HandoverChasing.IsDue(LastDay, new DateOnly(2026, 3, 10), WorkingCalendar.EnglandAndWales, Morning(3, 26, 0).AddHours(hour).AddMinutes(minute)));

    [Fact]
    public void It_says_how_many_days_are_left_and_how_many_steps_are_to_do()
    {
        var handover = Opened(Account());
        Done(handover.Chase(WorkingCalendar.EnglandAndWales, Both, Morning(4, 2)));
        Assert.Equal(new HandoverChased(LastDay, -2, 6, Both, Morning(4, 2)), Assert.Single(handover.UnsavedEvents));
    }
}
