using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>
/// A form field bound to a property of the model. The label comes from the property's display name, the hint from its description,
/// the error from the model state and the value from what was typed, else from the model.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property of the model: <c>for="LeavingDate"</c>.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>The label, where the property's display name does not do.</summary>
    public string? Label { get; set; }

    /// <summary>The label's size: <c>s</c>, <c>m</c>, <c>l</c> or <c>xl</c>. A label that is the page's heading is <c>l</c> unless told.</summary>
    public string? LabelSize { get; set; }

    /// <summary>Whether the label is the page's only <c>h1</c>: for a page that asks one question.</summary>
    public bool LabelIsPageHeading { get; set; }

    /// <summary>Whether only a screen reader gets the label, where the page shows its meaning otherwise.</summary>
    public bool LabelVisuallyHidden { get; set; }

    /// <summary>The hint, where the property's description does not do. An empty one takes the description away.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the label ends in "(optional)". Required fields are not marked, as GOV.UK advises.</summary>
    public bool Optional { get; set; }

    /// <summary>Further classes for the control, such as <c>govuk-input--width-10</c>.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    /// <summary>The view being rendered; the framework sets it.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected string LabelText(Field field) => (Label ?? field.DisplayName) + (Optional ? " (optional)" : string.Empty);

    private protected string? HintText(Field field)
    {
        var hint = Hint ?? field.Metadata.Description;
        return string.IsNullOrEmpty(hint) ? null : hint;
    }

    /// <summary>The hint and the error message, as they stand between a label and its control.</summary>
    private protected IHtmlContent HintAndError(Field field) => Markup.Together(
        HintText(field) is { } hint ? Markup.Hint(field.HintId, hint) : null,
        field.Error is { } error ? Markup.ErrorMessage(field.ErrorId, error) : null);

    private protected string? DescribedBy(Field field, string? first = null)
    {
        var ids = Markup.Classes(first, HintText(field) is null ? null : field.HintId, field.Error is null ? null : field.ErrorId);
        return ids.Length == 0 ? null : ids;
    }

    private protected IHtmlContent LabelElement(Field field)
    {
        var label = Markup.Element("label", LabelClasses("govuk-label"), LabelText(field)).With("for", field.Id);
        return LabelIsPageHeading ? Markup.Element("h1", "govuk-label-wrapper", label) : label;
    }

    private protected TagBuilder Fieldset(Field field, IHtmlContent content, string? role = null)
    {
        var text = LabelText(field);
        var legend = Markup.Element(
            "legend",
            LabelClasses("govuk-fieldset__legend"),
            LabelIsPageHeading ? Markup.Element("h1", "govuk-fieldset__heading", text) : text);
        return Markup.Element("fieldset", "govuk-fieldset", legend, content)
            .With("role", role)
            .With("aria-describedby", DescribedBy(field));
    }

    /// <summary>What every control says of its state: whether it must be answered, whether its answer is wrong.</summary>
    private protected static TagBuilder WithState(TagBuilder control, Field field) => control
        .With("aria-required", field.Metadata.IsRequired ? "true" : null)
        .With("aria-invalid", field.Error is null ? null : "true");

    private protected static void RenderGroup(TagHelperOutput output, Field field, string? cssClass, params IHtmlContent?[] content)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            Markup.Classes("govuk-form-group", field.Error is null ? null : "govuk-form-group--error", cssClass));
        output.Content.SetHtmlContent(Markup.Together(content));
    }

    private string LabelClasses(string block)
    {
        var size = LabelSize ?? (LabelIsPageHeading ? "l" : null);
        return Markup.Classes(block, size is null ? null : $"{block}--{size}", LabelVisuallyHidden ? "govuk-visually-hidden" : null);
    }
}
