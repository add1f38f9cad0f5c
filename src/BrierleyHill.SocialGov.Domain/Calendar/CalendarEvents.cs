using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>The official list was imported and changed a year, or is the first of that year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">How the list came.</param>
/// <param name="Before">The bank holidays of the year until then.</param>
/// <param name="Now">Those of the list.</param>
/// <param name="By">Who imported it, or the job that fetched it.</param>
/// <param name="At">When, UTC.</param>
[Description("Imported the official bank holidays of a year")]
public sealed record BankHolidaysImported(
    int Year, ListSource Source, IReadOnlyList<BankHoliday> Before, IReadOnlyList<BankHoliday> Now, Actor By, DateTime At)
    : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Year", null, Year.ToString(CultureInfo.InvariantCulture)),
        new("Source", null, Source.InWords()),
        .. Before.Select(day => day.Date).Union(Now.Select(day => day.Date)).Order()
            .Select(date => new Change(LondonTime.DisplayDate(date), NameOn(Before, date), NameOn(Now, date)))
            .Where(change => change.Before != change.After),
    ];

    private static string? NameOn(IReadOnlyList<BankHoliday> days, DateOnly date) => days.FirstOrDefault(day => day.Date == date)?.Name;
}

/// <summary>A bank holiday was added by hand.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
[Description("Added a bank holiday by hand")]
public sealed record CalendarDayAdded(DateOnly Date, string Name, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(LondonTime.DisplayDate(Date), null, Name)];
}

/// <summary>A bank holiday was struck out by hand.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
[Description("Struck out a bank holiday by hand")]
public sealed record CalendarDayStruckOut(DateOnly Date, string Name, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(LondonTime.DisplayDate(Date), Name, "Working day")];
}

/// <summary>What was added or struck out by hand was taken back.</summary>
/// <param name="Kind">What it had been.</param>
/// <param name="Date">The day.</param>
/// <param name="Name">What the day is called.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
[Description("Took back a correction of the calendar")]
public sealed record CalendarCorrectionTakenBack(CorrectionKind Kind, DateOnly Date, string Name, string Because, Actor By, DateTime At)
    : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(LondonTime.DisplayDate(Date), $"{Kind.InWords()}: {Name}", null)];
}

/// <summary>A closure of the school was entered.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When, UTC.</param>
[Description("Entered a closure of the school")]
public sealed record SchoolClosureAdded(DateOnly First, DateOnly Last, string Name, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(CalendarKeeping.InWords(First, Last), null, Name)];
}

/// <summary>A closure of the school was taken back.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
[Description("Took back a closure of the school")]
public sealed record SchoolClosureTakenBack(DateOnly First, DateOnly Last, string Name, string Because, Actor By, DateTime At)
    : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(CalendarKeeping.InWords(First, Last), Name, null)];
}

/// <summary>Somebody made a private address for their calendar.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Made a private calendar address")]
public sealed record CalendarSubscriptionMade(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A private address was ended: by its owner, by a new one, or because its owner was deactivated.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Ended a private calendar address")]
public sealed record CalendarSubscriptionEnded(Actor By, DateTime At) : DomainEvent(By, At);
