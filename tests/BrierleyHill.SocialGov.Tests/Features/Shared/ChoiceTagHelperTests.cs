using BrierleyHill.SocialGov.Domain.Shared;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class ChoiceTagHelperTests
{
    [Fact]
    public async Task Radios_offer_every_value_of_the_enumeration_in_people_s_words()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Purpose = Purpose.SportsResults });

        var body = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext }, "govuk-radios");

        Assert.Equal("Main purpose", body.QuerySelector("fieldset > legend")!.TextContent);
        Assert.Equal(
            ["Celebrate pupils' work", "Sports results", "Something else"],
            body.QuerySelectorAll("label").Select(label => label.TextContent));
        Assert.Equal(["Purpose", "Purpose-2", "Purpose-3"], Inputs(body).Select(input => input.Id));
        Assert.Equal(["Celebrate", "SportsResults", "Other"], Inputs(body).Select(input => input.Value));
        Assert.Equal(["SportsResults"], Inputs(body).Where(input => input.IsChecked).Select(input => input.Value));
        Assert.Equal("Art, music and projects", body.QuerySelector("#" + Inputs(body)[0].GetAttribute("aria-describedby"))!.TextContent);
        Assert.All(Inputs(body), input => Assert.NotNull(body.QuerySelector($"label[for={input.Id}]")));
    }

    [Fact]
    public async Task The_radio_that_was_chosen_stays_chosen_and_the_fieldset_names_the_error()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Purpose = Purpose.Celebrate })
            .Typed("Purpose", "Other")
            .Wrong("Purpose", "Select the main purpose");

        var body = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext, Hint = "One only" }, "govuk-radios");

        Assert.Equal(["Other"], Inputs(body).Where(input => input.IsChecked).Select(input => input.Value));
        Assert.Equal("Purpose-hint Purpose-error", body.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData(Purpose.Other, false)]
    [InlineData(Purpose.Celebrate, true)]
    public async Task A_radio_reveals_what_stands_inside_it_when_it_is_chosen(Purpose chosen, bool hidden)
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Purpose = chosen });

        var body = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext },
            "govuk-radios",
            async context => await TagHelperPage<SampleForm>.Html(
                new ChoiceTagHelper { Value = Purpose.Other },
                "govuk-radio",
                _ => Task.FromResult("<input id=\"inside\">"),
                context));

        Assert.Equal(3, body.QuerySelectorAll("input[type=radio]").Length);
        var reveals = body.QuerySelector("#" + body.QuerySelector("input[value=Other]")!.GetAttribute("data-aria-controls"))!;
        Assert.NotNull(reveals.QuerySelector("#inside"));
        Assert.Equal(hidden, reveals.ClassList.Contains("govuk-radios__conditional--hidden"));
        Assert.Equal(["Something else"], body.QuerySelectorAll("label[for=Purpose-3]").Select(label => label.TextContent));
    }

    [Fact]
    public async Task Only_the_listed_answers_are_offered_when_asked()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());

        var body = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext, ListedOnly = true },
            "govuk-radios",
            async context => await TagHelperPage<SampleForm>.Html(new ChoiceTagHelper { Value = "Other" }, "govuk-radio", null, context));

        Assert.Equal(["Something else"], body.QuerySelectorAll("label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task A_yes_or_no_question_starts_unanswered()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());

        var body = await TagHelperPage<SampleForm>.Body(
            new RadiosTagHelper { For = page.For(m => m.PupilsAppear), ViewContext = page.ViewContext, Inline = true }, "govuk-radios");

        Assert.Equal(["Yes", "No"], body.QuerySelectorAll("label").Select(label => label.TextContent));
        Assert.DoesNotContain(Inputs(body), input => input.IsChecked);
        Assert.NotNull(body.QuerySelector(".govuk-radios--inline"));
    }

    [Fact]
    public async Task Checkboxes_tick_what_was_sent_else_what_the_model_holds()
    {
        var fresh = new TagHelperPage<SampleForm>(new SampleForm { Audiences = [Purpose.Celebrate] });
        var sent = new TagHelperPage<SampleForm>(new SampleForm { Audiences = [Purpose.Celebrate] })
            .Typed("Audiences", "SportsResults", "Other");

        Assert.Equal(["Celebrate"], await Ticked(fresh));
        Assert.Equal(["SportsResults", "Other"], await Ticked(sent));

        static async Task<IEnumerable<string>> Ticked(TagHelperPage<SampleForm> page)
        {
            var body = await TagHelperPage<SampleForm>.Body(
                new CheckboxesTagHelper { For = page.For(m => m.Audiences), ViewContext = page.ViewContext }, "govuk-checkboxes");
            Assert.All(Inputs(body), input => Assert.Equal("Audiences", input.Name));
            return Inputs(body).Where(input => input.IsChecked).Select(input => input.Value);
        }
    }

    [Fact]
    public async Task A_single_checkbox_keeps_its_tick_and_names_its_error()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Typed("HasRead", "true").Wrong("HasRead", "Read it first");

        var body = await TagHelperPage<SampleForm>.Body(
            new SingleCheckboxTagHelper { For = page.For(m => m.HasRead), ViewContext = page.ViewContext }, "govuk-checkbox");

        var input = Assert.Single(Inputs(body));
        Assert.True(input.IsChecked);
        Assert.Equal("HasRead-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("I have read the policy", body.QuerySelector("label[for=HasRead]")!.TextContent);
    }

    [Fact]
    public async Task A_select_keeps_its_choice()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Typed("Purpose", "Other");

        var body = await TagHelperPage<SampleForm>.Body(
            new SelectTagHelper { For = page.For(m => m.Purpose), ViewContext = page.ViewContext }, "govuk-select");

        var select = (IHtmlSelectElement)body.QuerySelector("select")!;
        Assert.Equal("Other", select.Value);
        Assert.Equal(string.Empty, ((IHtmlOptionElement)select.Options[0]).Value);
        Assert.Equal(4, select.Options.Length);
    }

    [Fact]
    public void An_enumeration_reads_in_people_s_words()
    {
        Assert.Equal("Celebrate pupils' work", Purpose.Celebrate.InWords());
        Assert.Equal("Art, music and projects", Purpose.Celebrate.HintInWords());
        Assert.Equal("Sports results", Purpose.SportsResults.InWords());
        Assert.Null(Purpose.SportsResults.HintInWords());
    }

    [Theory]
    [InlineData("LeavingDate", "Leaving date")]
    [InlineData("DPOName", "DPO name")]
    [InlineData("SentToDPO", "Sent to DPO")]
    [InlineData("Name", "Name")]
    public void A_name_from_the_code_reads_as_words(string identifier, string words) => Assert.Equal(words, Words.FromIdentifier(identifier));

    private static List<IHtmlInputElement> Inputs(IElement body) => body.QuerySelectorAll<IHtmlInputElement>("input").ToList();
}
