using System.Net;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Notifications;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
public sealed class NotificationsPageTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFactory _portal = new();
    private Person _person = null!;
    private PortalClient _client = null!;

    public async Task InitializeAsync() => (_person, _client) = await _portal.PersonAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_person_sees_their_own_with_the_unread_first_and_then_the_newest()
    {
        var other = await _portal.AddPersonAsync();
        await TellAsync(_person, "Read long ago", "APP-000001", read: true);
        await TellAsync(_person, "Older and unread", "APP-000002");
        await TellAsync(_person, "Read just now", "APP-000003", read: true);
        await TellAsync(_person, "Newer and <b>unread</b>", "APP-000004");
        await TellAsync(other, "For somebody else", "APP-000005");

        var page = await _client.OpenAsync("/notifications");

        Assert.Equal(
            ["Newer and <b>unread</b> (APP-000004)", "Older and unread (APP-000002)", "Read just now (APP-000003)", "Read long ago (APP-000001)"],
            page.Document.QuerySelectorAll("main li button").Select(button => button.TextContent.Trim()));
        Assert.Equal(2, page.Document.QuerySelectorAll("main li .govuk-tag").Length);
        Assert.Contains("You have 2 unread notifications.", page.Text, StringComparison.Ordinal);
        Assert.Contains("10 March 2026 at 10:03am", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("For somebody else", page.Content, StringComparison.Ordinal);
        Assert.Contains("2 unread", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_one_marks_it_as_read_and_leads_to_its_page_also_a_second_time()
    {
        await TellAsync(_person, "Something waits", "APP-000001");
        await TellAsync(_person, "Something else waits", "APP-000002");
        var page = await _client.OpenAsync("/notifications");

        var answer = await _client.SubmitFormAsync(page, "main li form");
        var again = await _client.SubmitFormAsync(page, "main li form");
        var later = await _client.SubmitFormAsync(await _client.OpenAsync("/notifications"), "main li:last-child form");

        Assert.All([answer, again, later], one => Assert.Equal((HttpStatusCode.Redirect, "/applications/2"), (one.Status, one.Location)));
        Assert.Equal(["APP-000002"], await ReadReferencesAsync());
    }

    [Fact]
    public async Task Another_persons_notification_is_not_there()
    {
        var (other, _) = await _portal.PersonAsync();
        await TellAsync(other, "For somebody else", "APP-000001");
        await TellAsync(_person, "For me", "APP-000002");
        var form = (IHtmlFormElement)(await _client.OpenAsync("/notifications")).Document.QuerySelector("main li form")!;

        Assert.Equal(HttpStatusCode.NotFound, (await _client.PostAsync("/notifications/1/follow", Page.Fields(form))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.PostAsync("/notifications/999/follow", Page.Fields(form))).Status);
        Assert.Empty(await ReadReferencesAsync());
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await TellAsync(_person, "Something waits", "APP-000001");
        await _client.OpenAsync("/notifications");
        Assert.NotEqual(HttpStatusCode.OK, (await _client.GetAsync("/notifications/1/follow")).Status);
        Assert.Empty(await ReadReferencesAsync());
    }

    [Fact]
    public async Task Mark_all_as_read_marks_the_persons_own_alone()
    {
        var other = await _portal.AddPersonAsync();
        await TellAsync(_person, "One", "APP-000001");
        await TellAsync(_person, "Two", "APP-000002");
        await TellAsync(other, "For somebody else", "APP-000003");

        var page = await _client.FollowAsync(await _client.SubmitFormAsync(await _client.OpenAsync("/notifications"), "main form[action$='mark-all-as-read']"));

        Assert.Contains("You have read all your notifications.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form[action$='mark-all-as-read']"));
        Assert.Equal(["APP-000001", "APP-000002"], await ReadReferencesAsync());
    }

    [Fact]
    public async Task Somebody_without_notifications_is_told_so() =>
        Assert.Contains("You have no notifications.", (await _client.OpenAsync("/notifications")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_long_list_has_pages()
    {
        for (var number = 1; number <= 26; number++)
        {
            await TellAsync(_person, $"Number {number}", "APP-000001");
        }

        Assert.Contains("Showing 26 to 26 of 26", (await _client.OpenAsync("/notifications?page=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_not_signed_in_is_led_to_the_sign_in()
    {
        var answer = await _portal.Anonymous().GetAsync("/notifications");
        Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal);
    }

    private Task<List<string>> ReadReferencesAsync() => _portal.UseDatabaseAsync(database =>
        database.Notifications.Where(one => one.ReadAt != null).OrderBy(one => one.Id).Select(one => one.Reference).ToListAsync());

    private Task TellAsync(Person person, string text, string reference, bool read = false) => _portal.UseDatabaseAsync(async database =>
    {
        var notification = new Notification(person.Id, reference, text, "/applications/2", _portal.Now);
        if (read)
        {
            notification.MarkAsRead(_portal.Now);
        }

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        database.Notifications.Add(notification);
        await database.SaveChangesAsync();
    });
}
