using Microsoft.AspNetCore.Html;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Markdown;

/// <summary>A text that somebody wrote in Markdown, as HTML that is safe to show.</summary>
/// <param name="Html">The HTML, made by <see cref="MarkdownText.Render"/> alone.</param>
/// <param name="Contents">Its headings in their order, for a table of contents.</param>
public sealed record RenderedMarkdown(IHtmlContent Html, IReadOnlyList<MarkdownHeading> Contents);

/// <summary>A heading of a rendered text.</summary>
/// <param name="Level">Its level on the page, 2 to 6: the page's own heading is level 1.</param>
/// <param name="Text">Its words.</param>
/// <param name="Id">What a link to it ends in.</param>
public sealed record MarkdownHeading(int Level, string Text, string Id);
