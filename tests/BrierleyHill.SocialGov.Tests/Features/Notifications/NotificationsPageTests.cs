using System.Net;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Notifications;

public sealed class NotificationsPageTests(NotificationsPageTests.Counted portal) : IClassFixture<NotificationsPageTests.Counted>, IAsyncLifetime
{
    private readonly List<Guid> _told = [];
    private Person _person = null!;
    private PortalClient _client = null!;

    public async Task InitializeAsync() => (_person, _client) = await portal.PersonAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_person_sees_their_own_unread_newest_first_and_the_others_when_asked()
    {
        var other = await portal.AddPersonAsync();
        await TellAsync(_person, "Read long ago", "APP-000001", read: true);
        await TellAsync(_person, "Older and unread", "APP-000002");
        await TellAsync(_person, "Read just now", "APP-000003", read: true);
        await TellAsync(_person, "Newer and <b>unread</b>", "APP-000004", kind: NotificationKinds.BusinessCases);
        await TellAsync(other, "For somebody else", "APP-000005");

        var page = await _client.OpenAsync("/notifications");
        Assert.Equal(["Newer and <b>unread</b> (APP-000004)", "Older and unread (APP-000002)"], Texts(page));
        Assert.Contains("You have 2 unread notifications.", page.Text, StringComparison.Ordinal);
        Assert.Contains("am, business cases", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 unread", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("For somebody else", page.Content, StringComparison.Ordinal);

        var all = await _client.OpenAsync(page.Document.QuerySelector("main nav a:not([aria-current])")!.GetAttribute("href")!);
        Assert.Equal(
            ["Newer and <b>unread</b> (APP-000004)", "Read just now (APP-000003)", "Older and unread (APP-000002)", "Read long ago (APP-000001)"], Texts(all));
        Assert.Equal(2, all.Document.QuerySelectorAll("main li .govuk-tag").Length);
        Assert.Contains("You have 2 unread notifications.", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("For somebody else", all.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stand_under_the_day_on_which_they_came_in_London()
    {
        var today = new DateTime(2026, 7, 10, 8, 0, 0, DateTimeKind.Utc);
        // Half past midnight in London, and the evening before by UTC.
        await AddAsync(new Notification(_person.Id, "APP-000001", "Long ago", "/", today.AddDays(-30)));
        await AddAsync(new Notification(_person.Id, "APP-000001", "The evening before", "/", new DateTime(2026, 7, 9, 22, 30, 0, DateTimeKind.Utc)));
        await AddAsync(new Notification(_person.Id, "APP-000001", "In the night", "/", new DateTime(2026, 7, 9, 23, 30, 0, DateTimeKind.Utc)));
        portal.Clock.SetUtcNow(new DateTimeOffset(today));
        _client = await portal.SignInAsync(_person);

        var page = await _client.OpenAsync("/notifications");

        Assert.Equal(["Today", "Yesterday", "Wednesday 10 June 2026"], page.Document.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Equal(["In the night (APP-000001)"], page.Document.QuerySelector("main h2 + ul")!.QuerySelectorAll(".sg-link-button:not(.sg-link-button--small)").Select(button => button.TextContent));
    }

    [Theory]
    [InlineData(AlertLevel.DueSoon, "Due soon")]
    [InlineData(AlertLevel.Overdue, "Overdue")]
    [InlineData(AlertLevel.Escalated, "Escalated")]
    public async Task An_alert_says_how_urgent_it_is(AlertLevel level, string words)
    {
        await AddAsync(new Notification(_person.Id, "ENQ-000001", "The answer waits.", "/", portal.Now, NotificationKinds.Enquiries, level));
        Assert.Equal(words, (await _client.OpenAsync("/notifications")).Document.QuerySelector("main li .govuk-tag")!.TextContent.Trim());
    }

    [Fact]
    public async Task Following_one_marks_it_as_read_and_leads_to_its_page_also_a_second_time()
    {
        await TellAsync(_person, "Something waits", "APP-000001");
        await TellAsync(_person, "Something else waits", "APP-000002");
        var page = await _client.OpenAsync("/notifications");

        var answer = await _client.SubmitFormAsync(page, "main li form");
        var again = await _client.SubmitFormAsync(page, "main li form");
        var later = await _client.SubmitFormAsync(await _client.OpenAsync("/notifications?show=all"), "main li form");

        Assert.All([answer, again, later], one => Assert.Equal((HttpStatusCode.Redirect, "/applications/2"), (one.Status, one.Location)));
        Assert.Equal(["APP-000002"], await ReadReferencesAsync());
    }

    [Fact]
    public async Task One_can_be_marked_as_read_without_following_it_and_the_list_stays_where_it_was()
    {
        await TellAsync(_person, "Something waits", "APP-000001");
        await TellAsync(_person, "Something else waits", "APP-000002");
        const string Mark = "main li form[action$='mark-as-read']";

        var answer = await _client.SubmitFormAsync(await _client.OpenAsync("/notifications"), Mark);
        Assert.Equal("/notifications", answer.Location);
        var page = await _client.FollowAsync(answer);
        Assert.Contains("The notification is marked as read.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Something waits (APP-000001)"], Texts(page));
        Assert.Equal(["APP-000002"], await ReadReferencesAsync());

        Assert.Equal("/notifications?show=all", (await _client.SubmitFormAsync(await _client.OpenAsync("/notifications?show=all"), Mark)).Location);
        Assert.Null((await _client.OpenAsync("/notifications?show=all")).Document.QuerySelector(Mark));
    }

    [Fact]
    public async Task Another_persons_notification_is_not_there()
    {
        var (other, _) = await portal.PersonAsync();
        await TellAsync(other, "For somebody else", "APP-000001");
        await TellAsync(_person, "For me", "APP-000002");
        var form = (IHtmlFormElement)(await _client.OpenAsync("/notifications")).Document.QuerySelector("main li form")!;

        foreach (var path in (string[])[$"/notifications/{_told[0]}/follow", $"/notifications/{_told[0]}/mark-as-read", $"/notifications/{Guid.Empty}/follow", $"/notifications/{Guid.Empty}/mark-as-read", "/notifications/1/follow", "/notifications/1/mark-as-read"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _client.PostAsync(path, Page.Fields(form))).Status);
        }

        Assert.Empty(await ReadReferencesAsync());
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await TellAsync(_person, "Something waits", "APP-000001");
        await _client.OpenAsync("/notifications");
        await _client.OpenAsync("/notifications?show=all");
        Assert.NotEqual(HttpStatusCode.OK, (await _client.GetAsync($"/notifications/{_told[0]}/follow")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await _client.GetAsync($"/notifications/{_told[0]}/mark-as-read")).Status);
        Assert.Empty(await ReadReferencesAsync());
    }

    [Fact]
    public async Task Mark_all_as_read_marks_the_persons_own_alone_and_what_came_after_the_page_was_shown_stays_unread()
    {
        var other = await portal.AddPersonAsync();
        await TellAsync(_person, "One", "APP-000001");
        await TellAsync(_person, "Two", "APP-000002");
        await TellAsync(other, "For somebody else", "APP-000003");
        var looked = await _client.OpenAsync("/notifications");
        await TellAsync(_person, "Overdue since a second ago", "APP-000004");

        var page = await _client.FollowAsync(await _client.SubmitFormAsync(looked, "main form[action$='mark-all-as-read']"));

        Assert.Equal(["Overdue since a second ago (APP-000004)"], Texts(page));
        Assert.Equal(["APP-000001", "APP-000002"], await ReadReferencesAsync());
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(one => one.PersonId == other.Id && one.ReadAt == null)));

        // Sent a second time, it marks nothing more.
        await _client.SubmitFormAsync(looked, "main form[action$='mark-all-as-read']");
        Assert.Equal(["APP-000001", "APP-000002"], await ReadReferencesAsync());
    }

    [Fact]
    public async Task Who_has_read_everything_is_told_so_and_finds_it_again()
    {
        await TellAsync(_person, "One", "APP-000001", read: true);
        var page = await _client.OpenAsync("/notifications");
        Assert.Contains("You have read all your notifications.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(["One (APP-000001)"], Texts(await _client.OpenAsync("/notifications?show=all")));
    }

    [Fact]
    public async Task Somebody_without_notifications_is_told_so() =>
        Assert.Contains("You have no notifications.", (await _client.OpenAsync("/notifications")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_long_list_has_pages_and_no_page_asks_the_database_more_than_six_times()
    {
        for (var number = 1; number <= 26; number++)
        {
            await TellAsync(_person, $"Number {number}", "APP-000001", read: number % 2 == 0);
        }

        foreach (var path in (string[])["/notifications", "/notifications?show=all", "/notifications?show=all&page=2"])
        {
            await _client.OpenAsync(path);
            portal.Statements.Texts.Clear();
            var page = await _client.OpenAsync(path);
            Assert.True(portal.Statements.Texts.Count <= 6, $"{path}: {portal.Statements.Texts.Count} statements");
            Assert.Equal(path.EndsWith("page=2", StringComparison.Ordinal), page.Text.Contains("Showing 26 to 26 of 26", StringComparison.Ordinal));
        }

        Assert.Contains("Showing 1 to 13 of 13", (await _client.OpenAsync("/notifications?page=hostile")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_not_signed_in_is_led_to_the_sign_in()
    {
        var answer = await portal.Anonymous().GetAsync("/notifications");
        Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(Page page) =>
        page.Document.QuerySelectorAll("main li form[action$='follow'] button").Select(button => button.TextContent.Trim());

    private Task<List<string>> ReadReferencesAsync() => portal.UseDatabaseAsync(database => database.Notifications
        .Where(one => one.PersonId == _person.Id && one.ReadAt != null).OrderBy(one => one.Id).Select(one => one.Reference).ToListAsync());

    private async Task TellAsync(Person person, string text, string reference, bool read = false, NotificationKinds kind = NotificationKinds.None)
    {
        var notification = new Notification(person.Id, reference, text, "/applications/2", portal.Now, kind);
        if (read)
        {
            notification.MarkAsRead(portal.Now);
        }

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await AddAsync(notification);
    }

    private Task AddAsync(Notification notification) => portal.UseDatabaseAsync(async database =>
    {
        database.Notifications.Add(notification);
        await database.SaveChangesAsync();
        _told.Add(notification.Key);
    });

    /// <summary>A portal that counts its statements.</summary>
    public sealed class Counted : PortalFactory
    {
        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));
    }
}
