using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>The yearly review by a senior leader (SLT-2), and the verification on the platform every 180 days (ADM-2, ADM-4, BEH-2).</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>The longest answer of a review or a verification, in characters.</summary>
    public const int ReviewTextMaximumLength = AccountApplication.AnswerMaximumLength;

    /// <summary>How long a verification holds, in days.</summary>
    public const int DaysBetweenVerifications = 180;

    /// <summary>How soon an account is looked at again after something was not as it should be, in days.</summary>
    public const int DaysToPutRight = 14;

    private readonly List<AccountReview> _reviews = [];
    private readonly List<AccountVerification> _verifications = [];

    /// <summary>The day on which the next review is due, London; <see langword="null"/> until the account goes live.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>The step of <see cref="ReminderSchedule"/> that leaders were last reminded of.</summary>
    public int ReviewStep { get; private set; }

    /// <summary>The day on which the next verification is due, London; <see langword="null"/> until the account goes live.</summary>
    public DateOnly? VerificationDueOn { get; private set; }

    /// <summary>The step of <see cref="ReminderSchedule"/> that administrators were last reminded of.</summary>
    public int VerificationStep { get; private set; }

    /// <summary>When it went live, UTC; <see langword="null"/> until then.</summary>
    public DateTime? WentLiveAt { get; private set; }

    /// <summary>Every review, in no order.</summary>
    public IReadOnlyList<AccountReview> Reviews => _reviews;

    /// <summary>Every verification, in no order.</summary>
    public IReadOnlyList<AccountVerification> Verifications => _verifications;

    /// <summary>The review whose changes are not recorded as made, or <see langword="null"/>. There is never more than one.</summary>
    public AccountReview? OpenReview => _reviews.Find(review => review.IsOpen);

    /// <summary>The last review, or <see langword="null"/>.</summary>
    public AccountReview? LastReview => _reviews.OrderBy(review => review.ReviewedAt).LastOrDefault();

    /// <summary>The last verification, or <see langword="null"/>.</summary>
    public AccountVerification? LastVerification => _verifications.OrderBy(verification => verification.VerifiedAt).LastOrDefault();

    /// <summary>The day on which it was last verified, London, or <see langword="null"/>.</summary>
    public DateOnly? LastVerifiedOn => LastVerification is { } made ? LondonTime.DateOf(made.VerifiedAt) : null;

    /// <summary>Whether it exists on its platform, so that there is something to look at.</summary>
    public bool IsLive => Status is AccountStatus.Active or AccountStatus.Suspended;

    /// <summary>Whether this person may review it: a senior leader who does not look after it, while it is live.</summary>
    public Result CheckMayReview(Actor by)
    {
        if (!by.Holds(Roles.SeniorLeader) || by.PersonId is not { } leaderId)
        {
            return ReviewErrors.OnlySeniorLeaders;
        }

        return RoleOf(leaderId) is null ? CheckIsLive() : ReviewErrors.ReviewedByAdministrator;
    }

    /// <summary>Whether this person may verify it: one of its administrators or an administrator by role, while it is live.</summary>
    public Result CheckMayVerify(Actor by) =>
        by.PersonId is { } id && (by.Holds(Roles.Administrator) || RoleOf(id) is AssignmentRole.LeadAdministrator or AssignmentRole.DeputyAdministrator)
            ? CheckIsLive()
            : ReviewErrors.OnlyAdministrators;

    /// <summary>The latest day on which the next review may be due: a year on. Reviewed on 29 February, that is 28 February.</summary>
    /// <param name="today">The day of the review, London.</param>
    public static DateOnly LatestNextReview(DateOnly today) => today.AddYears(1);

    /// <summary>Reviews it.</summary>
    /// <param name="aspects">What was found of each of the four aspects.</param>
    /// <param name="outcome">Keep, change or close.</param>
    /// <param name="because">The reasons.</param>
    /// <param name="nextReviewOn">When it is to be reviewed next, London; a year on where nothing is said.</param>
    /// <param name="by">A senior leader who does not look after it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Review(IReadOnlyList<ReviewedAspect> aspects, ReviewOutcome? outcome, string? because, DateOnly? nextReviewOn, Actor by, DateTime at)
    {
        if (CheckMayReview(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (OpenReview is not null)
        {
            return ReviewErrors.ChangesOpen;
        }

        var found = new List<ReviewedAspect>();
        foreach (var aspect in Enum.GetValues<ReviewAspect>())
        {
            var field = aspect.ToString();
            if (aspects.SingleOrDefault(answer => answer.Aspect == aspect) is not { } answered || !Enum.IsDefined(answered.Verdict))
            {
                return ReviewErrors.Missing(field, $"{aspect.InWords()}: choose whether to keep it as it is or to change it.");
            }

            var why = answered.Verdict == AspectVerdict.Change ? PlainText.Clean(answered.Because) : "";
            if (answered.Verdict == AspectVerdict.Change && why.Length == 0)
            {
                return ReviewErrors.Missing(field + "Because", $"{aspect.InWords()}: enter what has to be changed, and why.");
            }

            if (why.Length > ReviewTextMaximumLength)
            {
                return ReviewErrors.TooLong(field + "Because", ReviewTextMaximumLength);
            }

            found.Add(new ReviewedAspect(aspect, answered.Verdict, why));
        }

        if (outcome is not { } decided || !Enum.IsDefined(decided))
        {
            return ReviewErrors.Missing("Outcome", "Decide what becomes of the account.");
        }

        var toChange = found.Where(aspect => aspect.Verdict == AspectVerdict.Change).Select(aspect => aspect.Aspect).ToList();
        if (decided == ReviewOutcome.Keep && toChange.Count > 0)
        {
            return ReviewErrors.KeptWithChanges;
        }

        if (decided == ReviewOutcome.Change && toChange.Count == 0)
        {
            return ReviewErrors.NothingToChange;
        }

        var reasons = PlainText.Clean(because);
        if (reasons.Length == 0)
        {
            return ReviewErrors.Missing("Because", "Enter the reasons for your decision. They stay on the record.");
        }

        if (reasons.Length > ReasonMaximumLength)
        {
            return ReviewErrors.TooLong("Because", ReasonMaximumLength);
        }

        var today = LondonTime.DateOf(at);
        var latest = LatestNextReview(today);
        var next = nextReviewOn ?? latest;
        if (next <= today || next > latest)
        {
            return ReviewErrors.DateWrong(latest);
        }

        var before = NextReviewOn;
        _reviews.Add(new AccountReview(found, decided, reasons, before, next, by.PersonId!.Value, at));
        SetNextReview(next, today);
        Happened(new AccountReviewed(decided, reasons, toChange, before, next, by, at));
        return Result.Done;
    }

    /// <summary>Records that what the last review asked for is changed, or was found not to be needed.</summary>
    /// <param name="what">What was done.</param>
    /// <param name="by">A senior leader who does not look after it: whoever asks for a change does not take the word of those who had to make it.</param>
    /// <param name="at">When, UTC.</param>
    public Result RecordReviewChanges(string? what, Actor by, DateTime at)
    {
        if (CheckMayReview(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (OpenReview is not { } open)
        {
            return ReviewErrors.NothingOpen;
        }

        var done = PlainText.Clean(what);
        if (done.Length == 0)
        {
            return ReviewErrors.Missing("What", "Enter what was done. It stays on the record.");
        }

        if (done.Length > ReasonMaximumLength)
        {
            return ReviewErrors.TooLong("What", ReasonMaximumLength);
        }

        open.RecordChanges(done, by.PersonId!.Value, at);
        Happened(new ReviewChangesMade(done, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Records what was found on the platform. What is not as it should be stays visible until somebody has looked again and found it right,
    /// and brings the next look forward to <see cref="DaysToPutRight"/> days from now.
    /// </summary>
    /// <param name="points">What was found of each of the four points.</param>
    /// <param name="by">One of its administrators, or an administrator by role.</param>
    /// <param name="at">When, UTC.</param>
    public Result Verify(IReadOnlyList<VerifiedPoint> points, Actor by, DateTime at)
    {
        if (CheckMayVerify(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var found = new List<VerifiedPoint>();
        foreach (var point in Enum.GetValues<VerificationPoint>())
        {
            var field = point.ToString();
            if (points.SingleOrDefault(answer => answer.Point == point) is not { } answered)
            {
                return ReviewErrors.Missing(field, $"{point.InWords()}: choose yes or no.");
            }

            var note = PlainText.Clean(answered.Note);
            if (!answered.IsSo && note.Length == 0)
            {
                return ReviewErrors.Missing(field + "Note", $"{point.InWords()}: enter what is not as it should be.");
            }

            if (note.Length > ReviewTextMaximumLength)
            {
                return ReviewErrors.TooLong(field + "Note", ReviewTextMaximumLength);
            }

            found.Add(new VerifiedPoint(point, answered.IsSo, note));
        }

        var today = LondonTime.DateOf(at);
        var next = today.AddDays(found.TrueForAll(point => point.IsSo) ? DaysBetweenVerifications : DaysToPutRight);
        var before = VerificationDueOn;
        _verifications.Add(new AccountVerification(found, before, next, by.PersonId!.Value, at));
        SetVerificationDue(next, today);
        Happened(new AccountVerified(found, before, next, by, at));
        return Result.Done;
    }

    /// <summary>Reminds the senior leaders of the review, where a step is due.</summary>
    public Result RemindOfReview(WorkingCalendar calendar, Actor by, DateTime at)
    {
        if (!IsLive || NextReviewOn is not { } due || ReminderSchedule.DueStep(due, ReviewStep, weeklyAfterwards: true, calendar, at) is not { } step)
        {
            return ReviewErrors.NotDueForReminder;
        }

        ReviewStep = step;
        Happened(new AccountReviewReminded(step, due.DayNumber - LondonTime.DateOf(at).DayNumber, due, by, at));
        return Result.Done;
    }

    /// <summary>Reminds the administrators of the verification, where a step is due.</summary>
    public Result RemindOfVerification(WorkingCalendar calendar, Actor by, DateTime at)
    {
        if (!IsLive
            || VerificationDueOn is not { } due
            || ReminderSchedule.DueStep(due, VerificationStep, weeklyAfterwards: true, calendar, at) is not { } step)
        {
            return ReviewErrors.NotDueForReminder;
        }

        VerificationStep = step;
        Happened(new AccountVerificationReminded(step, due.DayNumber - LondonTime.DateOf(at).DayNumber, due, by, at));
        return Result.Done;
    }

    /// <summary>Sets the first dates, as the account goes live: a review a year on, a verification after 180 days.</summary>
    /// <param name="wentLiveAt">When it went live, UTC.</param>
    internal void BeginDates(DateTime wentLiveAt)
    {
        WentLiveAt = wentLiveAt;
        var day = LondonTime.DateOf(wentLiveAt);
        SetNextReview(LatestNextReview(day), day);
        SetVerificationDue(day.AddDays(DaysBetweenVerifications), day);
    }

    private void SetNextReview(DateOnly due, DateOnly today) => (NextReviewOn, ReviewStep) = (due, ReminderSchedule.StepToBeginWith(due, today));

    private void SetVerificationDue(DateOnly due, DateOnly today) => (VerificationDueOn, VerificationStep) = (due, ReminderSchedule.StepToBeginWith(due, today));

    private Result CheckIsLive() => Status switch
    {
        AccountStatus.AwaitingCreation => ReviewErrors.NotLiveYet,
        AccountStatus.Closed => ReviewErrors.Closed,
        AccountStatus.Active or AccountStatus.Suspended => Result.Done,
    };
}
