using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>Links to the same page with one thing in its query string changed.</summary>
internal static class QueryLinks
{
    public static string With(HttpRequest request, params IReadOnlyCollection<(string Name, string? Value)> changes)
    {
        var builder = new QueryBuilder();
        foreach (var (name, values) in request.Query)
        {
            if (changes.Any(change => string.Equals(change.Name, name, StringComparison.OrdinalIgnoreCase)))
                continue;
            foreach (var value in values)
                builder.Add(name, value ?? string.Empty);
        }

        foreach (var (name, value) in changes)
        {
            if (value is not null)
                builder.Add(name, value);
        }

        // A link that starts with the whole path works on any page, whatever its base.
        return request.PathBase.Add(request.Path).ToUriComponent() + builder.ToQueryString();
    }
}

/// <summary>
/// The links to a list's other pages, which keep the rest of the query string (filters, sorting). A list of one page has none.
/// </summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The list.</summary>
    public required IPagedList List { get; set; }

    /// <summary>The name of the query value that holds the page number.</summary>
    public string Parameter { get; set; } = "page";

    /// <summary>What a screen reader calls these links; only a second list on a page needs another.</summary>
    public string Label { get; set; } = "Pagination";

    /// <summary>The view being rendered; the framework sets it.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (List.PageCount <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.Clear();
        var current = List.PageNumber;
        if (current > 1)
        {
            output.Content.AppendHtml(Arrow(
                "prev",
                current - 1,
                Icon("prev", "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"),
                LinkTitle("Previous")));
        }

        var items = Markup.Element("ul", "govuk-pagination__list");
        var last = 0;
        foreach (var page in Shown(current, List.PageCount))
        {
            if (page > last + 1)
                items.InnerHtml.AppendHtml(Markup.Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯"));
            items.InnerHtml.AppendHtml(Item(page, page == current));
            last = page;
        }

        output.Content.AppendHtml(items);
        if (current < List.PageCount)
        {
            output.Content.AppendHtml(Arrow(
                "next",
                current + 1,
                LinkTitle("Next"),
                Icon("next", "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z")));
        }
    }

    /// <summary>The first, the last, this page and its neighbours; a gap of one page is filled, for three dots would take its place.</summary>
    private static IEnumerable<int> Shown(int current, int count) => Enumerable.Range(1, count).Where(page =>
        page == 1
        || page == count
        || Math.Abs(page - current) <= 1
        || (page == 2 && current == 4)
        || (page == count - 1 && current == count - 3));

    private static TagBuilder LinkTitle(string text) =>
        Markup.Element("span", "govuk-pagination__link-title", text, Markup.VisuallyHidden(" page"));

    private static TagBuilder Icon(string direction, string path) =>
        Markup.Element("svg", $"govuk-pagination__icon govuk-pagination__icon--{direction}", Markup.Element("path", null).With("d", path))
            .With("height", "13")
            .With("width", "15")
            .With("aria-hidden", "true")
            .With("focusable", "false")
            .With("viewBox", "0 0 15 13");

    private string Href(int page) => QueryLinks.With(
        ViewContext.HttpContext.Request,
        (Parameter, page.ToString(CultureInfo.InvariantCulture)));

    private TagBuilder Arrow(string direction, int page, params IHtmlContent[] content) => Markup.Element(
        "div",
        "govuk-pagination__" + direction,
        Markup.Element("a", "govuk-link govuk-pagination__link", Markup.Together(content))
            .With("href", Href(page))
            .With("rel", direction));

    private TagBuilder Item(int page, bool isCurrent)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return Markup.Element(
            "li",
            Markup.Classes("govuk-pagination__item", isCurrent ? "govuk-pagination__item--current" : null),
            Markup.Element("a", "govuk-link govuk-pagination__link", number)
                .With("href", Href(page))
                .With("aria-label", "Page " + number)
                .With("aria-current", isCurrent ? "page" : null));
    }
}

/// <summary>
/// A column heading that sorts the list on the server: <c>&lt;th sort-by="submitted" sort-order="Model.Order"&gt;Submitted&lt;/th&gt;</c>.
/// Its link keeps the rest of the query string and goes back to the first page.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-by, sort-order")]
public sealed class SortableHeaderTagHelper : TagHelper
{
    /// <summary>The column's key, as <see cref="SortOrder.Column"/> holds it.</summary>
    public required string SortBy { get; set; }

    /// <summary>The order the list is in.</summary>
    public required SortOrder SortOrder { get; set; }

    /// <summary>The name of the query value that holds the page number, which the link leaves out.</summary>
    public string PageParameter { get; set; } = "page";

    /// <summary>The view being rendered; the framework sets it.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var isCurrent = string.Equals(SortBy, SortOrder.Column, StringComparison.OrdinalIgnoreCase);
        var next = isCurrent && !SortOrder.Descending ? "descending" : "ascending";
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", !isCurrent ? "none" : SortOrder.Descending ? "descending" : "ascending");
        var link = Markup.Element("a", "govuk-link sg-sort", content).With("href", QueryLinks.With(
            ViewContext.HttpContext.Request,
            (SortOrder.ColumnParameter, SortBy),
            (SortOrder.DirectionParameter, next),
            (PageParameter, null)));
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>
/// A cell of a table with the class <c>sg-table--stack</c>: <c>&lt;td stack-label="Status"&gt;</c>. On a phone, where the row of
/// headings is gone, the cell starts with the heading of its column.
/// </summary>
[HtmlTargetElement("td", Attributes = "stack-label")]
public sealed class StackedCellTagHelper : TagHelper
{
    /// <summary>The heading of the column.</summary>
    public required string StackLabel { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PreContent.AppendHtml(Markup.Element("span", "sg-table__label", StackLabel)).Append(" ");
}

/// <summary>
/// Lets a table that is wider than the screen scroll by itself: <c>&lt;sg-table-scroll label="Audit events"&gt;&lt;table&gt;…</c>.
/// </summary>
[HtmlTargetElement("sg-table-scroll")]
public sealed class TableScrollTagHelper : TagHelper
{
    /// <summary>What a screen reader calls the region; the table's caption will do.</summary>
    public required string Label { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "sg-table-scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        // A keyboard scrolls only what can have the focus.
        output.Attributes.SetAttribute("tabindex", "0");
    }
}
