using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>
/// A senior leader reviewed the account. Whoever has to act on it looks at <paramref name="Outcome"/>: to close it opens a closing hand-over.
/// </summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Because">The reasons.</param>
/// <param name="ToChange">What has to be changed; none where it is kept.</param>
/// <param name="WasDueOn">When the review was due, London.</param>
/// <param name="NextReviewOn">When the next one is due, London.</param>
/// <param name="By">The senior leader.</param>
/// <param name="At">When, UTC.</param>
[Description("Reviewed the account")]
public sealed record AccountReviewed(
    ReviewOutcome Outcome, string Because, IReadOnlyList<ReviewAspect> ToChange, DateOnly? WasDueOn, DateOnly NextReviewOn, Actor By, DateTime At)
    : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Outcome of the review", null, Outcome.InWords()),
        .. ToChange.Select(aspect => new Change(aspect.InWords(), null, "To be changed")),
        new("Next review", WasDueOn is { } was ? LondonTime.DisplayDate(was) : null, LondonTime.DisplayDate(NextReviewOn)),
    ];
}

/// <summary>What a review asked to change is done, or was found not to be needed.</summary>
[Description("Recorded what became of the changes that a review asked for")]
public sealed record ReviewChangesMade(string What, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => What;
}

/// <summary>An administrator looked at the account on its platform.</summary>
[Description("Verified the account on its platform")]
public sealed record AccountVerified(IReadOnlyList<VerifiedPoint> Points, DateOnly? WasDueOn, DateOnly NextDueOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <summary>Whether anything is not as it should be.</summary>
    public bool HasFindings => Points.Any(point => !point.IsSo);

    /// <summary>
    /// How many points, not which: everybody who sees the register reads the account's history, and where an account is weak is not everybody's.
    /// </summary>
    public override IReadOnlyList<Change> Changes =>
    [
        new("Not as it should be", null, string.Create(CultureInfo.InvariantCulture, $"{Points.Count(point => !point.IsSo)} of {Points.Count} points")),
        .. Points.Sum(point => point.Note.Length) is > 0 and var length ? [new Change("Notes", null, string.Create(CultureInfo.InvariantCulture, $"{length} characters"))] : Array.Empty<Change>(),
        new("Next verification", WasDueOn is { } was ? LondonTime.DisplayDate(was) : null, LondonTime.DisplayDate(NextDueOn)),
    ];
}

/// <summary>The senior leaders were reminded of a review.</summary>
[Description("Reminded of the review of the account")]
public sealed record AccountReviewReminded(int Step, int DaysLeft, DateOnly DueOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => ReminderChanges.Of("Review due", Step, DueOn);
}

/// <summary>The administrators were reminded of a verification.</summary>
[Description("Reminded of the verification of the account")]
public sealed record AccountVerificationReminded(int Step, int DaysLeft, DateOnly DueOn, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => ReminderChanges.Of("Verification due", Step, DueOn);
}

internal static class ReminderChanges
{
    public static IReadOnlyList<Change> Of(string what, int step, DateOnly due) =>
        [new("Reminder", null, step.ToString(CultureInfo.InvariantCulture)), new(what, null, LondonTime.DisplayDate(due))];
}
