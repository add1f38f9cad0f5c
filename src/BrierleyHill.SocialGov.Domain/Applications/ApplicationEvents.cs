using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>A business case was begun.</summary>
[Description("Started the business case")]
public sealed record ApplicationStarted(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A section was saved with other answers than before.</summary>
[Description("Saved a section")]
public sealed record ApplicationSectionSaved(ApplicationSection Section, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Section", null, Section.InWords()), .. Differences];
}

/// <summary>A business case was submitted, for the first time or again.</summary>
[Description("Submitted the business case")]
public sealed record ApplicationSubmitted(int Round, string? Note, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Note;
}

/// <summary>A senior leader asked for changes.</summary>
[Description("Asked for changes")]
public sealed record ApplicationChangesRequested(string Reasons, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Reasons;
}

/// <summary>A senior leader approved it.</summary>
[Description("Approved the business case")]
public sealed record ApplicationApproved(string? Conditions, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Conditions;
}

/// <summary>A senior leader rejected it.</summary>
[Description("Rejected the business case")]
public sealed record ApplicationRejected(string Reasons, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Reasons;
}

/// <summary>It was taken back before it was decided.</summary>
[Description("Withdrew the business case")]
public sealed record ApplicationWithdrawn(string? Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>It has waited too long: whoever it waits for was reminded.</summary>
[Description("Reminded whoever the business case waits for")]
public sealed record ApplicationChased(int WorkingDaysWaited, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Working days waited", null, WorkingDaysWaited.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>The impact assessment that covers it was replaced by another, and it follows.</summary>
[Description("Followed the impact assessment to the one that replaces it")]
public sealed record ApplicationFollowedImpactAssessment(string Former, string Successor, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Impact assessment", Former, Successor)];
}
