using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>
/// The controlled hand-over of one account, because somebody leaves or because it is closed (clause ADM-5). Lifecycle: see
/// <see cref="HandoverStatus"/>. For one account and leaver at most one is open: a unique index over <see cref="OpenKey"/> holds it.
/// </summary>
public sealed partial class Handover : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "HND";

    /// <summary>Longest evidence, in characters.</summary>
    public const int NoteMaximumLength = 1000;

    /// <summary>Longest reason, in characters: as long as the account’s own, which it becomes when the account is closed.</summary>
    public const int ReasonMaximumLength = SocialMediaAccount.ReasonMaximumLength;

    private readonly List<HandoverStep> _steps = [];

    private Handover()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account.</summary>
    public int AccountId { get; private set; }

    /// <summary>Who leaves it; <see langword="null"/> where an account is closed although nobody leaves.</summary>
    public int? LeaverId { get; private set; }

    /// <summary>What the leaver did on the account.</summary>
    public AssignmentRole? LeaverRole { get; private set; }

    /// <summary>Whether the leaver administered the account or knows one of its secrets.</summary>
    public bool LeaverHandlesSecrets { get; private set; }

    /// <summary>The leaver’s last day, London: the leaving date, or the day on which access was ended.</summary>
    public DateOnly? LeavingDate { get; private set; }

    /// <summary>Where it stands.</summary>
    public HandoverStatus Status { get; private set; }

    /// <summary>What it is to end in.</summary>
    public HandoverOutcome Outcome { get; private set; }

    /// <summary>Why it ends so, where somebody decided it; else empty.</summary>
    public string OutcomeBecause { get; private set; } = "";

    /// <summary>Why it was opened.</summary>
    public HandoverCause Cause { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>Who takes over.</summary>
    public int? SuccessorId { get; private set; }

    /// <summary>Who signed it off or cancelled it; <see langword="null"/> while it is open, and where the portal cancelled it.</summary>
    public int? EndedById { get; private set; }

    /// <summary>When it was signed off or cancelled, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string CancelledBecause { get; private set; } = "";

    /// <summary>The day on which people were last told that it is open, London.</summary>
    public DateOnly LastChasedOn { get; private set; }

    /// <summary>How many steps somebody has to see to.</summary>
    public int StepsToDo { get; private set; }

    /// <summary>What is unique while it is open: the account and the leaver. Empty of value once it has ended.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Counts what was done to it, so that a change of its steps alone moves its version too: of two who sign off at once, one stands.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>Every step of which something was said, also those that do not apply any more.</summary>
    public IReadOnlyList<HandoverStep> Steps => _steps;

    /// <summary>The steps that apply, in order.</summary>
    public IReadOnlyList<HandoverStep> Checklist =>
        [.. HandoverSteps.Of(Outcome, LeaverId is not null, LeaverHandlesSecrets).Select(kind => _steps.Find(step => step.Kind == kind) ?? new HandoverStep(kind))];

    /// <summary>The key under which at most one hand-over is open.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="leaverId">Who leaves; <see langword="null"/> for a closing without a leaver.</param>
    public static string OpenKeyOf(int accountId, int? leaverId) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{accountId}/{(leaverId is { } leaver ? leaver : "close")}");

    /// <summary>Opens a hand-over because somebody leaves. It is a transfer until a senior leader decides otherwise.</summary>
    /// <param name="account">An account that is not closed, to which the leaver is assigned.</param>
    /// <param name="leaver">Who leaves.</param>
    /// <param name="lastDay">Their last day, London.</param>
    /// <param name="cause">Why it is opened.</param>
    /// <param name="knowsSecrets">Whether the leaver stored or was shown a secret of the account that is in force.</param>
    /// <param name="by">Whoever recorded the leaving, the assignment or the deactivation.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="InvalidOperationException">The account is closed, or the leaver does nothing on it: calling this then is a bug.</exception>
    public static Handover OpenForLeaver(
        SocialMediaAccount account, DirectoryPerson leaver, DateOnly lastDay, HandoverCause cause, bool knowsSecrets, Actor by, DateTime at)
    {
        if (account.Status == AccountStatus.Closed || account.RoleOf(leaver.Id) is not { } role)
        {
            throw new InvalidOperationException("A hand-over is opened for somebody who looks after an account that is not closed.");
        }

        var handover = new Handover
        {
            AccountId = account.Id,
            LeaverId = leaver.Id,
            LeaverRole = role,
            LeaverHandlesSecrets = knowsSecrets || account.Assignments.Any(assignment => assignment.PersonId == leaver.Id && assignment.IsToAdminister),
            LeavingDate = lastDay,
            Outcome = HandoverOutcome.Transfer,
            Cause = cause,
            OpenedAt = at,
            LastChasedOn = LondonTime.DateOf(at),
            OpenKey = OpenKeyOf(account.Id, leaver.Id),
        };
        handover.Happened(new HandoverOpened(cause, HandoverOutcome.Transfer, leaver.FullName, role, lastDay, null, by, at));
        return handover;
    }

    /// <summary>Opens a hand-over that closes an account, whoever stays: by a review, or by a leader’s own decision.</summary>
    /// <param name="account">The account.</param>
    /// <param name="because">Why it is closed.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<Handover> OpenToClose(SocialMediaAccount account, string? because, Actor by, DateTime at)
    {
        if (!by.Holds(Roles.SeniorLeader))
        {
            return HandoverErrors.OnlyLeadersClose;
        }

        if (account.Status == AccountStatus.Closed)
        {
            return HandoverErrors.AccountClosed;
        }

        if (CheckReason(because, out var why) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var handover = new Handover
        {
            AccountId = account.Id,
            Outcome = HandoverOutcome.Close,
            OutcomeBecause = why,
            Cause = HandoverCause.DecidedToClose,
            OpenedAt = at,
            LastChasedOn = LondonTime.DateOf(at),
            OpenKey = OpenKeyOf(account.Id, null),
        };
        handover.Happened(new HandoverOpened(HandoverCause.DecidedToClose, HandoverOutcome.Close, null, null, null, why, by, at));
        return handover;
    }

    /// <summary>Whether this person may work on it: administrators, senior leaders and whoever administers the account now, but never the leaver.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    public Result CheckMayWork(SocialMediaAccount account, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (IsLeaver(by))
        {
            return HandoverErrors.ByLeaver;
        }

        var isConcerned = by.Holds(Roles.Administrator) || by.Holds(Roles.SeniorLeader)
            || (by.PersonId is { } id && account.CurrentAdministrators(directory, LondonTime.DateOf(at)).Contains(id));
        if (!isConcerned)
        {
            return HandoverErrors.OnlyThoseConcerned;
        }

        return Status == HandoverStatus.Open ? Result.Done : HandoverErrors.NotOpen;
    }

    /// <summary>Whether this person may cancel it, or make it a transfer: administrators and senior leaders, but never the leaver.</summary>
    public Result CheckMayDecide(Actor by)
    {
        if (IsLeaver(by))
        {
            return HandoverErrors.ByLeaver;
        }

        if (!by.Holds(Roles.Administrator) && !by.Holds(Roles.SeniorLeader))
        {
            return HandoverErrors.OnlyAdministratorsAndLeaders;
        }

        return Status == HandoverStatus.Open ? Result.Done : HandoverErrors.NotOpen;
    }

    /// <summary>Whether this person may sign it off: an administrator other than the leaver (ADM-5).</summary>
    public Result CheckMaySignOff(Actor by)
    {
        if (IsLeaver(by))
        {
            return HandoverErrors.ByLeaver;
        }

        if (!by.Holds(Roles.Administrator))
        {
            return HandoverErrors.OnlyAdministrators;
        }

        return Status == HandoverStatus.Open ? Result.Done : HandoverErrors.NotOpen;
    }

    /// <summary>Whether this person is the one who leaves.</summary>
    public bool IsLeaver(Actor by) => LeaverId is { } leaver && by.Is(leaver);

    /// <summary>Moves it with the leaving date.</summary>
    public Result MoveLeavingDate(DateOnly lastDay, Actor by, DateTime at)
    {
        if (Status != HandoverStatus.Open)
        {
            return HandoverErrors.NotOpen;
        }

        if (LeavingDate != lastDay)
        {
            var before = LeavingDate;
            LeavingDate = lastDay;
            Happened(new HandoverDateMoved(before, lastDay, by, at));
        }

        return Result.Done;
    }

    /// <summary>
    /// Follows a leaver who comes to do more on the account: whoever administers it comes to know its secrets. That they come to do less, as when
    /// the successor takes the lead, changes nothing: the record says what is handed over.
    /// </summary>
    public Result FollowRole(AssignmentRole role, Actor by, DateTime at)
    {
        if (Status != HandoverStatus.Open)
        {
            return HandoverErrors.NotOpen;
        }

        // The roles are in order: the lead does the most.
        if (LeaverRole is not { } known || role < known)
        {
            var before = LeaverRole;
            (LeaverRole, LeaverHandlesSecrets) = (role, LeaverHandlesSecrets || role is AssignmentRole.LeadAdministrator or AssignmentRole.DeputyAdministrator);
            Happened(new HandoverRoleFollowed(before, role, by, at));
        }

        return Result.Done;
    }

    /// <summary>The leaving date was taken away: what it opened is not needed.</summary>
    public Result LeaverStays(Actor by, DateTime at) =>
        CancelItself([HandoverCause.LeavingDate, HandoverCause.LeaverAssigned], "The leaving date was taken away.", by, at);

    /// <summary>Somebody who was deactivated was let back in: what the deactivation opened is not needed.</summary>
    public Result LeaverReturns(Actor by, DateTime at) => CancelItself([HandoverCause.Deactivated], "The person was let back in.", by, at);

    /// <summary>The account was closed by another hand-over: nothing is left to hand over.</summary>
    public Result EndWithAccount(Actor by, DateTime at) =>
        CancelItself([HandoverCause.LeavingDate, HandoverCause.LeaverAssigned, HandoverCause.Deactivated, HandoverCause.DecidedToClose], "The account was closed.", by, at);

    /// <summary>Cancels it.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">An administrator or a senior leader, not the leaver.</param>
    /// <param name="at">When, UTC.</param>
    public Result Cancel(string? because, Actor by, DateTime at)
    {
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckReason(because, out var why) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        End(HandoverStatus.Cancelled, by, at);
        CancelledBecause = why;
        Happened(new HandoverCancelled(why, by, at));
        return Result.Done;
    }

    /// <summary>Reminds whoever it waits for, if it is time.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="by">The job.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Chase(WorkingCalendar calendar, Actor by, DateTime at)
    {
        if (Status != HandoverStatus.Open)
        {
            return HandoverErrors.NotOpen;
        }

        if (!HandoverChasing.IsDue(LeavingDate, LastChasedOn, calendar, at))
        {
            return HandoverErrors.NotDue;
        }

        LastChasedOn = LondonTime.DateOf(at);
        Happened(new HandoverChased(LeavingDate, LeavingDate is { } last ? last.DayNumber - LastChasedOn.DayNumber : null, StepsToDo, by, at));
        return Result.Done;
    }

    private Result CancelItself(HandoverCause[] openedBy, string because, Actor by, DateTime at)
    {
        if (Status != HandoverStatus.Open)
        {
            return HandoverErrors.NotOpen;
        }

        if (!openedBy.Contains(Cause))
        {
            return HandoverErrors.OpenedOtherwise;
        }

        End(HandoverStatus.Cancelled, by, at);
        CancelledBecause = because;
        Happened(new HandoverCancelled(because, by, at));
        return Result.Done;
    }

    private void End(HandoverStatus status, Actor by, DateTime at) => (Status, EndedById, EndedAt, OpenKey) = (status, by.PersonId, at, null);

    private void Happened(DomainEvent happened)
    {
        ChangeCount++;
        StepsToDo = Checklist.Count(step => !step.IsSettled && step.Kind != HandoverStepKind.OffRegister);
        Record(happened);
    }

    private static Result CheckReason(string? because, out string clean)
    {
        clean = PlainText.Clean(because);
        if (clean.Length == 0)
        {
            return HandoverErrors.BecauseMissing;
        }

        return clean.Length > ReasonMaximumLength ? HandoverErrors.TooLong("Because", ReasonMaximumLength) : Result.Done;
    }
}
