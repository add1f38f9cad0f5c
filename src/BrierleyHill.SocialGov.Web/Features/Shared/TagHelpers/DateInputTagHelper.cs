using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>A date as day, month and year, bound to a <see cref="DateOnly"/> or a nullable one by <see cref="DateInputModelBinder"/>.</summary>
[HtmlTargetElement("govuk-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    /// <summary>Whether the browser may fill in the person's own birthday.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new Field(ViewContext, For);
        var date = field.Model as DateOnly?;
        var wrong = DateParts.None;
        if (field.Error is not null)
        {
            wrong = DateInput.WrongParts(ViewContext.ViewData.ModelState, field.Name);
            if (wrong == DateParts.None)
                wrong = DateParts.All;
        }

        var inputs = Markup.Element(
                "div",
                Markup.Classes("govuk-date-input", CssClass),
                Part(field, DateParts.Day, date?.Day, wrong),
                Part(field, DateParts.Month, date?.Month, wrong),
                Part(field, DateParts.Year, date?.Year, wrong))
            .With("id", field.Id);
        // The role makes JAWS read the hint and the error of a fieldset of text inputs (govuk-frontend's date-input template).
        RenderGroup(output, field, null, Fieldset(field, Markup.Together(HintAndError(field), inputs), role: "group"));
    }

    private TagBuilder Part(Field field, DateParts part, int? fromModel, DateParts wrong)
    {
        var name = DateInput.PartName(field.Name, part);
        var id = Field.IdFor(name);
        var isWrong = wrong.HasFlag(part);
        var input = Markup.Element(
                "input",
                Markup.Classes(
                    "govuk-input govuk-date-input__input",
                    isWrong ? "govuk-input--error" : null,
                    part == DateParts.Year ? "govuk-input--width-4" : "govuk-input--width-2"))
            .With("id", id)
            .With("name", name)
            .With("type", "text")
            // A month may be typed as a word, so it gets the ordinary keyboard.
            .With("inputmode", part == DateParts.Month ? null : "numeric")
            .With("autocomplete", Birthday ? "bday-" + part.ToString().ToLowerInvariant() : null)
            .With("value", field.Attempted(name) ?? fromModel?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)
            .With("aria-required", field.Metadata.IsRequired ? "true" : null)
            .With("aria-invalid", isWrong ? "true" : null)
            .Void();
        return Markup.Element(
            "div",
            "govuk-date-input__item",
            Markup.Element(
                "div",
                "govuk-form-group",
                Markup.Element("label", "govuk-label govuk-date-input__label", part.ToString()).With("for", id),
                input));
    }
}
