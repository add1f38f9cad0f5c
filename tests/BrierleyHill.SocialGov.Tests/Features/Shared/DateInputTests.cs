using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class DateInputTests
{
    [Theory]
    [InlineData("3", "3", "2026")]
    [InlineData("03", "03", "2026")]
    [InlineData(" 3 ", "Mar", "2026 ")]
    [InlineData("3", "march", "2026")]
    [InlineData("3", "MARCH", "2026")]
    [InlineData("3", "mar.", "2026")]
    public void A_date_is_read_as_people_write_it(string day, string month, string year)
    {
        var reading = DateInput.Read(day, month, year);

        Assert.Equal(new DateOnly(2026, 3, 3), reading.Date);
        Assert.Null(reading.Problem);
    }

    [Fact]
    public void September_may_have_four_letters() => Assert.Equal(new DateOnly(2026, 9, 1), DateInput.Read("1", "Sept", "2026").Date);

    [Theory]
    [InlineData("", "3", "2026", "must include a day", DateParts.Day)]
    [InlineData("3", " ", "2026", "must include a month", DateParts.Month)]
    [InlineData("3", "3", null, "must include a year", DateParts.Year)]
    [InlineData("3", "", "", "must include a month and year", DateParts.Month | DateParts.Year)]
    [InlineData("", "", "2026", "must include a day and month", DateParts.Day | DateParts.Month)]
    [InlineData("3", "3", "26", "must have a year with 4 numbers", DateParts.Year)]
    [InlineData("3", "3", "20 26", "must have a year with 4 numbers", DateParts.Year)]
    [InlineData("32", "3", "2026", "must be a real date", DateParts.Day)]
    [InlineData("0", "3", "2026", "must be a real date", DateParts.Day)]
    [InlineData("-1", "3", "2026", "must be a real date", DateParts.Day)]
    [InlineData("3", "13", "2026", "must be a real date", DateParts.Month)]
    [InlineData("3", "ma", "2026", "must be a real date", DateParts.Month)]
    [InlineData("3", "marching", "2026", "must be a real date", DateParts.Month)]
    [InlineData("x", "y", "z", "must be a real date", DateParts.All)]
    [InlineData("29", "2", "2026", "must be a real date", DateParts.Day)]
    [InlineData("3", "3", "0026", "must be a real date", DateParts.Year)]
    public void What_is_wrong_is_named_with_the_fields_to_correct(string? day, string? month, string? year, string problem, DateParts wrong)
    {
        var reading = DateInput.Read(day, month, year);

        Assert.Equal(new DateReading(null, problem, wrong), reading);
    }

    [Fact]
    public void A_leap_day_is_real_in_a_leap_year() => Assert.Equal(new DateOnly(2028, 2, 29), DateInput.Read("29", "2", "2028").Date);

    [Fact]
    public void Three_empty_fields_are_no_date_and_no_problem() =>
        Assert.Equal(new DateReading(null, null, DateParts.None), DateInput.Read("", null, " "));

    [Fact]
    public async Task The_three_fields_show_the_model_s_date()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { LeavingDate = new DateOnly(2026, 3, 27) });

        var body = await TagHelperPage<SampleForm>.Body(
            new DateInputTagHelper { For = page.For(m => m.LeavingDate), ViewContext = page.ViewContext }, "govuk-date-input");

        Assert.Equal(
            [("LeavingDate.Day", "27"), ("LeavingDate.Month", "3"), ("LeavingDate.Year", "2026")],
            body.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)));
        Assert.Equal(["Day", "Month", "Year"], body.QuerySelectorAll("label").Select(label => label.TextContent));
        Assert.Equal("group", body.QuerySelector("fieldset")!.GetAttribute("role"));
        Assert.Equal("LeavingDate-hint", body.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
        Assert.Equal("When do you leave?", body.QuerySelector("legend")!.TextContent);
    }

    [Fact]
    public async Task Only_the_wrong_field_is_marked_and_everything_typed_is_kept()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm())
            .Typed("LeavingDate.Day", "27")
            .Typed("LeavingDate.Month", "Marvember")
            .Typed("LeavingDate.Year", "2026")
            .Wrong("LeavingDate", "Leaving date must be a real date");

        var body = await TagHelperPage<SampleForm>.Body(
            new DateInputTagHelper { For = page.For(m => m.LeavingDate), ViewContext = page.ViewContext }, "govuk-date-input");

        Assert.Equal(["27", "Marvember", "2026"], body.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
        Assert.Equal(["LeavingDate_Month"], body.QuerySelectorAll(".govuk-input--error").Select(input => input.Id));
        Assert.Equal(["LeavingDate_Month"], body.QuerySelectorAll("[aria-invalid]").Select(input => input.Id));
        Assert.Equal("LeavingDate-hint LeavingDate-error", body.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }
}
