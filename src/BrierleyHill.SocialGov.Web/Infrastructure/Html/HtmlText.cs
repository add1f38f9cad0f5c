using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Html;

/// <summary>
/// Takes the words out of HTML that somebody else wrote. Nothing is loaded and nothing is run; addresses of links and pictures are left out,
/// for they may lead anywhere and tell their owner who looked.
/// </summary>
public static class HtmlText
{
    /// <summary>The longest HTML that is read, in UTF-16 units; what follows is left out.</summary>
    public const int MaximumLength = 500_000;

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "SVG", "MATH", "TEXTAREA", "SELECT",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "BR", "LI", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "UL", "OL", "TABLE", "SECTION", "ARTICLE", "HEADER", "FOOTER", "HR", "PRE",
    };

    /// <summary>The words, with a line for each paragraph.</summary>
    /// <param name="html">The HTML. What is none comes back as it is, with its entities read.</param>
    public static string ToPlain(string? html)
    {
        if (string.IsNullOrEmpty(html))
        {
            return "";
        }

        using var document = new HtmlParser().ParseDocument(html.Length > MaximumLength ? html[..MaximumLength] : html);
        return document.Body is { } body ? Tidy(Read(body)) : "";
    }

    // Without recursion: HTML from elsewhere may be nested as deeply as its author likes.
    private static string Read(INode root)
    {
        var text = new StringBuilder();
        var node = root.FirstChild;
        while (node is not null)
        {
            if (node is IText words)
            {
                text.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (Blocks.Contains(node.NodeName))
            {
                text.Append('\n');
            }
            else if (string.Equals(node.NodeName, "TD", StringComparison.OrdinalIgnoreCase))
            {
                text.Append(' ');
            }

            if (node.FirstChild is { } child && !Unread.Contains(node.NodeName))
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is not null && Blocks.Contains(node.NodeName))
                {
                    text.Append('\n');
                }
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        return text.ToString();
    }

    private static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var tidy = new StringBuilder();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            tidy.Append(tidy.Length > 0 ? "\n" : "").Append(line);
        }

        return tidy.ToString();
    }
}
