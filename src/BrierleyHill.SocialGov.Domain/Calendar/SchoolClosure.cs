using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// Days on which the school is closed: holidays, staff training days, a day of snow. Whether they delay the answer to an enquiry is a
/// setting; for reminders they are days off. Lifecycle: <c>Stands → Taken back</c>.
/// </summary>
public sealed class SchoolClosure : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "CLO";

    /// <summary>The longest closure, in days: the summer holidays have some 45.</summary>
    public const int MostDays = 100;

    private SchoolClosure()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The first day.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last day; the first one for a single day.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who entered it.</summary>
    public int AddedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>When it was taken back, UTC; <see langword="null"/> while it stands.</summary>
    public DateTime? TakenBackAt { get; private set; }

    /// <summary>Whether it stands.</summary>
    public bool Stands => TakenBackAt is null;

    /// <summary>Whether it has a day in common with these days.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="last">The last of them.</param>
    public bool Overlaps(DateOnly first, DateOnly last) => First <= last && first <= Last;

    /// <summary>Enters a closure.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day; <see langword="null"/> for a single day.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="standing">The closures that stand, at least those near.</param>
    /// <param name="by">An administrator, portal manager or senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<SchoolClosure> Add(
        DateOnly? first, DateOnly? last, string? name, IEnumerable<SchoolClosure> standing, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (CalendarKeeping.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (CalendarKeeping.CheckDate(first, "First", at) is { IsRefused: true } noFirst)
        {
            return noFirst.Error;
        }

        var (from, to) = (first!.Value, last ?? first.Value);
        if (CalendarKeeping.CheckDate(to, "Last", at) is { IsRefused: true } noLast)
        {
            return noLast.Error;
        }

        if (to < from)
        {
            return CalendarErrors.WrongWayRound;
        }

        if (to.DayNumber - from.DayNumber >= MostDays)
        {
            return CalendarErrors.TooManyDays;
        }

        if (IsWeekendAlone(from, to))
        {
            return CalendarErrors.OnlyWeekend;
        }

        if (standing.FirstOrDefault(other => other.Stands && other.Overlaps(from, to)) is { } there)
        {
            return CalendarErrors.Overlaps(there);
        }

        if (CalendarKeeping.CheckName(name, out var cleanName) is { IsRefused: true } noName)
        {
            return noName.Error;
        }

        var closure = new SchoolClosure
        {
            First = from,
            Last = to,
            Name = cleanName,
            AddedById = by.PersonId ?? throw new ArgumentException("A closure is entered by a person.", nameof(by)),
            AddedAt = at,
        };
        closure.Record(new SchoolClosureAdded(from, to, cleanName, by, at));
        return closure;
    }

    /// <summary>Takes the closure back: its days are working days again, unless they are off for another reason.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">An administrator, portal manager or senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakeBack(string? because, Actor by, DateTime at)
    {
        if (CalendarKeeping.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!Stands)
        {
            return CalendarErrors.TakenBack;
        }

        if (CalendarKeeping.CheckReason(because, out var reason) is { IsRefused: true } noReason)
        {
            return noReason;
        }

        TakenBackAt = at;
        Record(new SchoolClosureTakenBack(First, Last, Name, reason, by, at));
        return Result.Done;
    }

    internal static bool IsWeekendAlone(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return false;
            }
        }

        return true;
    }
}
