using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>What the page knows of one form field: its name, its value as typed, its error.</summary>
internal sealed class Field
{
    private readonly ModelExpression expression;
    private readonly ModelStateDictionary modelState;

    public Field(ViewContext viewContext, ModelExpression expression)
    {
        this.expression = expression;
        modelState = viewContext.ViewData.ModelState;
        Name = viewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdFor(Name);
    }

    public string Name { get; }

    public string Id { get; }

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public object? Model => expression.Model;

    public ModelMetadata Metadata => expression.Metadata;

    public string DisplayName => DisplayNameOf(Metadata, expression.Name);

    public string? Error
    {
        get
        {
            if (!modelState.TryGetValue(Name, out var entry) || entry.Errors.Count == 0)
                return null;
            return TextOf(entry.Errors[0], DisplayName);
        }
    }

    /// <summary>What was typed; failing that, what the model holds. Nothing that a person typed is lost to a failed check.</summary>
    public string Value => Attempted(Name) ?? Format(Model);

    /// <summary>The values that are ticked: those sent, or those in the model's collection.</summary>
    public HashSet<string> SelectedValues
    {
        get
        {
            if (modelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            {
                var sent = entry.RawValue as IEnumerable<string?> ?? [entry.AttemptedValue];
                return sent.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
            }

            return Model is IEnumerable values and not string
                ? values.Cast<object?>().Select(Format).ToHashSet(StringComparer.OrdinalIgnoreCase)
                : [Format(Model)];
        }
    }

    /// <summary>The longest text the model takes, in UTF-16 units as the attributes count them, or null when it says nothing.</summary>
    public int? MaximumLength
    {
        get
        {
            var lengths = Metadata.ValidatorMetadata.Select(validator => validator switch
            {
                StringLengthAttribute length => length.MaximumLength,
                MaxLengthAttribute length => length.Length,
                LengthAttribute length => length.MaximumLength,
                _ => int.MaxValue,
            });
            var shortest = lengths.DefaultIfEmpty(int.MaxValue).Min();
            return shortest is int.MaxValue or < 0 ? null : shortest;
        }
    }

    public static string IdFor(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The name of a field in an error message: the display attribute's short name, its name, or the property's name in words.</summary>
    public static string NameInErrors(ModelMetadata metadata, string fallback)
    {
        var attributes = (metadata as DefaultModelMetadata)?.Attributes.Attributes;
        var display = attributes?.OfType<DisplayAttribute>().FirstOrDefault();
        return display?.GetShortName() ?? DisplayNameOf(metadata, fallback);
    }

    public static string TextOf(ModelError error, string displayName) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? $"{displayName} is not valid" : error.ErrorMessage;

    public static string Format(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "true" : "false",
        Enum => value.ToString()!,
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? string.Empty,
    };

    public string? Attempted(string name) =>
        modelState.TryGetValue(name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue ?? string.Empty : null;

    private static string DisplayNameOf(ModelMetadata metadata, string fallback) =>
        metadata.DisplayName ?? Words.FromIdentifier(metadata.PropertyName ?? fallback);
}
