using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>The rota of an account was planned.</summary>
/// <param name="Added">The people who are on it.</param>
/// <param name="Differences">What it says.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Planned the monitoring rota")]
public sealed record MonitoringRotaPlanned(IReadOnlyList<int> Added, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>The rota of an account was changed.</summary>
/// <param name="Added">The people who were not on it before.</param>
/// <param name="Differences">What differs.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Changed the monitoring rota")]
public sealed record MonitoringRotaChanged(IReadOnlyList<int> Added, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>Checks are expected again: the account was taken into use after it had been suspended.</summary>
[Description("Began to expect monitoring checks again")]
public sealed record MonitoringBegunAgain(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>Somebody is away, and somebody covers.</summary>
/// <param name="PersonId">Who is away.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="From">The first day, London.</param>
/// <param name="Until">The last day, London.</param>
/// <param name="CoveredById">Who covers, if anybody.</param>
/// <param name="CoverName">Their name.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When, UTC.</param>
[Description("Arranged cover on the monitoring rota")]
public sealed record RotaCoverArranged(
    int PersonId, string PersonName, DateOnly From, DateOnly Until, int? CoveredById, string? CoverName, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Away", null, $"{PersonName}, {LondonTime.DisplayDate(From)} to {LondonTime.DisplayDate(Until)}"),
        new("Covered by", null, CoverName ?? "The account’s administrators"),
    ];
}

/// <summary>An absence was taken back.</summary>
/// <param name="PersonId">Who was to be away.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="From">The first day, London.</param>
/// <param name="Until">The last day, London.</param>
/// <param name="CoveredById">Who was to cover, if anybody.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When, UTC.</param>
[Description("Cancelled cover on the monitoring rota")]
public sealed record RotaCoverCancelled(int PersonId, string PersonName, DateOnly From, DateOnly Until, int? CoveredById, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Away", $"{PersonName}, {LondonTime.DisplayDate(From)} to {LondonTime.DisplayDate(Until)}", null)];
}

/// <summary>A slot of the rota has come: its check is expected.</summary>
[Description("Expected a monitoring check")]
public sealed record MonitoringCheckExpected(DateTime SlotAt, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Slot", null, LondonTime.Display(SlotAt))];
}

/// <summary>A check was done.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="IsOfRota">Whether the rota asked for it.</param>
/// <param name="IsLate">Whether it was late.</param>
/// <param name="FoundLength">How long the text of what was found is, in characters.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Did a monitoring check")]
public sealed record MonitoringCheckDone(CheckResult Result, LookedAt LookedAt, bool IsOfRota, bool IsLate, int FoundLength, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Result", null, Result.InWords()),
        new("Looked at", null, LookedAt.ListInWords()),
        new("Kept", null, !IsOfRota ? "Without being asked" : IsLate ? "Late" : "In time"),
        .. FoundLength > 0 ? [new Change("What was found", null, string.Create(CultureInfo.InvariantCulture, $"{FoundLength} characters"))] : Array.Empty<Change>(),
    ];
}

/// <summary>A check is missed for good.</summary>
[Description("Recorded a monitoring check as missed")]
public sealed record MonitoringCheckMissed(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A check was called off.</summary>
[Description("Called off a monitoring check")]
public sealed record MonitoringCheckCalledOff(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A follow-up of a check was agreed.</summary>
/// <param name="Check">The check's reference.</param>
/// <param name="PersonName">Who does it.</param>
/// <param name="DueOn">By when, London.</param>
/// <param name="Length">How long its text is, in characters.</param>
/// <param name="By">Who agreed it.</param>
/// <param name="At">When, UTC.</param>
[Description("Agreed a follow-up of a monitoring check")]
public sealed record FollowUpAgreed(string Check, string PersonName, DateOnly DueOn, int Length, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Check", null, Check),
        new("By whom", null, PersonName),
        new("By when", null, LondonTime.DisplayDate(DueOn)),
        new("What", null, string.Create(CultureInfo.InvariantCulture, $"{Length} characters")),
    ];
}

/// <summary>A follow-up was ticked off.</summary>
[Description("Ticked off a follow-up of a monitoring check")]
public sealed record FollowUpTickedOff(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The list of an account's checks was taken out of the portal.</summary>
/// <param name="Account">The account's reference.</param>
/// <param name="Count">How many checks.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Exported the monitoring checks of an account")]
public sealed record MonitoringChecksExported(string Account, int Count, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Account", null, Account), new("Checks", null, Count.ToString(CultureInfo.InvariantCulture))];
}
