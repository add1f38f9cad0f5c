using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>The pieces of markup that several GOV.UK components share. Every text is encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? cssClass, params object?[] content)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(cssClass))
            element.Attributes["class"] = cssClass;
        foreach (var piece in content)
        {
            switch (piece)
            {
                case null:
                    break;
                case IHtmlContent html:
                    element.InnerHtml.AppendHtml(html);
                    break;
                default:
                    element.InnerHtml.Append(piece.ToString()!);
                    break;
            }
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
            element.Attributes[attribute] = value;
        return element;
    }

    public static TagBuilder Void(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static IHtmlContent Together(params IHtmlContent?[] pieces)
    {
        var together = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece is not null)
                together.AppendHtml(piece);
        }

        return together;
    }

    public static TagBuilder VisuallyHidden(string text) => Element("span", "govuk-visually-hidden", text);

    public static TagBuilder Hint(string id, string text, string? cssClass = null) =>
        Element("div", Classes("govuk-hint", cssClass), text).With("id", id);

    public static TagBuilder ErrorMessage(string id, string text) =>
        Element("p", "govuk-error-message", VisuallyHidden("Error:"), " ", text).With("id", id);

    public static string Classes(params string?[] classes) => string.Join(' ', classes.Where(c => !string.IsNullOrEmpty(c)));
}
