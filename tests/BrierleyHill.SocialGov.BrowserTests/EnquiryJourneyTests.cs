using System.Diagnostics;
using System.Globalization;
using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// Nobody waits longer than a day, on a phone: a comment that a teacher logs too late is told to whoever looks after the account, acknowledged and
/// answered; and what a monitoring check finds becomes an enquiry.
/// </summary>
[Trait("Clause", "MON-1")]
[Trait("Clause", "MON-2")]
[Trait("Clause", "ADM-4")]
public sealed class EnquiryJourneyTests(EnquiryPortal enquiries) : IClassFixture<EnquiryPortal>
{
    private const string Account = "Brierley Hill Primary News";

    // A week ago is past due on any day of any year: the longest row of days off, at Easter and Christmas, has four.
    private const int DaysAgo = 7;

    // The job looks once a minute, and a busy machine is slow.
    private static readonly TimeSpan LongestWaitForAlert = TimeSpan.FromSeconds(150);

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task A_comment_that_was_seen_too_late_is_alerted_acknowledged_and_answered(int width, bool javaScript)
    {
        var words = $"Is the gate in Mill Lane open again, asked at {width.ToString(CultureInfo.InvariantCulture)} px?";
        await using var teacher = await enquiries.VisitAsync("Chloe Llewellyn", ScreenOf(width, javaScript));
        await using var administrator = await enquiries.VisitAsync("Aisha Karim", ScreenOf(width, javaScript));

        var reference = await LogAsync(teacher, words);
        await FollowAlertAsync(administrator, reference);
        await AnswerAsync(administrator, reference, words);

        // The e-mail says what kind of thing waits and where, and nothing of what was written.
        var mail = await enquiries.Portal.MailAsync("aisha.karim" + DemoData.AddressEnding, $"{reference}: an answer is overdue");
        Assert.Contains(new Uri(administrator.Page.Url).AbsolutePath, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(enquiries.Portal.Mail(), sent => sent.ToString().Contains("Mill Lane", StringComparison.Ordinal));

        // Whoever logged it sees what became of it.
        await teacher.Page.ReloadAsync();
        await teacher.ReadsAsync("Closed", "Yes, since this morning.");
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task What_a_check_finds_becomes_an_enquiry_that_the_check_shows(int width, bool javaScript)
    {
        var found = $"Below the post about the fair somebody asks who runs the tombola, seen at {width.ToString(CultureInfo.InvariantCulture)} px.";
        await using var onDuty = await enquiries.VisitAsync("Aisha Karim", ScreenOf(width, javaScript));
        await onDuty.OpenAsync("/monitoring");
        await onDuty.FollowAsync(Account);

        // Where the rota asks for a check, the list leads to it; otherwise one looks of one's own accord. What follows is the same.
        var own = onDuty.Page.GetByRole(AriaRole.Button, new() { Name = "Do the check that waits" })
            .Or(onDuty.Page.GetByRole(AriaRole.Button, new() { Name = "Check it now" }));
        if (await own.CountAsync() > 0)
        {
            await onDuty.ComeAsync(() => own.ClickAsync());
        }

        // Something found and not said is asked for again; what was not looked at stays unticked.
        await onDuty.Page.GetByLabel("Reviews and ratings", new() { Exact = true }).UncheckAsync();
        await onDuty.PressAsync("Save what I found");
        await onDuty.ReadsAsync("There is a problem");
        Assert.False(await onDuty.Page.GetByLabel("Reviews and ratings", new() { Exact = true }).IsCheckedAsync());
        await onDuty.FillAsync("What did you find?", found);
        await onDuty.PressAsync("Save what I found");
        await onDuty.ReadsAsync("What you found has been saved.", found);
        var check = new Uri(onDuty.Page.Url).AbsolutePath;

        await onDuty.FollowAsync("Log an enquiry");
        Assert.Equal(found, await onDuty.Page.GetByLabel("What does it say?", new() { Exact = true }).InputValueAsync());
        Assert.StartsWith(Account, await onDuty.Page.GetByLabel("Which account did it come through?").Locator("option:checked").InnerTextAsync(), StringComparison.Ordinal);
        await onDuty.ChooseAsync("What is it?", "Query");
        await onDuty.ChooseAsync("Where was it made?", "Public comment");
        await onDuty.PressAsync("Log it");
        await onDuty.ReadsAsync("You have logged ENQ-", "Why this deadline", found);
        var enquiry = new Uri(onDuty.Page.Url).AbsolutePath;

        // The link holds in both directions.
        await onDuty.FollowAsync("Monitoring check");
        Assert.Equal(check, new Uri(onDuty.Page.Url).AbsolutePath);
        await onDuty.ReadsAsync("Enquiries raised from it");
        await onDuty.FollowAsync("ENQ-");
        Assert.Equal(enquiry, new Uri(onDuty.Page.Url).AbsolutePath);
    }

    private static Screen ScreenOf(int width, bool javaScript) => (width == Screen.Narrowest.Width ? Screen.Narrowest : Screen.Phone) with { JavaScript = javaScript };

    private static async Task<string> LogAsync(Visitor teacher, string words)
    {
        var received = LondonTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-DaysAgo);
        await teacher.OpenAsync("/enquiries");
        await teacher.PressAsync("Log an enquiry");
        var accounts = teacher.Page.GetByLabel("Which account did it come through?");
        await accounts.SelectOptionAsync((await accounts.Locator("option").Filter(new() { HasText = Account }).GetAttributeAsync("value"))!);
        await teacher.ChooseAsync("What is it?", "Comment");
        await teacher.ChooseAsync("When did it come?", "Earlier");
        await teacher.FillAsync("Day", received.Day.ToString(CultureInfo.InvariantCulture));
        await teacher.FillAsync("Month", received.Month.ToString(CultureInfo.InvariantCulture));
        await teacher.FillAsync("Year", received.Year.ToString(CultureInfo.InvariantCulture));
        await teacher.FillAsync("Time", "9.05am");
        await teacher.ChooseAsync("Where was it made?", "Public comment");
        await teacher.FillAsync("What does it say?", words);
        await teacher.PressAsync("Log it");

        // At once: that it is late, and why.
        await teacher.ReadsAsync("You have logged ENQ-", "It is overdue: an answer was due", "late", "Why this deadline", "It was received on", LondonTime.DisplayDate(received), words);
        Assert.True(await teacher.Page.Locator("h2:text-is('Why this deadline') + ul > li").CountAsync() >= 2, "A deadline has at least two reasons.");
        return (await teacher.Page.Locator(".govuk-caption-l").First.InnerTextAsync()).Split(',')[0];
    }

    // The alert is raised by the portal's own job: this is how long a person would wait for it.
    private static async Task FollowAlertAsync(Visitor administrator, string reference)
    {
        var alert = administrator.Page.GetByRole(AriaRole.Button, new() { Name = $"Answer or acknowledge it now. ({reference})" });
        var waited = Stopwatch.StartNew();
        await administrator.OpenAsync("/notifications");
        while (await alert.CountAsync() == 0)
        {
            Assert.True(waited.Elapsed < LongestWaitForAlert, $"No alert about {reference} came. The page says: {await administrator.TextAsync()}");
            await Task.Delay(TimeSpan.FromSeconds(1));
            await administrator.OpenAsync("/notifications");
        }

        await administrator.ComeAsync(() => alert.ClickAsync());
        await administrator.ReadsAsync(reference, "An answer is due", "Overdue: raised");
    }

    private static async Task AnswerAsync(Visitor administrator, string reference, string words)
    {
        var enquiry = new Uri(administrator.Page.Url).AbsolutePath;
        await administrator.PressAsync("Acknowledge");
        await administrator.ReadsAsync(words);
        await administrator.FillAsync("What did you say?", "Thank you, I will find out.");
        await administrator.PressAsync("Record the acknowledgement");
        Assert.Equal(enquiry, new Uri(administrator.Page.Url).AbsolutePath);
        await administrator.ReadsAsync("The clock has stopped.", "Acknowledged");
        Assert.Matches(@"answered \d+ (h|days) late", await administrator.TextAsync());

        await administrator.PressAsync("Record the answer");
        await administrator.FillAsync("What did you answer?", "Yes, since this morning.");
        await administrator.PressAsync("Record the answer and close");
        await administrator.ReadsAsync("the enquiry is closed", "Closed", "Thank you, I will find out.", "Yes, since this morning.");
        Assert.Matches(@"answered \d+ (h|days) late", await administrator.TextAsync());
        Assert.Equal(0, await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).CountAsync());

        // It waits for nobody any more, and is found among those that are closed, as late as it was.
        await administrator.OpenAsync("/enquiries?Text=Mill+Lane");
        Assert.DoesNotContain(reference, await administrator.TextAsync(), StringComparison.Ordinal);
        await administrator.OpenAsync("/enquiries?State=Closed&Text=Mill+Lane");
        await administrator.FollowAsync(reference);
        Assert.Equal(enquiry, new Uri(administrator.Page.Url).AbsolutePath);
    }
}

/// <summary>
/// One portal for these journeys. Senior leaders are told a week after the due time at the earliest, so that what came a week ago is overdue and
/// not yet theirs, whichever day it is.
/// </summary>
public sealed class EnquiryPortal : IAsyncLifetime
{
    private ListeningPortal? _portal;
    private Chromium? _chromium;

    internal ListeningPortal Portal => _portal ?? throw new InvalidOperationException("The portal has not been started.");

    public async Task InitializeAsync()
    {
        _portal = await ListeningPortal.StartAsync(filled: true, settings: new Dictionary<string, string> { ["Alerts:EscalateAfterHours"] = "168" });
        _chromium = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    internal async Task<Visitor> VisitAsync(string person, Screen screen)
    {
        var visitor = await _chromium!.VisitAsync(Portal, screen);
        await visitor.SignInAsync(person.Replace(' ', '.').ToLowerInvariant() + DemoData.AddressEnding, DemoData.Password);
        return visitor;
    }
}
