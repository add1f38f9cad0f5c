using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>What the data protection officer and the senior leaders do.</summary>
public sealed partial class ImpactAssessment
{
    /// <summary>Whether this person may advise on it now: a data protection officer who neither wrote it nor a business case that it covers.</summary>
    public Result CheckMayAdvise(Actor by)
    {
        if (CheckIsOfficer(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AssessmentStatus.WithDpo ? Result.Done : ImpactAssessmentErrors.NotWithDpo;
    }

    /// <summary>
    /// Whether this person may overrule the advice now: a senior leader who neither wrote it, nor a business case that it covers, nor
    /// is a data protection officer, nor gave the advice.
    /// </summary>
    public Result CheckMayOverrule(Actor by)
    {
        if (!by.Holds(Roles.SeniorLeader) || by.PersonId is not { } leaderId)
        {
            return by.Holds(Roles.DataProtectionOfficer) ? ImpactAssessmentErrors.OverruledByOfficer : ImpactAssessmentErrors.OnlySeniorLeaders;
        }

        if (by.Holds(Roles.DataProtectionOfficer) || HasAdvised(leaderId))
        {
            return ImpactAssessmentErrors.OverruledByOfficer;
        }

        if (CheckHasNoPart(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status is not (AssessmentStatus.ReturnedByDpo or AssessmentStatus.Refused))
        {
            return ImpactAssessmentErrors.NothingToOverrule;
        }

        return ContentVersion == _rounds[^1].ContentVersion ? Result.Done : ImpactAssessmentErrors.ChangedSinceAdvice;
    }

    /// <summary>Whether this person may accept the residual risk now: a senior leader other than the author.</summary>
    public Result CheckMayAcceptResidualRisk(Actor by)
    {
        if (!by.Holds(Roles.SeniorLeader))
        {
            return ImpactAssessmentErrors.OnlySeniorLeaders;
        }

        if (by.Is(AuthorId))
        {
            return ImpactAssessmentErrors.DecidedByAuthor;
        }

        return CheckUndecided();
    }

    /// <summary>Whether this person may record the decision to consult the ICO now: a data protection officer or a senior leader, not the author.</summary>
    public Result CheckMayDecideOnIco(Actor by) => CheckIsAdviser(by) is { IsRefused: true } refusal ? refusal : CheckUndecided();

    /// <summary>Whether this person may record what the ICO said.</summary>
    public Result CheckMayRecordIcoOutcome(Actor by)
    {
        if (CheckIsAdviser(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Ico is null ? ImpactAssessmentErrors.NoIcoConsultation : Result.Done;
    }

    /// <summary>Whether this person may overturn the screening now.</summary>
    public Result CheckMayOverturnScreening(Actor by)
    {
        if (CheckIsOfficer(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AssessmentStatus.NotNeeded ? Result.Done : ImpactAssessmentErrors.NotScreenedOut;
    }

    /// <summary>Whether this person may confirm coverage now.</summary>
    public Result CheckMayConfirmCoverage(Actor by)
    {
        if (CheckIsOfficer(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status is AssessmentStatus.SignedOff or AssessmentStatus.NotNeeded ? Result.Done : ImpactAssessmentErrors.NotSignedOff;
    }

    /// <summary>Whether this person may record a review now.</summary>
    public Result CheckMayReview(Actor by)
    {
        if (CheckIsOfficer(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AssessmentStatus.SignedOff ? Result.Done : ImpactAssessmentErrors.NotSignedOff;
    }

    /// <summary>What stops a sign-off or an overruling because of the residual risk, or <see langword="null"/>.</summary>
    public Error? ResidualObstacle()
    {
        if (!IsHighResidual)
        {
            return null;
        }

        if (!IsIcoDecided)
        {
            return ImpactAssessmentErrors.IcoNotDecided;
        }

        return IsResidualAccepted ? null : ImpactAssessmentErrors.ResidualNotAccepted;
    }

    /// <summary>The latest day to which a review may be set.</summary>
    public static DateOnly LatestReview(DateOnly today) => today.AddYears(1);

    /// <summary>Says that an assessment is needed although the screening said that none is.</summary>
    public Result OverturnScreening(string? because, Actor by, DateTime at)
    {
        if (CheckMayOverturnScreening(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckReason(because, "Because", "Enter why an assessment is needed. The author reads it.", out var reason) is { IsRefused: true } missing)
        {
            return missing;
        }

        (Screened, ScreeningReason) = (ScreeningOutcome.Overturned, reason);
        MoveTo(AssessmentStatus.Draft, at);
        Record(new ScreeningOverturned(reason, by, at));
        return Result.Done;
    }

    /// <summary>Judges answers. Each is saved as it is given; a later word on the same answer replaces the earlier one of this round.</summary>
    /// <param name="verdicts">Verdict and text by the answer's key.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A data protection officer.</param>
    /// <param name="at">When, UTC.</param>
    public Result Comment(
        IReadOnlyList<(string Key, AnswerVerdict Verdict, string? Text)> verdicts, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayAdvise(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var keys = JudgedAnswers(directory).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        var comments = new List<AnswerComment>();
        foreach (var (key, verdict, typed) in verdicts)
        {
            var text = PlainText.Clean(typed);
            if (!keys.Contains(key))
            {
                return ImpactAssessmentErrors.NoSuchAnswer;
            }

            if (!Enum.IsDefined(verdict))
            {
                return ImpactAssessmentErrors.NotAChoice(key);
            }

            if (verdict != AnswerVerdict.Acceptable && text.Length == 0)
            {
                return ImpactAssessmentErrors.CommentMissing(key);
            }

            if (CheckLength(text, key, ReasonMaximumLength) is { IsRefused: true } tooLong)
            {
                return tooLong;
            }

            // What is said again in the same words stays as it was said.
            if (_rounds[^1].Comments.FirstOrDefault(comment => comment.Key == key) is not { } said || said.Verdict != verdict || said.Text != text)
            {
                comments.Add(new AnswerComment(key, verdict, text, by.PersonId!.Value, at));
            }
        }

        if (comments.Count > 0)
        {
            _rounds[^1].Comment(comments);
            int Count(AnswerVerdict verdict) => comments.Count(comment => comment.Verdict == verdict);
            Record(new AssessmentCommented(
                _rounds.Count, Count(AnswerVerdict.Acceptable), Count(AnswerVerdict.Improve), Count(AnswerVerdict.Correct), by, at));
        }

        return Result.Done;
    }

    /// <summary>Sends it back to its author: because of an answer to improve or correct, or of general advice.</summary>
    public Result Return(string? advice, Actor by, DateTime at)
    {
        var text = PlainText.Clean(advice);
        if (CheckMayAdvise(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (text.Length == 0 && _rounds[^1].Comments.All(comment => comment.Verdict == AnswerVerdict.Acceptable))
        {
            return ImpactAssessmentErrors.NothingToReturnFor;
        }

        if (CheckLength(text, "Advice", ReasonMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        var kept = text.Length == 0 ? null : text;
        Decide(AssessmentOutcome.Returned, AssessmentStatus.ReturnedByDpo, kept, null, by, at);
        Record(new AssessmentReturned(kept, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Signs it off: every answer judged acceptable, and a high residual risk only with the recorded decision to consult the ICO and
    /// a leader's acceptance. What names it now is covered.
    /// </summary>
    /// <param name="advice">The data protection officer's advice.</param>
    /// <param name="reviewOn">When it is to be reviewed, London: after today, a year on at the latest.</param>
    /// <param name="covered">The business cases that name it now.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A data protection officer.</param>
    /// <param name="at">When, UTC.</param>
    public Result SignOff(string? advice, DateOnly? reviewOn, IReadOnlyList<CoverableCase> covered, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayAdvise(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (covered.Any(one => by.Is(one.ApplicantId)))
        {
            return ImpactAssessmentErrors.DecidedByApplicant;
        }

        if (CheckReason(advice, "Advice", "Enter your advice. It stands on the record.", out var text) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (CheckReview(reviewOn, at, out var review) is { IsRefused: true } wrongDate)
        {
            return wrongDate;
        }

        var comments = JudgedAnswers(directory).Select(answer => CurrentComment(answer, directory)).ToList();
        if (comments.Exists(comment => comment is { Verdict: not AnswerVerdict.Acceptable }))
        {
            return ImpactAssessmentErrors.NotAllAcceptable;
        }

        if (comments.Contains(null))
        {
            return ImpactAssessmentErrors.NotAllJudged;
        }

        if (CheckContentAndRisk() is { IsRefused: true } obstacle)
        {
            return obstacle;
        }

        if (IsHighResidual && by.Is(Acceptance!.AcceptedById))
        {
            return ImpactAssessmentErrors.AcceptedBySamePerson;
        }

        SignedOff(AssessmentOutcome.SignedOff, text, review, covered, by, at);
        Record(new AssessmentSignedOff(text, review, ContentVersion, _decisions[^1].ContentHash, by, at));
        return Result.Done;
    }

    /// <summary>Advises against the processing, with reasons.</summary>
    public Result Refuse(string? advice, Actor by, DateTime at)
    {
        if (CheckMayAdvise(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckReason(advice, "Advice", "Enter your advice. The author reads it, and it stands on the record.", out var text) is { IsRefused: true } missing)
        {
            return missing;
        }

        Decide(AssessmentOutcome.Refused, AssessmentStatus.Refused, text, null, by, at);
        Record(new AssessmentRefused(text, by, at));
        return Result.Done;
    }

    /// <summary>A senior leader signs off against the data protection officer's advice. The reason stays on the record for good.</summary>
    /// <param name="because">Why.</param>
    /// <param name="reviewOn">When it is to be reviewed, London: after today, a year on at the latest.</param>
    /// <param name="covered">The business cases that name it now.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Overrule(string? because, DateOnly? reviewOn, IReadOnlyList<CoverableCase> covered, Actor by, DateTime at)
    {
        if (CheckMayOverrule(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (covered.Any(one => by.Is(one.ApplicantId)))
        {
            return ImpactAssessmentErrors.DecidedByApplicant;
        }

        if (CheckReason(because, "Because", "Enter why you overrule the advice. The reason stays on the record.", out var reason) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (CheckReview(reviewOn, at, out var review) is { IsRefused: true } wrongDate)
        {
            return wrongDate;
        }

        if (CheckContentAndRisk() is { IsRefused: true } obstacle)
        {
            return obstacle;
        }

        var was = Status;
        SignedOff(AssessmentOutcome.Overruled, reason, review, covered, by, at);
        Record(new AssessmentOverruled(reason, was, review, ContentVersion, _decisions[^1].ContentHash, by, at));
        return Result.Done;
    }

    /// <summary>A senior leader accepts what risk is left. It holds for the content as it is: a changed one has to be accepted anew.</summary>
    public Result AcceptResidualRisk(string? remark, Actor by, DateTime at)
    {
        var text = PlainText.Clean(remark);
        if (CheckMayAcceptResidualRisk(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (IsHighResidual && text.Length == 0)
        {
            return ImpactAssessmentErrors.ReasonMissing("Remark", "Enter why the high risk that is left can be accepted.");
        }

        if (CheckLength(text, "Remark", ReasonMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        var kept = text.Length == 0 ? null : text;
        Acceptance = new ResidualAcceptance(kept, ContentVersion, by.PersonId!.Value, at);
        Record(new ResidualRiskAccepted(kept, ContentVersion, by, at));
        return Result.Done;
    }

    /// <summary>Records the decision to consult the ICO before the processing starts.</summary>
    /// <param name="decidedOn">The day of the decision, London: today or before.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="icoReference">The ICO's reference, if there is one yet.</param>
    /// <param name="by">A data protection officer or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result DecideToConsultIco(DateOnly? decidedOn, string? reasons, string? icoReference, Actor by, DateTime at)
    {
        var its = PlainText.CleanLine(icoReference);
        if (CheckMayDecideOnIco(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (decidedOn is not { } day)
        {
            return ImpactAssessmentErrors.ReasonMissing("DecidedOn", "Enter the date of the decision.");
        }

        if (day > LondonTime.DateOf(at))
        {
            return ImpactAssessmentErrors.DecisionInTheFuture;
        }

        if (CheckReason(reasons, "Reasons", "Enter why the ICO is to be consulted.", out var because) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (CheckLength(its, nameof(IcoConsultation.IcoReference), IcoReferenceMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        Ico = new IcoConsultation(day, because, its.Length == 0 ? null : its, by.PersonId!.Value, at);
        Record(new IcoConsultationDecided(day, because, by, at));
        return Result.Done;
    }

    /// <summary>Records what the ICO said.</summary>
    public Result RecordIcoOutcome(string? outcome, string? icoReference, Actor by, DateTime at)
    {
        var its = PlainText.CleanLine(icoReference);
        if (CheckMayRecordIcoOutcome(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckReason(outcome, nameof(IcoConsultation.Outcome), "Enter what the ICO said.", out var said) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (CheckLength(its, nameof(IcoConsultation.IcoReference), IcoReferenceMaximumLength) is { IsRefused: true } tooLong)
        {
            return tooLong;
        }

        Ico!.Answered(said, its.Length == 0 ? null : its, at);
        Record(new IcoOutcomeRecorded(said.Length, by, at));
        return Result.Done;
    }

    /// <summary>Records that the assessment was reviewed and still holds, and when the next review is due.</summary>
    public Result Review(string? conclusion, DateOnly? reviewOn, Actor by, DateTime at)
    {
        if (CheckMayReview(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckReason(conclusion, "Conclusion", "Enter what the review found.", out var found) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (CheckReview(reviewOn, at, out var review) is { IsRefused: true } wrongDate)
        {
            return wrongDate;
        }

        var before = ReviewOn;
        SetReview(review, at);
        Record(new AssessmentReviewed(found, before, review, by, at));
        return Result.Done;
    }

    /// <summary>The reminder of the review that is due now, or <see langword="null"/>.</summary>
    public int? ReviewReminderDue(WorkingCalendar calendar, DateTime at) =>
        Status == AssessmentStatus.SignedOff && ReviewOn is { } due
            ? ReminderSchedule.DueStep(due, ReviewStep, weeklyAfterwards: true, calendar, at)
            : null;

    /// <summary>Reminds author and data protection officers of the review, once for each step.</summary>
    public Result RemindOfReview(WorkingCalendar calendar, Actor by, DateTime at)
    {
        if (ReviewReminderDue(calendar, at) is not { } step)
        {
            return ImpactAssessmentErrors.NotDueForReminder;
        }

        ReviewStep = step;
        Record(new AssessmentReviewReminded(step, ReviewOn!.Value.DayNumber - LondonTime.DateOf(at).DayNumber, ReviewOn.Value, by, at));
        return Result.Done;
    }

    private static Result CheckReason(string? typed, string field, string message, out string text)
    {
        text = PlainText.Clean(typed);
        return text.Length == 0 ? ImpactAssessmentErrors.ReasonMissing(field, message) : CheckLength(text, field, ReasonMaximumLength);
    }

    private static Result CheckReview(DateOnly? reviewOn, DateTime at, out DateOnly review)
    {
        review = reviewOn ?? default;
        var today = LondonTime.DateOf(at);
        return reviewOn is { } day && day > today && day <= LatestReview(today)
            ? Result.Done
            : ImpactAssessmentErrors.ReviewDateWrong(LatestReview(today));
    }

    private Result CheckIsOfficer(Actor by) =>
        by.Holds(Roles.DataProtectionOfficer) ? CheckHasNoPart(by) : ImpactAssessmentErrors.OnlyOfficers;

    private Result CheckIsAdviser(Actor by)
    {
        if (!by.Holds(Roles.DataProtectionOfficer) && !by.Holds(Roles.SeniorLeader))
        {
            return ImpactAssessmentErrors.OnlyOfficersAndLeaders;
        }

        return by.Is(AuthorId) ? ImpactAssessmentErrors.DecidedByAuthor : Result.Done;
    }

    private Result CheckHasNoPart(Actor by)
    {
        if (by.Is(AuthorId))
        {
            return ImpactAssessmentErrors.DecidedByAuthor;
        }

        return _coverage.Exists(covered => by.Is(covered.ApplicantId)) ? ImpactAssessmentErrors.DecidedByApplicant : Result.Done;
    }

    private Result CheckUndecided() =>
        Status is AssessmentStatus.WithDpo or AssessmentStatus.ReturnedByDpo or AssessmentStatus.Refused
            ? Result.Done
            : ImpactAssessmentErrors.NotSentYet;

    private Result CheckContentAndRisk()
    {
        // Fail closed: only what was sent is signed off, whatever happened to the row in between.
        if (Content.Hash() != _rounds[^1].ContentHash || _rounds[^1].Content.Hash() != _rounds[^1].ContentHash)
        {
            return ImpactAssessmentErrors.ContentDiffers;
        }

        return ResidualObstacle() is { } obstacle ? obstacle : Result.Done;
    }

    private void SignedOff(AssessmentOutcome outcome, string text, DateOnly review, IReadOnlyList<CoverableCase> covered, Actor by, DateTime at)
    {
        Decide(outcome, AssessmentStatus.SignedOff, text, review, by, at);
        Pin(covered, at);
        foreach (var row in _coverage)
        {
            row.Confirmed(by.PersonId!.Value, at);
        }

        ReopenedBecause = null;
        SetReview(review, at);
    }

    private void SetReview(DateOnly review, DateTime at) =>
        (ReviewOn, ReviewStep) = (review, ReminderSchedule.StepToBeginWith(review, LondonTime.DateOf(at)));

    private void Decide(AssessmentOutcome outcome, AssessmentStatus status, string? text, DateOnly? reviewOn, Actor by, DateTime at)
    {
        _decisions.Add(new AssessmentDecision(outcome, text, _rounds.Count, ContentVersion, Content.Hash(), reviewOn, by.PersonId!.Value, at));
        MoveTo(status, at);
    }
}
