using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>One risk with the measure against it. What is not answered yet is empty.</summary>
/// <param name="Number">Its number in this assessment. It is never given again.</param>
/// <param name="Description">What can happen.</param>
/// <param name="Harm">Who is harmed, and how.</param>
/// <param name="Likelihood">How likely it is without the measure.</param>
/// <param name="Severity">How bad it is without the measure.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="OwnerId">Who sees to the measure.</param>
/// <param name="LikelihoodAfter">How likely it is with the measure.</param>
/// <param name="SeverityAfter">How bad it is with the measure.</param>
/// <param name="Effect">What the measure does to it.</param>
public sealed record AssessmentRisk(
    int Number,
    string Description,
    string Harm,
    Likelihood? Likelihood,
    Severity? Severity,
    string Measure = "",
    int? OwnerId = null,
    Likelihood? LikelihoodAfter = null,
    Severity? SeverityAfter = null,
    MeasureEffect? Effect = null)
{
    /// <summary>The level without the measure.</summary>
    public RiskLevel? Level() => RiskMatrix.Level(Likelihood, Severity);

    /// <summary>The level with the measure: the residual risk.</summary>
    public RiskLevel? LevelAfter() => RiskMatrix.Level(LikelihoodAfter, SeverityAfter);
}

/// <summary>One question with its answer, as people read it.</summary>
/// <param name="Step">The step it stands in.</param>
/// <param name="Key">Its key, the same for good.</param>
/// <param name="Question">The question, in words.</param>
/// <param name="Answer">The answer, or <see langword="null"/> when there is none.</param>
public sealed record AssessmentAnswer(AssessmentStep Step, string Key, string Question, string? Answer);

/// <summary>An answer that is missing.</summary>
/// <param name="Step">The step to open.</param>
/// <param name="Field">The answer, by its name.</param>
/// <param name="Message">What to do.</param>
/// <param name="RiskNumber">The risk that it is about, where it is about one.</param>
public sealed record MissingAnswer(AssessmentStep Step, string Field, string Message, int? RiskNumber = null);

/// <summary>
/// Everything that the author writes. It is a value: what was sent, what was signed off and what is being written now are three of
/// these, and two with the same canonical form have the same hash.
/// </summary>
/// <param name="Title">What the assessment is about.</param>
/// <param name="LawfulBasis">The lawful basis.</param>
/// <param name="KeeperId">Who keeps it under review.</param>
/// <param name="Texts">The answers in words. A key that is not there is not answered.</param>
/// <param name="Risks">The risks, in the order of their numbers.</param>
public sealed record AssessmentContent(
    string Title,
    LawfulBasis? LawfulBasis,
    int? KeeperId,
    IReadOnlyDictionary<AssessmentText, string> Texts,
    IReadOnlyList<AssessmentRisk> Risks)
{
    /// <summary>Nothing but a title.</summary>
    public static AssessmentContent Empty(string title) => new(title, null, null, new Dictionary<AssessmentText, string>(), []);

    /// <summary>The answer in words, or "".</summary>
    public string TextOf(AssessmentText text) => Texts.GetValueOrDefault(text, "");

    /// <summary>The highest residual level among the risks, or <see langword="null"/> when none is known.</summary>
    public RiskLevel? HighestResidual() => Risks.Max(risk => risk.LevelAfter());

    /// <summary>The same with some texts replaced.</summary>
    public AssessmentContent With(IEnumerable<KeyValuePair<AssessmentText, string>> texts)
    {
        var all = new Dictionary<AssessmentText, string>(Texts);
        foreach (var (text, answer) in texts)
        {
            all[text] = answer;
        }

        return this with { Texts = all.Where(answer => answer.Value.Length > 0).ToDictionary() };
    }

    /// <summary>The same with one risk replaced, or added at its place.</summary>
    public AssessmentContent With(AssessmentRisk risk) =>
        this with { Risks = [.. Risks.Where(other => other.Number != risk.Number).Append(risk).OrderBy(one => one.Number)] };

    /// <summary>
    /// The content in one unambiguous text: a version, then every answer as <c>key:length:text</c> on a line of its own, in the order
    /// of the keys' declaration. Keys and stored values alone, so that new wording on a page changes no hash.
    /// </summary>
    public string Canonical()
    {
        var text = new StringBuilder("DPIA-content/1\n");
        void Add(string key, string? value) =>
            text.Append(CultureInfo.InvariantCulture, $"{key}:{(value ?? "").Length}:{value}\n");

        Add(nameof(Title), Title);
        foreach (var question in Enum.GetValues<AssessmentText>())
        {
            Add(question.ToString(), TextOf(question));
        }

        Add(AssessmentQuestions.LawfulBasisKey, LawfulBasis?.ToString());
        Add(AssessmentQuestions.KeeperKey, KeeperId?.ToString(CultureInfo.InvariantCulture));
        foreach (var risk in Risks)
        {
            var key = AssessmentQuestions.RiskKey(risk.Number);
            Add(key + nameof(risk.Description), risk.Description);
            Add(key + nameof(risk.Harm), risk.Harm);
            Add(key + nameof(risk.Likelihood), risk.Likelihood?.ToString());
            Add(key + nameof(risk.Severity), risk.Severity?.ToString());
            Add(key + nameof(risk.Measure), risk.Measure);
            Add(key + nameof(risk.OwnerId), risk.OwnerId?.ToString(CultureInfo.InvariantCulture));
            Add(key + nameof(risk.LikelihoodAfter), risk.LikelihoodAfter?.ToString());
            Add(key + nameof(risk.SeverityAfter), risk.SeverityAfter?.ToString());
            Add(key + nameof(risk.Effect), risk.Effect?.ToString());
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical form, UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>Every question with its answer, as people read it, in the order of the steps.</summary>
    public IReadOnlyList<AssessmentAnswer> Answers(PeopleDirectory directory)
    {
        var answers = new List<AssessmentAnswer>();
        void Add(AssessmentStep step, string key, string question, string? answer) =>
            answers.Add(new AssessmentAnswer(step, key, question, string.IsNullOrEmpty(answer) ? null : answer));
        void AddTexts(AssessmentStep step)
        {
            foreach (var question in AssessmentQuestions.Of(step))
            {
                Add(step, question.ToString(), question.InWords(), TextOf(question));
            }
        }

        AddTexts(AssessmentStep.Need);
        AddTexts(AssessmentStep.Processing);
        AddTexts(AssessmentStep.Consultation);
        Add(AssessmentStep.Necessity, AssessmentQuestions.LawfulBasisKey, "Lawful basis under UK GDPR Article 6(1)", LawfulBasis.InWords());
        AddTexts(AssessmentStep.Necessity);
        foreach (var risk in Risks)
        {
            Add(AssessmentStep.Risks, AssessmentQuestions.RiskKey(risk.Number), $"Risk {risk.Number}", Describe(risk, directory));
        }

        AddTexts(AssessmentStep.Outcome);
        Add(AssessmentStep.Outcome, AssessmentQuestions.KeeperKey, "Who keeps it under review", KeeperId is { } keeper ? directory.NameOf(keeper) : null);
        return answers;
    }

    /// <summary>What is missing before it can be sent, in the order of the steps.</summary>
    public IReadOnlyList<MissingAnswer> Missing(PeopleDirectory directory)
    {
        var missing = new List<MissingAnswer>();
        void Need(bool there, AssessmentStep step, string field, string message, int? risk = null)
        {
            if (!there)
            {
                missing.Add(new MissingAnswer(step, field, message, risk));
            }
        }

        void NeedText(AssessmentText text, string message) =>
            Need(TextOf(text).Length > 0, AssessmentQuestions.StepOf(text), text.ToString(), message);

        NeedText(AssessmentText.Plan, "Enter what is planned, and what it is for.");
        NeedText(AssessmentText.Why, "Enter why an assessment is needed.");
        NeedText(AssessmentText.Nature, "Enter the nature of the processing.");
        NeedText(AssessmentText.Scope, "Enter the scope of the processing.");
        NeedText(AssessmentText.Context, "Enter the context of the processing.");
        NeedText(AssessmentText.Purposes, "Enter the purposes of the processing.");
        if (TextOf(AssessmentText.Consulted).Length == 0)
        {
            NeedText(AssessmentText.NotConsultedBecause, "Enter who was consulted, or why nobody was.");
        }
        else
        {
            NeedText(AssessmentText.ConsultedHow, "Enter how they were consulted, and what they said.");
        }

        Need(LawfulBasis is not null, AssessmentStep.Necessity, nameof(LawfulBasis), "Choose the lawful basis.");
        NeedText(AssessmentText.BasisBecause, "Enter why the lawful basis applies.");
        NeedText(AssessmentText.Necessity, "Enter why it is necessary.");
        foreach (var principle in AssessmentQuestions.Of(AssessmentStep.Necessity).Where(text => text >= AssessmentText.Lawfulness))
        {
            NeedText(principle, $"Enter how the principle is kept: {principle.InWords()}.");
        }

        Need(Risks.Count > 0, AssessmentStep.Risks, nameof(Risks), "Add at least one risk.");
        foreach (var risk in Risks)
        {
            Need(risk.Description.Length > 0, AssessmentStep.Risks, nameof(risk.Description), $"Risk {risk.Number}: enter what can happen.", risk.Number);
            Need(risk.Harm.Length > 0, AssessmentStep.Risks, nameof(risk.Harm), $"Risk {risk.Number}: enter who is harmed, and how.", risk.Number);
            Need(risk.Likelihood is not null, AssessmentStep.Risks, nameof(risk.Likelihood), $"Risk {risk.Number}: choose how likely it is.", risk.Number);
            Need(risk.Severity is not null, AssessmentStep.Risks, nameof(risk.Severity), $"Risk {risk.Number}: choose how bad it would be.", risk.Number);
            Need(risk.Measure.Length > 0, AssessmentStep.Measures, nameof(risk.Measure), $"Risk {risk.Number}: enter the measure.", risk.Number);
            Need(risk.OwnerId is not null, AssessmentStep.Measures, nameof(risk.OwnerId), $"Risk {risk.Number}: choose who sees to the measure.", risk.Number);
            Need(risk.OwnerId is not { } owner || directory.IsActive(owner), AssessmentStep.Measures, nameof(risk.OwnerId),
                $"Risk {risk.Number}: whoever was to see to the measure is no longer active. Choose somebody else.", risk.Number);
            Need(risk.LikelihoodAfter is not null, AssessmentStep.Measures, nameof(risk.LikelihoodAfter), $"Risk {risk.Number}: choose how likely it is with the measure.", risk.Number);
            Need(risk.SeverityAfter is not null, AssessmentStep.Measures, nameof(risk.SeverityAfter), $"Risk {risk.Number}: choose how bad it would be with the measure.", risk.Number);
            Need(risk.Effect is not null, AssessmentStep.Measures, nameof(risk.Effect), $"Risk {risk.Number}: choose what the measure does to the risk.", risk.Number);
        }

        NeedText(AssessmentText.Conclusion, "Enter what you conclude.");
        Need(KeeperId is not null, AssessmentStep.Outcome, "KeeperId", "Choose who keeps the assessment under review.");
        Need(KeeperId is not { } keeper || directory.IsActive(keeper), AssessmentStep.Outcome, "KeeperId",
            "Whoever was to keep the assessment under review is no longer active. Choose somebody else.");
        return missing;
    }

    /// <summary>How far a step is.</summary>
    public StepProgress ProgressOf(AssessmentStep step, PeopleDirectory directory)
    {
        var anyAnswer = step switch
        {
            AssessmentStep.Risks => Risks.Count > 0,
            AssessmentStep.Measures => Risks.Any(risk => risk.Measure.Length > 0 || risk.OwnerId is not null || risk.Effect is not null),
            _ => Answers(directory).Any(answer => answer.Step == step && answer.Answer is not null),
        };
        var anyMissing = Missing(directory).Any(missing => missing.Step == step) || (step == AssessmentStep.Measures && Risks.Count == 0);
        return (anyAnswer, anyMissing) switch
        {
            (false, true) => StepProgress.NotStarted,
            (_, false) => StepProgress.Completed,
            (true, true) => StepProgress.InProgress,
        };
    }

    private static string Describe(AssessmentRisk risk, PeopleDirectory directory)
    {
        var lines = new List<string> { risk.Description, $"Harm: {risk.Harm}" };
        lines.Add(DescribeLevel("Before", risk.Likelihood, risk.Severity));
        lines.Add($"Measure: {(risk.Measure.Length > 0 ? risk.Measure : "none yet")}");
        lines.Add($"Owner: {(risk.OwnerId is { } owner ? directory.NameOf(owner) : "nobody yet")}");
        lines.Add(DescribeLevel("After", risk.LikelihoodAfter, risk.SeverityAfter) + (risk.Effect is { } effect ? $". {effect.InWords()}" : ""));
        return string.Join('\n', lines);
    }

    private static string DescribeLevel(string when, Likelihood? likelihood, Severity? severity) =>
        RiskMatrix.Level(likelihood, severity) is { } level
            ? $"{when}: {likelihood.InWords()}, {Lower(severity.InWords()!)}: {level.InWords()} risk"
            : $"{when}: not assessed yet";

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
