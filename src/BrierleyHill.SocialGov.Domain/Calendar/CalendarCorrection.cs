using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>What was corrected by hand.</summary>
public enum CorrectionKind
{
    /// <summary>A day off that neither law nor list has: one that was proclaimed yesterday.</summary>
    [Display(Name = "Added")]
    Added,

    /// <summary>A bank holiday that is a working day here.</summary>
    [Display(Name = "Struck out")]
    StruckOut,
}

/// <summary>What the calendar has on a day before somebody corrects it.</summary>
/// <param name="Holiday">The bank holiday by law or list, whether or not it was struck out.</param>
/// <param name="Standing">The correction of that day that stands, if there is one.</param>
public sealed record DayAsItStands(BankHoliday? Holiday, CalendarCorrection? Standing);

/// <summary>
/// A bank holiday that somebody added or struck out by hand. It stands over law and list, whatever is imported later, until somebody takes
/// it back. Lifecycle: <c>Stands → Taken back</c>.
/// </summary>
public sealed class CalendarCorrection : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "DAY";

    private CalendarCorrection()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Added or struck out.</summary>
    public CorrectionKind Kind { get; private set; }

    /// <summary>What the day is called: for one that was struck out, as it was called then.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Who did it.</summary>
    public int MadeById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it was taken back, UTC; <see langword="null"/> while it stands.</summary>
    public DateTime? TakenBackAt { get; private set; }

    /// <summary>Whether it stands.</summary>
    public bool Stands => TakenBackAt is null;

    /// <summary>Adds a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="because">Why it is added.</param>
    /// <param name="now">What the calendar has on that day.</param>
    /// <param name="by">An administrator, portal manager or senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<CalendarCorrection> Add(DateOnly? date, string? name, string? because, DayAsItStands now, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (CalendarKeeping.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (CalendarKeeping.CheckDate(date, "Date", at) is { IsRefused: true } noDate)
        {
            return noDate.Error;
        }

        if (date!.Value.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return CalendarErrors.Weekend("Date");
        }

        if (now.Standing is { Kind: CorrectionKind.StruckOut })
        {
            return CalendarErrors.IsStruckOut;
        }

        if ((now.Standing?.Name ?? now.Holiday?.Name) is { } there)
        {
            return CalendarErrors.AlreadyOff(there);
        }

        if (CalendarKeeping.CheckName(name, out var cleanName) is { IsRefused: true } noName)
        {
            return noName.Error;
        }

        return Make(date.Value, CorrectionKind.Added, cleanName, because, by, at);
    }

    /// <summary>Strikes a bank holiday out: it is a working day from then on, and no import brings it back.</summary>
    /// <param name="date">The day.</param>
    /// <param name="because">Why.</param>
    /// <param name="now">What the calendar has on that day.</param>
    /// <param name="by">An administrator, portal manager or senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<CalendarCorrection> StrikeOut(DateOnly? date, string? because, DayAsItStands now, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (CalendarKeeping.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (CalendarKeeping.CheckDate(date, "Date", at) is { IsRefused: true } noDate)
        {
            return noDate.Error;
        }

        return now switch
        {
            { Standing.Kind: CorrectionKind.StruckOut } => CalendarErrors.IsStruckOut,
            { Standing.Kind: CorrectionKind.Added } => CalendarErrors.IsAdded,
            { Holiday: { } holiday } => Make(date!.Value, CorrectionKind.StruckOut, holiday.Name, because, by, at),
            _ => CalendarErrors.NoBankHoliday,
        };
    }

    /// <summary>Takes it back: the day is again what law or list say.</summary>
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
        Record(new CalendarCorrectionTakenBack(Kind, Date, Name, reason, by, at));
        return Result.Done;
    }

    private static Result<CalendarCorrection> Make(DateOnly date, CorrectionKind kind, string name, string? because, Actor by, DateTime at)
    {
        if (CalendarKeeping.CheckReason(because, out var reason) is { IsRefused: true } noReason)
        {
            return noReason.Error;
        }

        var correction = new CalendarCorrection
        {
            Date = date,
            Kind = kind,
            Name = name,
            Because = reason,
            MadeById = by.PersonId ?? throw new ArgumentException("A day is corrected by a person.", nameof(by)),
            MadeAt = at,
        };
        correction.Record(kind == CorrectionKind.Added
            ? new CalendarDayAdded(date, name, reason, by, at)
            : new CalendarDayStruckOut(date, name, reason, by, at));
        return correction;
    }
}
