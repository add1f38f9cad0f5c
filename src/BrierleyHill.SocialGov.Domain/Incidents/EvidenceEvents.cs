using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What the events of evidence have in common. Never the name of the file, which may be a person's: the fingerprint says which it is.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">The number of the evidence within it.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public abstract record EvidenceEvent(int IncidentId, int Number, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <summary>The name of the change that says which piece it is about.</summary>
    public const string NumberChange = "Evidence";

    /// <summary>The name of the change that says what the fingerprint was on receipt.</summary>
    public const string HashChange = "SHA-256";

    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Evidence;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(NumberChange, null, Number.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A file was handed in. What its fingerprint was then stands in the audit for good: <c>verify-evidence</c> holds the row against it.</summary>
[Description("Added evidence to an incident")]
public sealed record EvidenceAdded(int IncidentId, int Number, FileType Type, long Length, string Sha256, bool HoldsLocation, Actor By, DateTime At)
    : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(
        CultureInfo.InvariantCulture,
        $"Added evidence {Number}: {Type.InWords()}, {Length} bytes, SHA-256 {Sha256}.{(HoldsLocation ? " This picture holds where it was taken." : "")}");

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        .. base.Changes,
        new("File", null, string.Create(CultureInfo.InvariantCulture, $"{Type.InWords()}, {Length} bytes")),
        new(HashChange, null, Sha256),
        new("Holds where it was taken", null, HoldsLocation ? "Yes" : "No"),
    ];
}

/// <summary>Somebody handed in a file that was there already.</summary>
[Description("Handed in the same evidence once more")]
public sealed record EvidenceGivenAgain(int IncidentId, int Number, Actor By, DateTime At) : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(CultureInfo.InvariantCulture, $"Handed in evidence {Number} once more: the same file, byte for byte.");
}

/// <summary>A picture was shown.</summary>
[Description("Looked at evidence of an incident")]
public sealed record EvidenceViewed(int IncidentId, int Number, Actor By, DateTime At) : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(CultureInfo.InvariantCulture, $"Looked at evidence {Number}.");
}

/// <summary>A copy left the portal.</summary>
[Description("Downloaded evidence of an incident")]
public sealed record EvidenceDownloaded(int IncidentId, int Number, Actor By, DateTime At) : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(CultureInfo.InvariantCulture, $"Downloaded evidence {Number}.");
}

/// <summary>It was asked for and is missing from the disk, or was changed there.</summary>
[Description("Found evidence of an incident missing or changed")]
public sealed record EvidenceFoundDamaged(int IncidentId, int Number, Actor By, DateTime At) : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(CultureInfo.InvariantCulture, $"Asked for evidence {Number}, and it was missing from the disk or had been changed there.");
}

/// <summary>It was added by mistake, and its content erased.</summary>
[Description("Withdrew evidence of an incident")]
public sealed record EvidenceWithdrawn(int IncidentId, int Number, string Because, Actor By, DateTime At) : EvidenceEvent(IncidentId, Number, By, At)
{
    /// <inheritdoc />
    public override string InChronology => string.Create(CultureInfo.InvariantCulture, $"Withdrew evidence {Number}, because: {Because}");

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [.. base.Changes, Change.OfText("Because", null, Because)];
}

/// <summary>Its content was erased because the incident is out of scope. The chronology is erased by the same decision, so it leaves no entry there.</summary>
[Description("Erased evidence of an incident that is out of scope")]
public sealed record EvidenceErased(int Number, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(EvidenceEvent.NumberChange, Number.ToString(CultureInfo.InvariantCulture), null)];
}

/// <summary>All evidence was hashed anew, and every chronology walked. The outcome is a word: what was found is told to whoever asked.</summary>
[Description("Checked that the evidence is whole")]
public sealed record EvidenceVerified(string Outcome, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Outcome;
}
