using AngleSharp.Dom;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class ListTagHelperTests
{
    private const string Script = "<script>1</script>";

    [Theory]
    [InlineData(1, new[] { "1", "2", "⋯", "11" }, false, true)]
    [InlineData(4, new[] { "1", "2", "3", "4", "5", "⋯", "11" }, true, true)]
    [InlineData(6, new[] { "1", "⋯", "5", "6", "7", "⋯", "11" }, true, true)]
    [InlineData(11, new[] { "1", "⋯", "10", "11" }, true, false)]
    public async Task Pagination_shows_the_neighbours_and_the_ends(int current, string[] pages, bool previous, bool next)
    {
        var body = await Pagination(current, 260, "/applications", string.Empty);

        Assert.Equal(pages, body.QuerySelectorAll("li").Select(item => item.TextContent.Trim()));
        Assert.Equal($"Page {current}", body.QuerySelector("[aria-current=page]")!.GetAttribute("aria-label"));
        Assert.Equal(previous, body.QuerySelector("a[rel=prev]") is not null);
        Assert.Equal(next, body.QuerySelector("a[rel=next]") is not null);
        Assert.Equal("Pagination", body.QuerySelector("nav")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Pagination_keeps_the_rest_of_the_query()
    {
        var body = await Pagination(2, 60, "/applications", "?status=Submitted&status=Draft&q=%3Cscript%3E+%26&page=2");

        Assert.Equal(
            "/applications?status=Submitted&status=Draft&q=%3Cscript%3E%20%26&page=3",
            body.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_of_one_page_has_no_pagination() =>
        Assert.Empty((await Pagination(1, 25, "/applications", string.Empty)).Children);

    [Theory]
    [InlineData("reference", "none", "?status=Draft&sort=reference&direction=ascending")]
    [InlineData("submitted", "descending", "?status=Draft&sort=submitted&direction=ascending")]
    public async Task A_heading_sorts_and_goes_back_to_the_first_page(string column, string ariaSort, string query)
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());
        page.HttpContext.Request.Path = "/applications";
        page.HttpContext.Request.QueryString = new QueryString("?status=Draft&page=3&sort=submitted&direction=descending");
        var order = SortOrder.From(page.HttpContext.Request.Query, new SortOrder("reference", false), "reference", "submitted");
        var helper = new SortableHeaderTagHelper { SortBy = column, SortOrder = order, ViewContext = page.ViewContext };

        var html = await TagHelperPage<SampleForm>.Html(helper, "th", _ => Task.FromResult("Heading"));
        var heading = TagHelperPage<SampleForm>.Parse($"<table><tr>{html}</tr></table>").QuerySelector("th")!;

        Assert.Equal(ariaSort, heading.GetAttribute("aria-sort"));
        Assert.Equal("col", heading.GetAttribute("scope"));
        Assert.Equal("/applications" + query, heading.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_column_sorted_upwards_sorts_downwards_next()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());
        var helper = new SortableHeaderTagHelper
        {
            SortBy = "reference",
            SortOrder = new SortOrder("reference", false),
            ViewContext = page.ViewContext,
        };

        var html = await TagHelperPage<SampleForm>.Html(helper, "th");

        Assert.Contains("aria-sort=\"ascending\"", html, StringComparison.Ordinal);
        Assert.Contains("direction=descending", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?sort=password")]
    [InlineData("?sort=")]
    [InlineData("")]
    public void A_column_that_is_not_offered_is_not_sorted_by(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        var otherwise = new SortOrder("submitted", true);

        Assert.Equal(otherwise, SortOrder.From(context.Request.Query, otherwise, "reference", "submitted"));
    }

    [Fact]
    public async Task A_summary_list_shows_rows_actions_and_empty_answers()
    {
        var body = await TagHelperPage<SampleForm>.Body(new SummaryListTagHelper(), "govuk-summary-list", async context =>
        {
            await TagHelperPage<SampleForm>.Html(
                new SummaryRowTagHelper { Key = "Purpose", Value = Script },
                "govuk-summary-row",
                row => TagHelperPage<SampleForm>.Html(
                    new SummaryActionTagHelper { Href = "/change", About = "purpose" },
                    "govuk-summary-action",
                    _ => Task.FromResult("Change"),
                    row),
                context);
            return await TagHelperPage<SampleForm>.Html(new SummaryRowTagHelper { Key = "Hashtag", Value = " " }, "govuk-summary-row", null, context);
        });

        Assert.Equal(["Purpose", "Hashtag"], body.QuerySelectorAll("dl > div > dt").Select(key => key.TextContent));
        Assert.Equal([Script, "Not provided"], body.QuerySelectorAll("dd.govuk-summary-list__value").Select(value => value.TextContent));
        Assert.Equal("Change purpose", body.QuerySelector("a[href='/change']")!.TextContent);
        Assert.Equal(
            [false, true],
            body.QuerySelectorAll("dl > div").Select(row => row.ClassList.Contains("govuk-summary-list__row--no-actions")));
        Assert.Null(body.QuerySelector("script"));
    }

    [Fact]
    public async Task A_task_is_described_by_its_hint_and_status()
    {
        var body = await TagHelperPage<SampleForm>.Body(new TaskListTagHelper(), "govuk-task-list", async context =>
            await Task(context, new TaskTagHelper { Title = "Reason", Href = "/1", Hint = Script, Status = "Incomplete", StatusColour = "teal" })
            + await Task(context, new TaskTagHelper { Title = "Check your answers", Status = "Cannot start yet" }));

        var link = body.QuerySelector("ul.govuk-task-list > li a")!;
        Assert.Equal("task-list-1-hint task-list-1-status", link.GetAttribute("aria-describedby"));
        Assert.Equal(Script, body.QuerySelector("#task-list-1-hint")!.TextContent);
        Assert.Equal("Incomplete", body.QuerySelector("#task-list-1-status > strong.govuk-tag--teal")!.TextContent);
        Assert.Equal("Cannot start yet", body.QuerySelector("#task-list-2-status.govuk-task-list__status--cannot-start-yet")!.TextContent);
        Assert.Single(body.QuerySelectorAll("a"));

        static Task<string> Task(TagHelperContext context, TaskTagHelper task) =>
            TagHelperPage<SampleForm>.Html(task, "govuk-task", null, context);
    }

    [Theory]
    [InlineData(true, "alert", "Success")]
    [InlineData(false, "region", "Important")]
    public async Task A_banner_is_read_at_once_only_when_something_was_done(bool success, string role, string title)
    {
        var body = await TagHelperPage<SampleForm>.Body(
            new NotificationBannerTagHelper { Success = success, Text = Script }, "govuk-notification-banner");

        var banner = body.FirstElementChild!;
        Assert.Equal(role, banner.GetAttribute("role"));
        Assert.Equal(title, body.QuerySelector("#" + banner.GetAttribute("aria-labelledby"))!.TextContent);
        Assert.Equal(Script, body.QuerySelector(".govuk-notification-banner__heading")!.TextContent);
    }

    [Fact]
    public async Task A_button_that_sends_ignores_a_double_click_and_a_link_sends_nothing()
    {
        var button = await TagHelperPage<SampleForm>.Body(new ButtonTagHelper(), "govuk-button", _ => Task.FromResult("Save"));
        var link = await TagHelperPage<SampleForm>.Body(new ButtonTagHelper { Href = "/start", Start = true }, "govuk-button");

        Assert.Equal("true", button.QuerySelector("button[type=submit]")!.GetAttribute("data-prevent-double-click"));
        Assert.NotNull(link.QuerySelector("a[href='/start'][role=button] > svg[aria-hidden=true]"));
        Assert.Null(link.QuerySelector("[data-prevent-double-click]"));
    }

    [Fact]
    public async Task A_stacked_cell_starts_with_its_column_s_heading()
    {
        var html = await TagHelperPage<SampleForm>.Html(new StackedCellTagHelper { StackLabel = Script }, "td", _ => Task.FromResult("Draft"));
        var cell = TagHelperPage<SampleForm>.Parse($"<table><tr>{html}</tr></table>").QuerySelector("td")!;

        Assert.Equal(Script + " Draft", cell.TextContent);
        Assert.Equal(Script, cell.QuerySelector("span.sg-table__label")!.TextContent);
    }

    private static async Task<IElement> Pagination(int current, int total, string path, string query)
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());
        page.HttpContext.Request.Path = path;
        page.HttpContext.Request.QueryString = new QueryString(query);
        return await TagHelperPage<SampleForm>.Body(
            new PaginationTagHelper { List = new PagedList<int>([], current, 25, total), ViewContext = page.ViewContext },
            "govuk-pagination");
    }
}
