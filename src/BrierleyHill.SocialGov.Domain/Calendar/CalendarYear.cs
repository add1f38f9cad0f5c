namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>Where an entry of the calendar comes from.</summary>
public enum CalendarSource
{
    /// <summary>Worked out from the law.</summary>
    Law,

    /// <summary>The official list that was imported.</summary>
    OfficialList,

    /// <summary>Added by hand.</summary>
    AddedByHand,

    /// <summary>Struck out by hand: a working day.</summary>
    StruckOutByHand,

    /// <summary>A closure of the school.</summary>
    Closure,
}

/// <summary>One line of the calendar of a year.</summary>
/// <param name="First">The day, or the first of several.</param>
/// <param name="Last">The same day, or the last of several.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Correction">For what was added or struck out by hand, the correction.</param>
/// <param name="Closure">For a closure, the closure.</param>
public sealed record CalendarEntry(
    DateOnly First, DateOnly Last, string Name, CalendarSource Source, CalendarCorrection? Correction = null, SchoolClosure? Closure = null);

/// <summary>The calendar of one year with the source of each day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Official">What was imported for it, or <see langword="null"/>.</param>
/// <param name="Entries">Each day off, each closure and each day struck out, in order of date.</param>
public sealed record CalendarYear(int Year, OfficialBankHolidays? Official, IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>Puts the calendar of a year together.</summary>
    /// <param name="year">The year.</param>
    /// <param name="official">What was imported for it, or <see langword="null"/>.</param>
    /// <param name="corrections">The corrections of the year that stand.</param>
    /// <param name="closures">The closures that stand and have a day in the year.</param>
    public static CalendarYear Of(
        int year, OfficialBankHolidays? official, IReadOnlyCollection<CalendarCorrection> corrections, IEnumerable<SchoolClosure> closures)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(closures);
        var listed = official?.Holidays ?? BankHolidays.For(year);
        var inForce = StoredCalendar.BankHolidaysOf(year,
        [
            .. (official?.Holidays ?? []).Select(day => new StoredDay(StoredDayKind.Official, day.Date, day.Date, day.Name)),
            .. corrections.Select(one => new StoredDay(
                one.Kind == CorrectionKind.Added ? StoredDayKind.Added : StoredDayKind.StruckOut, one.Date, one.Date, one.Name)),
        ]);
        var entries = inForce
            .Select(day => corrections.FirstOrDefault(one => one.Date == day.Date) is { } added && listed.All(other => other.Date != day.Date)
                ? new CalendarEntry(day.Date, day.Date, day.Name, CalendarSource.AddedByHand, Correction: added)
                : new CalendarEntry(day.Date, day.Date, day.Name, official is null ? CalendarSource.Law : CalendarSource.OfficialList))
            .Concat(corrections.Where(one => one.Kind == CorrectionKind.StruckOut)
                .Select(one => new CalendarEntry(one.Date, one.Date, one.Name, CalendarSource.StruckOutByHand, Correction: one)))
            .Concat(closures.Where(one => one.First.Year <= year && one.Last.Year >= year)
                .Select(one => new CalendarEntry(one.First, one.Last, one.Name, CalendarSource.Closure, Closure: one)));
        return new CalendarYear(year, official, [.. entries.OrderBy(entry => entry.First).ThenBy(entry => entry.Last).ThenBy(entry => entry.Source)]);
    }

    /// <summary>What the calendar has on a day before somebody corrects it.</summary>
    /// <param name="date">A day of this year.</param>
    /// <param name="corrections">The corrections of the year that stand.</param>
    public DayAsItStands On(DateOnly date, IEnumerable<CalendarCorrection> corrections) => new(
        (Official?.Holidays ?? BankHolidays.For(Year)).FirstOrDefault(day => day.Date == date),
        corrections.FirstOrDefault(one => one.Stands && one.Date == date));
}
