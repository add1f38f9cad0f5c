using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// Something that happened to an incident or to a part of it. Besides its audit line it leaves an entry in the chronology of the incident, written in the
/// same save. The words for the chronology may name people, since only those who need to know read them, and they can be erased; the audit line may not.
/// </summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
public abstract record IncidentEvent(int IncidentId, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <summary>What kind of entry it leaves.</summary>
    public abstract ChronologyKind Kind { get; }

    /// <summary>The words of the entry.</summary>
    public abstract string InChronology { get; }

    /// <summary>When it happened, UTC: where the entry stands in the chronology.</summary>
    public virtual DateTime HappenedAt => At;

    /// <summary>The number of the entry that it corrects.</summary>
    public virtual int? Corrects => null;
}

/// <summary>An incident was reported.</summary>
[Description("Reported an incident")]
public sealed record IncidentReported(int IncidentId, IncidentCategory Category, bool IsDanger, bool IsOwnMistake, int People, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.State;

    /// <inheritdoc />
    public override string InChronology => IsOwnMistake
        ? "Reported a mistake of their own."
        : IsDanger ? $"Reported an incident, and that somebody is in danger: {Category.InWords()}." : $"Reported an incident: {Category.InWords()}.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Kind", null, Category.InWords()),
        new("Somebody in danger", null, IsDanger ? "Yes" : "No"),
        new("People involved", null, People.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>Somebody was named as involved.</summary>
[Description("Named somebody who is involved in an incident")]
public sealed record IncidentPersonNamed(int IncidentId, int Number, InvolvedType Type, InvolvedRole Role, string Name, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.People;

    /// <inheritdoc />
    public override string InChronology => $"Named {Name} ({Type.InWords().ToLowerInvariant()}): {Role.InWords().ToLowerInvariant()}.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Person", null, Number.ToString(CultureInfo.InvariantCulture)), new("Who they are", null, Type.InWords()), new("Role in the incident", null, Role.InWords())];
}

/// <summary>Somebody turned out not to be involved.</summary>
[Description("Took somebody off those involved in an incident")]
public sealed record IncidentPersonTakenOff(int IncidentId, int Number, InvolvedType Type, InvolvedRole Role, string Name, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.People;

    /// <inheritdoc />
    public override string InChronology => $"Took {Name} off those involved ({Role.InWords().ToLowerInvariant()}), because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Person", Number.ToString(CultureInfo.InvariantCulture), null),
        new("Who they are", Type.InWords(), null),
        new("Role in the incident", Role.InWords(), null),
        Change.OfText("Because", null, Because),
    ];
}

/// <summary>An entry was written into the chronology by hand.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="EntryKind">What kind of entry.</param>
/// <param name="Happened">When it happened, UTC.</param>
/// <param name="Text">What it says.</param>
/// <param name="CorrectedNumber">The entry that it corrects.</param>
/// <param name="By">Who.</param>
/// <param name="At">When it was written, UTC.</param>
[Description("Added to the chronology of an incident")]
public sealed record ChronologyEntryAdded(int IncidentId, ChronologyKind EntryKind, DateTime Happened, string Text, int? CorrectedNumber, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => EntryKind;

    /// <inheritdoc />
    public override string InChronology => Text;

    /// <inheritdoc />
    public override DateTime HappenedAt => Happened;

    /// <inheritdoc />
    public override int? Corrects => CorrectedNumber;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Kind", null, EntryKind.InWords())
        .Value("Happened", null, LondonTime.Display(Happened))
        .Value("Corrects entry", null, CorrectedNumber?.ToString(CultureInfo.InvariantCulture))
        .Text("Text", null, Text)
        .Changes;
}

/// <summary>Which page of an incident was opened.</summary>
public enum IncidentPage
{
    /// <summary>The incident itself.</summary>
    Details,

    /// <summary>What its reporter sees of it.</summary>
    OwnReport,

    /// <summary>The chronology.</summary>
    Chronology,

    /// <summary>The evidence.</summary>
    Evidence,

    /// <summary>What is printed of it.</summary>
    Print,

    /// <summary>A form about it.</summary>
    Form,

    /// <summary>A referral to an agency.</summary>
    Referral,

    /// <summary>Its personal data breach.</summary>
    DataBreach,

    /// <summary>Its personal data breach, in the register of breaches.</summary>
    BreachRegister,

    /// <summary>A review of content.</summary>
    ContentReview,
}

/// <summary>Somebody looked at an incident.</summary>
[Description("Opened an incident")]
public sealed record IncidentOpened(IncidentPage Page, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Page", null, Page.InWords())];
}

/// <summary>Incidents were taken out of the portal as a file. It is recorded for each of them: how many there are tells something by itself.</summary>
[Description("Downloaded an incident in a list")]
public sealed record IncidentExported(Actor By, DateTime At) : DomainEvent(By, At);
