using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Markdown;

/// <summary>
/// Marks up a rendered text, already made safe, for the portal's pages: headings below the page's own and without gaps, ids that
/// are unique, GOV.UK's classes, tables that a screen reader and a keyboard can use.
/// </summary>
/// <param name="document">The text, as a document of its own.</param>
/// <param name="idPrefix">What the ids of headings begin with.</param>
internal sealed class MarkdownMarkup(IHtmlDocument document, string idPrefix)
{
    private const int FirstLevel = 2;
    private const int LastLevel = 6;
    private const int LongestId = 60;

    private static readonly (string Selector, string Classes)[] ClassesByElement =
    [
        ("p", "govuk-body"),
        ("a", "govuk-link"),
        ("ul", "govuk-list govuk-list--bullet"),
        ("ol", "govuk-list govuk-list--number"),
        ("blockquote", "govuk-inset-text"),
        ("hr", "govuk-section-break govuk-section-break--m govuk-section-break--visible"),
        ("table", "govuk-table"),
        ("thead", "govuk-table__head"),
        ("tbody", "govuk-table__body"),
        ("tr", "govuk-table__row"),
        ("th", "govuk-table__header"),
        ("td", "govuk-table__cell"),
    ];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.Ordinal);

    /// <summary>Marks the document up.</summary>
    /// <returns>Its headings in their order.</returns>
    public IReadOnlyList<MarkdownHeading> Apply()
    {
        MendLinks();
        var headings = SetHeadings();
        SetTables();
        foreach (var (selector, classes) in ClassesByElement)
        {
            foreach (var element in document.Body!.QuerySelectorAll(selector))
            {
                element.ClassName = classes;
            }
        }

        return headings;
    }

    /// <summary>A link that lost its address is its words; one without words would be read out as nothing, so it shows its address.</summary>
    private void MendLinks()
    {
        foreach (var link in document.Body!.QuerySelectorAll("a").ToList())
        {
            var address = link.GetAttribute("href");
            if (string.IsNullOrWhiteSpace(address))
            {
                link.Replace([.. link.ChildNodes]);
            }
            else if (string.IsNullOrWhiteSpace(link.TextContent))
            {
                link.TextContent = address;
            }
        }
    }

    private List<MarkdownHeading> SetHeadings()
    {
        var headings = new List<MarkdownHeading>();
        var above = new Stack<int>();
        foreach (var heading in document.Body!.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            var text = string.Join(' ', heading.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length == 0)
            {
                heading.Remove();
                continue;
            }

            // The level follows from how many headings stand above this one, so none is skipped, whatever was typed.
            var typed = heading.LocalName[1] - '0';
            while (above.TryPeek(out var higher) && higher >= typed)
            {
                above.Pop();
            }

            var level = Math.Min(FirstLevel + above.Count, LastLevel);
            above.Push(typed);

            var placed = document.CreateElement(string.Create(CultureInfo.InvariantCulture, $"h{level}"));
            placed.Id = IdOf(text);
            placed.ClassName = level == FirstLevel ? "govuk-heading-m" : "govuk-heading-s";
            placed.Append([.. heading.ChildNodes]);
            heading.Replace(placed);
            headings.Add(new MarkdownHeading(level, text, placed.Id));
        }

        return headings;
    }

    private string IdOf(string text)
    {
        var name = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(char.ToLowerInvariant(character));
            }
            else if (name.Length > 0 && name[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                name.Append('-');
            }

            if (name.Length == LongestId)
            {
                break;
            }
        }

        return idPrefix + Unique(name.ToString().Trim('-'));
    }

    private string Unique(string name)
    {
        var plain = name.Length == 0 ? "1" : name;
        var unique = plain;
        // Counted on from the last time, so that a text of nothing but the same heading takes no longer than any other.
        for (var again = _lastNumbers.GetValueOrDefault(plain, 1); !_names.Add(unique);)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{plain}-{++again}");
            _lastNumbers[plain] = again;
        }

        return unique;
    }

    private void SetTables()
    {
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in document.Body!.QuerySelectorAll("table").ToList())
        {
            foreach (var header in table.QuerySelectorAll("th").ToList())
            {
                if (string.IsNullOrWhiteSpace(header.TextContent))
                {
                    // The corner above row names heads nothing.
                    header.Replace(document.CreateElement("td"));
                }
                else
                {
                    header.SetAttribute("scope", "col");
                }
            }

            var label = LabelOf(table);
            labels[label] = labels.GetValueOrDefault(label) + 1;
            var region = document.CreateElement("div");
            region.ClassName = "sg-table-scroll";
            region.SetAttribute("role", "region");
            region.SetAttribute("aria-label", labels[label] == 1 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} ({labels[label]})"));
            // A keyboard scrolls only what can have the focus.
            region.SetAttribute("tabindex", "0");
            table.Replace(region);
            region.Append(table);
        }
    }

    /// <summary>A table is called after the heading under which it stands.</summary>
    private static string LabelOf(IElement table)
    {
        for (var before = table.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
        {
            if (before is IHtmlHeadingElement)
            {
                return $"Table: {before.TextContent.Trim()}";
            }
        }

        return "Table";
    }
}
