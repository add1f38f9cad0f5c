using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>A hand-over was opened.</summary>
[Description("Opened the hand-over")]
public sealed record HandoverOpened(
    HandoverCause Cause, HandoverOutcome Outcome, string? LeaverName, AssignmentRole? LeaverRole, DateOnly? LeavingDate, string? Because, Actor By, DateTime At)
    : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because ?? Cause.InWords();

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Outcome", null, Outcome.InWords())
        .Value("Leaver", null, LeaverName)
        .Value("Leaver’s part", null, LeaverRole.InWords())
        .Value("Leaving date", null, LeavingDate is { } date ? LondonTime.DisplayDate(date) : null)
        .Changes;
}

/// <summary>The leaving date moved, and the hand-over with it.</summary>
[Description("Moved the hand-over with the leaving date")]
public sealed record HandoverDateMoved(DateOnly? Before, DateOnly After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Leaving date", Before is { } was ? LondonTime.DisplayDate(was) : null, LondonTime.DisplayDate(After))];
}

/// <summary>The leaver does something else on the account than when the hand-over was opened.</summary>
[Description("Followed what the leaver does on the account")]
public sealed record HandoverRoleFollowed(AssignmentRole? Before, AssignmentRole After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Leaver’s part", Before.InWords(), After.InWords())];
}

/// <summary>A successor was named.</summary>
[Description("Named the successor")]
public sealed record HandoverSuccessorNamed(int PersonId, string PersonName, string? Before, AssignmentRole Role, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Successor", Before, $"{PersonName}, {Role.InWords()}")];
}

/// <summary>A step was seen to. The evidence is told by its length: it may name anybody.</summary>
[Description("Saw to a step of the hand-over")]
public sealed record HandoverStepDone(HandoverStepKind Kind, int NoteLength, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new(Kind.InWords(), HandoverStepState.Open.InWords(), string.Create(CultureInfo.InvariantCulture, $"{HandoverStepState.Done.InWords()}, evidence of {NoteLength} characters"))];
}

/// <summary>A step was called not applicable.</summary>
[Description("Called a step of the hand-over not applicable")]
public sealed record HandoverStepLeftOut(HandoverStepKind Kind, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(Kind.InWords(), HandoverStepState.Open.InWords(), HandoverStepState.NotApplicable.InWords())];
}

/// <summary>What was said of a step was taken back.</summary>
[Description("Took a step of the hand-over back")]
public sealed record HandoverStepTakenBack(HandoverStepKind Kind, HandoverStepState Before, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(Kind.InWords(), Before.InWords(), HandoverStepState.Open.InWords())];
}

/// <summary>The leaver was reminded that confidentiality outlasts employment.</summary>
/// <param name="IsSent">Whether the e-mail goes out with this one; else it went out with another hand-over of the same leaver.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Reminded the leaver that confidentiality outlasts employment")]
public sealed record LeaverRemindedOfConfidentiality(bool IsSent, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(HandoverStepKind.Confidentiality.InWords(), HandoverStepState.Open.InWords(), HandoverStepState.Done.InWords())];
}

/// <summary>It is to end otherwise than before.</summary>
[Description("Changed what the hand-over ends in")]
public sealed record HandoverOutcomeChanged(HandoverOutcome Before, HandoverOutcome After, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Outcome", Before.InWords(), After.InWords())];
}

/// <summary>It was signed off.</summary>
[Description("Completed the hand-over")]
public sealed record HandoverCompleted(HandoverOutcome Outcome, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Status", HandoverStatus.Open.InWords(), HandoverStatus.Completed.InWords()), new("Outcome", null, Outcome.InWords())];
}

/// <summary>It was cancelled.</summary>
[Description("Cancelled the hand-over")]
public sealed record HandoverCancelled(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", HandoverStatus.Open.InWords(), HandoverStatus.Cancelled.InWords())];
}

/// <summary>Those concerned were reminded that it is open.</summary>
/// <param name="LeavingDate">The leaver’s last day, London, if somebody leaves.</param>
/// <param name="DaysLeft">The days to it; negative when it has passed.</param>
/// <param name="StepsToDo">How many steps are to do.</param>
/// <param name="By">The job.</param>
/// <param name="At">When, UTC.</param>
[Description("Reminded whoever the hand-over waits for")]
public sealed record HandoverChased(DateOnly? LeavingDate, int? DaysLeft, int StepsToDo, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Steps to do", null, StepsToDo.ToString(CultureInfo.InvariantCulture))];
}
