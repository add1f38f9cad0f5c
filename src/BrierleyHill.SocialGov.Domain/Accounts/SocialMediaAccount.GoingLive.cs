using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>Going live, and being suspended for a time (clauses ADM-1, BC-4, SLT-7, DP-2, PAR-1).</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>Whether its business case said that personal data is processed; an impact assessment is then needed (DP-2).</summary>
    public bool ProcessesPersonalData { get; private set; }

    /// <summary>The day on which parents and carers were told about acceptable use, London (PAR-1). Of learning platforms alone.</summary>
    public DateOnly? AcceptableUseToldOn { get; private set; }

    /// <summary>When it was suspended, UTC; <see langword="null"/> while it is not.</summary>
    public DateTime? SuspendedAt { get; private set; }

    /// <summary>Why it is suspended.</summary>
    public string? SuspendedBecause { get; private set; }

    /// <summary>Whether families post or comment there as on a learning platform, so that they have to be told about acceptable use (PAR-1).</summary>
    public bool IsOnLearningPlatform => Kind == AccountKind.LearningPlatform || Platform == Platform.LearningPlatform;

    /// <summary>Whether an impact assessment has to be settled before it goes live: one is named, or personal data is processed.</summary>
    public bool NeedsImpactAssessment => ProcessesPersonalData || ImpactAssessmentId is not null;

    /// <summary>The people who administer the account now and are ready to.</summary>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="readiness">What readiness is worked out from.</param>
    /// <param name="at">Now, UTC.</param>
    public IReadOnlySet<int> ReadyAdministrators(PeopleDirectory directory, ReadinessFacts readiness, DateTime at) =>
        CurrentAdministrators(directory, LondonTime.DateOf(at))
            .Where(id => directory.Find(id) is { } person && readiness.Of(person, at).IsReady)
            .ToHashSet();

    /// <summary>Records when parents and carers were told about acceptable use (PAR-1).</summary>
    /// <param name="on">The day, London; not in the future, and not long before the account was thought of.</param>
    /// <param name="by">An administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result RecordAcceptableUse(DateOnly? on, Actor by, DateTime at)
    {
        if (CheckMayPrepare(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsOnLearningPlatform)
        {
            return AccountErrors.NotALearningPlatform;
        }

        if (on is not { } day)
        {
            return AccountErrors.Missing("ToldOn", "Enter the date on which parents and carers were told.");
        }

        if (day > LondonTime.DateOf(at))
        {
            return AccountErrors.Missing("ToldOn", "The date must be today or in the past.");
        }

        if (day < LondonTime.DateOf(ApprovedAt).AddYears(-1))
        {
            return AccountErrors.Missing("ToldOn", "The date is more than a year before the account was approved. Check the year.");
        }

        var changes = new ChangeList().Value("Told on", AcceptableUseToldOn is { } before ? LondonTime.DisplayDate(before) : null, LondonTime.DisplayDate(day));
        if (!changes.Any)
        {
            return AccountErrors.SameDate;
        }

        AcceptableUseToldOn = day;
        Happened(new AcceptableUseRecorded(changes.Changes, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Names the impact assessment that is to cover the account, where its business case named none. Whether it covers the account is
    /// the data protection officer's to say.
    /// </summary>
    /// <param name="impactAssessmentId">Which.</param>
    /// <param name="known">Those that this person can name.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result NameImpactAssessment(int? impactAssessmentId, IReadOnlyCollection<int> known, Actor by, DateTime at)
    {
        if (CheckMayAssign(by) is { IsRefused: true })
        {
            return Status == AccountStatus.Closed ? AccountErrors.Closed : AccountErrors.OnlyAdministratorsAndLeadersName;
        }

        if (ImpactAssessmentId is not null)
        {
            return AccountErrors.AssessmentNamedAlready;
        }

        if (impactAssessmentId is not { } named || !known.Contains(named))
        {
            return AccountErrors.Missing(nameof(ImpactAssessmentId), "Choose the impact assessment from the list.");
        }

        ImpactAssessmentId = named;
        Happened(new AccountNamedImpactAssessment(named, Shared.Reference.Of(ImpactAssessment.ReferenceKind, named), by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may make the account live: an administrator, while it awaits creation.</summary>
    public Result CheckMayGoLive(Actor by)
    {
        if (CheckMayPrepare(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AccountStatus.AwaitingCreation ? Result.Done : AccountErrors.LiveAlready;
    }

    /// <summary>Makes the account live, if every gate is open at this moment.</summary>
    /// <param name="circumstances">What the gates depend on.</param>
    /// <param name="by">An administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result GoLive(GoingLiveCircumstances circumstances, Actor by, DateTime at)
    {
        if (CheckMayGoLive(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (GoingLiveGates.Of(this, circumstances, at).Where(gate => !gate.IsMet).ToList() is { Count: > 0 } shut)
        {
            return AccountErrors.GatesShut(shut);
        }

        Status = AccountStatus.Active;
        BeginDates(at);
        Happened(new AccountWentLive(WebAddress!, NamesOfReady(circumstances, at), by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may suspend the account or resume it: an administrator or a senior leader.</summary>
    public Result CheckMaySuspend(Actor by)
    {
        if (CheckMaySuspendOrResume(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AccountStatus.Active ? Result.Done : AccountErrors.NotActive;
    }

    /// <inheritdoc cref="CheckMaySuspend" />
    public Result CheckMayResume(Actor by)
    {
        if (CheckMaySuspendOrResume(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status == AccountStatus.Suspended ? Result.Done : AccountErrors.NotSuspended;
    }

    /// <summary>Takes the account out of use for a time. People keep their assignments, so that somebody can put it right.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Suspend(string? because, Actor by, DateTime at)
    {
        if (CheckMaySuspend(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, "Enter why the account is suspended. It stays on the record.", out var why) is { IsRefused: true } missing)
        {
            return missing;
        }

        (Status, SuspendedAt, SuspendedBecause) = (AccountStatus.Suspended, at, why);
        Happened(new AccountSuspended(why, by, at));
        return Result.Done;
    }

    /// <summary>Takes a suspended account into use again, if every gate of going live is open at this moment.</summary>
    /// <param name="because">Why it can be used again.</param>
    /// <param name="circumstances">What the gates depend on.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Resume(string? because, GoingLiveCircumstances circumstances, Actor by, DateTime at)
    {
        if (CheckMayResume(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, "Enter why the account can be used again. It stays on the record.", out var why) is { IsRefused: true } missing)
        {
            return missing;
        }

        if (GoingLiveGates.Of(this, circumstances, at).Where(gate => !gate.IsMet).ToList() is { Count: > 0 } shut)
        {
            return AccountErrors.GatesShut(shut);
        }

        (Status, SuspendedAt, SuspendedBecause) = (AccountStatus.Active, null, null);
        Happened(new AccountResumed(why, by, at));
        return Result.Done;
    }

    private Result CheckMaySuspendOrResume(Actor by)
    {
        if (!by.Holds(Roles.Administrator) && !by.Holds(Roles.SeniorLeader))
        {
            return AccountErrors.OnlyAdministratorsAndLeadersSuspend;
        }

        return Status == AccountStatus.Closed ? AccountErrors.Closed : Result.Done;
    }

    private string NamesOfReady(GoingLiveCircumstances circumstances, DateTime at) => string.Join(
        ", ", ReadyAdministrators(circumstances.Directory, circumstances.Readiness, at).Order().Select(circumstances.Directory.NameOf));
}
