using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class ErrorSummaryTests
{
    [Fact]
    public async Task Without_errors_there_is_no_summary()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Typed("Reason", "fine");

        Assert.Equal(string.Empty, await Html(page));
    }

    [Fact]
    public async Task Errors_stand_in_the_order_of_the_model_and_link_to_their_fields()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Lines = [new SampleLine(), new SampleLine()] })
            .Wrong("AccountName", "Enter the account name")
            .Wrong("Lines[1].Text", "Enter the second line")
            .Wrong("Lines[0].Text", "Enter the first line")
            .Wrong("Purpose", "Select the main purpose")
            .Wrong(string.Empty, "Somebody else changed this")
            .Wrong("Reason", "Enter the reason");

        var body = TagHelperPage<SampleForm>.Parse(await Html(page));

        Assert.Equal(
            [
                ("Somebody else changed this", null),
                ("Enter the reason", "#Reason"),
                ("Enter the account name", "#AccountName"),
                ("Select the main purpose", "#Purpose"),
                ("Enter the first line", "#Lines_0__Text"),
                ("Enter the second line", "#Lines_1__Text"),
            ],
            body.QuerySelectorAll("li").Select(item => (item.TextContent, item.QuerySelector("a")?.GetAttribute("href"))));
        Assert.NotNull(body.QuerySelector(".govuk-error-summary[data-module=govuk-error-summary] > [role=alert] > h2"));
    }

    [Theory]
    [InlineData("", "3", "2026", "#LeavingDate_Day")]
    [InlineData("27", "", "2026", "#LeavingDate_Month")]
    [InlineData("27", "3", "", "#LeavingDate_Year")]
    [InlineData("", "", "", "#LeavingDate_Day")]
    [InlineData("27", "3", "2026", "#LeavingDate_Day")]
    public async Task A_date_s_error_links_to_the_first_field_to_correct(string day, string month, string year, string href)
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm())
            .Typed("LeavingDate.Day", day)
            .Typed("LeavingDate.Month", month)
            .Typed("LeavingDate.Year", year)
            .Wrong("LeavingDate", "Leaving date is wrong");

        var body = TagHelperPage<SampleForm>.Parse(await Html(page));

        Assert.Equal(href, body.QuerySelector("li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_link_reaches_the_field_that_the_helper_draws()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Wrong("Purpose", "Select the main purpose");

        var summary = TagHelperPage<SampleForm>.Parse(await Html(page));
        var radios = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext }, "govuk-radios");

        Assert.Equal("input", radios.QuerySelector(summary.QuerySelector("li a")!.GetAttribute("href")!)!.LocalName);
    }

    [Fact]
    public async Task An_exception_s_words_are_not_shown()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());
        page.ModelState.TryAddModelException("AccountName", new InvalidCastException("secret inner words"));

        var html = await Html(page);

        Assert.Contains("Account name is not valid", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_are_encoded()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm())
            .Wrong("Reason", "<script>1</script>")
            .Wrong(string.Empty, "<script>2</script>");

        Assert.DoesNotContain("<script", await Html(page), StringComparison.Ordinal);
    }

    private static Task<string> Html(TagHelperPage<SampleForm> page) =>
        TagHelperPage<SampleForm>.Html(new ErrorSummaryTagHelper { ViewContext = page.ViewContext }, "govuk-error-summary");
}
