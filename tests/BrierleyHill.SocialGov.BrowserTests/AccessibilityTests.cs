using BrierleyHill.SocialGov.BrowserTests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>Axe finds nothing on any page (WCAG 2.2 AA), at a desk and on a phone.</summary>
[Collection(DemonstrationPortalFixture.Name)]
public sealed class AccessibilityTests(DemonstrationPortal demonstration)
{
    public static TheoryData<string?, string, int> Pages => PagesOf(person => person != People.Head);

    /// <summary>The pages that these people look at.</summary>
    internal static TheoryData<string?, string, int> PagesOf(Func<string?, bool> isLookedAtBy)
    {
        var data = new TheoryData<string?, string, int>();
        foreach (var page in PageTable.Pages.Where(page => isLookedAtBy(page.Person)))
        {
            data.Add(page.Person, page.Address, page.Status);
        }

        return data;
    }

    [Fact]
    public async Task Every_endpoint_that_answers_GET_is_in_the_table()
    {
        var storage = Directory.CreateTempSubdirectory("social-gov-endpoints-");
        try
        {
            List<string> endpoints;
            await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
                .UseEnvironment("Development")
                .UseSetting("Storage:Directory", storage.FullName)
                .UseSetting("Demonstration:Fill", "false")
                .UseSetting("Jobs:Enabled", "false")))
            {
                endpoints = [.. factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                    .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET"))
                    .Select(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') ?? "")
                    .Distinct(StringComparer.Ordinal)];
            }

            Assert.True(endpoints.Count > 20, $"Only {endpoints.Count} endpoints were found.");
            var known = PageTable.Pages.Select(page => page.Pattern).Concat(PageTable.NotPages).Concat(PageTable.LookedAtOnTheWay).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(endpoints.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Axe_finds_a_picture_without_words()
    {
        var visitor = await demonstration.VisitAsync(null, Screen.Desk);
        await visitor.Page.SetContentAsync(
            "<!DOCTYPE html><html lang=en-GB><title>Wrong</title><main><h1>Wrong</h1><p>Words</p><ul><li>One</li></ul><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></main></html>");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.FindsNothingAsync(visitor.Page, Screen.Desk));
        await visitor.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_on(string? person, string address, int status) => LookAtAsync(demonstration, person, address, status);

    /// <summary>Goes to a page and looks at it, at a desk and on a phone.</summary>
    internal static async Task LookAtAsync(DemonstrationPortal demonstration, string? person, string address, int status)
    {
        var path = await demonstration.FillAsync(address);
        var visitor = await demonstration.LookAsync(person, Screen.Desk);
        IResponse? answer = null;
        await visitor.ComeAsync(async () => answer = await visitor.Page.GotoAsync(path));
        Assert.Equal(status, answer?.Status);
        Assert.Equal(path, new Uri(visitor.Page.Url).PathAndQuery);
        await LookAsync(visitor);
    }

    [Theory]
    [InlineData(null, "/sign-in", "Sign in")]
    [InlineData(null, "/forgotten-password", "Send the link")]
    [InlineData(null, "/invitation/{invitation}", "Set password and sign in")]
    [InlineData(People.Staff, "/change-password", "Change password")]
    [InlineData(People.Office, "/people/invite", "Send the invitation")]
    [InlineData(People.Office, "/people/{person:Nowak}/deactivate", "Deactivate")]
    [InlineData(People.Head, "/applications/{application:Okafor:Science Club}/decide", "Record your decision")]
    public async Task Axe_finds_nothing_on_the_form_sent_empty(string? person, string address, string button)
    {
        var visitor = await demonstration.LookAsync(person, Screen.Desk);
        await visitor.OpenAsync(await demonstration.FillAsync(address));
        await visitor.ComeAsync(() => visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());
        await HasErrorsAsync(visitor);
        await LookAsync(visitor);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_an_impossible_date()
    {
        var visitor = await demonstration.LookAsync(People.Office, Screen.Desk);
        await visitor.OpenAsync(await demonstration.FillAsync("/people/{person:Nowak}/leaving-date"));
        await visitor.FillAsync("Day", "31");
        await visitor.FillAsync("Month", "2");
        await visitor.FillAsync("Year", "2027");
        await visitor.ComeAsync(() => visitor.Page.Locator("main form button").First.ClickAsync());
        await HasErrorsAsync(visitor);
        await LookAsync(visitor);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_text_that_is_too_long()
    {
        var visitor = await demonstration.LookAsync(People.Staff, Screen.Desk);
        await visitor.OpenAsync(await demonstration.FillAsync("/applications/{application:Karim:Reading Corner}/platform-and-name"));
        await visitor.FillAsync("Proposed name of the account", new string('w', 2000));
        await visitor.PressAsync("Save and continue");
        await HasErrorsAsync(visitor);
        await LookAsync(visitor);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_pages_that_a_form_leads_to()
    {
        var visitor = await demonstration.LookAsync(People.Officer, Screen.Desk);
        await visitor.OpenAsync("/audit");
        await visitor.PressAsync("Check that the audit is whole");
        await LookAsync(visitor);

        var nobody = await demonstration.LookAsync(null, Screen.Desk);
        await nobody.OpenAsync("/forgotten-password");
        await nobody.FillAsync("E-mail address", "nobody@school.example");
        await nobody.PressAsync("Send the link");
        await LookAsync(nobody);
    }

    private static async Task HasErrorsAsync(Visitor visitor) =>
        Assert.Equal(1, await visitor.Page.Locator(".govuk-error-summary").CountAsync());

    /// <summary>The page as it is, at a desk and on a phone.</summary>
    internal static async Task LookAsync(Visitor visitor)
    {
        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone])
        {
            await visitor.LookOnAsync(screen);
            await visitor.FitsAsync();
            await Pictures.TakeForReviewAsync(visitor.Page, screen);
            await Axe.FindsNothingAsync(visitor.Page, screen);
        }

        await visitor.CheckAsync();
    }
}

/// <summary>The pages that a senior leader looks at, more than anybody else's: beside the others, on a portal of their own.</summary>
public sealed class LeaderAccessibilityTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    public static TheoryData<string?, string, int> Pages => AccessibilityTests.PagesOf(person => person == People.Head);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_on(string? person, string address, int status) => AccessibilityTests.LookAtAsync(demonstration, person, address, status);
}
