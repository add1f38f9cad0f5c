using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>
/// Lifecycle of a check: <c>Expected → Done | Missed | CalledOff</c>. It is expected once its slot has come. Its time passing does not end
/// it: it is overdue, alerts are raised, and doing it late is better than not at all. It is missed for good once somebody has looked at the
/// account again without it: what a later check saw, this one would see too. It is called off when the account is suspended or closed. A
/// check that somebody does without being asked begins and ends as done.
/// </summary>
public enum CheckStatus
{
    /// <summary>Somebody has to do it.</summary>
    [Display(Name = "To do")]
    Expected,

    /// <summary>It was done, in time or late.</summary>
    [Display(Name = "Done")]
    Done,

    /// <summary>Nobody did it.</summary>
    [Display(Name = "Missed")]
    Missed,

    /// <summary>The account is not in use any more.</summary>
    [Display(Name = "Called off")]
    CalledOff,
}

/// <summary>What a check came to.</summary>
public enum CheckResult
{
    /// <summary>Nothing that anybody has to act on.</summary>
    [Display(Name = "Nothing that needs action")]
    NothingFound,

    /// <summary>Something that somebody has to act on.</summary>
    [Display(Name = "Something was found")]
    SomethingFound,
}

/// <summary>What was looked at. The numbers are stored and are never changed.</summary>
[Flags]
public enum LookedAt
{
    /// <summary>Nothing.</summary>
    [Display(Name = "Nothing")]
    None = 0,

    /// <summary>What people wrote below posts.</summary>
    [Display(Name = "Comments on posts")]
    Comments = 1,

    /// <summary>What people wrote to the account.</summary>
    [Display(Name = "Messages")]
    Messages = 2,

    /// <summary>Where the account was named or tagged.</summary>
    [Display(Name = "Mentions and tags")]
    Mentions = 4,

    /// <summary>What people said of the school.</summary>
    [Display(Name = "Reviews and ratings")]
    Reviews = 8,
}

/// <summary>Reading and showing <see cref="LookedAt"/>.</summary>
public static class LookedAtText
{
    /// <summary>Each single thing, in the order in which people see them.</summary>
    public static IReadOnlyList<LookedAt> Each { get; } = [LookedAt.Comments, LookedAt.Messages, LookedAt.Mentions, LookedAt.Reviews];

    /// <summary>All of it.</summary>
    public static LookedAt Everything { get; } = Each.Aggregate((all, one) => all | one);

    /// <summary>In words: "Comments on posts, messages".</summary>
    public static string ListInWords(this LookedAt lookedAt)
    {
        var words = string.Join(", ", Each.Where(one => (lookedAt & one) == one).Select(one => one.InWords().ToLowerInvariant()));
        return words.Length == 0 ? LookedAt.None.InWords() : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

/// <summary>What somebody says about a check.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="Found">What was found; "" for nothing.</param>
public sealed record CheckAnswers(CheckResult? Result, LookedAt LookedAt, string? Found);

/// <summary>
/// A look at an account of the school (clauses MON-1, MON-3, ADM-4, STF-3, IMG-4): one that the rota asks for, or one on somebody's own
/// account. Lifecycle: see <see cref="CheckStatus"/>. Once per account and slot: a unique index holds it.
/// </summary>
public sealed class MonitoringCheck : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "CHK";

    /// <summary>Longest text of what was found, in characters.</summary>
    public const int FoundMaximumLength = 2000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    private MonitoringCheck()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account.</summary>
    public int AccountId { get; private set; }

    /// <summary>The instant of its slot, UTC; <see langword="null"/> for one that nobody asked for.</summary>
    public DateTime? SlotAt { get; private set; }

    /// <summary>When it counts in the account's history, UTC: its slot, or when it was done.</summary>
    public DateTime At { get; private set; }

    /// <summary>From when it is late, UTC; <see langword="null"/> for one that nobody asked for.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Whose slot it was.</summary>
    public int? SlotPersonId { get; private set; }

    /// <summary>Who was on duty when the slot came; <see langword="null"/> when nobody was left.</summary>
    public int? OnDutyId { get; private set; }

    /// <summary>Why they were.</summary>
    public DutyReason? OnDutyBecause { get; private set; }

    /// <summary>Where it stands.</summary>
    public CheckStatus Status { get; private set; }

    /// <summary>Who did it.</summary>
    public int? DoneById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>What it came to.</summary>
    public CheckResult? Result { get; private set; }

    /// <summary>What was looked at.</summary>
    public LookedAt LookedAt { get; private set; }

    /// <summary>What was found.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Whether the rota asked for it.</summary>
    public bool IsOfRota => SlotAt is not null;

    /// <summary>Whether it was done after its time.</summary>
    public bool IsLate => DoneAt >= DueAt;

    /// <summary>Whether its time has passed and nobody has done it.</summary>
    /// <param name="now">Now, UTC.</param>
    public bool IsOverdue(DateTime now) => Status == CheckStatus.Expected && DueAt <= now;

    /// <summary>A check that the rota asks for: its slot has come.</summary>
    /// <param name="rota">The rota.</param>
    /// <param name="duty">The slot, and who is on duty.</param>
    /// <param name="by">The part of the portal that does it.</param>
    /// <param name="at">Now, UTC.</param>
    public static MonitoringCheck Expect(MonitoringRota rota, Duty duty, Actor by, DateTime at)
    {
        var check = OfSlot(rota, duty, CheckStatus.Expected);
        check.Record(new MonitoringCheckExpected(duty.At, by, at));
        return check;
    }

    /// <summary>
    /// A check that nobody could do, because the portal was not running when its slot came and has gone past the next one too. It is on
    /// record as missed; the alert is raised about the latest one alone.
    /// </summary>
    /// <param name="rota">The rota.</param>
    /// <param name="duty">The slot, and who was on duty.</param>
    /// <param name="by">The part of the portal that does it.</param>
    /// <param name="at">Now, UTC.</param>
    public static MonitoringCheck MissedInDowntime(MonitoringRota rota, Duty duty, Actor by, DateTime at)
    {
        var check = OfSlot(rota, duty, CheckStatus.Missed);
        check.Record(new MonitoringCheckMissed("The portal was not running, and could ask nobody.", by, at));
        return check;
    }

    /// <summary>A check that somebody does without being asked. Where one is expected, that one is to be done instead.</summary>
    /// <param name="account">The account, which must be in use.</param>
    /// <param name="answers">What was looked at and found.</param>
    /// <param name="by">Somebody who looks after it, or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<MonitoringCheck> Own(MonitoredAccount account, CheckAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(account);
        var check = new MonitoringCheck { AccountId = account.Id, At = at, Status = CheckStatus.Expected };
        if (!account.Team.MayBeCheckedBy(by))
        {
            return MonitoringErrors.OnlyTeam;
        }

        if (account.Status != AccountStatus.Active)
        {
            return MonitoringErrors.NotInUse;
        }

        var done = check.Take(answers, by, at);
        return done.IsRefused ? done.Error : check;
    }

    /// <summary>Does the check. Earlier checks of the account that nobody did are missed for good by it.</summary>
    /// <param name="answers">What was looked at and found.</param>
    /// <param name="others">The other checks of the account that are expected.</param>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="by">One of them, or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result Do(CheckAnswers answers, IReadOnlyList<MonitoringCheck> others, MonitoringTeam team, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(team);
        if (!team.MayBeCheckedBy(by))
        {
            return MonitoringErrors.OnlyTeam;
        }

        if (Status != CheckStatus.Expected)
        {
            return MonitoringErrors.NotExpected;
        }

        if (others.Where(other => other.SlotAt > SlotAt).MaxBy(other => other.SlotAt) is { } later)
        {
            return MonitoringErrors.LaterWaits(later.Reference);
        }

        var done = Take(answers, by, at);
        if (done.IsRefused)
        {
            return done;
        }

        foreach (var earlier in others.Where(other => other.Status == CheckStatus.Expected && other.SlotAt < SlotAt))
        {
            earlier.Status = CheckStatus.Missed;
            earlier.Record(new MonitoringCheckMissed($"The account was looked at again with {Reference}.", by, at));
        }

        return Shared.Result.Done;
    }

    /// <summary>Calls it off: the account is not in use any more. One that has an end already keeps it.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">Who took the account out of use.</param>
    /// <param name="at">When, UTC.</param>
    public void CallOff(string because, Actor by, DateTime at)
    {
        if (Status == CheckStatus.Expected)
        {
            Status = CheckStatus.CalledOff;
            Record(new MonitoringCheckCalledOff(because, by, at));
        }
    }

    /// <summary>Whether this person may raise what the check found.</summary>
    public Result CheckMayRaise(MonitoringTeam team, Actor by)
    {
        ArgumentNullException.ThrowIfNull(team);
        if (!team.MayBeSeenBy(by))
        {
            return MonitoringErrors.OnlyTeam;
        }

        return Status == CheckStatus.Done && Result == CheckResult.SomethingFound ? Shared.Result.Done : MonitoringErrors.NothingFound;
    }

    /// <summary>When the alerts about it are raised: at once, when its time has passed, and after as long again.</summary>
    /// <exception cref="InvalidOperationException">Nobody asked for it, so it is never late.</exception>
    public AlertTimes AlertTimes() => (SlotAt, DueAt) is ({ } slot, { } due)
        ? new AlertTimes(slot, due, due + (due - slot))
        : throw new InvalidOperationException("A check that nobody asked for has no deadline.");

    private static MonitoringCheck OfSlot(MonitoringRota rota, Duty duty, CheckStatus status)
    {
        ArgumentNullException.ThrowIfNull(rota);
        ArgumentNullException.ThrowIfNull(duty);
        return new MonitoringCheck
        {
            AccountId = rota.AccountId,
            SlotAt = duty.At,
            At = duty.At,
            DueAt = duty.At.AddHours(rota.PatienceHours),
            SlotPersonId = duty.SlotPersonId,
            OnDutyId = duty.PersonId,
            OnDutyBecause = duty.Reason,
            Status = status,
        };
    }

    private Result Take(CheckAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(by);
        var found = PlainText.Clean(answers.Found);
        if (answers.Result is not { } result || !Enum.IsDefined(result))
        {
            return MonitoringErrors.ResultMissing;
        }

        if (answers.LookedAt == LookedAt.None || (answers.LookedAt & ~LookedAtText.Everything) != LookedAt.None)
        {
            return MonitoringErrors.LookedAtMissing;
        }

        if (result == CheckResult.SomethingFound && found.Length == 0)
        {
            return MonitoringErrors.FoundMissing;
        }

        if (found.Length > FoundMaximumLength)
        {
            return MonitoringErrors.TooLong("Found", "text", FoundMaximumLength);
        }

        // "Nothing" is said with one button: what was typed for the other one is not kept.
        (Status, DoneById, DoneAt, Result, LookedAt) = (CheckStatus.Done, by.PersonId, at, result, answers.LookedAt);
        Found = result == CheckResult.SomethingFound ? found : "";
        Record(new MonitoringCheckDone(result, answers.LookedAt, IsOfRota, IsLate, Found.Length, by, at));
        return Shared.Result.Done;
    }
}
