using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>Why something cannot be done to a mention, in words that a person can act on.</summary>
public static class MentionErrors
{
    /// <summary>Administrators and senior leaders decide.</summary>
    public static Error OnlyDeciders { get; } = new("Mention.OnlyDeciders", "Only a senior leader or an administrator can do this.", ErrorKind.Forbidden);

    /// <summary>Neither a site nor a link.</summary>
    public static Error SiteMissing { get; } = new("Mention.SiteMissing", "Enter where it was posted, or its link.", Field: "Site");

    /// <summary>Not a web address.</summary>
    public static Error LinkWrong { get; } = new(
        "Mention.LinkWrong", "Enter the link as the browser shows it, such as https://www.example.com/post/1, or leave it empty.", Field: "Link");

    /// <summary>No text.</summary>
    public static Error TextMissing { get; } = new("Mention.TextMissing", "Enter what it says, in a sentence.", Field: "Text");

    /// <summary>No date.</summary>
    public static Error SeenOnMissing { get; } = new("Mention.SeenOnMissing", "Enter when it was seen.", Field: "SeenOn");

    /// <summary>A date ahead or absurdly long ago.</summary>
    public static Error SeenOnWrong { get; } = new(
        "Mention.SeenOnWrong", $"Enter a date that is today or in the past {PublicMention.MostYearsAgo} years.", Field: "SeenOn");

    /// <summary>Decided by somebody.</summary>
    public static Error DecidedAlready { get; } = new("Mention.DecidedAlready", "Somebody has decided about this mention already.", ErrorKind.Conflict);

    /// <summary>No scope.</summary>
    public static Error ScopeMissing { get; } = new("Mention.ScopeMissing", "Choose whether it is in scope.", Field: "Scope");

    /// <summary>No reason for the scope.</summary>
    public static Error BecauseMissing { get; } = new("Mention.BecauseMissing", "Enter why it is in scope or not.", Field: "Because");

    /// <summary>No reason to reopen.</summary>
    public static Error ReopenBecauseMissing { get; } = new("Mention.ReopenBecauseMissing", "Enter why something is to be done after all.", Field: "Because");

    /// <summary>Not in scope, or settled.</summary>
    public static Error NotInScope { get; } = new(
        "Mention.NotInScope", "This can be recorded only while the mention is in scope and not settled.", ErrorKind.Conflict);

    /// <summary>No action.</summary>
    public static Error ActionMissing { get; } = new("Mention.ActionMissing", "Choose what was done.", Field: "Action");

    /// <summary>No note where one is needed.</summary>
    public static Error NoteMissing { get; } = new("Mention.NoteMissing", "Enter why nothing needs to be done, or what else was done.", Field: "Note");

    /// <summary>No enquiry.</summary>
    public static Error EnquiryMissing { get; } = new(
        "Mention.EnquiryMissing", "Enter the reference of the enquiry, such as ENQ-000123. Log the enquiry first.", Field: "Enquiry");

    /// <summary>Not settled.</summary>
    public static Error NotSettled { get; } = new("Mention.NotSettled", "This mention is not settled.", ErrorKind.Conflict);

    /// <summary>Out of scope or merged.</summary>
    public static Error NothingKept { get; } = new("Mention.NothingKept", "Nothing of this posting is kept, so nothing can be done about it here.", ErrorKind.Conflict);

    /// <summary>Acted upon, settled or gone.</summary>
    public static Error CannotBeMerged { get; } = new(
        "Mention.CannotBeMerged", "Only a mention about which nothing has been done yet can be merged into another. Merge the other one into this instead.", ErrorKind.Conflict);

    /// <summary>Itself.</summary>
    public static Error MergeWithItself { get; } = new("Mention.MergeWithItself", "Enter the reference of another mention.", Field: "Into");

    /// <summary>No such mention.</summary>
    public static Error MergeIntoNothing { get; } = new(
        "Mention.MergeIntoNothing", "Enter the reference of the mention that goes on, such as MEN-000123.", Field: "Into");

    /// <summary>A merged one.</summary>
    public static Error MergeIntoMerged { get; } = new(
        "Mention.MergeIntoMerged", "That mention has been merged into another itself. Enter the one that goes on.", Field: "Into");

    /// <summary>Not waiting, not for long enough, or reminded of.</summary>
    public static Error NotDueForChasing { get; } = new("Mention.NotDueForChasing", "No reminder is due for this mention.", ErrorKind.Conflict);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Mention.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);
}

/// <summary>Why something cannot be done to a watched feed.</summary>
public static class FeedErrors
{
    /// <summary>Administrators and portal managers keep feeds.</summary>
    public static Error OnlyKeepers { get; } = new("Feed.OnlyKeepers", "Only an administrator or a portal manager can do this.", ErrorKind.Forbidden);

    /// <summary>No name.</summary>
    public static Error NameMissing { get; } = new("Feed.NameMissing", "Enter a name for the feed.", Field: "Name");

    /// <summary>A name over its limit.</summary>
    public static Error NameTooLong { get; } = new("Feed.NameTooLong", $"The name must be {WatchedFeed.NameMaximumLength} characters or fewer.", Field: "Name");

    /// <summary>Not a web address.</summary>
    public static Error AddressWrong { get; } = new(
        "Feed.AddressWrong", "Enter the address of the feed. It begins with https:// or http:// and holds no user name or password.", Field: "Address");

    /// <summary>Watched already.</summary>
    public static Error WatchedAlready { get; } = new("Feed.WatchedAlready", "This feed is watched already.", Field: "Address");

    /// <summary>Paused.</summary>
    public static Error NotWatching { get; } = new("Feed.NotWatching", "This feed is not being watched at present.", ErrorKind.Conflict);

    /// <summary>Not paused.</summary>
    public static Error NotPaused { get; } = new("Feed.NotPaused", "This feed is not paused.", ErrorKind.Conflict);

    /// <summary>Withdrawn.</summary>
    public static Error Withdrawn { get; } = new("Feed.Withdrawn", "This feed has been removed already.", ErrorKind.Conflict);
}
