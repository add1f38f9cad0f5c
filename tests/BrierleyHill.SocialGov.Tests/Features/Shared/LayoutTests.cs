using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.Errors;
using Microsoft.AspNetCore.Builder;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

/// <summary>The real layout and error view, and real binding, in a small application of their own.</summary>
public sealed class LayoutTests : IAsyncLifetime
{
    private WebApplication application = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SampleController).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseTestServer();
        builder.Services
            .AddControllersWithViews(options => options.ModelBinderProviders.Insert(0, new DateInputModelBinderProvider()))
            .AddApplicationPart(typeof(PortalHeader).Assembly)
            .AddApplicationPart(typeof(SampleController).Assembly)
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new SampleControllerAlone()));
        application = builder.Build();
        application.MapControllers();
        await application.StartAsync();
        client = application.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(403, 403)]
    [InlineData(404, 404)]
    [InlineData(409, 409)]
    [InlineData(413, 413)]
    [InlineData(500, 500)]
    [InlineData(405, 400)]
    [InlineData(503, 500)]
    public async Task An_error_page_says_what_happened_and_gives_the_number_to_quote(int status, int wordsOf)
    {
        var page = await Page($"/sample/error/{status}");

        Assert.Equal(ErrorPage.For(wordsOf, null).Heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("correlation <1>", page.QuerySelector("code")!.TextContent);
        Assert.All(ErrorPage.For(wordsOf, null).Paragraphs, text => Assert.Contains(text, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_without_a_person_has_the_portal_s_name_and_no_way_into_it()
    {
        var page = await Page("/sample/error/404");

        Assert.Equal("Page not found – Social media portal", page.QuerySelector("title")!.TextContent);
        Assert.Null(page.QuerySelector("nav, form, search"));
    }

    [Fact]
    public async Task A_signed_out_page_has_the_school_s_name()
    {
        var page = await Page("/sample/page?school=Brierley+%3Cb%3E");

        Assert.Equal("Brierley <b>", page.QuerySelector(".sg-header__school")!.TextContent);
        Assert.Null(page.QuerySelector("nav, form, search"));
    }

    [Fact]
    public async Task A_signed_in_page_has_navigation_search_notifications_and_a_way_out()
    {
        var page = await Page("/sample/page?school=Brierley+Hill&person=Sam+%3Cb%3E&unread=3");

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Page not found – Brierley Hill social media portal", page.QuerySelector("title")!.TextContent);
        Assert.Equal("#main-content", page.QuerySelector("body > a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main-content"));
        Assert.Equal("Applications", page.QuerySelector("nav a[aria-current=page]")!.TextContent.Trim());
        Assert.Single(page.QuerySelectorAll("nav [aria-current]"));
        Assert.Equal("Search by reference or name", page.QuerySelector("form[action='/search'][method=get] label[for=portal-search]")!.TextContent);
        Assert.Equal("portal-search", page.QuerySelector("input[name=q]")!.Id);
        Assert.Contains(", 3 unread", page.QuerySelector("a[href='/notifications']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sam <b>", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Version 1", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_the_page_is_inline_or_from_elsewhere()
    {
        var page = await Page("/sample/page?school=Brierley+Hill&person=Sam&unread=3");

        Assert.All(page.Scripts, script => Assert.StartsWith("/dist/", script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload]"));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches("^[/#]", link.GetAttribute("href")!));
        Assert.Contains("/school.css", page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task No_unread_notifications_are_not_counted()
    {
        var page = await Page("/sample/page?school=Brierley+Hill&person=Sam&unread=0");

        Assert.Equal("Notifications", page.QuerySelector("a[href='/notifications']")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_title_of_a_page_with_an_error_says_so()
    {
        var page = await Page("/sample/page?school=Brierley+Hill&wrong=true");

        Assert.StartsWith("Error: Page not found – ", page.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_posts_has_one_antiforgery_token_and_a_fresh_submission_number()
    {
        var first = await Page("/sample/page?school=Brierley+Hill&person=Sam&unread=0");
        var second = await Page("/sample/page?school=Brierley+Hill&person=Sam&unread=0");

        var form = first.QuerySelector("form[method=post][action='/sign-out']")!;
        Assert.True(form.HasAttribute("novalidate"));
        Assert.Single(form.QuerySelectorAll("input[name=__RequestVerificationToken]"));
        Assert.Matches("^[0-9a-f]{32}$", Number(first));
        Assert.NotEqual(Number(first), Number(second));
        Assert.Null(first.QuerySelector("form[method=get] input[type=hidden]"));

        static string Number(IDocument page) => Assert.Single(page.QuerySelectorAll("input[name=SubmissionNumber]")).GetAttribute("value")!;
    }

    [Theory]
    [InlineData("LeavingDate.Day=3&LeavingDate.Month=march&LeavingDate.Year=2026", "2026-03-03", null)]
    [InlineData("LeavingDate.Day=3&LeavingDate.Month=3&LeavingDate.Year=", null, "Leaving date must include a year")]
    [InlineData("LeavingDate.Day=31&LeavingDate.Month=2&LeavingDate.Year=2026", null, "Leaving date must be a real date")]
    [InlineData("LeavingDate.Day=&LeavingDate.Month=&LeavingDate.Year=", null, null)]
    [InlineData("LeavingDate=2026-03-03", "2026-03-03", null)]
    [InlineData("LeavingDate=03/03/2026", null, "Leaving date must be a real date")]
    [InlineData("Reason=x", null, null)]
    public async Task A_date_binds_from_its_fields_or_from_a_link(string form, string? date, string? error)
    {
        var bound = await Bind(form + "&StartDate=2026-01-01");

        Assert.Equal(date, bound.GetProperty("leavingDate").GetString());
        Assert.Equal(error, bound.GetProperty("leavingDateError").GetString());
        Assert.Equal(error is null, bound.GetProperty("isValid").GetBoolean());
    }

    [Fact]
    public async Task A_date_that_may_not_be_empty_asks_for_itself()
    {
        var bound = await Bind("StartDate.Day=&StartDate.Month=&StartDate.Year=");

        Assert.Equal("Enter start date", bound.GetProperty("startDateError").GetString());
    }

    [Fact]
    public async Task A_date_in_a_list_binds()
    {
        var bound = await Bind("StartDate=2026-01-01&Lines[0].Date.Day=1&Lines[0].Date.Month=May&Lines[0].Date.Year=2026");

        Assert.Equal("2026-05-01", bound.GetProperty("lineDate").GetString());
        Assert.True(bound.GetProperty("isValid").GetBoolean());
    }

    private async Task<JsonElement> Bind(string form)
    {
        using var content = new StringContent(form + "&Reason=x", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(new Uri("/sample/bind", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<IDocument> Page(string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
}

/// <summary>Leaves out the portal's own controllers: their services are not here.</summary>
internal sealed class SampleControllerAlone : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        feature.Controllers.Clear();
        feature.Controllers.Add(typeof(SampleController).GetTypeInfo());
    }
}

/// <summary>Pages for <see cref="LayoutTests"/>; the portal itself never sees this controller.</summary>
public sealed class SampleController : Controller
{
    [HttpGet("/sample/error/{status:int}")]
    public IActionResult Error(int status) => View(ErrorPage.ViewPath, ErrorPage.For(status, "correlation <1>"));

    [HttpGet("/sample/page")]
    public IActionResult Page(string school, string? person, int unread, bool wrong)
    {
        if (wrong)
            ModelState.AddModelError("school", "Wrong");
        ViewData[PortalHeader.ViewDataKey] = new PortalHeader(
            school,
            person,
            unread,
            [new NavigationItem("Dashboard", "/", false), new NavigationItem("Applications", "/applications", true)],
            "Version 1");
        return View(ErrorPage.ViewPath, ErrorPage.For(404, null));
    }

    [HttpPost("/sample/bind")]
    public IActionResult Bind(SampleForm form) => Json(new
    {
        form.LeavingDate,
        form.StartDate,
        LineDate = form.Lines.FirstOrDefault()?.Date,
        LeavingDateError = FirstError("LeavingDate"),
        StartDateError = FirstError("StartDate"),
        ModelState.IsValid,
    });

    private string? FirstError(string key) => ModelState[key]?.Errors.FirstOrDefault()?.ErrorMessage;
}
