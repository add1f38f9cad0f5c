using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>A status in a coloured box. The word carries the meaning, the colour only helps.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary><c>grey</c>, <c>green</c>, <c>teal</c>, <c>purple</c>, <c>magenta</c>, <c>red</c>, <c>orange</c> or <c>yellow</c>; blue unless told.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", ClassesFor(Colour));
    }

    internal static string ClassesFor(string? colour) =>
        Markup.Classes("govuk-tag", string.IsNullOrEmpty(colour) || colour == "blue" ? null : "govuk-tag--" + colour);
}

/// <summary>A message at the top of the page: what was just done, or what to know first.</summary>
[HtmlTargetElement("govuk-notification-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>Whether it says that something was done; a screen reader then reads it at once.</summary>
    public bool Success { get; set; }

    /// <summary>The banner's title: "Success" or "Important" unless told.</summary>
    public string? Title { get; set; }

    /// <summary>The message, when it is one sentence; else write paragraphs inside the element.</summary>
    public string? Text { get; set; }

    /// <summary>The id of the title; only a second banner on a page needs another.</summary>
    public string TitleId { get; set; } = "govuk-notification-banner-title";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("govuk-notification-banner", Success ? "govuk-notification-banner--success" : null));
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", TitleId);
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        var title = Markup.Element("h2", "govuk-notification-banner__title", Title ?? (Success ? "Success" : "Important")).With("id", TitleId);
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("div", "govuk-notification-banner__header", title),
            Markup.Element(
                "div",
                "govuk-notification-banner__content",
                Text is null ? null : Markup.Element("p", "govuk-notification-banner__heading", Text),
                content)));
    }
}

/// <summary>The link to the page before. Put it in the section BeforeMain, where a screen reader meets it before the page's heading.</summary>
[HtmlTargetElement("govuk-back-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BackLinkTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public required string Href { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("class", "govuk-back-link");
        if (content.IsEmptyOrWhiteSpace)
            output.Content.SetContent("Back");
        else
            output.Content.SetHtmlContent(content);
    }
}

/// <summary>A warning: what goes wrong, or cannot be undone, if the person carries on.</summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-warning-text");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("span", "govuk-warning-text__icon", "!").With("aria-hidden", "true"),
            Markup.Element("strong", "govuk-warning-text__text", Markup.VisuallyHidden("Warning"), " ", content)));
    }
}

/// <summary>A paragraph set apart from those around it.</summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary>Text that some people need, behind a summary that opens it. It works without JavaScript.</summary>
[HtmlTargetElement("govuk-details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>The words that open it.</summary>
    public required string Summary { get; set; }

    /// <summary>Whether it is open at first.</summary>
    public bool Open { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-details");
        if (Open)
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("summary", "govuk-details__summary", Markup.Element("span", "govuk-details__summary-text", Summary)),
            Markup.Element("div", "govuk-details__text", content)));
    }
}
