using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;

namespace BrierleyHill.SocialGov.Tests.Domain.Alerts;

[Trait("Clause", "MON-2")]
public class AlertSettingsTests
{
    // Received, due soon, due and escalated, London.
    [Theory]
    [InlineData("2026-03-10 10:00", "2026-03-11 06:00", "2026-03-11 10:00", "2026-03-11 14:00")]
    [InlineData("2026-03-14 10:00", "2026-03-16 09:00", "2026-03-17 00:00", "2026-03-17 04:00")]
    [InlineData("2026-04-03 11:00", "2026-04-07 09:00", "2026-04-08 00:00", "2026-04-08 04:00")]
    [InlineData("2026-03-28 20:00", "2026-03-30 09:00", "2026-03-31 00:00", "2026-03-31 04:00")]
    public void Four_hours_before_or_nine_on_the_day_then_due_then_four_hours_after(string received, string soon, string due, string escalated)
    {
        var times = AlertSettings.Usual.TimesOf(ResponseDeadline.Of(London(received), WorkingCalendar.EnglandAndWales, ResponseSettings.OfPolicy));
        Assert.Equal(new AlertTimes(London(soon), London(due), London(escalated)), times);
    }

    [Fact]
    public void Four_hours_are_elapsed_hours_also_over_a_clock_change()
    {
        // Due at 3am on the night on which 1am to 2am is skipped: four elapsed hours before is 10pm.
        var due = London("2026-03-29 03:00");
        Assert.Equal(London("2026-03-28 22:00"), AlertSettings.Usual.TimesOf(ResponseRule.WithinHours, due).DueSoonAt);
    }

    [Fact]
    public void Where_the_cut_off_is_before_nine_it_is_due_soon_from_midnight_on() =>
        Assert.Equal(London("2026-03-16 00:00"), AlertSettings.Usual.TimesOf(ResponseRule.NextWorkingDay, London("2026-03-16 08:30")).DueSoonAt);

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_instant_after_the_gap()
    {
        var settings = AlertSettings.Usual with { DueSoonFrom = new TimeOnly(1, 30) };
        Assert.Equal(London("2026-03-29 02:00"), settings.TimesOf(ResponseRule.NextWorkingDay, London("2026-03-30 00:00")).DueSoonAt);
    }

    [Fact]
    public void The_school_sets_the_times()
    {
        var due = London("2026-03-17 00:00");
        Assert.Equal(new AlertTimes(London("2026-03-16 12:00"), due, due.AddHours(1)), new AlertSettings(2, new TimeOnly(12, 0), 1).TimesOf(ResponseRule.NextWorkingDay, due));
        Assert.Equal(new AlertTimes(due.AddHours(-2), due, due.AddHours(1)), new AlertSettings(2, new TimeOnly(12, 0), 1).TimesOf(ResponseRule.WithinHours, due));
    }

    [Fact]
    public void Whatever_is_set_the_times_are_in_order()
    {
        foreach (var from in Enumerable.Range(0, 24 * 4).Select(quarter => new TimeOnly(quarter / 4, quarter % 4 * 15)))
        {
            var settings = new AlertSettings(1, from, 1);
            foreach (var quarter in Enumerable.Range(0, 24 * 4 * 4))
            {
                var due = London("2026-03-28 00:00").AddMinutes(15 * quarter);
                Assert.All(Enum.GetValues<ResponseRule>(), rule => Assert.True(settings.TimesOf(rule, due).AreInOrder, $"{rule} {due:O} from {from}"));
            }
        }
    }

    private static DateTime London(string local)
    {
        Assert.True(LondonTime.TryToUtc(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), out var utc));
        return utc;
    }
}
