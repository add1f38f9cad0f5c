using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Why an account cannot be reviewed or verified, in words that a person can act on.</summary>
public static class ReviewErrors
{
    /// <summary>Reviews are the leaders' (SLT-2).</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "Review.OnlySeniorLeaders", "Only a senior leader can review an account.", ErrorKind.Forbidden);

    /// <summary>Nobody reviews what they run.</summary>
    public static Error ReviewedByAdministrator { get; } = new(
        "Review.ReviewedByAdministrator", "You look after this account, so another senior leader has to review it.", ErrorKind.Forbidden);

    /// <summary>Who verifies.</summary>
    public static Error OnlyAdministrators { get; } = new(
        "Review.OnlyAdministrators", "Only an administrator can verify an account: one of its own, or one by role.", ErrorKind.Forbidden);

    /// <summary>There is nothing on the platform to look at yet.</summary>
    public static Error NotLiveYet { get; } = new(
        "Review.NotLiveYet", "This account is not live yet. Its first review is due a year after it goes live, its first verification after 180 days.", ErrorKind.Conflict);

    /// <summary>A closed account is history.</summary>
    public static Error Closed { get; } = new("Review.Closed", "This account is closed, so there is nothing to look at any more.", ErrorKind.Conflict);

    /// <summary>What the last review asked for comes first.</summary>
    public static Error ChangesOpen { get; } = new(
        "Review.ChangesOpen",
        "The last review asked for changes that are not recorded as made. Record first what became of them, then review the account again.",
        ErrorKind.Conflict);

    /// <summary>There is nothing to record.</summary>
    public static Error NothingOpen { get; } = new(
        "Review.NothingOpen", "No change is open: it has been recorded already, or the last review asked for none.", ErrorKind.Conflict);

    /// <summary>An answer is missing.</summary>
    public static Error Missing(string field, string message) => new("Review.Missing", message, Field: field);

    /// <summary>An answer is too long.</summary>
    public static Error TooLong(string field, int maximum) => new(
        "Review.TooLong", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This answer must be {maximum:N0} characters or fewer."), Field: field);

    /// <summary>It cannot be kept as it is and be changed.</summary>
    public static Error KeptWithChanges { get; } = new(
        "Review.KeptWithChanges", "You marked something to be changed. Decide to change or close the account, or keep everything.", Field: "Outcome");

    /// <summary>It says change, but not what.</summary>
    public static Error NothingToChange { get; } = new(
        "Review.NothingToChange", "Mark at least one of the four points to be changed, or decide to keep the account.", Field: "Outcome");

    /// <summary>The date is out of bounds.</summary>
    public static Error DateWrong(DateOnly latest) => new(
        "Review.DateWrong", $"The next review must be after today and no later than {LondonTime.DisplayDate(latest)}.", Field: "NextReviewOn");

    /// <summary>No reminder is due.</summary>
    public static Error NotDueForReminder { get; } = new("Review.NotDueForReminder", "No reminder is due.", ErrorKind.Conflict);
}
