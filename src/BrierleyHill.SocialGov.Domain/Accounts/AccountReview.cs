using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>What a yearly review looks at (clause SLT-2).</summary>
public enum ReviewAspect
{
    /// <summary>What the account is for.</summary>
    [Display(Name = "Purpose", Description = "Does the school still need the account for this?")]
    Purpose,

    /// <summary>Whom it is for.</summary>
    [Display(Name = "Audience", Description = "Does it reach the people it is for, and nobody it should not?")]
    Audience,

    /// <summary>How it is set.</summary>
    [Display(Name = "Settings", Description = "Are the agreed settings still the right ones?")]
    Settings,

    /// <summary>Who runs it.</summary>
    [Display(Name = "Administrators", Description = "Are they the right people, and are there enough of them?")]
    Administrators,
}

/// <summary>What a leader finds of one aspect.</summary>
public enum AspectVerdict
{
    /// <summary>As it is.</summary>
    [Display(Name = "Keep it as it is")]
    Keep,

    /// <summary>Otherwise, because.</summary>
    [Display(Name = "Change it")]
    Change,
}

/// <summary>How a review ends.</summary>
public enum ReviewOutcome
{
    /// <summary>The account goes on as it is.</summary>
    [Display(Name = "Keep it", Description = "The account goes on as it is")]
    Keep,

    /// <summary>It goes on, and something has to be changed.</summary>
    [Display(Name = "Change it", Description = "The account goes on, and what you marked above has to be changed")]
    Change,

    /// <summary>It is to be closed.</summary>
    [Display(Name = "Close it", Description = "A closing hand-over is opened: the content is kept, people are told, and the account is closed on the platform")]
    Close,
}

/// <summary>What was found of one aspect.</summary>
/// <param name="Aspect">Which.</param>
/// <param name="Verdict">Keep or change.</param>
/// <param name="Because">What has to be changed, and why; "" where it is kept.</param>
public sealed record ReviewedAspect(ReviewAspect Aspect, AspectVerdict Verdict, string Because);

/// <summary>A review of an account by a senior leader. It is history: only what became of its changes is added to it, once.</summary>
public sealed class AccountReview
{
    private AccountReview()
    {
    }

    internal AccountReview(
        IReadOnlyList<ReviewedAspect> aspects, ReviewOutcome outcome, string because, DateOnly? wasDueOn, DateOnly nextReviewOn, int reviewedById, DateTime reviewedAt)
    {
        (Aspects, Outcome, Because) = (aspects, outcome, because);
        (WasDueOn, NextReviewOn, ReviewedById, ReviewedAt) = (wasDueOn, nextReviewOn, reviewedById, reviewedAt);
    }

    /// <summary>The review's number.</summary>
    public int Id { get; private set; }

    /// <summary>What was found, aspect by aspect.</summary>
    public IReadOnlyList<ReviewedAspect> Aspects { get; private set; } = [];

    /// <summary>How it ended.</summary>
    public ReviewOutcome Outcome { get; private set; }

    /// <summary>The reasons.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The day on which it was due, London.</summary>
    public DateOnly? WasDueOn { get; private set; }

    /// <summary>The day on which the next one is due, London.</summary>
    public DateOnly NextReviewOn { get; private set; }

    /// <summary>The senior leader.</summary>
    public int ReviewedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ReviewedAt { get; private set; }

    /// <summary>What became of the changes; "" until it is recorded.</summary>
    public string ChangesMade { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public int? ChangesMadeById { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime? ChangesMadeAt { get; private set; }

    /// <summary>Whether something has to be changed yet.</summary>
    public bool IsOpen => Outcome == ReviewOutcome.Change && ChangesMadeAt is null;

    /// <summary>What has to be changed, or had to be.</summary>
    public IEnumerable<ReviewedAspect> ToChange => Aspects.Where(aspect => aspect.Verdict == AspectVerdict.Change);

    internal void RecordChanges(string made, int byId, DateTime at) => (ChangesMade, ChangesMadeById, ChangesMadeAt) = (made, byId, at);
}

/// <summary>What an administrator looks at every 180 days (clauses ADM-2, ADM-4, BEH-2).</summary>
public enum VerificationPoint
{
    /// <summary>The address.</summary>
    [Display(Name = "The address is still the school’s, and opens", Description = "Open it. The name, the picture and the posts are the school’s")]
    Address,

    /// <summary>The settings.</summary>
    [Display(Name = "The settings are as agreed", Description = "Compare each one on the platform with the list on this page")]
    Settings,

    /// <summary>Who gets in.</summary>
    [Display(Name = "Only the people assigned to it can get in", Description = "Look at the roles and at the devices that are signed in")]
    Access,

    /// <summary>How it is recovered.</summary>
    [Display(Name = "The recovery e-mail address and telephone number are the school’s", Description = "Nobody’s own, and nobody’s who has left")]
    Recovery,
}

/// <summary>What was found of one point.</summary>
/// <param name="Point">Which.</param>
/// <param name="IsSo">Whether it is as it should be.</param>
/// <param name="Note">What was seen; a point that is not as it should be has one.</param>
public sealed record VerifiedPoint(VerificationPoint Point, bool IsSo, string Note);

/// <summary>That somebody looked at the account on its platform. It is history and never changes.</summary>
public sealed class AccountVerification
{
    private AccountVerification()
    {
    }

    internal AccountVerification(IReadOnlyList<VerifiedPoint> points, DateOnly? wasDueOn, DateOnly nextDueOn, int verifiedById, DateTime verifiedAt)
    {
        (Points, HasFindings) = (points, points.Any(point => !point.IsSo));
        (WasDueOn, NextDueOn, VerifiedById, VerifiedAt) = (wasDueOn, nextDueOn, verifiedById, verifiedAt);
    }

    /// <summary>The verification's number.</summary>
    public int Id { get; private set; }

    /// <summary>What was found, point by point.</summary>
    public IReadOnlyList<VerifiedPoint> Points { get; private set; } = [];

    /// <summary>Whether anything is not as it should be.</summary>
    public bool HasFindings { get; private set; }

    /// <summary>The day on which it was due, London.</summary>
    public DateOnly? WasDueOn { get; private set; }

    /// <summary>The day on which the next one is due, London.</summary>
    public DateOnly NextDueOn { get; private set; }

    /// <summary>Who looked.</summary>
    public int VerifiedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime VerifiedAt { get; private set; }

    /// <summary>What is not as it should be.</summary>
    public IEnumerable<VerifiedPoint> Findings => Points.Where(point => !point.IsSo);
}
