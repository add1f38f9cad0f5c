using AngleSharp.Dom;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class FieldTagHelperTests
{
    private const string Script = "<script>alert(\"1\")</script>";

    [Fact]
    public async Task A_text_input_joins_label_hint_and_error()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Wrong("Reason", "Enter the reason");

        var body = await Render(page, new TextInputTagHelper { For = page.For(m => m.Reason), ViewContext = page.ViewContext });

        var input = body.QuerySelector("input")!;
        Assert.Equal("Reason", input.Id);
        Assert.Equal("Reason", input.GetAttribute("name"));
        Assert.Equal("Reason-hint Reason-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.Equal("Reason", body.QuerySelector("label[for=Reason]")!.TextContent);
        Assert.Equal("Say what pupils gain", body.QuerySelector("#Reason-hint")!.TextContent);
        Assert.Equal("Error: Enter the reason", body.QuerySelector("#Reason-error")!.TextContent);
        Assert.Contains("govuk-form-group--error", body.FirstElementChild!.ClassList);
        Assert.Contains("govuk-input--error", input.ClassList);
    }

    [Fact]
    public async Task A_field_without_hint_and_error_describes_itself_by_nothing()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());

        var body = await Render(page, new TextInputTagHelper { For = page.For(m => m.AccountName), ViewContext = page.ViewContext });

        var input = body.QuerySelector("input")!;
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-required"));
        Assert.Null(body.QuerySelector(".govuk-hint, .govuk-error-message"));
    }

    [Fact]
    public async Task What_was_typed_is_shown_before_what_the_model_holds()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { AccountName = "From the model" }).Typed("AccountName", "As typed");

        var body = await Render(page, new TextInputTagHelper { For = page.For(m => m.AccountName), ViewContext = page.ViewContext });

        Assert.Equal("As typed", body.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_text_is_encoded()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Reason = Script }).Wrong("Reason", Script);
        TagHelperForms forms = new(page);

        foreach (var helper in forms.All(Script))
        {
            var html = await TagHelperPage<SampleForm>.Html(helper, "x");
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Null(TagHelperPage<SampleForm>.Parse(html).QuerySelector("script"));
        }

        var textarea = await Render(page, new TextareaTagHelper { For = page.For(m => m.Reason), ViewContext = page.ViewContext });
        Assert.Equal(Script, textarea.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_label_can_be_the_heading_of_the_page()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());

        var body = await Render(page, new TextInputTagHelper
        {
            For = page.For(m => m.AccountName),
            ViewContext = page.ViewContext,
            Label = "What is it called?",
            LabelIsPageHeading = true,
            Optional = true,
        });

        var label = body.QuerySelector("h1.govuk-label-wrapper > label.govuk-label--l")!;
        Assert.Equal("What is it called? (optional)", label.TextContent);
    }

    [Fact]
    public async Task An_email_address_gets_the_keyboard_for_one()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());

        var body = await Render(page, new TextInputTagHelper { For = page.For(m => m.Email), ViewContext = page.ViewContext });

        Assert.Equal("email", body.QuerySelector("input")!.GetAttribute("type"));
        Assert.Equal("false", body.QuerySelector("input")!.GetAttribute("spellcheck"));
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Password = "from the model" }).Typed("Password", "as typed");

        var body = await Render(page, new PasswordInputTagHelper { For = page.For(m => m.Password), ViewContext = page.ViewContext });

        var input = body.QuerySelector("input")!;
        Assert.Equal("password", input.GetAttribute("type"));
        Assert.False(input.HasAttribute("value"));
        Assert.DoesNotContain("as typed", body.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("Password", body.QuerySelector("button")!.GetAttribute("aria-controls"));
    }

    [Fact]
    public async Task A_counted_textarea_states_the_model_s_limit_and_cuts_nothing_off()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Reason = "\nSecond line" }).Wrong("Reason", "Too long");

        var body = await Render(page, new TextareaTagHelper { For = page.For(m => m.Reason), ViewContext = page.ViewContext, Count = true });

        var textarea = body.QuerySelector("textarea.govuk-js-character-count")!;
        Assert.False(textarea.HasAttribute("maxlength"));
        Assert.Equal("Reason-info Reason-hint Reason-error", textarea.GetAttribute("aria-describedby"));
        Assert.Equal("200", body.FirstElementChild!.GetAttribute("data-maxlength"));
        Assert.Equal("govuk-character-count", body.FirstElementChild.GetAttribute("data-module"));
        Assert.Equal("You can enter up to 200 characters", body.QuerySelector("#Reason-info")!.TextContent);
        Assert.Equal("\nSecond line", textarea.TextContent);
    }

    [Fact]
    public async Task A_file_upload_joins_label_hint_and_error_and_offers_what_it_takes()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm()).Wrong("Reason", "Choose a file");

        var body = await Render(page, new FileUploadTagHelper { For = page.For(m => m.Reason), ViewContext = page.ViewContext, Accept = ".pdf,.png" });

        var input = body.QuerySelector("input")!;
        Assert.Equal(("file", "Reason", "Reason", ".pdf,.png"), (input.GetAttribute("type"), input.Id, input.GetAttribute("name"), input.GetAttribute("accept")));
        Assert.Equal("Reason-hint Reason-error", input.GetAttribute("aria-describedby"));
        Assert.Equal(("true", "true"), (input.GetAttribute("aria-invalid"), input.GetAttribute("aria-required")));
        Assert.False(input.HasAttribute("value"));
        Assert.Equal("Reason", body.QuerySelector("label[for=Reason]")!.TextContent);
        Assert.Equal("Error: Choose a file", body.QuerySelector("#Reason-error")!.TextContent);
        Assert.Contains("govuk-form-group--error", body.FirstElementChild!.ClassList);
        Assert.Contains("govuk-file-upload--error", input.ClassList);
    }

    [Fact]
    public async Task A_file_upload_says_that_the_file_must_be_chosen_again_when_something_else_was_wrong()
    {
        var fresh = new TagHelperPage<SampleForm>(new SampleForm());
        Assert.DoesNotContain("again", (await Render(fresh, new FileUploadTagHelper { For = fresh.For(m => m.Reason), ViewContext = fresh.ViewContext })).TextContent, StringComparison.Ordinal);

        var page = new TagHelperPage<SampleForm>(new SampleForm()).Wrong("Email", "Enter an address");
        var body = await Render(page, new FileUploadTagHelper { For = page.For(m => m.Reason), ViewContext = page.ViewContext });

        Assert.Equal("Reason-again Reason-hint", body.QuerySelector("input")!.GetAttribute("aria-describedby"));
        Assert.StartsWith("If you had chosen a file, choose it again", body.QuerySelector("#Reason-again")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counting_without_a_limit_is_refused()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm());
        var helper = new TextareaTagHelper { For = page.For(m => m.AccountName), ViewContext = page.ViewContext, Count = true };

        await Assert.ThrowsAsync<InvalidOperationException>(() => TagHelperPage<SampleForm>.Html(helper, "govuk-textarea"));
    }

    [Fact]
    public async Task A_field_of_a_list_has_a_name_that_binds_and_an_id_that_a_link_reaches()
    {
        var page = new TagHelperPage<SampleForm>(new SampleForm { Lines = [new SampleLine { Text = "one" }] });

        var body = await Render(page, new TextInputTagHelper { For = page.For(m => m.Lines[0].Text), ViewContext = page.ViewContext });

        Assert.Equal("Lines[0].Text", body.QuerySelector("input")!.GetAttribute("name"));
        Assert.Equal("Lines_0__Text", body.QuerySelector("input")!.Id);
        Assert.Equal("one", body.QuerySelector("input")!.GetAttribute("value"));
    }

    private static Task<IElement> Render(TagHelperPage<SampleForm> page, FieldTagHelper helper)
    {
        Assert.Same(page.ViewContext, helper.ViewContext);
        return TagHelperPage<SampleForm>.Body(helper, "govuk-field");
    }

    private sealed class TagHelperForms(TagHelperPage<SampleForm> page)
    {
        public IEnumerable<FieldTagHelper> All(string text)
        {
            yield return With(new TextInputTagHelper { For = page.For(m => m.Reason), Prefix = text, Suffix = text }, text);
            yield return With(new PasswordInputTagHelper { For = page.For(m => m.Reason) }, text);
            yield return With(new TextareaTagHelper { For = page.For(m => m.Reason), Count = true }, text);
            yield return With(new RadiosTagHelper { For = page.For(m => m.Reason), Items = [new Choice(text, text, text)] }, text);
            yield return With(new CheckboxesTagHelper { For = page.For(m => m.Reason), Items = [new Choice(text, text, text)] }, text);
            yield return With(new SelectTagHelper { For = page.For(m => m.Reason), Items = [new Choice(text, text)], Prompt = text }, text);
            yield return With(new SingleCheckboxTagHelper { For = page.For(m => m.HasRead) }, text);
            yield return With(new DateInputTagHelper { For = page.For(m => m.LeavingDate) }, text);
            yield return With(new FileUploadTagHelper { For = page.For(m => m.Reason), Accept = text }, text);
        }

        private FieldTagHelper With(FieldTagHelper helper, string text)
        {
            helper.ViewContext = page.ViewContext;
            helper.Label = text;
            helper.Hint = text;
            return helper;
        }
    }
}
