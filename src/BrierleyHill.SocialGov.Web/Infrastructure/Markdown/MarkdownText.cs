using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Markdown;

/// <summary>
/// Renders Markdown that people typed into HTML that is safe and accessible. HTML in the text is shown as text; there are no
/// images, styles, scripts or event handlers; links lead to http, https, mailto and tel addresses, to pages of the portal and to
/// headings, nowhere else. The policy and the guidance pages are shown by it.
/// </summary>
public static class MarkdownText
{
    /// <summary>The longest text that is rendered, in UTF-16 units. Records hold no longer one.</summary>
    public const int MaximumLength = 100_000;

    /// <summary>What the ids of headings begin with, so that none can be the id of something of the page's own.</summary>
    public const string IdPrefix = "section-";

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();
    private static readonly HtmlSanitizer Sanitizer = BuildSanitizer();

    /// <summary>Renders a text.</summary>
    /// <param name="markdown">What was typed. A text that is too long, or nested too deeply to be meant, is shown as it was typed.</param>
    /// <param name="idPrefix">What the ids of headings begin with; only a page that shows several texts needs another.</param>
    public static RenderedMarkdown Render(string? markdown, string idPrefix = IdPrefix)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return new RenderedMarkdown(HtmlString.Empty, []);
        }

        if (markdown.Length > MaximumLength || ToHtml(markdown) is not { } html)
        {
            return new RenderedMarkdown(AsTyped(markdown), []);
        }

        // The list of what is allowed decides what stays, whatever the renderer let through; only then is it marked up.
        using var document = Sanitizer.SanitizeDom(html);
        var contents = new MarkdownMarkup((IHtmlDocument)document, idPrefix).Apply();
        return new RenderedMarkdown(new HtmlString(document.Body!.InnerHtml), contents);
    }

    private static string? ToHtml(string markdown)
    {
        try
        {
            var document = Markdig.Markdown.Parse(markdown, Pipeline);
            foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
            {
                // No page asks another site for anything: of an image its description remains.
                image.ReplaceBy(new ContainerInline());
            }

            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // How Markdig says that a text is nested too deeply.
            return null;
        }
    }

    private static TagBuilder AsTyped(string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = "govuk-body sg-prose" } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        // Somebody who indents a paragraph in Word does not mean program code.
        pipeline.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return pipeline.Build();
    }

    private static HtmlSanitizer BuildSanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "a", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "table", "thead",
            "tbody", "tr", "th", "td",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    })
    {
        KeepChildNodes = true,
    };
}
