using System.Collections.Concurrent;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>One answer as it will be drawn, with what it reveals when it is chosen.</summary>
internal sealed class DrawnChoice
{
    public string Value { get; init; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public string? Hint { get; set; }

    public IHtmlContent? Reveals { get; set; }

    /// <summary>"or", between the answers before and after; then nothing else is set.</summary>
    public string? Divider { get; init; }
}

/// <summary>The answers that the elements inside radios or checkboxes name.</summary>
internal sealed class NamedChoices
{
    public List<DrawnChoice> Choices { get; } = [];
}

/// <summary>
/// Radios and checkboxes: a fieldset of answers. They come from <see cref="Items"/>, else from the property's enumeration (or yes and
/// no, for a yes-or-no property), and from the elements inside, which add an answer or change the one that has their value.
/// </summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The answers, where the property's type does not name them.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>Whether only the answers named inside the element are offered, and not the whole enumeration.</summary>
    public bool ListedOnly { get; set; }

    private protected abstract string Block { get; }

    private protected abstract string InputType { get; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var named = new NamedChoices();
        context.Items[typeof(NamedChoices)] = named;
        await output.GetChildContentAsync();

        var field = new Field(ViewContext, For);
        var choices = Combine(Items ?? (ListedOnly ? [] : EnumChoices.Of(field.Metadata)), named.Choices, field.Metadata);
        var selected = field.SelectedValues;

        var list = Markup.Element("div", Markup.Classes(Block, CssClass)).With("data-module", Block);
        for (var i = 0; i < choices.Count; i++)
            AppendChoice(list, field, choices[i], i, selected);

        RenderGroup(output, field, null, Fieldset(field, Markup.Together(HintAndError(field), list)));
    }

    private static List<DrawnChoice> Combine(IEnumerable<Choice> items, List<DrawnChoice> named, ModelMetadata metadata)
    {
        var choices = items.Select(item => new DrawnChoice { Value = item.Value, Text = item.Text, Hint = item.Hint }).ToList();
        foreach (var choice in named)
        {
            var known = choice.Divider is null
                ? choices.Find(c => c.Divider is null && string.Equals(c.Value, choice.Value, StringComparison.OrdinalIgnoreCase))
                : null;
            if (known is null)
            {
                if (choice.Divider is null && choice.Text.Length == 0)
                    choice.Text = EnumChoices.Of(metadata).FirstOrDefault(c => c.Value == choice.Value)?.Text ?? choice.Value;
                choices.Add(choice);
                continue;
            }

            if (choice.Text.Length > 0)
                known.Text = choice.Text;
            known.Hint = choice.Hint ?? known.Hint;
            known.Reveals = choice.Reveals ?? known.Reveals;
        }

        return choices;
    }

    private void AppendChoice(TagBuilder list, Field field, DrawnChoice choice, int index, HashSet<string> selected)
    {
        if (choice.Divider is { } divider)
        {
            list.InnerHtml.AppendHtml(Markup.Element("div", Block + "__divider", divider));
            return;
        }

        // The first answer has the field's own id, so that the error summary links to it.
        var id = index == 0 ? field.Id : string.Create(CultureInfo.InvariantCulture, $"{field.Id}-{index + 1}");
        var chosen = selected.Contains(choice.Value);
        var conditionalId = "conditional-" + id;
        var hintId = id + "-item-hint";
        var input = Markup.Element("input", Block + "__input")
            .With("id", id)
            .With("name", field.Name)
            .With("type", InputType)
            .With("value", choice.Value)
            .With("checked", chosen ? "checked" : null)
            .With("data-aria-controls", choice.Reveals is null ? null : conditionalId)
            .With("aria-describedby", choice.Hint is null ? null : hintId)
            .Void();
        list.InnerHtml.AppendHtml(Markup.Element(
            "div",
            Block + "__item",
            input,
            Markup.Element("label", "govuk-label " + Block + "__label", choice.Text).With("for", id),
            choice.Hint is null ? null : Markup.Hint(hintId, choice.Hint, Block + "__hint")));

        if (choice.Reveals is { } reveals)
        {
            list.InnerHtml.AppendHtml(Markup.Element(
                "div",
                Markup.Classes(Block + "__conditional", chosen ? null : Block + "__conditional--hidden"),
                reveals).With("id", conditionalId));
        }
    }
}

/// <summary>One answer out of several.</summary>
[HtmlTargetElement("govuk-radios")]
[RestrictChildren("govuk-radio", "govuk-divider")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    private protected override string Block => "govuk-radios";

    private protected override string InputType => "radio";

    /// <summary>Whether the answers stand in one line: for two short ones, such as yes and no.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Inline)
            CssClass = Markup.Classes("govuk-radios--inline", CssClass);
        return base.ProcessAsync(context, output);
    }
}

/// <summary>Any number of answers, bound to a collection.</summary>
[HtmlTargetElement("govuk-checkboxes")]
[RestrictChildren("govuk-checkbox", "govuk-divider")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    private protected override string Block => "govuk-checkboxes";

    private protected override string InputType => "checkbox";
}

/// <summary>
/// One answer inside radios or checkboxes. What stands inside it is shown when it is chosen (without JavaScript: always).
/// </summary>
[HtmlTargetElement("govuk-radio", ParentTag = "govuk-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("govuk-checkbox", ParentTag = "govuk-checkboxes", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    /// <summary>What the form sends: a text, or a value of the property's enumeration.</summary>
    public required object Value { get; set; }

    /// <summary>What the person reads, where the enumeration's display name does not do.</summary>
    public string? Label { get; set; }

    /// <summary>A sentence below the label.</summary>
    public string? Hint { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var choices = (NamedChoices)context.Items[typeof(NamedChoices)];
        choices.Choices.Add(new DrawnChoice
        {
            Value = Field.Format(Value),
            Text = Label ?? (Value as Enum)?.InWords() ?? string.Empty,
            Hint = Hint ?? (Value as Enum)?.HintInWords(),
            Reveals = content.IsEmptyOrWhiteSpace ? null : content,
        });
        output.SuppressOutput();
    }
}

/// <summary>A word, usually "or", between the answers above and the ones named below it.</summary>
[HtmlTargetElement("govuk-divider")]
public sealed class DividerTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var choices = (NamedChoices)context.Items[typeof(NamedChoices)];
        var text = System.Net.WebUtility.HtmlDecode(content.GetContent()).Trim();
        choices.Choices.Add(new DrawnChoice { Divider = text.Length == 0 ? "or" : text });
        output.SuppressOutput();
    }
}

/// <summary>A single yes-or-no checkbox, such as a confirmation. Its label is the property's display name.</summary>
[HtmlTargetElement("govuk-checkbox", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SingleCheckboxTagHelper : FieldTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        // The label comes after the box, so the hint does too; the error comes before both, as in a list of checkboxes.
        var input = Markup.Element("input", "govuk-checkboxes__input")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "checkbox")
            .With("value", "true")
            .With("checked", field.SelectedValues.Contains("true") ? "checked" : null)
            .With("aria-describedby", DescribedBy(field))
            .With("aria-invalid", field.Error is null ? null : "true")
            .Void();
        var item = Markup.Element(
            "div",
            "govuk-checkboxes__item",
            input,
            Markup.Element("label", "govuk-label govuk-checkboxes__label", LabelText(field)).With("for", field.Id),
            HintText(field) is { } hint ? Markup.Hint(field.HintId, hint, "govuk-checkboxes__hint") : null);

        RenderGroup(
            output,
            field,
            null,
            field.Error is { } error ? Markup.ErrorMessage(field.ErrorId, error) : null,
            Markup.Element("div", Markup.Classes("govuk-checkboxes", CssClass), item).With("data-module", "govuk-checkboxes"));
    }
}

/// <summary>One answer out of a long list. Short lists are better as radios.</summary>
[HtmlTargetElement("govuk-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The answers, where the property is not an enumeration.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>The text of the empty first option; an empty text leaves the option out.</summary>
    public string Prompt { get; set; } = "Select an option";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var selected = field.SelectedValues;
        var select = Markup.Element("select", Markup.Classes("govuk-select", CssClass, field.Error is null ? null : "govuk-select--error"))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", DescribedBy(field));
        WithState(select, field);
        if (Prompt.Length > 0)
            select.InnerHtml.AppendHtml(Markup.Element("option", null, Prompt).With("value", string.Empty));
        foreach (var item in Items ?? EnumChoices.Of(field.Metadata))
        {
            select.InnerHtml.AppendHtml(Markup.Element("option", null, item.Text)
                .With("value", item.Value)
                .With("selected", selected.Contains(item.Value) ? "selected" : null));
        }

        RenderGroup(output, field, null, LabelElement(field), HintAndError(field), select);
    }
}

/// <summary>The answers that a property's own type names.</summary>
internal static class EnumChoices
{
    // The words stand in attributes, which are read by reflection: once for each enumeration.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Choice>> Known = new();

    /// <summary>Each value of the enumeration (of the elements, for a collection), or yes and no for a yes-or-no property, or none.</summary>
    public static IEnumerable<Choice> Of(ModelMetadata metadata)
    {
        var type = (metadata.ElementMetadata ?? metadata).UnderlyingOrModelType;
        if (type == typeof(bool))
            return [new Choice("true", "Yes"), new Choice("false", "No")];
        return type.IsEnum
            ? Known.GetOrAdd(type, static known => [.. Enum.GetValues(known).Cast<Enum>().Select(value => new Choice(value.ToString(), value.InWords(), value.HintInWords()))])
            : [];
    }
}
