using System.Diagnostics;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

/// <summary>When an answer is due: the table of the rule, row by row, and the sentences that say why.</summary>
[Trait("Clause", "MON-2")]
public class ResponseDeadlineTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.EnglandAndWales;

    private static readonly WorkingCalendar WithSummerHolidays = new(
        Enumerable.Range(0, 42).ToDictionary(day => new DateOnly(2026, 7, 21).AddDays(day), _ => "Summer holidays"), BankHolidays.For);

    private static DateTime Received(string local)
    {
        Assert.True(LondonTime.TryToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), out var utc));
        return utc;
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    // Received in London's time; due, UTC.
    [Theory]
    [InlineData("2026-03-10 10:00", "2026-03-11T10:00:00Z", ResponseRule.WithinHours)]
    [InlineData("2026-03-13 16:30", "2026-03-14T16:30:00Z", ResponseRule.WithinHours)]
    [InlineData("2026-03-14 10:00", "2026-03-17T00:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-04-03 11:00", "2026-04-07T23:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-12-26 09:00", "2026-12-30T00:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-03-28 20:00", "2026-03-30T23:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-10-25 01:30", "2026-10-27T00:00:00Z", ResponseRule.NextWorkingDay)]
    // The edges of the days: the last minute of Friday, the first of Saturday, the last of Sunday, the first of Monday.
    [InlineData("2026-03-13 23:59", "2026-03-14T23:59:00Z", ResponseRule.WithinHours)]
    [InlineData("2026-03-14 00:00", "2026-03-17T00:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-03-15 23:59", "2026-03-17T00:00:00Z", ResponseRule.NextWorkingDay)]
    [InlineData("2026-03-16 00:00", "2026-03-17T00:00:00Z", ResponseRule.WithinHours)]
    // 24 hours that have elapsed, over both changes of the clocks.
    [InlineData("2026-03-27 20:00", "2026-03-28T20:00:00Z", ResponseRule.WithinHours)]
    [InlineData("2026-10-23 12:00", "2026-10-24T11:00:00Z", ResponseRule.WithinHours)]
    public void An_answer_is_due_as_the_policy_says(string received, string due, ResponseRule rule)
    {
        var deadline = ResponseDeadline.Of(Received(received), Calendar, ResponseSettings.OfPolicy);

        Assert.Equal(Utc(due), deadline.DueAt);
        Assert.Equal(DateTimeKind.Utc, deadline.DueAt.Kind);
        Assert.Equal(rule, deadline.Rule);
        Assert.Equal(Received(received), deadline.ReceivedAt);
        Assert.NotEmpty(deadline.Because);
    }

    [Fact]
    public void Rolling_moves_a_Saturday_to_the_end_of_Monday_and_the_rule_stays() =>
        Expect("2026-03-13 16:30", ResponseSettings.OfPolicy with { RollDueOffNonWorkingDays = true }, "2026-03-17T00:00:00Z", ResponseRule.WithinHours);

    [Fact]
    public void Without_bank_holidays_Good_Friday_is_a_working_day() =>
        Expect("2026-04-03 11:00", ResponseSettings.OfPolicy with { BankHolidaysCountAsWeekend = false }, "2026-04-04T10:00:00Z", ResponseRule.WithinHours);

    [Theory]
    [InlineData("2026-03-14 10:00", "2026-03-16T17:00:00Z")]
    [InlineData("2026-03-28 20:00", "2026-03-30T16:00:00Z")]
    public void A_cut_off_ends_the_next_working_day_early(string received, string due) =>
        Expect(received, ResponseSettings.OfPolicy with { NextWorkingDayCutOff = new TimeOnly(17, 0) }, due, ResponseRule.NextWorkingDay);

    [Fact]
    public void A_cut_off_holds_for_a_deadline_that_rolls() => Expect(
        "2026-03-13 16:30",
        ResponseSettings.OfPolicy with { RollDueOffNonWorkingDays = true, NextWorkingDayCutOff = new TimeOnly(9, 30) },
        "2026-03-16T09:30:00Z",
        ResponseRule.WithinHours);

    [Theory]
    [InlineData(1, "2026-03-10T11:00:00Z")]
    [InlineData(168, "2026-03-17T10:00:00Z")]
    public void The_hours_are_the_schools(int hours, string due) =>
        Expect("2026-03-10 10:00", ResponseSettings.OfPolicy with { ResponseHours = hours }, due, ResponseRule.WithinHours);

    [Fact]
    public void Hours_over_a_change_of_the_clocks_have_elapsed() =>
        Expect("2026-03-27 20:00", ResponseSettings.OfPolicy with { ResponseHours = 48 }, "2026-03-29T20:00:00Z", ResponseRule.WithinHours);

    [Theory]
    [InlineData(false, "2026-08-12T09:00:00Z", ResponseRule.WithinHours)]
    [InlineData(true, "2026-09-01T23:00:00Z", ResponseRule.NextWorkingDay)]
    public void Closures_count_where_the_school_says_so(bool count, string due, ResponseRule rule)
    {
        var settings = ResponseSettings.OfPolicy with { SchoolClosuresCountAsWeekend = count };
        var deadline = ResponseDeadline.Of(Received("2026-08-11 10:00"), WithSummerHolidays, settings);

        Assert.Equal((Utc(due), rule), (deadline.DueAt, deadline.Rule));
    }

    [Fact]
    public void The_first_instant_that_is_late_is_the_due_time_itself()
    {
        var deadline = ResponseDeadline.Of(Received("2026-03-14 10:00"), Calendar, ResponseSettings.OfPolicy);

        Assert.True(deadline.IsInTime(deadline.DueAt.AddTicks(-1)));
        Assert.False(deadline.IsInTime(deadline.DueAt));
    }

    [Theory]
    [InlineData("2026-03-14 10:00", """
        It was received on Saturday 14 March 2026 at 10am. That day is part of the weekend, not a working day.
        Sunday 15 March 2026 is part of the weekend.
        The next working day is Monday 16 March 2026. An answer is due by the midnight that ends it.
        """)]
    [InlineData("2026-04-03 11:00", """
        It was received on Friday 3 April 2026 at 11am. That day is a bank holiday (Good Friday), not a working day.
        Saturday 4 April 2026 is part of the weekend.
        Sunday 5 April 2026 is part of the weekend.
        Monday 6 April 2026 is a bank holiday (Easter Monday).
        The next working day is Tuesday 7 April 2026. An answer is due by the midnight that ends it.
        """)]
    [InlineData("2026-03-13 16:30", """
        It was received on Friday 13 March 2026 at 4:30pm, a working day.
        What is received on a working day is answered within 24 hours: by Saturday 14 March 2026 at 4:30pm.
        Saturday 14 March 2026 is part of the weekend. The deadline stays: for what comes in on a working day, the policy counts hours.
        """)]
    public void The_reasons_are_sentences_that_a_person_can_follow(string received, string because)
    {
        var deadline = ResponseDeadline.Of(Received(received), Calendar, ResponseSettings.OfPolicy);
        Assert.Equal(because.ReplaceLineEndings("\n"), string.Join('\n', deadline.Because));
    }

    [Fact]
    public void Weeks_of_holidays_are_told_in_one_sentence()
    {
        var deadline = ResponseDeadline.Of(Received("2026-08-11 10:00"), WithSummerHolidays, ResponseSettings.OfPolicy with { SchoolClosuresCountAsWeekend = true });

        Assert.Equal(3, deadline.Because.Count);
        Assert.Equal(
            "From Wednesday 12 August 2026 to Monday 31 August 2026 no day is a working day: the school is closed (Summer holidays), Summer bank holiday, and weekends.",
            deadline.Because[1]);
    }

    [Fact]
    public void A_day_off_that_does_not_count_is_named()
    {
        var deadline = ResponseDeadline.Of(Received("2026-08-11 10:00"), WithSummerHolidays, ResponseSettings.OfPolicy);
        Assert.EndsWith("That day is a day on which the school is closed (Summer holidays), which counts as a working day here.", deadline.Because[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-27 20:00", "forward", "later")]
    [InlineData("2026-10-23 20:00", "back", "earlier")]
    public void A_change_of_the_clocks_is_told(string received, string way, string by)
    {
        var deadline = ResponseDeadline.Of(Received(received), Calendar, ResponseSettings.OfPolicy with { ResponseHours = 48 });
        Assert.Contains($"The clocks go {way} in between, so it is an hour {by} by the clock.", deadline.Because);
    }

    [Fact]
    public void Before_the_first_year_and_at_the_end_of_time_there_is_no_answer()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseDeadline.Of(ResponseDeadline.Earliest.AddTicks(-1), Calendar, ResponseSettings.OfPolicy));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseDeadline.Of(ResponseDeadline.End, Calendar, ResponseSettings.OfPolicy));
        Assert.Throws<ArgumentException>(() => ResponseDeadline.Of(new DateTime(2026, 3, 10), Calendar, ResponseSettings.OfPolicy));
        // A bank holiday that is a Saturday: the first day that is known is a weekend.
        Assert.Equal(Utc("2011-01-05T00:00:00Z"), ResponseDeadline.Of(ResponseDeadline.Earliest, Calendar, ResponseSettings.OfPolicy).DueAt);
        Assert.True(ResponseDeadline.Of(ResponseDeadline.End.AddTicks(-1), Calendar, ResponseSettings.OfPolicy).DueAt > ResponseDeadline.End);
    }

    // Not a measurement: an answer takes microseconds, and this fails only if somebody makes it walk through minutes.
    [Fact]
    public void Ten_thousand_answers_are_there_at_once()
    {
        var watch = Stopwatch.StartNew();
        for (var hour = 0; hour < 10_000; hour++)
        {
            ResponseDeadline.Of(Utc("2026-01-01T00:00:00Z").AddHours(hour), WithSummerHolidays, ResponseSettings.OfPolicy);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    private static void Expect(string received, ResponseSettings settings, string due, ResponseRule rule)
    {
        var deadline = ResponseDeadline.Of(Received(received), Calendar, settings);
        Assert.Equal((Utc(due), rule), (deadline.DueAt, deadline.Rule));
    }
}
