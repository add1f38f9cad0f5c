using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>The task list.</summary>
public sealed record TaskListView(AccountApplication Application, PeopleDirectory Directory)
{
    /// <summary>What is missing.</summary>
    public IReadOnlyList<MissingAnswer> Missing { get; } = Application.Missing(Directory);

    /// <summary>How far a section is.</summary>
    public SectionProgress ProgressOf(ApplicationSection section) => Application.ProgressOf(section, Directory);

    /// <summary>What is missing in a section that was begun, as one text.</summary>
    public string? HintOf(ApplicationSection section) =>
        ProgressOf(section) == SectionProgress.InProgress
            ? string.Join(" ", Missing.Where(missing => missing.Section == section).Select(missing => missing.Message))
            : null;
}

/// <summary>What stands around the form of a section.</summary>
/// <param name="Application">The business case as it is saved.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Section">The section.</param>
/// <param name="Assessments">The impact assessments that can be named.</param>
/// <param name="IsStale">Whether it was saved by another window after this one was opened.</param>
public sealed record SectionView(AccountApplication Application, PeopleDirectory Directory, ApplicationSection Section, IReadOnlyList<AssessmentChoice> Assessments, bool IsStale = false)
{
    /// <summary>What is saved now, where that is not what the person saw when they began to type; else nothing.</summary>
    public IReadOnlyList<ApplicationAnswer> SavedMeanwhile { get; } =
        IsStale ? [.. Application.Answers(Directory).Where(answer => answer.Section == Section)] : [];

    /// <summary>The assessments to choose from, and the one that is named already, whatever has become of it.</summary>
    public IReadOnlyList<Choice> AssessmentChoices { get; } =
    [
        .. Assessments.Select(choice => new Choice(Number(choice.Id), $"{choice.Title} ({choice.Reference}, {Words.InSentence(choice.Status.InWords())})")),
        .. Application.ImpactAssessmentId is { } named && Assessments.All(choice => choice.Id != named)
            ? new[] { new Choice(Number(named), $"{Reference.Of(Domain.ImpactAssessments.ImpactAssessment.ReferenceKind, named)}, as named until now") }
            : [],
    ];

    /// <summary>People whose name stands in the proposed name.</summary>
    public IReadOnlyList<NamingHit> NamingHits { get; } = Application.NamingHits(Directory);

    /// <summary>
    /// The people who can be named as administrators: everybody active, and whoever is named already, so that nobody is dropped
    /// from the form without a word.
    /// </summary>
    public IReadOnlyList<Choice> People { get; } =
    [
        .. Directory.People
            .Where(person => person.IsActive || Application.Administrators.Any(administrator => administrator.PersonId == person.Id))
            .OrderBy(person => person.Surname, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Forename, StringComparer.OrdinalIgnoreCase)
            .Select(person => new Choice(
                Number(person.Id),
                person.FullName,
                person.IsActive ? null : "No longer active")),
    ];

    private static string Number(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The answers to check, and the form that submits them.</summary>
public sealed record CheckView(AccountApplication Application, PeopleDirectory Directory, SubmitForm Form)
{
    /// <summary>The answers.</summary>
    public IReadOnlyList<ApplicationAnswer> Answers { get; } = Application.Answers(Directory);

    /// <summary>What is missing.</summary>
    public IReadOnlyList<MissingAnswer> Missing { get; } = Application.Missing(Directory);
}

/// <summary>The business case, and the form that decides it.</summary>
public sealed record DecideView(ApplicationView Found, DecideForm Form);

/// <summary>The business case, and the form that withdraws it.</summary>
public sealed record WithdrawView(ApplicationView Found, WithdrawForm Form);

/// <summary>The sections as they stand in addresses: <c>platform-and-name</c>.</summary>
public sealed partial class SectionRoute : IRouteConstraint
{
    private static readonly Dictionary<string, ApplicationSection> Sections = Enum.GetValues<ApplicationSection>()
        .ToDictionary(TextOf, section => section, StringComparer.Ordinal);

    /// <summary>The section's part of the address.</summary>
    public static string TextOf(ApplicationSection section) => Capitals().Replace(section.ToString(), "-$0").TrimStart('-').ToLowerInvariant();

    /// <inheritdoc />
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        if (!values.TryGetValue(routeKey, out var value))
        {
            return false;
        }

        if (routeDirection == RouteDirection.UrlGeneration)
        {
            return true;
        }

        if (!Sections.TryGetValue(value?.ToString() ?? "", out var section))
        {
            return false;
        }

        values[routeKey] = section.ToString();
        return true;
    }

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capitals();
}

/// <summary>The colours of the statuses. The word carries the meaning, the colour only helps.</summary>
public static class ApplicationColours
{
    /// <summary>The colour of a status's tag.</summary>
    public static string Of(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => "grey",
        ApplicationStatus.Submitted => "blue",
        ApplicationStatus.ChangesRequested => "orange",
        ApplicationStatus.Approved => "green",
        ApplicationStatus.Rejected => "red",
        ApplicationStatus.Withdrawn => "grey",
    };
}
