using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>When an account is looked at, and by whom: a weekday and a time, London.</summary>
public sealed class RotaSlot
{
    private RotaSlot()
    {
    }

    internal RotaSlot(DayOfWeek day, TimeOnly time, int personId, DateTime since)
    {
        Day = day;
        Time = time;
        PersonId = personId;
        Since = since;
    }

    /// <summary>The slot's number.</summary>
    public int Id { get; private set; }

    /// <summary>The weekday.</summary>
    public DayOfWeek Day { get; private set; }

    /// <summary>The time, London.</summary>
    public TimeOnly Time { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public int PersonId { get; internal set; }

    /// <summary>Since when it is on the rota, UTC: a slot that is added at noon asks for no check of that morning.</summary>
    public DateTime Since { get; private set; }

    /// <summary>
    /// The instant of the slot on a day, UTC. An hour that occurs twice in autumn means its first occurrence, so the slot comes once; a time
    /// that the clocks skip in spring means the first instant after the gap.
    /// </summary>
    /// <param name="date">The day, London.</param>
    /// <param name="time">The time, London.</param>
    public static DateTime InstantOf(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        while (true)
        {
            if (LondonTime.TryToUtc(local, out var utc))
            {
                return utc;
            }

            // The gap is of whole minutes; its end is the first time that exists.
            local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);
        }
    }
}

/// <summary>That somebody is away, and who covers for them.</summary>
public sealed class RotaCover
{
    private RotaCover()
    {
    }

    internal RotaCover(int personId, DateOnly from, DateOnly until, int? coveredById)
    {
        PersonId = personId;
        From = from;
        Until = until;
        CoveredById = coveredById;
    }

    /// <summary>The number.</summary>
    public int Id { get; private set; }

    /// <summary>Who is away.</summary>
    public int PersonId { get; private set; }

    /// <summary>The first day, London.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, London.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Who covers; <see langword="null"/> leaves it to the account's administrators.</summary>
    public int? CoveredById { get; private set; }

    /// <summary>Whether the day lies within.</summary>
    /// <param name="date">The day, London.</param>
    public bool Covers(DateOnly date) => From <= date && date <= Until;
}

/// <summary>One line of the rota as it is typed: the same person at the same time on some weekdays.</summary>
/// <param name="Days">The weekdays.</param>
/// <param name="Time">The time, London.</param>
/// <param name="PersonId">Whose turn it is.</param>
public sealed record RotaLine(IReadOnlyList<DayOfWeek> Days, TimeOnly? Time, int? PersonId);

/// <summary>The rota as it is typed.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="CountsDaysOff">Whether checks are expected on bank holidays and closure days too.</param>
/// <param name="PatienceHours">How many hours a check may take before it counts as missed.</param>
public sealed record RotaPlan(IReadOnlyList<RotaLine> Lines, bool CountsDaysOff, int? PatienceHours);

/// <summary>Why somebody is on duty.</summary>
public enum DutyReason
{
    /// <summary>It is their own slot.</summary>
    OwnSlot,

    /// <summary>They cover for whoever is away.</summary>
    Cover,

    /// <summary>Whoever's slot it is cannot do it and nobody covers, so it falls to an administrator of the account.</summary>
    Administrator,

    /// <summary>Nobody is left who looks after the account.</summary>
    Nobody,
}

/// <summary>Who has to look at an account at one slot.</summary>
/// <param name="At">The slot's instant, UTC.</param>
/// <param name="SlotPersonId">Whose slot it is.</param>
/// <param name="PersonId">Who is on duty, or <see langword="null"/> when nobody is left.</param>
/// <param name="Reason">Why they are.</param>
public sealed record Duty(DateTime At, int SlotPersonId, int? PersonId, DutyReason Reason);

/// <summary>
/// The monitoring rota of one account (clauses MON-1, ADM-4, STF-3): on which weekdays, at which times and by whom it is looked at, and who
/// covers whom. Whoever looks after the account can be on it: administrators and posters. What comes due by it becomes a
/// <see cref="MonitoringCheck"/>.
/// </summary>
public sealed class MonitoringRota : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ROT";

    /// <summary>How many hours a check may take before it counts as missed, unless told.</summary>
    public const int UsualPatienceHours = 2;

    /// <summary>The most hours that a check may take.</summary>
    public const int MostPatienceHours = 12;

    /// <summary>The most slots in a week.</summary>
    public const int MostSlots = 70;

    /// <summary>How far ahead an absence can end, in days.</summary>
    public const int FarthestCoverDays = 366;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly List<RotaSlot> _slots = [];
    private readonly List<RotaCover> _covers = [];

    private MonitoringRota()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account. One rota each: a unique index holds it.</summary>
    public int AccountId { get; private set; }

    /// <summary>Whether checks are expected on bank holidays and closure days too. A weekend slot always counts: it was put there on purpose.</summary>
    public bool CountsDaysOff { get; private set; }

    /// <summary>How many hours a check may take before it counts as missed.</summary>
    public int PatienceHours { get; private set; }

    /// <summary>Since when checks are expected, UTC: since it was planned, or since the account was taken into use again.</summary>
    public DateTime ExpectsSince { get; private set; }

    /// <summary>Counts what was done to the rota, so that a change of its slots alone moves its version too.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>The slots.</summary>
    public IReadOnlyList<RotaSlot> Slots => _slots;

    /// <summary>Who is away when, and who covers.</summary>
    public IReadOnlyList<RotaCover> Covers => _covers;

    /// <summary>Plans the rota of an account.</summary>
    /// <param name="account">The account, which must be in use or suspended.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="by">An administrator of the account, an administrator by role, or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<MonitoringRota> Plan(MonitoredAccount account, RotaPlan plan, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (rota, team) = (new MonitoringRota { AccountId = account.Id, ExpectsSince = at }, account.Team);
        if (CheckMayPlan(account, by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (Check(plan, team, at) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var (added, changes) = rota.Take(plan, team, at);
        rota.Happened(new MonitoringRotaPlanned(added, changes.Changes, by, at));
        return rota;
    }

    /// <summary>Whether this person may plan or change the rota of the account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="by">Who.</param>
    public static Result CheckMayPlan(MonitoredAccount account, Actor by)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (!account.Team.MayBePlannedBy(by))
        {
            return MonitoringErrors.OnlyPlanners;
        }

        return account.Status is AccountStatus.Active or AccountStatus.Suspended ? Result.Done : MonitoringErrors.NotInUse;
    }

    /// <summary>Changes the rota: the plan takes the place of the one so far. Slots at the same weekday and time stay the same slots.</summary>
    /// <param name="account">The account of the rota.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="by">An administrator of the account, an administrator by role, or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Change(MonitoredAccount account, RotaPlan plan, Actor by, DateTime at)
    {
        if (CheckMayPlan(account, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var team = account.Team;

        if (Check(plan, team, at) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var (added, changes) = Take(plan, team, at);
        if (changes.Any)
        {
            Happened(new MonitoringRotaChanged(added, changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Checks are expected again from now on: the account was taken into use after it had been suspended.</summary>
    public void ExpectAgain(Actor by, DateTime at)
    {
        ExpectsSince = at;
        Happened(new MonitoringBegunAgain(by, at));
    }

    /// <summary>Records that somebody is away, and who covers.</summary>
    /// <param name="personId">Who is away.</param>
    /// <param name="from">The first day, London.</param>
    /// <param name="until">The last day, London.</param>
    /// <param name="coveredById">Who covers; <see langword="null"/> leaves it to the account's administrators.</param>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="by">Whoever may change the rota, or the person themselves.</param>
    /// <param name="at">When, UTC.</param>
    public Result ArrangeCover(int? personId, DateOnly? from, DateOnly? until, int? coveredById, MonitoringTeam team, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(by);
        var today = LondonTime.DateOf(at);
        if (personId is not { } who || team.RoleOf(who) is null)
        {
            return MonitoringErrors.AwayUnknown;
        }

        if (CheckMayArrangeCover(who, team, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (from is not { } first)
        {
            return MonitoringErrors.FromMissing;
        }

        if (until is not { } last || last < first)
        {
            return MonitoringErrors.UntilWrong;
        }

        if (last < today || last > today.AddDays(FarthestCoverDays))
        {
            return MonitoringErrors.UntilOutOfReach;
        }

        if (coveredById == who)
        {
            return MonitoringErrors.CoversThemselves;
        }

        if (coveredById is { } cover && !team.IsThere(cover, last))
        {
            return MonitoringErrors.CoverUnknown;
        }

        if (_covers.Exists(known => known.PersonId == who && known.From <= last && first <= known.Until))
        {
            return MonitoringErrors.CoverOverlaps;
        }

        _covers.Add(new RotaCover(who, first, last, coveredById));
        Happened(new RotaCoverArranged(
            who, team.Directory.NameOf(who), first, last, coveredById, coveredById is { } name ? team.Directory.NameOf(name) : null, by, at));
        return Result.Done;
    }

    /// <summary>Takes back that somebody is away.</summary>
    /// <param name="coverId">Which absence.</param>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="by">Whoever may change the rota, or the person themselves.</param>
    /// <param name="at">When, UTC.</param>
    public Result CancelCover(int coverId, MonitoringTeam team, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(team);
        if (_covers.Find(known => known.Id == coverId) is not { } cover)
        {
            return MonitoringErrors.CoverGone;
        }

        if (CheckMayArrangeCover(cover.PersonId, team, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (cover.Until < LondonTime.DateOf(at))
        {
            return MonitoringErrors.CoverPast;
        }

        _covers.Remove(cover);
        Happened(new RotaCoverCancelled(cover.PersonId, team.Directory.NameOf(cover.PersonId), cover.From, cover.Until, cover.CoveredById, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may record that somebody is away: whoever may change the rota, and everybody of themselves.</summary>
    public static Result CheckMayArrangeCover(int personId, MonitoringTeam team, Actor by)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(by);
        return team.MayBePlannedBy(by) || by.Is(personId) ? Result.Done : MonitoringErrors.OnlyPlanners;
    }

    /// <summary>
    /// The slots after one instant up to and including another, in order, each instant once. Days off are left out unless they count;
    /// weekends never are.
    /// </summary>
    /// <param name="after">From after this instant, UTC.</param>
    /// <param name="until">Up to this one, UTC.</param>
    /// <param name="calendar">The working calendar.</param>
    public IReadOnlyList<(DateTime At, RotaSlot Slot)> SlotsBetween(DateTime after, DateTime until, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var found = new List<(DateTime At, RotaSlot Slot)>();
        if (_slots.Count == 0)
        {
            return found;
        }

        for (var date = LondonTime.DateOf(after); date <= LondonTime.DateOf(until); date = date.AddDays(1))
        {
            var today = _slots.FindAll(slot => slot.Day == date.DayOfWeek);
            if (today.Count == 0 || (!CountsDaysOff && calendar.WhyNotWorking(date) is { Kind: not NonWorkingDayKind.Weekend }))
            {
                continue;
            }

            foreach (var slot in today)
            {
                var at = RotaSlot.InstantOf(date, slot.Time);
                if (at > after && at <= until && at >= slot.Since && at >= ExpectsSince)
                {
                    found.Add((at, slot));
                }
            }
        }

        // Two times can mean one instant: one within the hour that is skipped in spring, and the one that follows it.
        return [.. found.OrderBy(due => due.At).ThenBy(due => due.Slot.Time).DistinctBy(due => due.At)];
    }

    /// <summary>
    /// Who is on duty at a slot: whose slot it is; on a day on which they are away, who covers them; else, and where whoever's turn it is has
    /// left, cannot sign in or no longer looks after the account, the lead administrator, then a deputy, who is there. One who is there
    /// though recorded as away is better than nobody.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="at">Its instant, UTC.</param>
    /// <param name="team">Who looks after the account.</param>
    public Duty DutyAt(RotaSlot slot, DateTime at, MonitoringTeam team)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(team);
        var date = LondonTime.DateOf(at);
        var own = slot.PersonId;
        if (CoverOf(own, date) is { } away)
        {
            if (away.CoveredById is { } cover && team.IsThere(cover, date) && CoverOf(cover, date) is null)
            {
                return new Duty(at, own, cover, DutyReason.Cover);
            }
        }
        else if (team.IsThere(own, date))
        {
            return new Duty(at, own, own, DutyReason.OwnSlot);
        }

        int[] administrators = [.. team.AdministratorsOn(date)];
        return administrators.Length == 0
            ? new Duty(at, own, null, DutyReason.Nobody)
            : new Duty(at, own, administrators.Where(id => CoverOf(id, date) is null).Append(administrators[0]).First(), DutyReason.Administrator);
    }

    /// <summary>The people whose slots fall to others because they have left, cannot sign in or no longer look after the account.</summary>
    /// <param name="team">Who looks after the account.</param>
    /// <param name="today">Today, London.</param>
    public IReadOnlyList<int> PeopleGone(MonitoringTeam team, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(team);
        return [.. _slots.Select(slot => slot.PersonId).Distinct().Where(id => !team.IsThere(id, today)).Order()];
    }

    /// <summary>The absence of a person on a day, or <see langword="null"/>.</summary>
    public RotaCover? CoverOf(int personId, DateOnly date) => _covers.Find(cover => cover.PersonId == personId && cover.Covers(date));

    /// <summary>The slots as lines: the weekdays of the same person and time together, by time.</summary>
    public IReadOnlyList<RotaLine> Lines() =>
    [
        .. _slots
            .GroupBy(slot => (slot.Time, slot.PersonId))
            .OrderBy(line => line.Key.Time).ThenBy(line => line.Min(slot => FromMonday(slot.Day)))
            .Select(line => new RotaLine([.. line.Select(slot => slot.Day).OrderBy(FromMonday)], line.Key.Time, line.Key.PersonId)),
    ];

    /// <summary>The place of a weekday in a week that begins on Monday.</summary>
    public static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static Result Check(RotaPlan plan, MonitoringTeam team, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(team);
        var today = LondonTime.DateOf(at);
        if (plan.PatienceHours is not (>= 1 and <= MostPatienceHours))
        {
            return MonitoringErrors.PatienceWrong;
        }

        if (plan.Lines.Count == 0)
        {
            return MonitoringErrors.NoSlots;
        }

        for (var line = 0; line < plan.Lines.Count; line++)
        {
            var (days, time, person) = plan.Lines[line];
            if (days.Count == 0 || !days.All(Enum.IsDefined))
            {
                return MonitoringErrors.DaysMissing(line);
            }

            if (time is null)
            {
                return MonitoringErrors.TimeMissing(line);
            }

            if (person is not { } who || !team.IsThere(who, today))
            {
                return MonitoringErrors.PersonUnknown(line);
            }
        }

        TimeSpan[] times = [.. plan.Lines.SelectMany(line => line.Days.Distinct().Select(day => TimeSpan.FromDays(FromMonday(day)) + line.Time!.Value.ToTimeSpan())).Order()];
        if (times.Length > MostSlots)
        {
            return MonitoringErrors.TooManySlots;
        }

        // Closer together than a check may take, the one would be missed by doing the other.
        var least = TimeSpan.FromHours(plan.PatienceHours.Value);
        for (var place = 0; times.Length > 1 && place < times.Length; place++)
        {
            var next = place + 1 < times.Length ? times[place + 1] : times[0] + Week;
            if (next - times[place] < least)
            {
                return MonitoringErrors.TooClose(plan.PatienceHours.Value);
            }
        }

        return Result.Done;
    }

    private (IReadOnlyList<int> Added, ChangeList Changes) Take(RotaPlan plan, MonitoringTeam team, DateTime at)
    {
        var before = _slots.Select(slot => slot.PersonId).ToHashSet();
        var wanted = plan.Lines
            .SelectMany(line => line.Days.Distinct().Select(day => (Day: day, Time: line.Time!.Value, PersonId: line.PersonId!.Value)))
            .ToDictionary(slot => (slot.Day, slot.Time), slot => slot.PersonId);
        var changes = new ChangeList()
            .Value("Bank holidays and closures", ChangeCount == 0 ? null : InWords(CountsDaysOff), InWords(plan.CountsDaysOff))
            .Value("Counts as missed after", ChangeCount == 0 ? null : Hours(PatienceHours), Hours(plan.PatienceHours!.Value));
        foreach (var slot in _slots.ToList())
        {
            if (!wanted.ContainsKey((slot.Day, slot.Time)))
            {
                changes.Value(InWords(slot.Day, slot.Time), team.Directory.NameOf(slot.PersonId), null);
                _slots.Remove(slot);
            }
        }

        foreach (var ((day, time), person) in wanted.OrderBy(slot => FromMonday(slot.Key.Day)).ThenBy(slot => slot.Key.Time))
        {
            if (_slots.Find(slot => slot.Day == day && slot.Time == time) is { } there)
            {
                changes.Value(InWords(day, time), team.Directory.NameOf(there.PersonId), team.Directory.NameOf(person));
                there.PersonId = person;
            }
            else
            {
                changes.Value(InWords(day, time), null, team.Directory.NameOf(person));
                _slots.Add(new RotaSlot(day, time, person, at));
            }
        }

        (CountsDaysOff, PatienceHours) = (plan.CountsDaysOff, plan.PatienceHours.Value);
        return ([.. _slots.Select(slot => slot.PersonId).Distinct().Where(id => !before.Contains(id)).Order()], changes);
    }

    private static string InWords(bool countsDaysOff) => countsDaysOff ? "Checks are expected" : "No checks are expected";

    private static string InWords(DayOfWeek day, TimeOnly time) => $"{day} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string Hours(int hours) => hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours} hours");

    private void Happened(DomainEvent happened)
    {
        ChangeCount++;
        Record(happened);
    }
}
