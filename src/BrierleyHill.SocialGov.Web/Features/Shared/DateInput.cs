using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>The three fields of a date.</summary>
[Flags]
public enum DateParts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The day of the month.</summary>
    Day = 1,

    /// <summary>The month, as a number or a name.</summary>
    Month = 2,

    /// <summary>The year, with four numbers.</summary>
    Year = 4,

    /// <summary>All three.</summary>
    All = Day | Month | Year,
}

/// <summary>What three typed fields mean as a date.</summary>
/// <param name="Date">The date, or null when nothing was typed or it is none.</param>
/// <param name="Problem">What is wrong, to stand after the date's name ("must include a year"), or null.</param>
/// <param name="WrongParts">The fields that are to be corrected.</param>
public sealed record DateReading(DateOnly? Date, string? Problem, DateParts WrongParts);

/// <summary>
/// Reads a date as people write it: "3", "03", "Mar", "march". The messages follow the GOV.UK date input's guidance
/// (https://design-system.service.gov.uk/components/date-input/).
/// </summary>
public static class DateInput
{
    // Before this no date in the portal has a meaning; a year such as 0026 is a slip.
    private const int FirstYear = 1900;

    /// <summary>Reads the three fields. Three empty ones are no date and no problem: whether a date is needed is the model's to say.</summary>
    public static DateReading Read(string? day, string? month, string? year)
    {
        var missing = (Blank(day) ? DateParts.Day : DateParts.None) | (Blank(month) ? DateParts.Month : DateParts.None) | (Blank(year) ? DateParts.Year : DateParts.None);
        if (missing == DateParts.All)
            return new DateReading(null, null, DateParts.None);
        if (missing != DateParts.None)
            return new DateReading(null, "must include " + Describe(missing), missing);

        var dayNumber = Number(day!, 2);
        var monthNumber = MonthNumber(month!);
        var yearNumber = Number(year!, 4);
        var wrong = (dayNumber is >= 1 and <= 31 ? DateParts.None : DateParts.Day) | (monthNumber is >= 1 and <= 12 ? DateParts.None : DateParts.Month);
        if (year!.Trim().Length != 4 || yearNumber is null)
        {
            return wrong == DateParts.None
                ? new DateReading(null, "must have a year with 4 numbers", DateParts.Year)
                : new DateReading(null, "must be a real date", wrong | DateParts.Year);
        }

        if (yearNumber < FirstYear)
            wrong |= DateParts.Year;
        if (wrong == DateParts.None && dayNumber > DateTime.DaysInMonth(yearNumber.Value, monthNumber!.Value))
            wrong = DateParts.Day;
        return wrong == DateParts.None
            ? new DateReading(new DateOnly(yearNumber.Value, monthNumber!.Value, dayNumber!.Value), null, DateParts.None)
            : new DateReading(null, "must be a real date", wrong);
    }

    internal static string PartName(string name, DateParts part) => $"{name}.{part}";

    /// <summary>The fields to correct, when the date called <paramref name="name"/> has an error; none when it was not sent in three parts.</summary>
    internal static DateParts WrongParts(ModelStateDictionary modelState, string name)
    {
        if (!modelState.ContainsKey(PartName(name, DateParts.Day)))
            return DateParts.None;
        var reading = Read(Typed(DateParts.Day), Typed(DateParts.Month), Typed(DateParts.Year));
        return reading.WrongParts == DateParts.None ? DateParts.All : reading.WrongParts;

        string? Typed(DateParts part) => modelState.TryGetValue(PartName(name, part), out var entry) ? entry.AttemptedValue : null;
    }

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Describe(DateParts parts)
    {
        var names = new List<string>(2);
        if (parts.HasFlag(DateParts.Day))
            names.Add("day");
        if (parts.HasFlag(DateParts.Month))
            names.Add("month");
        if (parts.HasFlag(DateParts.Year))
            names.Add("year");
        return "a " + string.Join(" and ", names);
    }

    private static int? Number(string text, int mostDigits)
    {
        text = text.Trim();
        return text.Length <= mostDigits && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    private static int? MonthNumber(string text)
    {
        if (Number(text, 2) is { } number)
            return number;
        var name = text.Trim().TrimEnd('.');
        if (name.Length < 3)
            return null;
        // "Sept" is as usual as "Sep": any beginning of three letters or more names one month only.
        var index = Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
            month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }
}

/// <summary>
/// Binds a date from the three fields of the date input, or from one value in the form 2026-03-27 (a link's query string).
/// What was typed stays in the model state, so the form shows it again.
/// </summary>
public sealed class DateInputModelBinder : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var parts = new[] { DateParts.Day, DateParts.Month, DateParts.Year };
        var sent = Array.ConvertAll(parts, part => bindingContext.ValueProvider.GetValue(DateInput.PartName(name, part)));
        if (Array.TrueForAll(sent, value => value == ValueProviderResult.None))
        {
            BindOneValue(bindingContext);
            return Task.CompletedTask;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var key = DateInput.PartName(name, parts[i]);
            bindingContext.ModelState.SetModelValue(key, sent[i].FirstValue ?? string.Empty, sent[i].FirstValue ?? string.Empty);
            // Only the whole date is checked; an entry that nobody checks would make the model state invalid.
            bindingContext.ModelState.MarkFieldSkipped(key);
        }

        var reading = DateInput.Read(sent[0].FirstValue, sent[1].FirstValue, sent[2].FirstValue);
        var dateName = Field.NameInErrors(bindingContext.ModelMetadata, bindingContext.FieldName);
        if (reading.Problem is { } problem)
            bindingContext.ModelState.TryAddModelError(name, $"{dateName} {problem}");
        else if (reading.Date is { } date)
            bindingContext.Result = ModelBindingResult.Success(date);
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else
            bindingContext.ModelState.TryAddModelError(name, $"Enter {Words.InSentence(dateName)}");
        return Task.CompletedTask;
    }

    private static void BindOneValue(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
            return;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            return;
        }

        if (DateOnly.TryParseExact(value.FirstValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            bindingContext.Result = ModelBindingResult.Success(date);
            return;
        }

        var dateName = Field.NameInErrors(bindingContext.ModelMetadata, bindingContext.FieldName);
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"{dateName} must be a real date");
    }
}

/// <summary>Gives every <see cref="DateOnly"/> the <see cref="DateInputModelBinder"/>. Put it first among the providers.</summary>
public sealed class DateInputModelBinderProvider : IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateInputModelBinder() : null;
}
