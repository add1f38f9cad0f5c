using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

public class LondonTimeTests
{
    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-01-15T23:59:59Z", "2026-01-15")]
    [InlineData("2026-01-16T00:00:00Z", "2026-01-16")]
    [InlineData("2026-07-15T22:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T23:00:00Z", "2026-07-16")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-25")]
    public void The_date_of_an_instant_is_Londons(string utc, string date) =>
        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), LondonTime.DateOf(Utc(utc)));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-26", "2026-10-26T00:00:00Z")]
    public void A_day_starts_at_Londons_midnight(string date, string utc)
    {
        var start = LondonTime.StartOfDay(DateOnly.Parse(date, CultureInfo.InvariantCulture));
        Assert.Equal(Utc(utc), start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29T00:59:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T02:00:00")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T01:30:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T01:30:00")]
    public void Local_time_follows_the_clocks(string utc, string local)
    {
        var shown = LondonTime.ToLocal(Utc(utc));
        Assert.Equal(Local(local), shown);
        Assert.Equal(DateTimeKind.Unspecified, shown.Kind);
    }

    [Theory]
    [InlineData("2026-03-10T10:00:00", "2026-03-10T10:00:00Z")]
    [InlineData("2026-07-10T10:00:00", "2026-07-10T09:00:00Z")]
    [InlineData("2026-10-25T00:59:00", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25T01:00:00", "2026-10-25T00:00:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:00:00", "2026-10-25T02:00:00Z")]
    public void A_typed_time_is_Londons_and_means_its_first_occurrence(string local, string utc)
    {
        Assert.True(LondonTime.TryToUtc(Local(local), out var instant));
        Assert.Equal(Utc(utc), instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
    }

    [Theory]
    [InlineData("2026-03-29T01:00:00")]
    [InlineData("2026-03-29T01:30:00")]
    [InlineData("2026-03-29T01:59:59")]
    public void A_time_that_the_clocks_skip_does_not_exist(string local) => Assert.False(LondonTime.TryToUtc(Local(local), out _));

    [Theory]
    [InlineData("2026-03-29T00:59:59")]
    [InlineData("2026-03-29T02:00:00")]
    public void The_times_beside_the_skipped_hour_exist(string local) => Assert.True(LondonTime.TryToUtc(Local(local), out _));

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void An_instant_that_is_not_UTC_is_refused(DateTimeKind kind)
    {
        var time = new DateTime(2026, 3, 9, 14, 5, 0, kind);
        Assert.Throws<ArgumentException>(() => LondonTime.DateOf(time));
        Assert.Throws<ArgumentException>(() => LondonTime.ToLocal(time));
        Assert.Throws<ArgumentException>(() => LondonTime.Display(time));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    public void A_typed_time_that_has_a_kind_is_refused(DateTimeKind kind) =>
        Assert.Throws<ArgumentException>(() => LondonTime.TryToUtc(new DateTime(2026, 3, 9, 14, 5, 0, kind), out _));

    [Fact]
    public void Today_and_now_come_from_the_clock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 7, 16), clock.Today());
        Assert.Equal(Utc("2026-07-15T23:30:00Z"), clock.UtcNow());
        Assert.Equal(DateTimeKind.Utc, clock.UtcNow().Kind);
    }

    [Theory]
    [InlineData("2026-03-17T00:00:00Z", "16 March 2026, end of day", "Monday 16 March 2026, end of day")]
    [InlineData("2026-03-30T23:00:00Z", "30 March 2026, end of day", "Monday 30 March 2026, end of day")]
    [InlineData("2026-03-16T17:00:00Z", "16 March 2026 at 5pm", "Monday 16 March 2026 at 5pm")]
    [InlineData("2026-03-17T00:01:00Z", "17 March 2026 at 12:01am", "Tuesday 17 March 2026 at 12:01am")]
    public void What_is_due_at_the_midnight_that_ends_a_day_is_told_by_that_day(string utc, string text, string withWeekday)
    {
        Assert.Equal(text, LondonTime.DisplayDue(Utc(utc)));
        Assert.Equal(withWeekday, LondonTime.DisplayDueWithWeekday(Utc(utc)));
    }

    [Theory]
    [InlineData("2026-03-09T14:05:00Z", "9 March 2026 at 2:05pm")]
    [InlineData("2026-03-09T14:00:59Z", "9 March 2026 at 2pm")]
    [InlineData("2026-03-09T00:00:00Z", "9 March 2026 at midnight")]
    [InlineData("2026-03-09T00:05:00Z", "9 March 2026 at 12:05am")]
    [InlineData("2026-03-09T12:00:00Z", "9 March 2026 at midday")]
    [InlineData("2026-03-09T12:30:00Z", "9 March 2026 at 12:30pm")]
    [InlineData("2026-03-09T09:00:00Z", "9 March 2026 at 9am")]
    [InlineData("2026-07-31T23:00:00Z", "1 August 2026 at midnight")]
    [InlineData("2026-07-31T11:00:00Z", "31 July 2026 at midday")]
    public void An_instant_reads_as_GOV_UK_writes_it_whatever_the_language_of_the_machine(string utc, string text)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "en-GB", "en-US", "de-DE", "ar-SA", "fi-FI" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(text, LondonTime.Display(Utc(utc)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_date_reads_without_a_leading_nought() => Assert.Equal("9 March 2026", LondonTime.DisplayDate(new DateOnly(2026, 3, 9)));

    [Fact]
    public void Every_day_starts_on_itself_and_the_instant_before_is_the_day_before() =>
        Gen.Int[0, 130 * 365].Sample(days =>
        {
            var date = new DateOnly(1972, 1, 1).AddDays(days);
            var start = LondonTime.StartOfDay(date);
            Assert.Equal(date, LondonTime.DateOf(start));
            Assert.Equal(date.AddDays(-1), LondonTime.DateOf(start.AddTicks(-1)));
        });

    [Fact]
    public void Days_around_both_changes_of_the_clocks_have_23_and_25_hours_and_round_trip()
    {
        for (var year = 2015; year <= 2040; year++)
        {
            foreach (var (month, hours) in new[] { (3, 23), (10, 25) })
            {
                var sunday = new DateOnly(year, month, 31);
                sunday = sunday.AddDays(-(int)sunday.DayOfWeek);
                Assert.Equal(TimeSpan.FromHours(hours), LondonTime.StartOfDay(sunday.AddDays(1)) - LondonTime.StartOfDay(sunday));
                for (var date = sunday.AddDays(-1); date <= sunday.AddDays(1); date = date.AddDays(1))
                {
                    Assert.Equal(date, LondonTime.DateOf(LondonTime.StartOfDay(date)));
                }
            }
        }
    }

    [Fact]
    public void A_local_time_leads_back_to_its_instant_or_to_the_same_time_an_hour_earlier() =>
        Gen.Int[0, 60 * 366 * 24].Sample(minutesTimesThirty =>
        {
            var utc = Utc("1980-01-01T00:00:00Z").AddMinutes(minutesTimesThirty * 30L);
            var local = LondonTime.ToLocal(utc);
            Assert.True(LondonTime.TryToUtc(local, out var back));
            Assert.Equal(local, LondonTime.ToLocal(back));
            Assert.True(back == utc || back == utc.AddHours(-1));
        });
}
