using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>An answer as somebody sees it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Earlier">What it was in the round before, or <see langword="null"/> when it is the same; "" when there was none.</param>
/// <param name="Comment">The last word on it that this person may see.</param>
/// <param name="IsJudged">Whether that word still holds: the answer reads as it did then.</param>
public sealed record SeenAssessmentAnswer(AssessmentAnswer Answer, string? Earlier, AnswerComment? Comment, bool IsJudged);

/// <summary>A business case that names the assessment, as its page lists it.</summary>
/// <param name="Case">The business case.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Standing">How the assessment stands to it.</param>
/// <param name="Coverage">What is pinned, if anything is.</param>
public sealed record CoveredRow(CoverableCase Case, string Name, ImpactAssessmentStanding Standing, AssessmentCoverage? Coverage);

/// <summary>An assessment as one person sees it.</summary>
public sealed record AssessmentView(
    ImpactAssessment Assessment,
    Actor Actor,
    PeopleDirectory Directory,
    AssessmentContent Content,
    IReadOnlyList<SeenAssessmentAnswer> Answers,
    IReadOnlyList<CoveredRow> Covered,
    int? SuccessorId,
    WorkingCalendar Calendar,
    DateOnly Today,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>Whether this person wrote it.</summary>
    public bool IsAuthor => Actor.Is(Assessment.AuthorId);

    /// <summary>Whether this person advises on assessments, this one or others.</summary>
    public bool IsOfficer => Actor.Holds(Roles.DataProtectionOfficer);

    /// <summary>The author's name.</summary>
    public string Author => Directory.NameOf(Assessment.AuthorId);

    /// <summary>How long it has waited in its present status.</summary>
    public string Waited => Calendar.DisplayWaiting(LondonTime.DateOf(Assessment.StatusSince), Today);

    /// <summary>What is missing before it can be sent.</summary>
    public IReadOnlyList<MissingAnswer> Missing => Assessment.Content.Missing(Directory);

    /// <summary>The answers of one step.</summary>
    public IEnumerable<SeenAssessmentAnswer> Of(AssessmentStep step) => Answers.Where(seen => seen.Answer.Step == step);

    /// <summary>The answers that are still to be judged or judged otherwise than acceptable.</summary>
    public IEnumerable<SeenAssessmentAnswer> Open => Answers.Where(seen =>
        seen.Answer.Answer is not null && !(seen.IsJudged && seen.Comment!.Verdict == AnswerVerdict.Acceptable));

    /// <summary>The comments that its author has still to see to: on answers that read as they did when they were commented on.</summary>
    public IEnumerable<SeenAssessmentAnswer> ToSeeTo => Answers.Where(seen => seen.IsJudged && seen.Comment!.Verdict != AnswerVerdict.Acceptable);

    /// <summary>The people who can be named: everybody active, and whoever is named already.</summary>
    public IReadOnlyList<Choice> PeopleToChoose(int? named) =>
    [
        .. Directory.People
            .Where(person => person.IsActive || person.Id == named)
            .OrderBy(person => person.Surname, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Forename, StringComparer.OrdinalIgnoreCase)
            .Select(person => new Choice(
                person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                person.IsActive ? person.FullName : $"{person.FullName} (no longer active)")),
    ];
}

/// <summary>An assessment with the form of one write.</summary>
public sealed record AssessmentFormView<TForm>(AssessmentView Found, TForm Form)
    where TForm : AssessmentForm
{
    /// <summary>The assessment.</summary>
    public ImpactAssessment Assessment => Found.Assessment;
}

/// <summary>The page on which an assessment is begun.</summary>
public sealed record StartAssessmentView(StartAssessmentForm Form, string? ApplicationReference);

/// <summary>The comments page of one step.</summary>
public sealed record CommentsView(AssessmentView Found, AssessmentStep Step, CommentsForm Form);

/// <summary>What stands around the form of a step.</summary>
public sealed record StepView(AssessmentView Found, AssessmentStep Step, bool IsStale);

/// <summary>The page on which risks are picked from the library.</summary>
public sealed record LibraryChoiceView(AssessmentView Found, IReadOnlyList<LibraryRisk> Risks, LibraryChoiceForm Form);

/// <summary>The form of a risk of the library.</summary>
public sealed record LibraryRiskView(LibraryRisk? Risk, LibraryRiskForm Form);

/// <summary>The matrix of the risks: which risk stands where.</summary>
/// <param name="Title">Before or after the measures.</param>
/// <param name="Numbers">The risks' numbers by likelihood and severity.</param>
/// <param name="Unplaced">Those that are not assessed yet.</param>
public sealed record MatrixView(string Title, ILookup<(Likelihood, Severity), int> Numbers, IReadOnlyList<int> Unplaced)
{
    /// <summary>The risks as they are without the measures.</summary>
    public static MatrixView Before(AssessmentContent content) => Of(
        "Before the measures", content, risk => (risk.Likelihood, risk.Severity));

    /// <summary>The risks as they are with the measures.</summary>
    public static MatrixView After(AssessmentContent content) => Of(
        "After the measures", content, risk => (risk.LikelihoodAfter, risk.SeverityAfter));

    /// <summary>The risks in one cell, in words.</summary>
    public string InCell(Likelihood likelihood, Severity severity) => Numbers[(likelihood, severity)].ToList() switch
    {
        [] => "no risk",
        [var only] => $"risk {only}",
        var several => $"risks {string.Join(", ", several)}",
    };

    private static MatrixView Of(string title, AssessmentContent content, Func<AssessmentRisk, (Likelihood?, Severity?)> place)
    {
        var placed = content.Risks.Select(risk => (risk.Number, Place: place(risk))).ToList();
        return new MatrixView(
            title,
            placed.Where(risk => risk.Place is ({ }, { })).ToLookup(risk => (risk.Place.Item1!.Value, risk.Place.Item2!.Value), risk => risk.Number),
            [.. placed.Where(risk => risk.Place is not ({ }, { })).Select(risk => risk.Number)]);
    }
}

/// <summary>The steps as they stand in addresses: <c>need</c>, <c>processing</c>.</summary>
public class AssessmentStepRoute : IRouteConstraint
{
    /// <summary>The step's part of the address.</summary>
    public static string TextOf(AssessmentStep step) => step.ToString().ToLowerInvariant();

    /// <summary>Whether the step has a page of this kind.</summary>
    protected virtual bool Has(AssessmentStep step) => step != AssessmentStep.Measures;

    /// <inheritdoc />
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        if (!values.TryGetValue(routeKey, out var value))
        {
            return false;
        }

        var text = value?.ToString() ?? "";
        foreach (var step in Enum.GetValues<AssessmentStep>().Where(Has))
        {
            if (string.Equals(text, TextOf(step), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The steps that are answered on one page.</summary>
public sealed class AnsweredStepRoute : AssessmentStepRoute
{
    /// <inheritdoc />
    protected override bool Has(AssessmentStep step) => step is not (AssessmentStep.Risks or AssessmentStep.Measures);
}

/// <summary>The colours. The word carries the meaning, the colour only helps.</summary>
public static class AssessmentColours
{
    /// <summary>The colour of a status's tag.</summary>
    public static string Of(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Draft => "grey",
        AssessmentStatus.WithDpo => "blue",
        AssessmentStatus.ReturnedByDpo => "orange",
        AssessmentStatus.SignedOff => "green",
        AssessmentStatus.Refused => "red",
        AssessmentStatus.Superseded => "grey",
        AssessmentStatus.NotNeeded => "grey",
    };

    /// <summary>The colour of a verdict's tag.</summary>
    public static string Of(AnswerVerdict verdict) => verdict switch
    {
        AnswerVerdict.Acceptable => "green",
        AnswerVerdict.Improve => "yellow",
        AnswerVerdict.Correct => "red",
    };

    /// <summary>The colour of a level's tag.</summary>
    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => "green",
        RiskLevel.Medium => "yellow",
        RiskLevel.High => "red",
    };
}
