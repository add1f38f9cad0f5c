using BrierleyHill.SocialGov.Web.Infrastructure.Markdown;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>
/// A text that somebody wrote in Markdown: <c>&lt;sg-markdown text="@Model.Text" contents="true" /&gt;</c>. Its headings start at
/// level 2, below the page's own.
/// </summary>
[HtmlTargetElement("sg-markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    private const int FewestForContents = 3;
    private const int FirstLevel = 2;

    /// <summary>What was typed.</summary>
    public string? Text { get; set; }

    /// <summary>Whether links to its headings come before it, where there are at least three.</summary>
    public bool Contents { get; set; }

    /// <summary>What the ids of its headings begin with; only a second text on a page needs another.</summary>
    public string IdPrefix { get; set; } = MarkdownText.IdPrefix;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rendered = MarkdownText.Render(Text, IdPrefix);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "sg-markdown");
        output.Content.SetHtmlContent(rendered.Html);
        if (Contents && rendered.Contents.Count >= FewestForContents)
        {
            output.PreElement.AppendHtml(ContentsOf(rendered.Contents));
        }
    }

    private TagBuilder ContentsOf(IReadOnlyList<MarkdownHeading> headings)
    {
        // The id stands outside the prefix of the headings, so none of them can be called the same.
        var titleId = "contents-of-" + IdPrefix.TrimEnd('-');
        var list = Markup.Element("ul", "govuk-list sg-contents__list");
        Entry? last = null;
        foreach (var heading in headings)
        {
            if (heading.Level == FirstLevel)
            {
                last = new Entry(LinkTo(heading));
                list.InnerHtml.AppendHtml(last.Item);
            }
            else if (heading.Level == FirstLevel + 1)
            {
                last!.Add(LinkTo(heading));
            }
        }

        return Markup.Element("nav", "sg-contents", Markup.Element("h2", "govuk-heading-s", "Contents").With("id", titleId), list)
            .With("aria-labelledby", titleId);
    }

    private static TagBuilder LinkTo(MarkdownHeading heading) =>
        Markup.Element("li", null, Markup.Element("a", "govuk-link govuk-link--no-visited-state", heading.Text).With("href", "#" + heading.Id));

    /// <summary>An entry of the table of contents and, below it, those of its parts.</summary>
    private sealed class Entry(TagBuilder item)
    {
        private TagBuilder? _parts;

        public TagBuilder Item { get; } = item;

        public void Add(TagBuilder part)
        {
            if (_parts is null)
            {
                _parts = Markup.Element("ul", "govuk-list sg-contents__parts");
                Item.InnerHtml.AppendHtml(_parts);
            }

            _parts.InnerHtml.AppendHtml(part);
        }
    }
}
