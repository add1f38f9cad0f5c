using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>Why something cannot be done to an enquiry.</summary>
public static class EnquiryErrors
{
    /// <summary>No account.</summary>
    public static Error AccountMissing { get; } = new("Enquiry.AccountMissing", "Choose the account through which it came.", Field: "AccountId");

    /// <summary>An account that nobody can have written to.</summary>
    public static Error AccountNotLive { get; } = new("Enquiry.AccountNotLive", "This account is not live, so nothing can have come through it. Choose another.", Field: "AccountId");

    /// <summary>No kind.</summary>
    public static Error KindMissing { get; } = new("Enquiry.KindMissing", "Choose what kind it is.", Field: "Kind");

    /// <summary>No place.</summary>
    public static Error PlaceMissing { get; } = new("Enquiry.PlaceMissing", "Choose where it was made.", Field: "Place");

    /// <summary>A name over its limit.</summary>
    public static Error FromTooLong { get; } = new("Enquiry.FromTooLong", "Who wrote it must be 100 characters or fewer.", Field: "From");

    /// <summary>No text.</summary>
    public static Error TextMissing { get; } = new("Enquiry.TextMissing", "Enter what it says.", Field: "Text");

    /// <summary>A text over its limit.</summary>
    public static Error TextTooLong { get; } = new("Enquiry.TextTooLong", "What it says must be 4,000 characters or fewer.", Field: "Text");

    /// <summary>Something that is no web address, or one that hides where it leads.</summary>
    public static Error LinkWrong { get; } = new(
        "Enquiry.LinkWrong", "Enter the link as a web address that begins with https:// or http://, in 1,000 characters or fewer, or leave it empty.", Field: "Link");

    /// <summary>Not said when.</summary>
    public static Error WhenMissing { get; } = new("Enquiry.WhenMissing", "Choose when it came.", Field: "When");

    /// <summary>No date.</summary>
    public static Error ReceivedOnMissing { get; } = new("Enquiry.ReceivedOnMissing", "Enter the date on which it came.", Field: "ReceivedOn");

    /// <summary>No time, or none that can be read.</summary>
    public static Error ReceivedTimeMissing { get; } = new(
        "Enquiry.ReceivedTimeMissing", "Enter the time at which it came, such as 14:30 or 2.30pm.", Field: "ReceivedTime");

    /// <summary>A time that the clocks skip.</summary>
    public static Error ReceivedTimeSkipped { get; } = new(
        "Enquiry.ReceivedTimeSkipped", "There was no such time on that day: the clocks went forward over it. Enter another.", Field: "ReceivedTime");

    /// <summary>A time to come.</summary>
    public static Error ReceivedInFuture { get; } = new("Enquiry.ReceivedInFuture", "The time at which it came is in the future. Enter the date and time at which it really came.", Field: "ReceivedOn");

    /// <summary>A time before the first that has an answer.</summary>
    public static Error ReceivedTooEarly { get; } = new("Enquiry.ReceivedTooEarly", "Enter a date in 2011 or later.", Field: "ReceivedOn");

    /// <summary>The same time again.</summary>
    public static Error SameReceived { get; } = new("Enquiry.SameReceived", "This is the time that is recorded already. Enter when it really came.", Field: "ReceivedTime");

    /// <summary>Nothing corrected.</summary>
    public static Error NothingChanged { get; } = new("Enquiry.NothingChanged", "This is the account and the kind that are recorded already. Choose what is right.", Field: "AccountId");

    /// <summary>No reason for a correction.</summary>
    public static Error CorrectionReasonMissing { get; } = new("Enquiry.CorrectionReasonMissing", "Enter why it is corrected. It stays on the record.", Field: "Because");

    /// <summary>A reason over its limit.</summary>
    public static Error ReasonTooLong { get; } = new("Enquiry.ReasonTooLong", "The reason must be 500 characters or fewer.", Field: "Because");

    /// <summary>Only a leader says that a journalist is none.</summary>
    public static Error JournalistStays { get; } = new(
        "Enquiry.JournalistStays", "Only a senior leader can say that this is no journalist after all.", Field: "Kind");

    /// <summary>Somebody who cannot sign in.</summary>
    public static Error AssigneeNotActive { get; } = new("Enquiry.AssigneeNotActive", "Choose somebody who can sign in.", Field: "PersonId");

    /// <summary>It is theirs already.</summary>
    public static Error AssignedAlready { get; } = new("Enquiry.AssignedAlready", "It is assigned like that already.", ErrorKind.Conflict, "PersonId");

    /// <summary>It is closed.</summary>
    public static Error Closed { get; } = new("Enquiry.Closed", "This enquiry is closed. Reopen it first if there is more to be done.", ErrorKind.Conflict);

    /// <summary>It was acknowledged.</summary>
    public static Error AcknowledgedAlready { get; } = new("Enquiry.AcknowledgedAlready", "This enquiry has been acknowledged already.", ErrorKind.Conflict);

    /// <summary>No words of an acknowledgement.</summary>
    public static Error AcknowledgementMissing { get; } = new("Enquiry.AcknowledgementMissing", "Enter the words that were used to acknowledge it.", Field: "Words");

    /// <summary>No words of a reply.</summary>
    public static Error ReplyMissing { get; } = new("Enquiry.ReplyMissing", "Enter the answer that was given.", Field: "Words");

    /// <summary>Nobody has decided about the reply to a journalist.</summary>
    public static Error NotClearedYet { get; } = new(
        "Enquiry.NotClearedYet", "A reply to a journalist can be recorded only after a senior leader has cleared it. You can acknowledge it now.", ErrorKind.Conflict);

    /// <summary>A leader decided that there is no reply.</summary>
    public static Error ReplyNotCleared { get; } = new(
        "Enquiry.ReplyNotCleared", "A senior leader decided that this journalist gets no reply. Acknowledge it, and close it without a further answer.", ErrorKind.Conflict);

    /// <summary>Nothing that was done is named.</summary>
    public static Error MeansMissing { get; } = new("Enquiry.MeansMissing", "Choose what was done.", Field: "Means");

    /// <summary>Not said whether the audience was told.</summary>
    public static Error ExplainedMissing { get; } = new("Enquiry.ExplainedMissing", "Choose whether the audience was given an explanation.", Field: "IsExplained");

    /// <summary>No explanation.</summary>
    public static Error ExplanationMissing { get; } = new("Enquiry.ExplanationMissing", "Enter the explanation that the audience was given.", Field: "Explanation");

    /// <summary>No reason for no explanation.</summary>
    public static Error WhyNoneMissing { get; } = new("Enquiry.WhyNoneMissing", "Enter why the audience could be given no explanation.", Field: "WhyNone");

    /// <summary>A reason for no explanation over its limit.</summary>
    public static Error WhyNoneTooLong { get; } = new("Enquiry.WhyNoneTooLong", "The reason must be 500 characters or fewer.", Field: "WhyNone");

    /// <summary>A message has no audience.</summary>
    public static Error MessageNotRemoved { get; } = new(
        "Enquiry.MessageNotRemoved", "A direct message has no audience, so it is not removed. Answer it, or report it as an incident.", ErrorKind.Conflict);

    /// <summary>A journalist is answered under the media policy.</summary>
    public static Error JournalistNotRemoved { get; } = new(
        "Enquiry.JournalistNotRemoved", "A journalist’s contact is not removed: the media policy says what happens to it.", ErrorKind.Conflict);

    /// <summary>Nobody was told anything yet.</summary>
    public static Error NotAcknowledged { get; } = new(
        "Enquiry.NotAcknowledged", "Whoever wrote has heard nothing yet. Acknowledge it first, or record the answer.", ErrorKind.Conflict);

    /// <summary>No reason for closing.</summary>
    public static Error ClosingReasonMissing { get; } = new("Enquiry.ClosingReasonMissing", "Enter why no further answer is needed.", Field: "Because");

    /// <summary>No journalist.</summary>
    public static Error NoJournalist { get; } = new("Enquiry.NoJournalist", "Only the reply to a journalist is cleared.", ErrorKind.Conflict);

    /// <summary>Not a leader.</summary>
    public static Error OnlyLeadersClear { get; } = new("Enquiry.OnlyLeadersClear", "Only a senior leader can clear a reply to a journalist.", ErrorKind.Forbidden);

    /// <summary>Not decided.</summary>
    public static Error ClearanceMissing { get; } = new("Enquiry.ClearanceMissing", "Choose whether a reply may be given.", Field: "IsCleared");

    /// <summary>No line.</summary>
    public static Error AgreedLineMissing { get; } = new("Enquiry.AgreedLineMissing", "Enter the line that the reply keeps to.", Field: "AgreedLine");

    /// <summary>No reason for no reply.</summary>
    public static Error NotClearedReasonMissing { get; } = new("Enquiry.NotClearedReasonMissing", "Enter why no reply is given.", Field: "Because");

    /// <summary>Not closed.</summary>
    public static Error NotClosed { get; } = new("Enquiry.NotClosed", "This enquiry is not closed.", ErrorKind.Conflict);

    /// <summary>No reason for reopening.</summary>
    public static Error ReopeningReasonMissing { get; } = new("Enquiry.ReopeningReasonMissing", "Enter what is still to be done.", Field: "Because");

    /// <summary>Nothing is recorded.</summary>
    public static Error NothingToTakeBack { get; } = new("Enquiry.NothingToTakeBack", "No answer is recorded that could be taken back.", ErrorKind.Conflict);

    /// <summary>No reason for taking back.</summary>
    public static Error TakingBackReasonMissing { get; } = new("Enquiry.TakingBackReasonMissing", "Enter how the mistake came about.", Field: "Because");

    /// <summary>Seen, but not worked on by this person.</summary>
    public static Error NotYours { get; } = new(
        "Enquiry.NotYours", "You logged this enquiry, and can see what becomes of it. It is answered by those who look after the account.", ErrorKind.Forbidden);

    /// <summary>Nothing ticked.</summary>
    public static Error NoneTicked { get; } = new("Enquiry.NoneTicked", "Tick the enquiries that were answered.", Field: "Ticked");

    /// <summary>Not said what was done to those ticked.</summary>
    public static Error DoneMissing { get; } = new("Enquiry.DoneMissing", "Choose what was done.", Field: "Done");

    /// <summary>More than can be taken out at once.</summary>
    public static Error TooManyToExport { get; } = new(
        "Enquiry.TooManyToExport", "There are too many enquiries on this filter for one file. Narrow the filter, by account for instance, and download again.");

    /// <summary>Words over their limit.</summary>
    internal static Error WordsTooLong(string? field) => new("Enquiry.WordsTooLong", "This must be 4,000 characters or fewer.", Field: field);
}
