using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Why something cannot be done to a review of content, in words that a person can act on.</summary>
public static class ReviewErrors
{
    /// <summary>The reporter, or somebody involved.</summary>
    public static Error NotAsFirst { get; } = new(
        "Review.NotAsFirst",
        "You reported this incident or are involved in it, so you cannot review its content. Ask somebody else who works on it to begin the review.",
        ErrorKind.Forbidden);

    /// <summary>Not asked.</summary>
    public static Error NotReviewer { get; } = new("Review.NotReviewer", "Only those who were asked for a view can do this.", ErrorKind.Forbidden);

    /// <summary>Involved by now.</summary>
    public static Error BecameInvolved { get; } = new(
        "Review.BecameInvolved", "You are named in this incident by now, so somebody else has to give this view.", ErrorKind.Forbidden);

    /// <summary>No content.</summary>
    public static Error ContentMissing { get; } = new("Review.ContentMissing", "Enter which content is reviewed, and where it is.", Field: "Content");

    /// <summary>Enough people.</summary>
    public static Error NobodyNeeded { get; } = new(
        "Review.NobodyNeeded", "Nobody else is needed for this review now.", ErrorKind.Conflict);

    /// <summary>Nobody.</summary>
    public static Error ReviewerMissing { get; } = new("Review.ReviewerMissing", "Choose who gives the next view.", Field: "PersonId");

    /// <summary>Somebody involved.</summary>
    public static Error ReviewerInvolved { get; } = new(
        "Review.ReviewerInvolved", "Choose somebody who did not report the incident and is not involved in it.", Field: "PersonId");

    /// <summary>The same person twice.</summary>
    public static Error ReviewerTwice { get; } = new(
        "Review.ReviewerTwice", "This person gives a view already. Choose somebody else.", Field: "PersonId");

    /// <summary>Signed, or the first.</summary>
    public static Error NothingToWithdraw { get; } = new(
        "Review.NothingToWithdraw", "There is no invitation of this person that could be taken back.", ErrorKind.Conflict);

    /// <summary>No reason.</summary>
    public static Error WithdrawnBecauseMissing { get; } = new("Review.WithdrawnBecauseMissing", "Enter why the invitation is taken back.", Field: "Because");

    /// <summary>Nothing seen.</summary>
    public static Error SawMissing { get; } = new("Review.SawMissing", "Enter what you saw, in your own words.", Field: "Saw");

    /// <summary>Nowhere.</summary>
    public static Error WhereMissing { get; } = new("Review.WhereMissing", "Enter where you saw it.", Field: "Where");

    /// <summary>Never, or in the future.</summary>
    public static Error SeenAtWrong { get; } = new("Review.SeenAtWrong", "Enter when you saw it. It cannot be in the future.", Field: "SeenOn");

    /// <summary>Not said why.</summary>
    public static Error ConcernMissing { get; } = new("Review.ConcernMissing", "Enter why it is of concern, or why it is not.", Field: "Concern");

    /// <summary>No conclusion.</summary>
    public static Error ConclusionMissing { get; } = new("Review.ConclusionMissing", "Choose what you conclude.", Field: "Conclusion");

    /// <summary>No reason of the conclusion.</summary>
    public static Error ConclusionBecauseMissing { get; } = new("Review.ConclusionBecauseMissing", "Enter why you conclude that.", Field: "Because");

    /// <summary>Nothing written.</summary>
    public static Error NothingToSign { get; } = new("Review.NothingToSign", "Write down what you saw first. Then you can sign it.", ErrorKind.Conflict);

    /// <summary>Signed.</summary>
    public static Error SignedAlready { get; } = new("Review.SignedAlready", "You have signed this view, so it cannot be changed any more.", ErrorKind.Conflict);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Review.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);
}
