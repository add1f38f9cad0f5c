using System.Globalization;
using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Infrastructure.Fetching;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Mentions;
using BrierleyHill.SocialGov.Web.Infrastructure.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Mentions;

#pragma warning disable CA1001 // xunit disposes it through IAsyncLifetime.
public sealed class FetchFeedsTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private WebServer _server = null!;
    private PortalFactory _portal = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _portal = new PortalFactory("Testing", new Dictionary<string, string> { ["Fetching:AllowedPrivateHosts"] = $"127.0.0.1:{_server.Port}" });
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Item(int number, DateTimeOffset published, string title = "Title", string text = "Text") =>
        $"<item><title>{WebUtility.HtmlEncode(title)} {number}</title><link>https://news.example/{number}?utm_source=rss</link><guid isPermaLink=\"false\">n-{number}</guid>"
        + $"<description>{WebUtility.HtmlEncode(text)}</description><pubDate>{published.ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>";

    private static string Rss(params string[] items) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title><link>https://news.example/</link><description>d</description>{string.Concat(items)}</channel></rss>";

    private static RequestDelegate Says(string content) => context => context.Response.WriteAsync(content);

    private async Task<PortalClient> AddAsync(string name, string address)
    {
        var (_, keeper) = await _portal.PersonAsync(Roles.PortalManager);
        var added = await keeper.FillAsync("/mentions/feeds/add", ("Name", name), ("Address", address));
        Assert.Equal("/mentions/feeds", added.Location);
        return keeper;
    }

    private Task<int> RunAsync() => _portal.UseAsync(services => services.GetRequiredService<FetchFeeds>().RunAsync(CancellationToken.None));

    private Task<List<PublicMention>> MentionsAsync() => _portal.UseDatabaseAsync(database => database.Mentions.AsNoTracking().OrderBy(mention => mention.Id).ToListAsync());

    private Task<WatchedFeed> FeedAsync() => _portal.UseDatabaseAsync(database => database.WatchedFeeds.AsNoTracking().OrderBy(feed => feed.Id).FirstAsync());

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task What_is_new_waits_as_a_mention_once_as_plain_text()
    {
        var now = PortalFactory.Start;
        await AddAsync("Alerts", _server.Address);
        _server.Answer = Says(Rss(Item(1, now.AddHours(-1), "<b>Award</b> for <script>x()</script>us", "<p>One</p><img src='http://t.example/x.gif'><p>Two &amp; three\u202E</p>"), Item(2, now.AddDays(-30))));
        Assert.Equal(1, await RunAsync());
        var mention = Assert.Single(await MentionsAsync());
        Assert.Equal(("Award for us 1", "One\nTwo & three", "https://news.example/1?utm_source=rss", MentionSource.Feed, MentionStatus.New), (mention.Title, mention.Text, mention.Link, mention.Source, mention.Status));

        Assert.Equal(0, await RunAsync());
        _portal.Clock.Advance(TimeSpan.FromHours(1));
        _server.Answer = Says(Rss(Item(3, now), Item(1, now.AddHours(-1))));
        Assert.Equal(1, await RunAsync());
        Assert.Equal(2, (await MentionsAsync()).Count);
        Assert.Equal(2, (await FeedAsync()).Brought);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public async Task What_a_person_logged_or_left_alone_is_known_again()
    {
        var (_, staff) = await _portal.PersonAsync();
        var (_, leader) = await _portal.PersonAsync(Roles.SeniorLeader);
        var logged = await staff.FillAsync("/mentions/log", ("Link", "http://news.example/1"), ("Text", "Something"));
        await leader.FillAsync(logged.Location + "/decide", ("Form.Scope", "LeftAlone"), ("Form.Because", "Private."));
        await AddAsync("Alerts", _server.Address);
        _server.Answer = Says(Rss(Item(1, PortalFactory.Start)));
        Assert.Equal(0, await RunAsync());
        var mention = Assert.Single(await MentionsAsync());
        Assert.Equal((2, "", "", MentionStatus.OutOfScope), (mention.Sightings.Count, mention.Text, mention.Title, mention.Status));
    }

    [Fact]
    public async Task One_that_fails_stops_no_other_and_waits_longer_each_time()
    {
        var keeper = await AddAsync("Broken", _server.Address + "/broken");
        await AddAsync("Good", _server.Address + "/good");
        await AddAsync("Inside", "http://10.0.0.1/feed");
        _server.Answer = async context =>
        {
            if (context.Request.Path == "/broken")
            {
                context.Response.StatusCode = 500;
                return;
            }

            await context.Response.WriteAsync(Rss(Item(1, PortalFactory.Start)));
        };
        Assert.Equal(1, await RunAsync());
        var broken = await FeedAsync();
        Assert.Equal((1, _portal.Now.AddHours(2), "The address answers with the error 500."), (broken.FailuresInARow, broken.NextFetchAt, broken.Problem));
        var page = await keeper.OpenAsync("/mentions/feeds");
        Assert.Contains("The address answers with the error 500.", page.Text, StringComparison.Ordinal);
        Assert.Contains(FetchErrors.PrivateAddress.Message, page.Text, StringComparison.Ordinal);

        _portal.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal(1, (await FeedAsync()).FailuresInARow);
        await keeper.SubmitFormAsync(page, $"form[action='/mentions/feeds/{broken.Id}/fetch']");
        _server.Answer = Says(Rss());
        await RunAsync();
        Assert.False((await FeedAsync()).HasProblem);
    }

    [Fact]
    public async Task It_asks_for_what_has_changed_alone()
    {
        string? asked = null;
        await AddAsync("Alerts", _server.Address);
        _server.Answer = async context =>
        {
            asked = context.Request.Headers.IfNoneMatch;
            if (asked == "\"v1\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "\"v1\"";
            await context.Response.WriteAsync(Rss(Item(1, PortalFactory.Start)));
        };
        await RunAsync();
        _portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await RunAsync());
        Assert.Equal("\"v1\"", asked);
        var feed = await FeedAsync();
        Assert.Equal((_portal.Now, false, "\"v1\""), (feed.FetchedAt, feed.HasProblem, feed.EntityTag));
    }

    [Fact]
    public async Task Feeds_are_paused_gone_on_with_and_removed_and_never_watched_twice()
    {
        var keeper = await AddAsync("Alerts", _server.Address + "/a");
        var twice = await keeper.FillAsync("/mentions/feeds/add", ("Name", "Again"), ("Address", _server.Address + "/a"));
        Assert.Equal([FeedErrors.WatchedAlready.Message], twice.Errors);
        var wrong = await keeper.FillAsync("/mentions/feeds/add", ("Name", "File"), ("Address", "file:///etc/passwd"));
        Assert.Equal([FeedErrors.AddressWrong.Message], wrong.Errors);
        var feed = await FeedAsync();
        await keeper.SubmitFormAsync(await keeper.OpenAsync("/mentions/feeds"), $"form[action='/mentions/feeds/{feed.Id}/pause']");
        Assert.Equal(0, await RunAsync());
        Assert.Equal(0, _server.Requests);
        await keeper.SubmitFormAsync(await keeper.OpenAsync("/mentions/feeds"), $"form[action='/mentions/feeds/{feed.Id}/resume']");
        await keeper.FillAsync($"/mentions/feeds/{feed.Id}/remove");
        Assert.Equal(FeedStatus.Withdrawn, (await FeedAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/mentions/feeds/{feed.Id}/remove")).Status);
        await AddAsync("Alerts", _server.Address + "/a");
        await _portal.UseDatabaseAsync(async database => Assert.DoesNotContain(
            await database.AuditEvents.AsNoTracking().ToListAsync(), line => line.Changes?.Contains("127.0.0.1", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void A_bomb_a_page_and_whatever_else_is_no_feed_is_refused_in_words()
    {
        static string? Read(string content) => FeedReader.Read(Encoding.UTF8.GetBytes(content), new Uri("https://news.example/feed")).Error?.Code;
        Assert.Equal("Feed.Empty", Read(""));
        Assert.Equal("Feed.NotAFeed", Read("<!DOCTYPE html><html><body>Sign in</body></html>"));
        Assert.Equal("Feed.NotAFeed", Read("not xml"));
        Assert.Equal("Feed.NotAFeed", Read("<rss version=\"2.0\"><channel><item>"));
        Assert.Equal("Feed.NotAFeed", Read("<html/>"));
        Assert.Equal("Feed.NotAFeed", Read("<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss version=\"2.0\"><channel><title>&b;</title></channel></rss>"));
        Assert.Equal("Feed.NotAFeed", Read("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>"));
        Assert.Equal("Feed.NotAFeed", Read("<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Repeat("<x>", 50_000)) + "</channel></rss>"));
        Assert.Equal("Feed.TooManyEntries", Read(Rss(string.Concat(Enumerable.Repeat("<item/>", 100_000)))));
        Assert.Equal("Feed.NotAFeed", Read("<?xml version=\"1.0\" encoding=\"x-nonsense\"?><rss version=\"2.0\"><channel/></rss>"));
    }

    [Fact]
    public void Odd_entries_are_read_as_far_as_they_go()
    {
        static IReadOnlyList<FeedEntry> Read(string content) => FeedReader.Read(Encoding.UTF8.GetBytes(content), new Uri("https://news.example/feed")).Value;
        var rss = Read(Rss(
            "<item/>",
            "<item><title>t</title><link>javascript:alert(1)</link><pubDate>yesterday</pubDate></item>",
            "<item><title>" + new string('x', 5000) + "</title><link>https://u:p@news.example/</link></item>",
            "<item><guid>https://news.example/by-guid</guid></item>"));
        Assert.Equal(4, rss.Count);
        Assert.Equal((null, null), (rss[1].Link, rss[1].PublishedAt));
        Assert.Equal((PublicMention.TitleMaximumLength, null), (rss[2].Title.Length, rss[2].Link));
        Assert.Equal("https://news.example/by-guid", rss[3].Link?.Address);

        var atom = Read("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>f</title><id>i</id><updated>2026-03-10T09:00:00Z</updated><entry><id>tag:1</id><title type=\"html\">&lt;b&gt;School&lt;/b&gt;</title>"
            + "<link href=\"/a?id=1\"/><author><name>Anna</name></author><updated>2026-03-10T08:00:00Z</updated><content type=\"html\">&lt;p&gt;Hello&lt;/p&gt;</content></entry></feed>");
        var entry = Assert.Single(atom);
        Assert.Equal(("tag:1", "School", "Hello", "Anna", "https://news.example/a?id=1"), (entry.EntryId, entry.Title, entry.Text, entry.Author, entry.Link?.Address));
        Assert.Equal(new DateTime(2026, 3, 10, 8, 0, 0, DateTimeKind.Utc), entry.PublishedAt);
    }
}
