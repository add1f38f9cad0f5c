using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>
/// Every error of the model state in the order of the model's properties, each a link to its field. Without errors it is nothing.
/// Put it at the top of each page with a form.
/// </summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The view being rendered; the framework sets it.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var modelState = ViewContext.ViewData.ModelState;
        if (modelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Markup.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (bound, entry) in InOrder(modelState, ViewContext.ViewData.ModelMetadata))
        {
            var key = AsTheModelSpellsIt(bound, ViewContext.ViewData.ModelMetadata);
            var name = entry.Errors.Any(error => string.IsNullOrEmpty(error.ErrorMessage)) ? NameFor(key) : string.Empty;
            // The field shows its first error; the summary says the same and no more.
            var text = Field.TextOf(entry.Errors[0], name);
            if (key.Length > 0)
            {
                list.InnerHtml.AppendHtml(Markup.Element("li", null, Markup.Element("a", null, text).With("href", "#" + TargetId(modelState, key))));
                continue;
            }

            // Errors of the whole form have no field, and there may be several.
            foreach (var error in entry.Errors)
                list.InnerHtml.AppendHtml(Markup.Element("li", null, Field.TextOf(error, "What you entered")));
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            null,
            Markup.Element("h2", "govuk-error-summary__title", "There is a problem"),
            Markup.Element("div", "govuk-error-summary__body", list)).With("role", "alert"));
    }

    private static string TargetId(ModelStateDictionary modelState, string key)
    {
        var wrong = DateInput.WrongParts(modelState, key);
        if (wrong == DateParts.None)
            return Field.IdFor(key);
        var first = wrong.HasFlag(DateParts.Day) ? DateParts.Day : wrong.HasFlag(DateParts.Month) ? DateParts.Month : DateParts.Year;
        return Field.IdFor(DateInput.PartName(key, first));
    }

    // Binding keeps the spelling of the action's parameter ("form.Reasons"); the field's id has the property's ("Form_Reasons").
    private static string AsTheModelSpellsIt(string key, ModelMetadata root)
    {
        ModelMetadata? current = root;
        var segments = key.Split('.');
        for (var i = 0; i < segments.Length; i++)
        {
            var bracket = segments[i].IndexOf('[', StringComparison.Ordinal);
            var index = IndexOf(current, bracket < 0 ? segments[i] : segments[i][..bracket]);
            if (index == int.MaxValue)
                break;
            current = current!.Properties[index];
            segments[i] = current.PropertyName + (bracket < 0 ? string.Empty : segments[i][bracket..]);
            current = bracket < 0 ? current : current.ElementMetadata;
        }

        return string.Join('.', segments);
    }

    private static string NameFor(string key) => Words.FromIdentifier(key[(key.LastIndexOf('.') + 1)..]);

    // The dictionary itself is sorted by the alphabet.
    private static IEnumerable<(string Key, ModelStateEntry Entry)> InOrder(ModelStateDictionary modelState, ModelMetadata metadata) => modelState
        .Where(pair => pair.Value is { Errors.Count: > 0 })
        .Select(pair => (pair.Key, Entry: pair.Value!))
        .OrderBy(error => PositionOf(error.Key, metadata), Comparer<IReadOnlyList<int>>.Create(Compare));

    private static List<int> PositionOf(string key, ModelMetadata root)
    {
        var position = new List<int>();
        if (key.Length == 0)
            return position;
        ModelMetadata? current = root;
        foreach (var segment in key.Split('.'))
        {
            var bracket = segment.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? segment : segment[..bracket];
            var index = IndexOf(current, property);
            position.Add(index);
            current = index == int.MaxValue ? null : current!.Properties[index];
            if (bracket < 0)
                continue;
            position.Add(int.TryParse(segment[(bracket + 1)..].TrimEnd(']'), out var item) ? item : int.MaxValue);
            current = current?.ElementMetadata;
        }

        return position;
    }

    private static int IndexOf(ModelMetadata? metadata, string property)
    {
        for (var i = 0; i < (metadata?.Properties.Count ?? 0); i++)
        {
            if (string.Equals(metadata!.Properties[i].PropertyName, property, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return int.MaxValue;
    }

    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i])
                return left[i].CompareTo(right[i]);
        }

        return left.Count.CompareTo(right.Count);
    }
}
