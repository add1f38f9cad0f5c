using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>An assessment was begun.</summary>
[Description("Started the impact assessment")]
public sealed record AssessmentStarted(string? ForRecord, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => ForRecord is null ? [] : [new("For", null, ForRecord)];
}

/// <summary>The screening was answered otherwise than before.</summary>
[Description("Answered the screening")]
public sealed record AssessmentScreened(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>The author declared that none is needed.</summary>
[Description("Recorded that no impact assessment is needed")]
public sealed record AssessmentDeclaredNotNeeded(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>The author does an assessment although none is needed.</summary>
[Description("Chose to do an impact assessment anyway")]
public sealed record AssessmentDoneAnyway(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The data protection officer says that one is needed.</summary>
[Description("Overturned the screening")]
public sealed record ScreeningOverturned(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A step was saved with other answers than before.</summary>
[Description("Saved a step")]
public sealed record AssessmentStepSaved(AssessmentStep Step, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Step", null, Step.InWords()), .. Differences];
}

/// <summary>It was sent to the data protection officer.</summary>
[Description("Sent the impact assessment to the data protection officer")]
public sealed record AssessmentSent(int Round, string? Note, int ContentVersion, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Note;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Pinned.Changes(Round, ContentVersion, ContentHash);
}

/// <summary>Answers were judged.</summary>
[Description("Commented on answers")]
public sealed record AssessmentCommented(int Round, int Acceptable, int Improve, int Correct, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Round", null, Round.ToString(CultureInfo.InvariantCulture)),
        new("Acceptable", null, Acceptable.ToString(CultureInfo.InvariantCulture)),
        new("Improve", null, Improve.ToString(CultureInfo.InvariantCulture)),
        new("Correct", null, Correct.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>It went back to its author.</summary>
[Description("Returned the impact assessment")]
public sealed record AssessmentReturned(string? Advice, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Advice;
}

/// <summary>The data protection officer signed it off.</summary>
[Description("Signed off the impact assessment")]
public sealed record AssessmentSignedOff(string Advice, DateOnly ReviewOn, int ContentVersion, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Advice;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [.. Pinned.Changes(null, ContentVersion, ContentHash), new("Review date", null, LondonTime.DisplayDate(ReviewOn))];
}

/// <summary>The data protection officer advises against the processing.</summary>
[Description("Refused the impact assessment")]
public sealed record AssessmentRefused(string Advice, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Advice;
}

/// <summary>A senior leader signed off against the data protection officer's advice.</summary>
[Description("Overruled the data protection officer’s advice")]
public sealed record AssessmentOverruled(string Because, AssessmentStatus Was, DateOnly ReviewOn, int ContentVersion, string ContentHash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Status", Was.InWords(), AssessmentStatus.SignedOff.InWords()),
        .. Pinned.Changes(null, ContentVersion, ContentHash),
        new("Review date", null, LondonTime.DisplayDate(ReviewOn)),
    ];
}

/// <summary>A senior leader accepted what risk is left.</summary>
[Description("Accepted the residual risk")]
public sealed record ResidualRiskAccepted(string? Remark, int ContentVersion, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Remark;
}

/// <summary>It was decided to consult the ICO.</summary>
[Description("Recorded the decision to consult the ICO")]
public sealed record IcoConsultationDecided(DateOnly DecidedOn, string Reasons, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Reasons;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Decided on", null, LondonTime.DisplayDate(DecidedOn))];
}

/// <summary>The ICO has answered.</summary>
[Description("Recorded what the ICO said")]
public sealed record IcoOutcomeRecorded(int Characters, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Outcome", null, $"{Characters.ToString(CultureInfo.InvariantCulture)} characters")];
}

/// <summary>It was confirmed that a signed-off assessment covers one more account.</summary>
[Description("Confirmed that the impact assessment covers an account")]
public sealed record AssessmentCoverageConfirmed(string ApplicationReference, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Covers", null, ApplicationReference)];
}

/// <summary>A material change reopened it.</summary>
[Description("Reopened the impact assessment because of a material change")]
public sealed record AssessmentReopened(string Because, AssessmentStatus Was, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", Was.InWords(), AssessmentStatus.Draft.InWords())];
}

/// <summary>A material change happened while the data protection officer has it.</summary>
[Description("Noted a material change to what is being assessed")]
public sealed record MaterialChangeNoted(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A new version was begun.</summary>
[Description("Started a new version")]
public sealed record NewAssessmentVersionStarted(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A newer version took its place.</summary>
[Description("Was superseded by a newer version")]
public sealed record AssessmentSuperseded(string NewReference, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Newer version", null, NewReference)];
}

/// <summary>The review was carried out and the assessment still holds.</summary>
[Description("Reviewed the impact assessment")]
public sealed record AssessmentReviewed(string Conclusion, DateOnly? Before, DateOnly ReviewOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Conclusion;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Review date", Before is { } was ? LondonTime.DisplayDate(was) : null, LondonTime.DisplayDate(ReviewOn))];
}

/// <summary>Its review comes near or is overdue: author and data protection officers were reminded.</summary>
[Description("Reminded of the review of the impact assessment")]
public sealed record AssessmentReviewReminded(int Step, int DaysLeft, DateOnly ReviewOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Review date", null, LondonTime.DisplayDate(ReviewOn)),
        new("Days left", null, DaysLeft.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>A risk was added to the library.</summary>
[Description("Added a risk to the library")]
public sealed record LibraryRiskAdded(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A risk of the library was changed.</summary>
[Description("Changed a risk of the library")]
public sealed record LibraryRiskChanged(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A risk is no longer offered.</summary>
[Description("Retired a risk of the library")]
public sealed record LibraryRiskRetired(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A retired risk is offered again.</summary>
[Description("Brought a risk of the library back")]
public sealed record LibraryRiskBroughtBack(Actor By, DateTime At) : DomainEvent(By, At);

internal static class Pinned
{
    public static IReadOnlyList<Change> Changes(int? round, int contentVersion, string contentHash) =>
    [
        .. round is { } number ? new Change[] { new("Round", null, number.ToString(CultureInfo.InvariantCulture)) } : [],
        new("Version of the content", null, contentVersion.ToString(CultureInfo.InvariantCulture)),
        new("SHA-256 of the content", null, contentHash),
    ];
}
