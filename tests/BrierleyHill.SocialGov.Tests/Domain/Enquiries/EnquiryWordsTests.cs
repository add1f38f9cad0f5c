using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

/// <summary>What is typed about an enquiry, and what is read: times, links and countdowns.</summary>
public class EnquiryWordsTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(2026, 3, 10, 10, 5, null)]
    [InlineData(2026, 3, 10, 10, 6, "Enquiry.ReceivedInFuture")]
    [InlineData(2026, 3, 11, 9, 0, "Enquiry.ReceivedInFuture")]
    [InlineData(2024, 5, 1, 9, 0, null)]
    [InlineData(2011, 1, 1, 0, 0, null)]
    [InlineData(2010, 12, 31, 23, 59, "Enquiry.ReceivedTooEarly")]
    [InlineData(2025, 3, 30, 1, 30, "Enquiry.ReceivedTimeSkipped")]
    [InlineData(2025, 3, 30, 2, 0, null)]
    [Trait("Clause", "MON-2")]
    public void A_typed_time_is_refused_where_it_cannot_be(int year, int month, int day, int hour, int minute, string? refused) =>
        Assert.Equal(refused, ReceivedTime.Read(new DateOnly(year, month, day), new TimeOnly(hour, minute), Now).Error?.Code);

    [Fact]
    [Trait("Clause", "MON-2")]
    public void The_hour_that_occurs_twice_means_its_first_occurrence() =>
        Assert.Equal(new DateTime(2025, 10, 26, 0, 30, 0, DateTimeKind.Utc), ReceivedTime.Read(new DateOnly(2025, 10, 26), new TimeOnly(1, 30), Now).Value);

    [Fact]
    public void A_date_and_a_time_are_needed()
    {
        Assert.Equal(EnquiryErrors.ReceivedOnMissing, ReceivedTime.Read(null, new TimeOnly(1, 30), Now).Error);
        Assert.Equal(EnquiryErrors.ReceivedTimeMissing, ReceivedTime.Read(new DateOnly(2026, 3, 9), null, Now).Error);
    }

    [Theory]
    [InlineData("14:30", 14, 30)]
    [InlineData("14.30", 14, 30)]
    [InlineData("2.30pm", 14, 30)]
    [InlineData(" 2:30 PM ", 14, 30)]
    [InlineData("2 p.m.", 14, 0)]
    [InlineData("2pm", 14, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12 pm", 12, 0)]
    [InlineData("9", 9, 0)]
    [InlineData("09", 9, 0)]
    [InlineData("930", 9, 30)]
    [InlineData("0930", 9, 30)]
    [InlineData("930am", 9, 30)]
    [InlineData("midday", 12, 0)]
    [InlineData("Noon", 12, 0)]
    [InlineData("midnight", 0, 0)]
    [InlineData("23:59", 23, 59)]
    public void A_time_is_read_as_people_write_it(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TypedTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("14:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("2:3")]
    [InlineData("1:2:3")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("pm")]
    [InlineData("12345")]
    public void What_is_no_time_is_none(string typed) => Assert.Null(TypedTime.Read(typed));

    [Fact]
    public void Every_time_that_the_portal_shows_can_be_typed()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var at = LondonTime.StartOfDay(new DateOnly(2026, 3, 10)).AddMinutes(minute);
            Assert.Equal(TimeOnly.FromDateTime(LondonTime.ToLocal(at)), TypedTime.Read(LondonTime.DisplayTime(at)));
        }
    }

    [Theory]
    [InlineData("https://www.facebook.com/x/posts/1?y=2#z", "https://www.facebook.com/x/posts/1?y=2#z")]
    [InlineData("www.facebook.com/x", "https://www.facebook.com/x")]
    [InlineData("HTTP://example.org", "http://example.org/")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("  ", "")]
    public void A_link_is_a_web_address(string typed, string kept)
    {
        Assert.Equal(kept, EnquiryLink.Read(typed).Value);
        Assert.Equal(kept.Length > 0, EnquiryLink.IsSafe(kept));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt://example.org/%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("data://text/html")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:word@example.org")]
    [InlineData("https://facebook.com@evil.example")]
    [InlineData("https://localhost/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://exa mple.org")]
    [InlineData("https://example.org\\@evil.example")]
    [InlineData("https://example.org/\"><script>")]
    [InlineData("just words")]
    public void What_a_browser_would_run_or_what_hides_where_it_leads_is_none(string typed)
    {
        Assert.Equal(EnquiryErrors.LinkWrong, EnquiryLink.Read(typed).Error);
        Assert.False(EnquiryLink.IsSafe(typed));
    }

    [Fact]
    public void A_link_over_its_limit_is_refused() =>
        Assert.Equal(EnquiryErrors.LinkWrong, EnquiryLink.Read("https://example.org/" + new string('x', EnquiryLink.MaximumLength)).Error);

    [Theory]
    [InlineData(3 * 60, "due in 3 h")]
    [InlineData((3 * 60) - 1, "due in 2 h")]
    [InlineData(59, "due in 59 min")]
    [InlineData(1, "due in 1 min")]
    [InlineData(0, "less than a minute late")]
    [InlineData(-1, "1 min late")]
    [InlineData(-120, "2 h late")]
    [InlineData(47 * 60, "due in 47 h")]
    [InlineData(48 * 60, "due in 2 days")]
    [InlineData(-72 * 60, "3 days late")]
    [Trait("Clause", "MON-2")]
    public void A_countdown_is_cut_and_never_rounded_up(int minutesLeft, string words) => Assert.Equal(words, Countdown.InWords(Now.AddMinutes(minutesLeft), Now));

    [Theory]
    [InlineData(-1, "answered in time")]
    [InlineData(0, "answered less than a minute late")]
    [InlineData(125, "answered 2 h late")]
    public void An_answer_is_in_time_or_so_much_late(int minutesAfter, string words) => Assert.Equal(words, Countdown.Answered(Now, Now.AddMinutes(minutesAfter)));
}
