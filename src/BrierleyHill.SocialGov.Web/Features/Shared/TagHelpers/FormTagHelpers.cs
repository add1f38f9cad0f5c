using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>
/// Gives every form that posts a one-use submission number, so that a double click acts once, and the antiforgery token,
/// and leaves checking to the server, whose messages say what to do.
/// </summary>
/// <param name="antiforgery">Makes the antiforgery token.</param>
[HtmlTargetElement("form")]
public sealed class SubmissionFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The name of the hidden field: 32 hexadecimal digits, a fresh random number each time the form is shown.</summary>
    public const string SubmissionNumberField = "SubmissionNumber";

    /// <summary>After MVC's own form tag helper, which adds no token to a form with a written action.</summary>
    public override int Order => 1000;

    /// <summary>The view being rendered; the framework sets it.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // MVC's helper has written the method by now, also for a form that only names its action.
        var method = output.Attributes["method"]?.Value?.ToString();
        if (!string.Equals(method, "post", StringComparison.OrdinalIgnoreCase))
            return;

        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        if (!output.PostContent.GetContent().Contains(token.FormFieldName, StringComparison.Ordinal))
            output.PostContent.AppendHtml(Hidden(token.FormFieldName, token.RequestToken));
        output.PostContent.AppendHtml(Hidden(SubmissionNumberField, RandomNumberGenerator.GetHexString(32, lowercase: true)));
    }

    private static TagBuilder Hidden(string name, string? value) =>
        Markup.Element("input", null).With("type", "hidden").With("name", name).With("value", value).Void();
}

/// <summary>A button, or a link that looks like one. A button that sends a form ignores a second click within a second.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary><c>submit</c> (the default), <c>button</c> or <c>reset</c>.</summary>
    public string Type { get; set; } = "submit";

    /// <summary>Where it leads; it is then a link, and sends nothing.</summary>
    public string? Href { get; set; }

    /// <summary><c>secondary</c>, <c>warning</c> or <c>inverse</c>; the page's main action has none.</summary>
    public string? Variant { get; set; }

    /// <summary>Whether it starts a task, which an arrow shows.</summary>
    public bool Start { get; set; }

    /// <summary>Further classes.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes(
            "govuk-button",
            Variant is null ? null : "govuk-button--" + Variant,
            Start ? "govuk-button--start" : null,
            CssClass));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is not null)
        {
            output.TagName = "a";
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
        }
        else
        {
            output.TagName = "button";
            output.Attributes.SetAttribute("type", Type);
            if (Type == "submit")
                output.Attributes.SetAttribute("data-prevent-double-click", "true");
        }

        if (!Start)
        {
            output.Content.SetHtmlContent(content);
            return;
        }

        var arrow = Markup.Element("svg", "govuk-button__start-icon", Markup.Element("path", null)
                .With("fill", "currentColor")
                .With("d", "M0 0h13l20 20-20 20H0l20-20z"))
            .With("width", "17.5")
            .With("height", "19")
            .With("viewBox", "0 0 33 40")
            .With("aria-hidden", "true")
            .With("focusable", "false");
        output.Content.SetHtmlContent(Markup.Together(Markup.Element("span", null, content), arrow));
    }
}
