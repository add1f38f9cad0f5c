using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>A review of content by two people was begun.</summary>
[Description("Began a review of content by two people")]
public sealed record ReviewBegun(int IncidentId, int Number, string Content, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => $"Review of content {Number.ToString(CultureInfo.InvariantCulture)} begun: {Content}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Value("Review", null, Number.ToString(CultureInfo.InvariantCulture)).Text("Content", null, Content).Changes;
}

/// <summary>Somebody was asked for a view.</summary>
[Description("Asked somebody for a view of content")]
public sealed record ReviewerInvited(int IncidentId, int Number, int Place, int PersonId, string Name, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => $"{Name} asked for view {Place.ToString(CultureInfo.InvariantCulture)} of review {Number.ToString(CultureInfo.InvariantCulture)}.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Review", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("View", null, Place.ToString(CultureInfo.InvariantCulture)),
        new("Reviewer", null, Name),
    ];
}

/// <summary>An invitation was taken back.</summary>
[Description("Took back the invitation to a view of content")]
public sealed record ReviewInvitationWithdrawn(int IncidentId, int Number, int PersonId, string Name, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => $"{Name} no longer asked for a view of review {Number.ToString(CultureInfo.InvariantCulture)}: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Review", null, Number.ToString(CultureInfo.InvariantCulture))
        .Value("Reviewer", Name, null)
        .Text("Reason", null, Because)
        .Changes;
}

/// <summary>A reviewer wrote a view down. What it says is in no line and not in the chronology: nobody reads it before both have signed.</summary>
[Description("Wrote down a view of content")]
public sealed record ReviewWritten(int IncidentId, int Number, int Place, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => $"View {Place.ToString(CultureInfo.InvariantCulture)} of review {Number.ToString(CultureInfo.InvariantCulture)} written down, not signed yet.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Review", null, Number.ToString(CultureInfo.InvariantCulture)), new("View", null, Place.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A reviewer signed. The seal is a hash over what was signed.</summary>
[Description("Signed a view of content")]
public sealed record ReviewSigned(int IncidentId, int Number, int Place, string Seal, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => $"View {Place.ToString(CultureInfo.InvariantCulture)} of review {Number.ToString(CultureInfo.InvariantCulture)} signed.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Review", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("View", null, Place.ToString(CultureInfo.InvariantCulture)),
        new("Seal", null, Seal),
    ];
}

/// <summary>Everybody who was asked has signed, and the views can be read.</summary>
[Description("Compared the views of content")]
public sealed record ReviewCompared(int IncidentId, int Number, ReviewStanding Standing, ReviewConclusion? Outcome, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.ContentReview;

    /// <inheritdoc />
    public override string InChronology => Outcome is { } outcome
        ? $"Review {Number.ToString(CultureInfo.InvariantCulture)}: {EnumText.InWords(Standing)}. {EnumText.InWords(outcome)}."
        : $"Review {Number.ToString(CultureInfo.InvariantCulture)}: {EnumText.InWords(Standing)}.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Review", null, Number.ToString(CultureInfo.InvariantCulture)), new("Standing", null, EnumText.InWords(Standing)), new("Conclusion", null, Outcome.InWords())];
}
