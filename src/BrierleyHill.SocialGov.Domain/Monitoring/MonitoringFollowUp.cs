using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>
/// Something that is to be done because of what a check found: what, by whom, by when (clauses MON-3, STF-3). It is open until it is ticked
/// off, and it is chased by a deadline.
/// </summary>
public sealed class MonitoringFollowUp : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "FUP";

    /// <summary>Longest text, in characters.</summary>
    public const int WhatMaximumLength = 500;

    /// <summary>How far ahead it can be due, in days.</summary>
    public const int FarthestDays = 366;

    /// <summary>How many days after its day senior leaders are told.</summary>
    public const int EscalatesAfterDays = 2;

    private static readonly TimeOnly Morning = new(8, 0);

    private MonitoringFollowUp()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The check that found it.</summary>
    public int CheckId { get; private set; }

    /// <summary>The account of that check.</summary>
    public int AccountId { get; private set; }

    /// <summary>What is to be done.</summary>
    public string What { get; private set; } = "";

    /// <summary>By whom.</summary>
    public int PersonId { get; private set; }

    /// <summary>By when: the last day, London.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Who said so.</summary>
    public int AgreedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AgreedAt { get; private set; }

    /// <summary>Who ticked it off.</summary>
    public int? DoneById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => DoneAt is null;

    /// <summary>Agrees a follow-up.</summary>
    /// <param name="check">The check that found something.</param>
    /// <param name="what">What is to be done.</param>
    /// <param name="personId">By whom: somebody who looks after the account, or a senior leader.</param>
    /// <param name="dueOn">By when, London.</param>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="leaders">The senior leaders who can sign in.</param>
    /// <param name="by">Whoever may see the check.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<MonitoringFollowUp> Agree(
        MonitoringCheck check, string? what, int? personId, DateOnly? dueOn, MonitoringTeam team, IReadOnlyCollection<int> leaders, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(leaders);
        ArgumentNullException.ThrowIfNull(by);
        var (text, today) = (PlainText.Clean(what), LondonTime.DateOf(at));
        if (check.CheckMayRaise(team, by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (text.Length == 0)
        {
            return MonitoringErrors.WhatMissing;
        }

        if (text.Length > WhatMaximumLength)
        {
            return MonitoringErrors.TooLong("What", "text", WhatMaximumLength);
        }

        if (personId is not { } who || (!team.IsThere(who, today) && !leaders.Contains(who)))
        {
            return MonitoringErrors.ByWhomMissing;
        }

        if (dueOn is not { } day || day < today || day > today.AddDays(FarthestDays))
        {
            return MonitoringErrors.ByWhenWrong;
        }

        var followUp = new MonitoringFollowUp
        {
            CheckId = check.Id,
            AccountId = check.AccountId,
            What = text,
            PersonId = who,
            DueOn = day,
            AgreedById = by.PersonId ?? throw new ArgumentException("A follow-up is agreed by a person.", nameof(by)),
            AgreedAt = at,
        };
        followUp.Record(new FollowUpAgreed(check.Reference, team.Directory.NameOf(who), day, text.Length, by, at));
        return followUp;
    }

    /// <summary>Ticks it off.</summary>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="by">Whoever is to do it, an administrator of the account, an administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result TickOff(MonitoringTeam team, Actor by, DateTime at)
    {
        if (CheckMayTickOff(team, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsOpen)
        {
            return MonitoringErrors.FollowUpDone;
        }

        (DoneById, DoneAt) = (by.PersonId, at);
        Record(new FollowUpTickedOff(by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may tick it off.</summary>
    public Result CheckMayTickOff(MonitoringTeam team, Actor by)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(by);
        return by.Is(PersonId) || team.MayBePlannedBy(by) ? Result.Done : MonitoringErrors.OnlyDoer;
    }

    /// <summary>When the alerts about it are raised: on the morning of its day, when that day has ended, and two days later.</summary>
    public AlertTimes AlertTimes()
    {
        var end = LondonTime.StartOfDay(DueOn.AddDays(1));
        return new AlertTimes(RotaSlot.InstantOf(DueOn, Morning), end, LondonTime.StartOfDay(DueOn.AddDays(1 + EscalatesAfterDays)));
    }
}
