using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>
/// One line of text. There is no maxlength attribute: a browser that cuts off what is pasted tells nobody, the server's check does.
/// </summary>
[HtmlTargetElement("govuk-text-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextInputTagHelper : FieldTagHelper
{
    /// <summary>The input's type. By default <c>email</c>, <c>tel</c> or <c>url</c> as the property's data type says, else <c>text</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The browser's autocomplete purpose, such as <c>username</c> or <c>one-time-code</c> (WCAG 1.3.5).</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard a phone offers, such as <c>numeric</c>.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Whether the browser checks the spelling; null leaves it to the browser.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>Text before the input, such as <c>@</c>. A screen reader does not read it: the label must say the same.</summary>
    public string? Prefix { get; set; }

    /// <inheritdoc cref="Prefix"/>
    public string? Suffix { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var type = Type ?? TypeFrom(field.Metadata.DataTypeName ?? field.Metadata.TemplateHint);
        var machineRead = type is "email" or "url";
        var input = Markup.Element("input", Markup.Classes("govuk-input", field.Error is null ? null : "govuk-input--error", CssClass))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", type)
            .With("value", field.Value)
            .With("spellcheck", (Spellcheck ?? !machineRead) switch { true when Spellcheck is null => null, true => "true", false => "false" })
            .With("autocapitalize", machineRead ? "none" : null)
            .With("autocomplete", Autocomplete)
            .With("inputmode", Inputmode)
            .With("aria-describedby", DescribedBy(field))
            .Void();
        WithState(input, field);

        IHtmlContent control = input;
        if (Prefix is not null || Suffix is not null)
        {
            control = Markup.Element("div", "govuk-input__wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));
        }

        RenderGroup(output, field, null, LabelElement(field), HintAndError(field), control);
    }

    private static TagBuilder? Affix(string kind, string? text) =>
        text is null ? null : Markup.Element("div", "govuk-input__" + kind, text).With("aria-hidden", "true");

    private static string TypeFrom(string? dataType) => dataType switch
    {
        "EmailAddress" => "email",
        "PhoneNumber" => "tel",
        "Url" => "url",
        _ => "text",
    };
}

/// <summary>A password, with a button that shows it. What was typed is never sent back to the page.</summary>
[HtmlTargetElement("govuk-password-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordInputTagHelper : FieldTagHelper
{
    /// <summary><c>current-password</c> (the default) or <c>new-password</c>, so that password managers do the right thing.</summary>
    public string Autocomplete { get; set; } = "current-password";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var input = Markup.Element(
                "input",
                Markup.Classes(
                    "govuk-input govuk-password-input__input govuk-js-password-input-input",
                    field.Error is null ? null : "govuk-input--error",
                    CssClass))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "password")
            .With("spellcheck", "false")
            .With("autocapitalize", "none")
            .With("autocomplete", Autocomplete)
            .With("aria-describedby", DescribedBy(field))
            .Void();
        WithState(input, field);
        var show = Markup.Element(
                "button",
                "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                "Show")
            .With("type", "button")
            .With("data-module", "govuk-button")
            .With("aria-controls", field.Id)
            .With("aria-label", "Show password")
            .With("hidden", "hidden");

        RenderGroup(
            output,
            field,
            "govuk-password-input",
            LabelElement(field),
            HintAndError(field),
            Markup.Element("div", "govuk-input__wrapper govuk-password-input__wrapper", input, show));
        output.Attributes.SetAttribute("data-module", "govuk-password-input");
    }
}

/// <summary>
/// Several lines of text. With <c>count</c>, the characters left are counted down from the length the model allows.
/// </summary>
[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>How many lines are seen at first; 5 unless told.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>
    /// Whether the characters left are counted; the model must then have a length attribute. Without JavaScript the limit is
    /// stated instead. Nothing is cut off: the server refuses what is too long and the person shortens it.
    /// </summary>
    public bool Count { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var maximum = Count
            ? field.MaximumLength ?? throw new InvalidOperationException(
                $"\"{field.Name}\" has no [StringLength], [MaxLength] or [Length] attribute: there is no limit to count against.")
            : (int?)null;
        var infoId = field.Id + "-info";
        var textarea = Markup.Element(
                "textarea",
                Markup.Classes(
                    "govuk-textarea",
                    field.Error is null ? null : "govuk-textarea--error",
                    maximum is null ? null : "govuk-js-character-count",
                    CssClass))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", DescribedBy(field, maximum is null ? null : infoId));
        WithState(textarea, field);
        // A browser drops the first line break inside a textarea; this one is dropped in place of the person's own.
        textarea.InnerHtml.AppendHtml("\n").Append(field.Value);

        RenderGroup(
            output,
            field,
            maximum is null ? null : "govuk-character-count",
            LabelElement(field),
            HintAndError(field),
            textarea,
            maximum is null
                ? null
                : Markup.Hint(infoId, $"You can enter up to {maximum} characters", "govuk-character-count__message"));
        if (maximum is not null)
        {
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", maximum.Value.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>
/// A file to choose. The browser sends it only from a form with <c>enctype="multipart/form-data"</c>, and chooses nothing by itself: when the
/// form is shown again, the file has to be chosen again, and the field says so.
/// </summary>
[HtmlTargetElement("govuk-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    /// <summary>What a file dialogue offers first, such as <c>.pdf,.png</c>. A convenience: the server looks at the content.</summary>
    public string? Accept { get; set; }

    /// <summary>Whether several can be chosen at once. With JavaScript they can be dragged there and dropped; without it this is the browser's own field.</summary>
    public bool Multiple { get; set; }

    /// <summary>The camera that a phone opens instead of its files: <c>environment</c> for the one at the back.</summary>
    public string? Capture { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var isShownAgain = field.Error is null && ViewContext.ViewData.ModelState.ErrorCount > 0;
        var againId = field.Id + "-again";
        var input = Markup.Element("input", Markup.Classes("govuk-file-upload", field.Error is null ? null : "govuk-file-upload--error", CssClass))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "file")
            .With("accept", Accept)
            .With("capture", Capture)
            .With("multiple", Multiple ? "multiple" : null)
            .With("aria-describedby", DescribedBy(field, isShownAgain ? againId : null))
            .Void();
        WithState(input, field);
        RenderGroup(
            output,
            field,
            null,
            LabelElement(field),
            isShownAgain ? Markup.Hint(againId, "If you had chosen a file, choose it again: a browser does not keep it.") : null,
            HintAndError(field),
            Multiple ? DropZone(input) : input);
    }

    // The words are those of GOV.UK Frontend, with "files" for "file" where there may be several.
    private static TagBuilder DropZone(TagBuilder input) => Markup.Element("div", "govuk-file-upload-wrapper", input)
        .With("data-module", "govuk-file-upload")
        .With("data-i18n.choose-files-button", "Choose files")
        .With("data-i18n.drop-instruction", "or drop files here")
        .With("data-i18n.no-file-chosen", "No files chosen")
        .With("data-i18n.multiple-files-chosen.one", "%{count} file chosen")
        .With("data-i18n.multiple-files-chosen.other", "%{count} files chosen");
}
