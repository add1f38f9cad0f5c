using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>A new version was begun.</summary>
[Description("Began a version of the policy")]
public sealed record PolicyDraftBegun(int Number, int Characters, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Version", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("Text", null, $"{Characters.ToString(CultureInfo.InvariantCulture)} characters"),
    ];
}

/// <summary>Title or text were changed. An approval that there was is gone.</summary>
[Description("Changed the text of the policy")]
public sealed record PolicyTextChanged(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A senior leader approved exactly this text.</summary>
[Description("Approved the policy")]
public sealed record PolicyApproved(string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("SHA-256 of the text", null, ContentHash)];
}

/// <summary>A version came into force.</summary>
[Description("Published the policy")]
public sealed record PolicyPublished(int Number, bool IsMaterial, string WhatChanged, DateOnly NextReviewOn, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => WhatChanged;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Everybody acknowledges it", null, IsMaterial ? "Yes" : "No"),
        new("Next review", null, LondonTime.DisplayDate(NextReviewOn)),
        new("SHA-256 of the text", null, ContentHash),
    ];
}

/// <summary>A later version took its place.</summary>
[Description("Superseded the policy")]
public sealed record PolicySuperseded(int ByNumber, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Superseded by version", null, ByNumber.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A version was given up before it was published.</summary>
[Description("Discarded a version of the policy")]
public sealed record PolicyDiscarded(string? Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>The version in force was reviewed, and nothing had to be changed (REV-1).</summary>
[Description("Reviewed the policy")]
public sealed record PolicyReviewed(string Note, DateOnly? Before, DateOnly NextReviewOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Note;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Next review", Before is { } day ? LondonTime.DisplayDate(day) : null, LondonTime.DisplayDate(NextReviewOn))];
}

/// <summary>The leaders were reminded of the review (REV-1).</summary>
[Description("Reminded leaders of the policy’s review")]
public sealed record PolicyReviewChased(DateOnly NextReviewOn, int DaysLeft, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Next review", null, LondonTime.DisplayDate(NextReviewOn)),
        new("Days left", null, DaysLeft.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>A person acknowledged a version (SLT-7).</summary>
[Description("Acknowledged the policy")]
public sealed record PolicyAcknowledged(int Number, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Version", null, Number.ToString(CultureInfo.InvariantCulture)), new("SHA-256 of the text", null, ContentHash)];
}

/// <summary>A link to acknowledge the policy was sent to somebody, for the first time or again.</summary>
[Description("Sent a link to acknowledge the policy")]
public sealed record AcknowledgementLinkSent(int Number, DateTime ExpiresAt, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Version", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("Works until", null, LondonTime.Display(ExpiresAt)),
    ];
}

/// <summary>The policy was acknowledged by a link.</summary>
[Description("Acknowledged the policy by a link")]
public sealed record AcknowledgedByLink(int Number, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Version", null, Number.ToString(CultureInfo.InvariantCulture)), new("SHA-256 of the text", null, ContentHash)];
}

/// <summary>An acknowledgement by a link was entered for the person in the directory who has that address.</summary>
[Description("Entered an acknowledgement by a link for a person")]
public sealed record AcknowledgementGivenToPerson(string PersonReference, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Person", null, PersonReference)];
}

/// <summary>A request to acknowledge the policy was taken back.</summary>
[Description("Cancelled a link to acknowledge the policy")]
public sealed record AcknowledgementRequestCancelled(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A newer link was sent to the same address.</summary>
[Description("Replaced a link to acknowledge the policy")]
public sealed record AcknowledgementRequestReplaced(Actor By, DateTime At) : DomainEvent(By, At);
