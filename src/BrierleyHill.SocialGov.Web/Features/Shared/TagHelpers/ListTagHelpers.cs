using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>The rows of a summary list, gathered before it is drawn: its columns depend on whether any row has actions.</summary>
internal sealed class SummaryRows
{
    public List<SummaryRow> Rows { get; } = [];
}

internal sealed class SummaryRow
{
    public required string Key { get; init; }

    public IHtmlContent? Value { get; set; }

    public List<TagBuilder> Actions { get; } = [];
}

/// <summary>Answers with their questions, such as a record's details or the answers to check.</summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>Further classes, such as <c>govuk-summary-list--no-border</c>.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new SummaryRows();
        context.Items[typeof(SummaryRows)] = rows;
        await output.GetChildContentAsync();

        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("govuk-summary-list", CssClass));
        output.Content.Clear();
        var anyActions = rows.Rows.Exists(row => row.Actions.Count > 0);
        foreach (var row in rows.Rows)
        {
            var withoutActions = anyActions && row.Actions.Count == 0;
            output.Content.AppendHtml(Markup.Element(
                "div",
                Markup.Classes("govuk-summary-list__row", withoutActions ? "govuk-summary-list__row--no-actions" : null),
                Markup.Element("dt", "govuk-summary-list__key", row.Key),
                Markup.Element("dd", "govuk-summary-list__value", row.Value),
                Actions(row)));
        }
    }

    private static TagBuilder? Actions(SummaryRow row) => row.Actions.Count switch
    {
        0 => null,
        1 => Markup.Element("dd", "govuk-summary-list__actions", row.Actions[0]),
        _ => Markup.Element("dd", "govuk-summary-list__actions", Markup.Element(
            "ul",
            "govuk-summary-list__actions-list",
            row.Actions.Select(object? (action) => Markup.Element("li", "govuk-summary-list__actions-list-item", action)).ToArray())),
    };
}

/// <summary>One row: <c>key</c> and either <c>value</c> or what stands inside. An empty answer reads "Not provided".</summary>
[HtmlTargetElement("govuk-summary-row", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>The question, in a few words.</summary>
    public required string Key { get; set; }

    /// <summary>The answer as text; its line breaks are kept.</summary>
    public string? Value { get; set; }

    /// <summary>What stands for an empty answer.</summary>
    public string Empty { get; set; } = "Not provided";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var row = new SummaryRow { Key = Key };
        context.Items[typeof(SummaryRow)] = row;
        var content = await output.GetChildContentAsync();
        if (!content.IsEmptyOrWhiteSpace)
            row.Value = content;
        else if (string.IsNullOrWhiteSpace(Value))
            row.Value = Markup.Element("span", "govuk-hint", Empty);
        else
            row.Value = Markup.Element("span", "sg-prose", Value);
        ((SummaryRows)context.Items[typeof(SummaryRows)]).Rows.Add(row);
        output.SuppressOutput();
    }
}

/// <summary>A link that changes a row's answer: <c>&lt;govuk-summary-action href="…" about="purpose"&gt;Change&lt;/govuk-summary-action&gt;</c>.</summary>
[HtmlTargetElement("govuk-summary-action", ParentTag = "govuk-summary-row")]
public sealed class SummaryActionTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public required string Href { get; set; }

    /// <summary>What it acts on, for a screen reader: every "Change" on the page must differ.</summary>
    public required string About { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        ((SummaryRow)context.Items[typeof(SummaryRow)]).Actions.Add(
            Markup.Element("a", "govuk-link", content, Markup.VisuallyHidden(" " + About)).With("href", Href));
        output.SuppressOutput();
    }
}

/// <summary>The tasks of a long form, each with its status.</summary>
[HtmlTargetElement("govuk-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <summary>What the ids of the hints and statuses start with; only a second task list on a page needs another.</summary>
    public string IdPrefix { get; set; } = "task-list";

    /// <inheritdoc/>
    public override void Init(TagHelperContext context) => context.Items[typeof(TaskListTagHelper)] = new TaskNumbers(IdPrefix);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

internal sealed class TaskNumbers(string idPrefix)
{
    private int last;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{idPrefix}-{++last}");
}

/// <summary>One task. Without an address it cannot be started yet.</summary>
[HtmlTargetElement("govuk-task", ParentTag = "govuk-task-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    /// <summary>What is to be done.</summary>
    public required string Title { get; set; }

    /// <summary>Where it is done, or null when it cannot be started yet.</summary>
    public string? Href { get; set; }

    /// <summary>A sentence below the title.</summary>
    public string? Hint { get; set; }

    /// <summary>How far it is: "Completed", "Incomplete", "Cannot start yet".</summary>
    public required string Status { get; set; }

    /// <summary>The colour of the status's tag. Leave it out for "Completed" and "Cannot start yet": what needs work stands out.</summary>
    public string? StatusColour { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = ((TaskNumbers)context.Items[typeof(TaskListTagHelper)]).Next();
        var hintId = id + "-hint";
        var statusId = id + "-status";
        // An attribute whose expression gives null arrives as an empty text.
        var hint = string.IsNullOrEmpty(Hint) ? null : Hint;
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("govuk-task-list__item", Href is null ? null : "govuk-task-list__item--with-link"));
        var title = Href is null
            ? Markup.Element("div", null, Title)
            : Markup.Element("a", "govuk-link govuk-task-list__link", Title)
                .With("href", Href)
                .With("aria-describedby", Markup.Classes(hint is null ? null : hintId, statusId));
        var status = string.IsNullOrEmpty(StatusColour)
            ? (object)Status
            : Markup.Element("strong", TagTagHelper.ClassesFor(StatusColour), Status);
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element(
                "div",
                "govuk-task-list__name-and-hint",
                title,
                hint is null ? null : Markup.Element("div", "govuk-task-list__hint", hint).With("id", hintId)),
            Markup.Element(
                "div",
                Markup.Classes("govuk-task-list__status", Href is null ? "govuk-task-list__status--cannot-start-yet" : null),
                status).With("id", statusId)));
    }
}
