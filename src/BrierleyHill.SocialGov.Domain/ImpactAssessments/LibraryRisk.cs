using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>A risk that schools meet on social media, offered to whoever writes an assessment. It is retired, never deleted.</summary>
public sealed class LibraryRisk : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "RSK";

    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 1000;

    private LibraryRisk()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>What can happen.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Who is harmed, and how.</summary>
    public string Harm { get; private set; } = "";

    /// <summary>How likely it typically is without measures.</summary>
    public Likelihood Likelihood { get; private set; }

    /// <summary>How bad it typically is without measures.</summary>
    public Severity Severity { get; private set; }

    /// <summary>What is usually done about it.</summary>
    public string SuggestedMeasures { get; private set; } = "";

    /// <summary>Whether it is no longer offered.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>The typical level.</summary>
    public RiskLevel Level() => RiskMatrix.Level(Likelihood, Severity);

    /// <summary>Adds a risk to the library.</summary>
    public static Result<LibraryRisk> Add(
        string? description, string? harm, Likelihood? likelihood, Severity? severity, string? measures, Actor by, DateTime at)
    {
        var risk = new LibraryRisk();
        if (risk.Take(description, harm, likelihood, severity, measures, by, out var changes) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        risk.Record(new LibraryRiskAdded(changes, by, at));
        return risk;
    }

    /// <summary>Changes it. Assessments that have copied it keep what they copied.</summary>
    public Result Change(string? description, string? harm, Likelihood? likelihood, Severity? severity, string? measures, Actor by, DateTime at)
    {
        if (Take(description, harm, likelihood, severity, measures, by, out var changes) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (changes.Count > 0)
        {
            Record(new LibraryRiskChanged(changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Offers it no longer.</summary>
    public Result Retire(Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (IsRetired)
        {
            return new Error("LibraryRisk.Retired", "This risk has been retired already.", ErrorKind.Conflict);
        }

        IsRetired = true;
        Record(new LibraryRiskRetired(by, at));
        return Result.Done;
    }

    /// <summary>Offers it again.</summary>
    public Result BringBack(Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsRetired)
        {
            return new Error("LibraryRisk.NotRetired", "This risk is offered already.", ErrorKind.Conflict);
        }

        IsRetired = false;
        Record(new LibraryRiskBroughtBack(by, at));
        return Result.Done;
    }

    /// <summary>Whether this person keeps the library: data protection officers and senior leaders do.</summary>
    public static Result CheckMayKeep(Actor by) =>
        by.Holds(Roles.DataProtectionOfficer) || by.Holds(Roles.SeniorLeader) ? Result.Done : ImpactAssessmentErrors.OnlyOfficersAndLeaders;

    private Result Take(
        string? description, string? harm, Likelihood? likelihood, Severity? severity, string? measures, Actor by, out IReadOnlyList<Change> changes)
    {
        changes = [];
        var (what, who, how) = (PlainText.Clean(description), PlainText.Clean(harm), PlainText.Clean(measures));
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        (string Text, string Field, string Missing)[] texts =
        [
            (what, nameof(Description), "Enter what can happen."),
            (who, nameof(Harm), "Enter who is harmed, and how."),
            (how, nameof(SuggestedMeasures), "Enter what is usually done about it."),
        ];
        foreach (var (text, field, missing) in texts)
        {
            if (text.Length == 0)
            {
                return ImpactAssessmentErrors.ReasonMissing(field, missing);
            }

            if (text.Length > TextMaximumLength)
            {
                return ImpactAssessmentErrors.TooLong(field, TextMaximumLength);
            }
        }

        if (likelihood is not { } likely || !Enum.IsDefined(likely))
        {
            return ImpactAssessmentErrors.NotAChoice(nameof(Likelihood));
        }

        if (severity is not { } bad || !Enum.IsDefined(bad))
        {
            return ImpactAssessmentErrors.NotAChoice(nameof(Severity));
        }

        var isNew = Description.Length == 0;
        changes = new ChangeList()
            .Text("Description", Description, what)
            .Text("Harm", Harm, who)
            .Value("Likelihood", isNew ? null : Likelihood.InWords(), likely.InWords())
            .Value("Severity", isNew ? null : Severity.InWords(), bad.InWords())
            .Text("Suggested measures", SuggestedMeasures, how).Changes;
        (Description, Harm, Likelihood, Severity, SuggestedMeasures) = (what, who, likely, bad, how);
        return Result.Done;
    }
}
