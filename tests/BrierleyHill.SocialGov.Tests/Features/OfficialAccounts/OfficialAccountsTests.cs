using System.Net;
using System.Text;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.OfficialAccounts;

/// <summary>The public page: what it tells everybody, what it keeps to itself, and that it can be kept by caches.</summary>
[Trait("Clause", "BEH-2")]
public class OfficialAccountsTests(OfficialAccountsTests.Published portal) : IClassFixture<OfficialAccountsTests.Published>
{
    private const string Facebook = "https://www.facebook.com/brierleyhillprimary";

    [Fact]
    public async Task The_list_names_what_is_in_use_and_nothing_else()
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts");

        Assert.Contains("Brierley Hill Primary News", page.Text, StringComparison.Ordinal);
        Assert.Contains("@brierleyhillprimary", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("dd"), cell => cell.TextContent.Trim() == "10 March 2026");
        Assert.Equal(Facebook, page.Document.QuerySelector($"main a[href='{Facebook}']")?.GetAttribute("href"));
        Assert.DoesNotContain("Hidden", page.Content, StringComparison.Ordinal);
        // A class on a learning platform: that there is one, not the way in.
        Assert.Contains("Year 4 Music Room", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("seesaw.example", page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_name_and_nobodys_address_is_in_any_answer()
    {
        await portal.FillAsync();
        var people = await portal.UseDatabaseAsync(database => database.People.AsNoTracking().ToListAsync());
        Assert.True(people.Count > 10);
        var client = portal.Anonymous();
        foreach (var path in new[]
        {
            "/official-accounts", "/official-accounts.json", "/official-accounts/check?account=" + Uri.EscapeDataString(Facebook),
            "/official-accounts/check.json?account=brierleyhillprimarx", "/official-accounts/check?account=pottery",
        })
        {
            var content = (await client.OpenAsync(path)).Content;
            Assert.All(people, person =>
            {
                Assert.DoesNotContain(person.Surname, content, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(person.Forename, content, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(person.EmailAddress, content, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    [Theory]
    [InlineData("/official-accounts")]
    [InlineData("/official-accounts.json")]
    [InlineData("/official-accounts/check?account=brierleyhillprimary")]
    [InlineData("/official-accounts/check.json?account=brierleyhillprimary")]
    public async Task It_can_be_kept_by_caches_is_the_same_for_everybody_and_sets_no_cookie(string path)
    {
        await portal.FillAsync();
        var anonymous = await portal.Anonymous().OpenAsync(path);
        var (person, head) = await portal.PersonAsync(Roles.SeniorLeader | Roles.Administrator);
        // Late in the session, where any page that reads it would renew it and hand it to the cache.
        portal.Clock.Advance(TimeSpan.FromHours(7));
        var signedIn = await head.OpenAsync(path);
        Assert.True((await head.OpenAsync("/accounts")).Headers.Contains("Set-Cookie"));

        Assert.Equal(anonymous.Content, signedIn.Content);
        Assert.DoesNotContain(person.Surname, signedIn.Content, StringComparison.Ordinal);
        foreach (var page in new[] { anonymous, signedIn })
        {
            Assert.Equal("public, max-age=300", page.Headers.CacheControl?.ToString());
            Assert.NotNull(page.Headers.ETag);
            Assert.False(page.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain("Cookie", page.Headers.Vary, StringComparer.OrdinalIgnoreCase);
        }

        Assert.Equal(anonymous.Headers.ETag, signedIn.Headers.ETag);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(anonymous.Headers.ETag!);
        var again = await portal.Anonymous().SendAsync(request);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Content));
        Assert.Equal(anonymous.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Another_list_has_another_tag()
    {
        await portal.FillAsync();
        var before = (await portal.Anonymous().OpenAsync("/official-accounts")).Headers.ETag;
        await portal.AddLiveAccountAsync(name: "Chess Results", address: "https://www.facebook.com/chessresults.brierley");

        var request = new HttpRequestMessage(HttpMethod.Get, "/official-accounts");
        request.Headers.IfNoneMatch.Add(before!);
        var after = await portal.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("Chess Results", after.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, after.Headers.ETag);
    }

    [Fact]
    public async Task An_ordinary_page_is_kept_by_nobody_and_still_knows_who_looks()
    {
        var (person, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/accounts");

        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Contains(person.Surname, page.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Facebook, "Yes, this is an official account of")]
    [InlineData("@brierleyhillprimary", "Only on Facebook")]
    [InlineData("https://www.facebook.com/brierleyhillprimary/posts/1", "We cannot tell from this")]
    [InlineData("https://www.facebook.com/brierleyhillprimary.official", "No. Be careful: it only looks like the school’s")]
    [InlineData("https://www.instagram.com/brierleyhillprimary", "No. Be careful: it only looks like the school’s")]
    [InlineData("https://www.facebook.com/dudleytennisclub", "No, this is not an official account of")]
    [InlineData("https://www.facebook.com/hiddensuspended", "No, this is not an official account of")]
    [InlineData("https://www.facebook.com/hiddenclosed", "No, this is not an official account of")]
    [InlineData("https://www.facebook.com/hiddenawaiting", "No, this is not an official account of")]
    [InlineData("", "Paste an address or a handle")]
    public async Task The_answer_is_given_in_words(string pasted, string heading)
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts/check?account=" + Uri.EscapeDataString(pasted));

        Assert.StartsWith(heading, page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(pasted, page.ValueOf("account"));
    }

    [Fact]
    public async Task A_look_alike_is_told_with_what_the_school_has_and_what_to_do()
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts/check?account=https%3A%2F%2Fwww.tiktok.com%2F%40brierleyhillprimary");

        Assert.Contains("The school has “Brierley Hill Primary News” on Facebook (@brierleyhillprimary)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tell the school office.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/\"onmouseover=\"alert(1)")]
    [InlineData("%00%0d%0aSet-Cookie: a=b")]
    public async Task Hostile_text_stays_text(string pasted)
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts/check?account=" + Uri.EscapeDataString(pasted));

        Assert.Equal(pasted, page.ValueOf("account"));
        Assert.Empty(page.Document.QuerySelectorAll("script, main img, [onmouseover], [onerror]"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? ""), href => href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        Assert.False(page.Headers.Contains("Set-Cookie"));
        var json = await portal.Anonymous().OpenAsync("/official-accounts/check.json?account=" + Uri.EscapeDataString(pasted));
        Assert.DoesNotContain("<", json.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", json.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_as_json_has_these_names()
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts.json");

        Assert.Equal("application/json", page.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(page.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Credentials"));
        var root = JsonDocument.Parse(page.Content).RootElement;
        Assert.Equal(["school", "accounts"], root.EnumerateObject().Select(field => field.Name));
        var account = root.GetProperty("accounts").EnumerateArray().Single(found => found.GetProperty("name").GetString() == "Brierley Hill Primary News");
        Assert.Equal(
            [("name", "Brierley Hill Primary News"), ("platform", "facebook"), ("platformName", "Facebook"), ("handle", "@brierleyhillprimary"), ("address", Facebook), ("visibility", "open"), ("since", "2026-03-10")],
            account.EnumerateObject().Select(field => (field.Name, field.Value.GetString()!)));
        var room = root.GetProperty("accounts").EnumerateArray().Single(found => found.GetProperty("platform").GetString() == "learningplatform");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "closed"), (room.GetProperty("handle").ValueKind, room.GetProperty("address").ValueKind, room.GetProperty("visibility").GetString()));
    }

    [Theory]
    [InlineData(Facebook, "yes", true)]
    [InlineData("@brierleyhillprimary", "only-there", null)]
    [InlineData("https://x.com/brierleyhillpri", "looks-alike", false)]
    [InlineData("https://x.com/pottery", "no", false)]
    [InlineData("https://x.com/pottery/status/1", "cannot-tell", null)]
    public async Task The_answer_as_json_has_these_names(string pasted, string answer, bool? official)
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts/check.json?account=" + Uri.EscapeDataString(pasted));

        var root = JsonDocument.Parse(page.Content).RootElement;
        Assert.Equal(["school", "answer", "official", "heading", "means", "whatToDo", "accounts"], root.EnumerateObject().Select(field => field.Name));
        Assert.Equal(answer, root.GetProperty("answer").GetString());
        Assert.Equal(official, root.GetProperty("official").ValueKind == JsonValueKind.Null ? null : root.GetProperty("official").GetBoolean());
        Assert.Equal("*", Assert.Single(page.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/official-accounts/check.json")]
    [InlineData("/official-accounts/check.json?account=")]
    [InlineData("/official-accounts/check.json?account=LONG")]
    public async Task A_question_without_a_question_or_too_long_is_refused_and_not_kept(string path)
    {
        var page = await portal.Anonymous().GetAsync(path.Replace("LONG", new string('a', 401), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("cannot-tell", JsonDocument.Parse(page.Content).RootElement.GetProperty("answer").GetString());
        Assert.Null(page.Headers.ETag);
        Assert.False(page.Headers.CacheControl?.Public ?? false);
    }

    [Fact]
    public async Task The_code_of_another_channel_is_not_the_schools_whatever_the_database_thinks_of_case()
    {
        await portal.FillAsync();
        var page = await portal.Anonymous().OpenAsync("/official-accounts/check.json?account=" + Uri.EscapeDataString("https://whatsapp.com/channel/0029vaAbCdEfGhIjKlMnOp"));

        Assert.False(JsonDocument.Parse(page.Content).RootElement.GetProperty("official").GetBoolean());
    }

    [Fact]
    public async Task What_was_asked_is_in_no_log()
    {
        await portal.FillAsync();
        await portal.Anonymous().OpenAsync("/official-accounts/check?account=plantedquestion");

        Assert.DoesNotContain("plantedquestion", portal.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_setting_is_off_there_is_no_such_page()
    {
        await using var closed = new PortalFactory();
        foreach (var path in new[] { "/official-accounts", "/official-accounts.json", "/official-accounts/check?account=x", "/official-accounts/check.json?account=x" })
        {
            var page = await closed.Anonymous().GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.False(page.Headers.CacheControl?.Public ?? false);
        }
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait_and_the_list_stays_open()
    {
        await using var busy = new PortalFactory("Testing", new Dictionary<string, string> { ["PublicRegister:Enabled"] = "true", ["PublicRegister:ChecksPerMinute"] = "2" });
        var client = busy.Anonymous();
        await client.OpenAsync("/official-accounts/check?account=x");
        await client.OpenAsync("/official-accounts/check.json?account=x");

        var refused = await client.GetAsync("/official-accounts/check?account=x");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("60", refused.Headers.RetryAfter?.ToString());
        Assert.Contains("Wait a minute, then try again.", refused.Text, StringComparison.Ordinal);
        await client.OpenAsync("/official-accounts");
    }

    [Fact]
    public async Task The_page_works_without_script_and_asks_nobody_else_for_anything()
    {
        var page = await portal.Anonymous().OpenAsync("/official-accounts");

        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Equal("get", page.Document.QuerySelector("main form")!.GetAttribute("method"));
        Assert.Null(page.Document.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.All(page.Document.QuerySelectorAll("link[href]"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("index, follow", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(Encoding.UTF8.GetByteCount(page.Content) < 100_000);
    }

    /// <summary>A portal with the page on, and accounts in every status.</summary>
    public sealed class Published : PortalFactory
    {
        private readonly SemaphoreSlim _once = new(1, 1);
        private bool _filled;

        public async Task FillAsync()
        {
            await _once.WaitAsync();
            try
            {
                if (_filled)
                {
                    return;
                }

                await this.AddLiveAccountAsync(name: "Brierley Hill Primary News", address: Facebook, openness: Openness.Open);
                await this.AddLiveAccountAsync(name: "Weather Closures", address: "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp", platform: Platform.WhatsAppChannel);
                await this.AddLiveAccountAsync(name: "Year 4 Music Room", address: "https://app.seesaw.example/class/7", platform: Platform.LearningPlatform);
                await this.AddLiveAccountAsync(name: "Hidden Suspended", address: "https://www.facebook.com/hiddensuspended", status: AccountStatus.Suspended);
                await this.AddLiveAccountAsync(name: "Hidden Closed", address: "https://www.facebook.com/hiddenclosed", status: AccountStatus.Closed);
                await this.AddLiveAccountAsync(name: "Hidden Awaiting", address: "https://www.facebook.com/hiddenawaiting", status: AccountStatus.AwaitingCreation);
                await this.AddLiveAccountAsync(name: "Hidden Without Address", address: null);
                _filled = true;
            }
            finally
            {
                _once.Release();
            }
        }

        public override async ValueTask DisposeAsync()
        {
            _once.Dispose();
            await base.DisposeAsync();
        }

        protected override void Configure(IWebHostBuilder builder)
        {
            builder.UseSetting("PublicRegister:Enabled", "true");
            builder.UseSetting("PublicRegister:ChecksPerMinute", "10000");
        }
    }
}
