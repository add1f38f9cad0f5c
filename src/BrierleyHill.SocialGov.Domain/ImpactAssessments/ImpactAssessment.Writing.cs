using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>What its author does: screening, the seven steps, sending.</summary>
public sealed partial class ImpactAssessment
{
    /// <summary>Whether this person may work on the steps now.</summary>
    public Result CheckMayEdit(Actor by)
    {
        if (!by.Is(AuthorId))
        {
            return ImpactAssessmentErrors.NotTheAuthor;
        }

        if (!IsEditable)
        {
            return ImpactAssessmentErrors.NotEditable;
        }

        return IsToBeDone ? Result.Done : ImpactAssessmentErrors.ScreenFirst;
    }

    /// <summary>Whether this person may answer the screening now: until it has been sent, and unless the data protection officer overturned it.</summary>
    public Result CheckMayScreen(Actor by)
    {
        if (!by.Is(AuthorId))
        {
            return ImpactAssessmentErrors.NotTheAuthor;
        }

        if (!IsEditable)
        {
            return ImpactAssessmentErrors.NotEditable;
        }

        return Screened == ScreeningOutcome.Overturned || (_rounds.Count > 0 && ReopenedAt is null) || Status == AssessmentStatus.ReturnedByDpo
            ? ImpactAssessmentErrors.ScreeningClosed
            : Result.Done;
    }

    /// <summary>Saves the screening, as far as it is answered. One yes makes the assessment needed.</summary>
    /// <param name="answered">The questions that are answered.</param>
    /// <param name="yes">Those of them that are answered yes.</param>
    /// <param name="by">The author.</param>
    /// <param name="at">When, UTC.</param>
    public Result AnswerScreening(ScreeningPoints answered, ScreeningPoints yes, Actor by, DateTime at)
    {
        if (CheckMayScreen(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if ((answered & ~Screening.Everything) != ScreeningPoints.None || (yes & ~answered) != ScreeningPoints.None)
        {
            return ImpactAssessmentErrors.NotAChoice(nameof(Screening));
        }

        var changes = new ChangeList();
        foreach (var question in Screening.Questions)
        {
            changes.Value(
                question.InWords(),
                InWords(Screening.AnswerTo(question, ScreeningAnswered, ScreeningYes)),
                InWords(Screening.AnswerTo(question, answered, yes)));
        }

        (ScreeningAnswered, ScreeningYes) = (answered, yes);
        var finished = answered == Screening.Everything;
        if (Screened != ScreeningOutcome.DoneAnyway || yes != ScreeningPoints.None)
        {
            Screened = finished && yes != ScreeningPoints.None ? ScreeningOutcome.Needed : ScreeningOutcome.NotFinished;
        }

        if (changes.Any)
        {
            Record(new AssessmentScreened(changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Records that none is needed: every question is answered no, and says why. The data protection officer can overturn it.</summary>
    /// <param name="because">Why.</param>
    /// <param name="covered">The business cases that name it, pinned with their facts.</param>
    /// <param name="by">The author.</param>
    /// <param name="at">When, UTC.</param>
    public Result DeclareNotNeeded(string? because, IReadOnlyList<CoverableCase> covered, Actor by, DateTime at)
    {
        var reason = PlainText.Clean(because);
        if (CheckMayScreen(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ScreeningAnswered != Screening.Everything || ScreeningYes != ScreeningPoints.None)
        {
            return ImpactAssessmentErrors.NotAllNo;
        }

        if (reason.Length == 0)
        {
            return ImpactAssessmentErrors.ReasonMissing("Because", "Enter why no assessment is needed.");
        }

        if (CheckLength(reason, "Because", ReasonMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        (Screened, ScreeningReason) = (ScreeningOutcome.NotNeeded, reason);
        Pin(covered, at);
        MoveTo(AssessmentStatus.NotNeeded, at);
        Record(new AssessmentDeclaredNotNeeded(reason, by, at));
        return Result.Done;
    }

    /// <summary>The author does an assessment although the screening asks for none.</summary>
    public Result DoAnyway(Actor by, DateTime at)
    {
        if (!by.Is(AuthorId))
        {
            return ImpactAssessmentErrors.NotTheAuthor;
        }

        if (Status != AssessmentStatus.NotNeeded && CheckMayScreen(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ScreeningAnswered != Screening.Everything || ScreeningYes != ScreeningPoints.None)
        {
            return ImpactAssessmentErrors.NotAllNo;
        }

        Screened = ScreeningOutcome.DoneAnyway;
        if (Status != AssessmentStatus.Draft)
        {
            MoveTo(AssessmentStatus.Draft, at);
        }

        Record(new AssessmentDoneAnyway(by, at));
        return Result.Done;
    }

    /// <summary>Saves what it is about.</summary>
    public Result Rename(string? title, Actor by, DateTime at)
    {
        var about = PlainText.CleanLine(title);
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (about.Length == 0)
        {
            return ImpactAssessmentErrors.TitleMissing;
        }

        if (CheckLength(about, nameof(Title), TitleMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        var changes = new ChangeList().Value("Title", Title, about);
        Title = about;
        return Saved(AssessmentStep.Need, Content with { Title = about }, changes, by, at);
    }

    /// <summary>Saves answers in words. Anything may still be missing: a draft is saved as far as it is.</summary>
    /// <param name="step">The step that the answers stand in. Answers of another step are refused.</param>
    /// <param name="texts">The answers.</param>
    /// <param name="by">The author.</param>
    /// <param name="at">When, UTC.</param>
    public Result Answer(AssessmentStep step, IReadOnlyDictionary<AssessmentText, string?> texts, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var clean = texts.ToDictionary(text => text.Key, text => PlainText.Clean(text.Value));
        var changes = new ChangeList();
        foreach (var (text, answer) in clean)
        {
            if (!Enum.IsDefined(text) || AssessmentQuestions.StepOf(text) != step)
            {
                return ImpactAssessmentErrors.NotAChoice(text.ToString());
            }

            if (CheckLength(answer, text.ToString(), AnswerMaximumLength) is { IsRefused: true } tooLong)
            {
                return tooLong;
            }

            changes.Text(text.InWords(), Content.TextOf(text), answer);
        }

        return Saved(step, Content.With(clean), changes, by, at);
    }

    /// <summary>Saves the lawful basis (clause DP-1).</summary>
    public Result ChooseLawfulBasis(LawfulBasis? basis, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (basis is { } chosen && !Enum.IsDefined(chosen))
        {
            return ImpactAssessmentErrors.NotAChoice(nameof(LawfulBasis));
        }

        var changes = new ChangeList().Value("Lawful basis", Content.LawfulBasis.InWords(), basis.InWords());
        return Saved(AssessmentStep.Necessity, Content with { LawfulBasis = basis }, changes, by, at);
    }

    /// <summary>Saves who keeps it under review.</summary>
    public Result NameKeeper(int? keeperId, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckPerson(keeperId, Content.KeeperId, directory, "KeeperId") is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var changes = new ChangeList().Value("Keeps it under review", NameOf(Content.KeeperId, directory), NameOf(keeperId, directory));
        return Saved(AssessmentStep.Outcome, Content with { KeeperId = keeperId }, changes, by, at);
    }

    /// <summary>Adds a risk.</summary>
    /// <returns>Its number.</returns>
    public Result<int> AddRisk(string? description, string? harm, Likelihood? likelihood, Severity? severity, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (Content.Risks.Count >= MostRisks)
        {
            return ImpactAssessmentErrors.TooManyRisks(MostRisks);
        }

        var risk = new AssessmentRisk(LastRiskNumber + 1, PlainText.Clean(description), PlainText.Clean(harm), likelihood, severity);
        if (CheckRisk(risk) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        if (risk.Description.Length == 0)
        {
            return ImpactAssessmentErrors.ReasonMissing(nameof(risk.Description), "Enter what can happen.");
        }

        LastRiskNumber = risk.Number;
        Saved(AssessmentStep.Risks, Content.With(risk), Differences(null, risk), by, at);
        return risk.Number;
    }

    /// <summary>Changes a risk.</summary>
    public Result ChangeRisk(int number, string? description, string? harm, Likelihood? likelihood, Severity? severity, Actor by, DateTime at)
    {
        if (CheckRiskThere(number, by, out var before) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var risk = before with { Description = PlainText.Clean(description), Harm = PlainText.Clean(harm), Likelihood = likelihood, Severity = severity };
        if (CheckRisk(risk) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        return Saved(AssessmentStep.Risks, Content.With(risk), Differences(before, risk), by, at);
    }

    /// <summary>Takes a risk out. Its number is not given again.</summary>
    public Result RemoveRisk(int number, Actor by, DateTime at)
    {
        if (CheckRiskThere(number, by, out var before) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Saved(
            AssessmentStep.Risks,
            Content with { Risks = [.. Content.Risks.Where(risk => risk.Number != number)] },
            new ChangeList().Text($"Risk {number}", before.Description, null),
            by,
            at);
    }

    /// <summary>Copies risks from the library. What the author does with them afterwards leaves the library as it is.</summary>
    public Result TakeFromLibrary(IReadOnlyList<LibraryRisk> risks, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (risks.Count == 0 || risks.Any(risk => risk.IsRetired))
        {
            return new Error("ImpactAssessment.NothingChosen", "Choose at least one risk from the library.", Field: "Chosen");
        }

        if (Content.Risks.Count + risks.Count > MostRisks)
        {
            return ImpactAssessmentErrors.TooManyRisks(MostRisks);
        }

        var (content, changes) = (Content, new ChangeList());
        foreach (var risk in risks)
        {
            var copy = new AssessmentRisk(++LastRiskNumber, risk.Description, risk.Harm, risk.Likelihood, risk.Severity, risk.SuggestedMeasures);
            content = content.With(copy);
            changes.Value($"Risk {copy.Number}", null, $"copied from {risk.Reference}");
        }

        return Saved(AssessmentStep.Risks, content, changes, by, at);
    }

    /// <summary>Saves the measure against a risk.</summary>
    public Result PlanMeasure(
        int number,
        string? measure,
        int? ownerId,
        Likelihood? likelihoodAfter,
        Severity? severityAfter,
        MeasureEffect? effect,
        PeopleDirectory directory,
        Actor by,
        DateTime at)
    {
        if (CheckRiskThere(number, by, out var before) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var risk = before with
        {
            Measure = PlainText.Clean(measure), OwnerId = ownerId, LikelihoodAfter = likelihoodAfter, SeverityAfter = severityAfter, Effect = effect,
        };
        if (CheckRisk(risk) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        if (CheckPerson(ownerId, before.OwnerId, directory, nameof(risk.OwnerId)) is { IsRefused: true } nobody)
        {
            return nobody;
        }

        var changes = new ChangeList()
            .Text($"Risk {number}: measure", before.Measure, risk.Measure)
            .Value($"Risk {number}: owner", NameOf(before.OwnerId, directory), NameOf(ownerId, directory))
            .Value($"Risk {number}: likelihood after", before.LikelihoodAfter.InWords(), likelihoodAfter.InWords())
            .Value($"Risk {number}: severity after", before.SeverityAfter.InWords(), severityAfter.InWords())
            .Value($"Risk {number}: effect", before.Effect.InWords(), effect.InWords());
        return Saved(AssessmentStep.Measures, Content.With(risk), changes, by, at);
    }

    /// <summary>Hands it to the data protection officer, for the first time or again (clause DP-2). The content is pinned.</summary>
    /// <param name="note">What was changed since the last time.</param>
    /// <param name="officers">The active data protection officers.</param>
    /// <param name="covered">The business cases that name it now.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">The author.</param>
    /// <param name="at">When, UTC.</param>
    public Result Send(
        string? note, IReadOnlyCollection<int> officers, IReadOnlyList<CoverableCase> covered, PeopleDirectory directory, Actor by, DateTime at)
    {
        var said = PlainText.Clean(note);
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckLength(said, "Note", ReasonMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        if (Content.Missing(directory).Count > 0)
        {
            return ImpactAssessmentErrors.Incomplete;
        }

        // The author's own role is of no use here: nobody advises on what they wrote.
        if (!officers.Any(officer => officer != AuthorId))
        {
            return ImpactAssessmentErrors.NoOfficer;
        }

        var round = new AssessmentRound(_rounds.Count + 1, said.Length == 0 ? null : said, Content, ContentVersion, at);
        _rounds.Add(round);
        Pin(covered, at);
        MoveTo(AssessmentStatus.WithDpo, at);
        Record(new AssessmentSent(round.Number, round.Note, round.ContentVersion, round.ContentHash, by, at));
        return Result.Done;
    }

    private static string? InWords(bool? yes) => yes switch { true => "Yes", false => "No", null => null };

    private static string? NameOf(int? personId, PeopleDirectory directory) => personId is { } id ? directory.NameOf(id) : null;

    private static Result CheckPerson(int? personId, int? before, PeopleDirectory directory, string field) =>
        personId is { } id && id != before && !directory.IsActive(id) ? ImpactAssessmentErrors.PersonWrong(field) : Result.Done;

    private static Result CheckRisk(AssessmentRisk risk)
    {
        (string Text, string Field)[] texts = [(risk.Description, nameof(risk.Description)), (risk.Harm, nameof(risk.Harm)), (risk.Measure, nameof(risk.Measure))];
        foreach (var (text, field) in texts)
        {
            if (CheckLength(text, field, AnswerMaximumLength) is { IsRefused: true } tooLong)
            {
                return tooLong;
            }
        }

        (bool Known, string Field)[] choices =
        [
            (risk.Likelihood is not { } likelihood || Enum.IsDefined(likelihood), nameof(risk.Likelihood)),
            (risk.Severity is not { } severity || Enum.IsDefined(severity), nameof(risk.Severity)),
            (risk.LikelihoodAfter is not { } after || Enum.IsDefined(after), nameof(risk.LikelihoodAfter)),
            (risk.SeverityAfter is not { } bad || Enum.IsDefined(bad), nameof(risk.SeverityAfter)),
            (risk.Effect is not { } effect || Enum.IsDefined(effect), nameof(risk.Effect)),
        ];
        return Array.Find(choices, choice => !choice.Known) is { Field: { } wrong } ? ImpactAssessmentErrors.NotAChoice(wrong) : Result.Done;
    }

    private static ChangeList Differences(AssessmentRisk? before, AssessmentRisk after) => new ChangeList()
        .Text($"Risk {after.Number}", before?.Description, after.Description)
        .Text($"Risk {after.Number}: harm", before?.Harm, after.Harm)
        .Value($"Risk {after.Number}: likelihood", before?.Likelihood.InWords(), after.Likelihood.InWords())
        .Value($"Risk {after.Number}: severity", before?.Severity.InWords(), after.Severity.InWords());

    private Result CheckRiskThere(int number, Actor by, out AssessmentRisk risk)
    {
        risk = Content.Risks.FirstOrDefault(one => one.Number == number)!;
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return risk is null ? ImpactAssessmentErrors.NoSuchRisk : Result.Done;
    }

    private Result Saved(AssessmentStep step, AssessmentContent content, ChangeList changes, Actor by, DateTime at)
    {
        if (changes.Any)
        {
            Content = content;
            ContentVersion++;
            Record(new AssessmentStepSaved(step, changes.Changes, by, at));
        }

        return Result.Done;
    }
}
