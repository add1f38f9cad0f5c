using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>What nobody should send gets a clear answer, and is shown and kept as what it is: text.</summary>
public class ApplicationBadInputTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Script = "<script>alert('x')</script><b>&amp;\"'";

    private async Task<(int Id, Person Applicant, PortalClient Client)> DraftAsync()
    {
        var (applicant, client) = await portal.PersonAsync();
        return (await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync(), ApplicationStatus.Draft), applicant, client);
    }

    [Fact]
    public async Task Html_and_script_in_every_text_field_are_shown_as_text_on_every_page()
    {
        var (applicant, client) = await portal.PersonAsync();
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader | Roles.PortalManager | Roles.Administrator);
        var marked = BusinessCaseForms.Texts.Select((text, index) => (text.Field, Text: $"m{index}{Script}")).ToDictionary(text => text.Field, text => text.Text, StringComparer.Ordinal);
        var id = await client.WriteAsync(lead, deputy, field => marked[field]);
        void Shows(Page page, params string[] fields)
        {
            Assert.DoesNotContain("<script>alert", page.Content, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
            Assert.Empty(page.Document.QuerySelectorAll("main b"));
            Assert.All(fields, field => Assert.Contains(marked[field], page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        }

        string[] all = [.. BusinessCaseForms.Texts.Select(text => text.Field)];
        Shows(await client.OpenAsync($"/applications/{id}/tasks"), "ProposedName");
        foreach (var (section, field, _) in BusinessCaseForms.Texts)
        {
            var page = await client.OpenAsync($"/applications/{id}/{section}");
            Shows(page);
            Assert.Equal(marked[field], page.ValueOf(field));
        }

        Shows(await client.OpenAsync($"/applications/{id}/check"), all);
        await client.FillAsync($"/applications/{id}/check");
        Shows(await client.OpenAsync($"/applications/{id}/submitted"));
        Shows(await client.OpenAsync($"/applications/{id}/withdraw"), "ProposedName");
        Shows(await leader.OpenAsync("/"), "ProposedName");
        Shows(await client.OpenAsync("/"), "ProposedName");
        Shows(await leader.OpenAsync("/applications"), "ProposedName");
        Shows(await leader.OpenAsync($"/applications/{id}"), all);
        Shows(await leader.OpenAsync($"/applications/{id}/decide"), all);
        await leader.FillAsync($"/applications/{id}/decide", ("Form.Outcome", "ChangesRequested"), ("Form.Reasons", "asked" + Script));
        var tasks = await client.OpenAsync($"/applications/{id}/tasks");
        Shows(tasks);
        Assert.Contains("asked" + Script, tasks.Text, StringComparison.Ordinal);
        await client.FillAsync($"/applications/{id}/aim", ("Aim", "other" + Script));
        await client.FillAsync($"/applications/{id}/check", ("Form.Note", "note" + Script));
        var decide = await leader.OpenAsync($"/applications/{id}/decide");
        Shows(decide);
        Assert.Contains("note" + Script, decide.Text, StringComparison.Ordinal);
        Assert.Contains($"Before: {marked["Aim"]}", decide.Text, StringComparison.Ordinal);
        await leader.FillAsync($"/applications/{id}/decide", BusinessCaseForms.Approval("conditions" + Script));

        var register = await portal.UseDatabaseAsync(database => database.Accounts.Where(account => account.ApplicationId == id).Select(account => account.Id).SingleAsync());
        Shows(await leader.OpenAsync($"/applications/{id}"));
        Shows(await leader.OpenAsync("/accounts"), "ProposedName", "PlatformName");
        Shows(
            await leader.OpenAsync($"/accounts/{register}"), "ProposedName", "PlatformName", "Audience", "OpennessReason", "ResponseArrangements", "ForwardingArrangements");
        Shows(await leader.OpenAsync("/accounts/awaiting-creation"), "ProposedName");
        Assert.Contains("conditions" + Script, (await leader.OpenAsync("/accounts/awaiting-creation")).Text, StringComparison.Ordinal);
        Shows(await leader.OpenAsync($"/audit?Record=APP-{id}"), "ProposedName");
        Shows(await leader.OpenAsync("/search?q=" + Uri.EscapeDataString(Script)));
        Shows(await leader.OpenAsync("/applications?Text=" + Uri.EscapeDataString(Script)));
        Shows(await leader.OpenAsync("/accounts?Text=" + Uri.EscapeDataString(Script)));
        Shows(await leader.OpenAsync("/notifications"));
    }

    public static IEnumerable<object[]> Texts => BusinessCaseForms.Texts.Select(text => new object[] { text.Section, text.Field, text.Limit });

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Post_section_WhenATextIsTooLong_ReturnsErrorAndKeepsIt(string section, string field, int limit)
    {
        var (id, applicant, client) = await DraftAsync();
        var text = new string('x', limit + 1);
        var answers = BusinessCaseForms.Answers(section, applicant, applicant, name => name == field ? text : "Other");

        var page = await client.FillAsync($"/applications/{id}/{section}", answers);

        Assert.Equal((HttpStatusCode.BadRequest, text), (page.Status, page.ValueOf(field)));
        Assert.Matches($"^Your answer to “.+” must be {limit:N0} characters or fewer\\.$", Assert.Single(page.Errors));
        Assert.Contains("govuk-error-message", page.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "Form.Note")]
    [InlineData("withdraw", "Form.Reasons")]
    public async Task Post_WhenAReasonIsTooLong_ReturnsErrorAndKeepsIt(string route, string field)
    {
        var (applicant, client) = await portal.PersonAsync();
        var id = await portal.AddApplicationAsync(
            applicant, applicant, await portal.AddPersonAsync(), ApplicationStatus.ChangesRequested, await portal.AddPersonAsync(Roles.SeniorLeader));
        var text = new string('x', 2001);

        var page = await client.FillAsync($"/applications/{id}/{route}", (field, text));

        Assert.Equal((HttpStatusCode.BadRequest, text), (page.Status, page.ValueOf(field)));
        Assert.Matches("^Your answer to “.+” must be 2,000 characters or fewer\\.$", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Post_decide_WhenReasonsAreTooLong_ReturnsErrorAndKeepsThem()
    {
        var applicant = await portal.AddPersonAsync();
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync());
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var text = new string('x', 2001);

        var page = await leader.FillAsync($"/applications/{id}/decide", ("Form.Outcome", "Rejected"), ("Form.Reasons", text));

        Assert.Equal((HttpStatusCode.BadRequest, text, "Rejected"), (page.Status, page.ValueOf("Form.Reasons"), page.ValueOf("Form.Outcome")));
        Assert.Matches("^Your answer to “.+” must be 2,000 characters or fewer\\.$", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Post_section_WhenATextOf2000CharactersHasLineEndsOfTwo_IsSavedWhole()
    {
        var (id, _, client) = await DraftAsync();
        var typed = string.Join("\r\n", Enumerable.Repeat("123456789", 200)) + "\r\nx";
        Assert.Equal(2001, typed.Replace("\r\n", "\n", StringComparison.Ordinal).Length);
        typed = typed[..^3] + "x";

        var saved = await client.FillAsync($"/applications/{id}/aim", ("Aim", typed));

        Assert.Equal($"/applications/{id}/tasks", saved.Location);
        var kept = await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Aim).SingleAsync());
        Assert.Equal(2000, kept.Length);
        Assert.Equal(typed.Replace("\r\n", "\n", StringComparison.Ordinal), kept);
    }

    [Fact]
    public async Task Post_section_WhenATextHoldsControlCharacters_IsSavedWithoutThem()
    {
        var (id, _, client) = await DraftAsync();

        Assert.Equal($"/applications/{id}/tasks", (await client.FillAsync($"/applications/{id}/aim", ("Aim", " a\u0001b\u202Ec\u001b\r\nd "))).Location);

        Assert.Equal("abc\nd", await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Aim).SingleAsync()));
    }

    [Fact]
    public async Task Post_section_WhenATextHoldsANul_ReturnsAPageThatExplains()
    {
        var (id, _, client) = await DraftAsync();

        var page = await client.FillAsync($"/applications/{id}/aim", ("Aim", "a\u0000b"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("The portal could not use what you sent", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task Unknown_and_impossible_numbers_are_not_found_on_any_route(string id)
    {
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader | Roles.Administrator);
        var form = ApplicationRefusalTests.Form(await client.OpenAsync("/applications/start"));
        string[] pages = ["/check", "/withdraw", "/decide", .. BusinessCaseForms.Sections.Select(section => "/" + section)];
        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await client.GetAsync($"/applications/{id}{page}")).Status));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await client.PostAsync($"/applications/{id}{page}", Page.Fields(form))).Status));
        }

        foreach (var address in new[] { $"/applications/{id}", $"/applications/{id}/tasks", $"/applications/{id}/submitted", $"/accounts/{id}" })
        {
            var page = await client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, page.Status));
            Assert.Contains("Page not found", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_section_is_not_found()
    {
        var (id, _, client) = await DraftAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/applications/{id}/bogus")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/applications/{id}/0")).Status);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public async Task Post_administrators_WhenNumbersAreForged_ReturnsError()
    {
        var (id, applicant, client) = await DraftAsync();
        var invited = await portal.UseDatabaseAsync(async database =>
        {
            var person = BrierleyHill.SocialGov.Tests.Support.People.Invited(Roles.None, "Not", "Here", portal.Now);
            database.People.Add(person);
            await database.SaveChangesAsync();
            return person;
        });
        (string Name, string Value)[] mine = [("LeadId", BusinessCaseForms.Number(applicant))];
        foreach (var forged in new[] { "2147483647", "0", "-5", "99999999999", "x", BusinessCaseForms.Number(invited), BusinessCaseForms.Number(applicant) })
        {
            var page = await client.FillAsync($"/applications/{id}/administrators", [.. mine, ("DeputyIds", forged)]);
            Assert.Equal((forged, HttpStatusCode.BadRequest), (forged, page.Status));
            Assert.NotEmpty(page.Errors);
            var lead = await client.FillAsync($"/applications/{id}/administrators", ("LeadId", forged), ("DeputyIds", BusinessCaseForms.Number(applicant)));
            Assert.Equal((forged, HttpStatusCode.BadRequest), (forged, lead.Status));
        }

        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Administrators.Count).SingleAsync()));
    }

    [Theory]
    [InlineData("platform-and-name", "Platform", "999")]
    [InlineData("platform-and-name", "Platform", "Bogus")]
    [InlineData("platform-and-name", "Kind", "-1")]
    [InlineData("openness", "Openness", "7")]
    [InlineData("settings", "Comments", "99")]
    [InlineData("settings", "FollowersApproved", "maybe")]
    [InlineData("personal-data", "ProcessesPersonalData", "2")]
    [InlineData("aim", "Version", "x")]
    [InlineData("aim", "Version", "99999999999")]
    public async Task Post_section_WhenAValueIsForged_ReturnsErrorAndSavesNothing(string section, string field, string value)
    {
        var (id, _, client) = await DraftAsync();
        var before = await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Version).SingleAsync());

        var page = await client.FillAsync($"/applications/{id}/{section}", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.DoesNotContain(page.Errors, error => error.Contains(value, StringComparison.Ordinal));
        Assert.Equal(before, await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Version).SingleAsync()));
    }

    [Theory]
    [InlineData("Form.Outcome", "99")]
    [InlineData("Form.Outcome", "Bogus")]
    [InlineData("Form.Weighed", "255")]
    [InlineData("Form.Weighed", "16")]
    [InlineData("Form.Weighed", "Bogus")]
    [InlineData("Form.Version", "-")]
    public async Task Post_decide_WhenAValueIsForged_ReturnsErrorAndDecidesNothing(string field, string value)
    {
        var applicant = await portal.AddPersonAsync();
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync());
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var answers = BusinessCaseForms.Approval("Typed.").Where(answer => answer.Name != field).Append((field, value)).ToArray();

        var page = await leader.FillAsync($"/applications/{id}/decide", answers);

        Assert.Equal((HttpStatusCode.BadRequest, "Typed."), (page.Status, page.ValueOf("Form.Reasons")));
        Assert.NotEmpty(page.Errors);
        Assert.Equal(ApplicationStatus.Submitted, await portal.UseDatabaseAsync(database => database.Applications.Where(one => one.Id == id).Select(one => one.Status).SingleAsync()));
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_ReturnsAPageThatExplainsAndNamesTheRequest()
    {
        var (id, _, client) = await DraftAsync();
        var form = ApplicationRefusalTests.Form(await client.OpenAsync($"/applications/{id}/aim"));

        foreach (var token in new[] { null, "forged" })
        {
            var fields = Page.Fields(form, ("Aim", "Changed.")).Where(field => field.Key != "__RequestVerificationToken").ToList();
            var page = await client.PostAsync($"/applications/{id}/aim", token is null ? fields : [.. fields, new("__RequestVerificationToken", token)]);

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("The portal could not use what you sent", page.Text, StringComparison.Ordinal);
            Assert.Contains("reload the page and try again", page.Text, StringComparison.Ordinal);
            Assert.Matches("give this number: [0-9a-f]{32}", page.Text);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_WhenTheBodyIs10Megabytes_ReturnsAPageThatSaysSo(bool announced)
    {
        var (id, _, client) = await DraftAsync();
        var form = ApplicationRefusalTests.Form(await client.OpenAsync($"/applications/{id}/aim"));
        using var whole = new FormUrlEncodedContent(Page.Fields(form, ("Aim", "x")));
        var body = await whole.ReadAsStringAsync() + new string('x', 10 * 1024 * 1024);
        using HttpContent content = announced ? new StringContent(body) : new StreamContent(new Unannounced(Encoding.ASCII.GetBytes(body)));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var page = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/applications/{id}/aim") { Content = content });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("What you sent is too large", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToARealServer_WhenTheBodyIs10Megabytes_ReturnsAPageThatSaysSo()
    {
        // As behind a proxy that ends TLS: plain http alone is led to https.
        await using var own = new PortalFactory("Testing", new Dictionary<string, string> { ["FORWARDEDHEADERS_ENABLED"] = "true" });
        own.UseKestrel(0);
        own.StartServer();
        var address = own.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        // The client waits for a word before it sends the body, and so reads the answer for certain.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StringContent(new string('x', 10 * 1024 * 1024)) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.ExpectContinue = true;
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("What you sent is too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // A body that does not say how long it is.
    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
