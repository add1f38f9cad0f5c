using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>Lifecycle of a draft: <c>Waiting → Logged | Dismissed</c>.</summary>
public enum EnquiryDraftStatus
{
    /// <summary>Somebody has to look at it.</summary>
    [Display(Name = "Waiting")]
    Waiting,

    /// <summary>It was logged as an enquiry.</summary>
    [Display(Name = "Logged")]
    Logged,

    /// <summary>It is none, and somebody said why.</summary>
    [Display(Name = "Dismissed")]
    Dismissed,
}

/// <summary>
/// An e-mail in which a platform says that something was written to one of the school's accounts. It waits for somebody to log it as an
/// enquiry or to dismiss it, and it has a deadline meanwhile as if it were one: nobody waits longer because a machine took it in.
/// </summary>
public sealed class EnquiryDraft : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "DRA";

    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectMaximumLength = 200;

    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 4000;

    /// <summary>Longest sender, in characters.</summary>
    public const int SenderMaximumLength = 200;

    private EnquiryDraft()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>SHA-256, in hexadecimal, of what tells the message from every other: its Message-ID. Unique, so a message becomes one draft.</summary>
    public string MessageHash { get; private set; } = "";

    /// <summary>The address that it came from, as the message says.</summary>
    public string Sender { get; private set; } = "";

    /// <summary>Its subject, as plain text.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What it says, as plain text: no pictures, no links that open by themselves, no attachments.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When the message reached the school's mailbox, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>When an answer would be due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Which part of clause MON-2 decides that.</summary>
    public ResponseRule Rule { get; private set; }

    /// <summary>The account that it seems to be about, where that can be told.</summary>
    public int? AccountId { get; private set; }

    /// <summary>Where it stands.</summary>
    public EnquiryDraftStatus Status { get; private set; }

    /// <summary>The enquiry as which it was logged.</summary>
    public int? EnquiryId { get; private set; }

    /// <summary>Why it was dismissed.</summary>
    public string DismissedBecause { get; private set; } = "";

    /// <summary>Takes a message in.</summary>
    /// <param name="messageHash">What tells it from every other.</param>
    /// <param name="sender">The address that it came from.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">What it says, as plain text.</param>
    /// <param name="deadline">When it was received, and when an answer would be due.</param>
    /// <param name="accountId">The account that it seems to be about.</param>
    /// <param name="by">The part of the portal that took it in.</param>
    /// <param name="at">When, UTC.</param>
    public static EnquiryDraft Take(
        string messageHash, string? sender, string? subject, string? text, ResponseDeadline deadline, int? accountId, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var draft = new EnquiryDraft
        {
            MessageHash = messageHash,
            Sender = Shorten(PlainText.CleanLine(sender), SenderMaximumLength),
            Subject = Shorten(PlainText.CleanLine(subject), SubjectMaximumLength),
            Text = Shorten(PlainText.Clean(text), TextMaximumLength),
            ReceivedAt = deadline.ReceivedAt,
            DueAt = deadline.DueAt,
            Rule = deadline.Rule,
            AccountId = accountId,
        };
        draft.Record(new EnquiryDraftTaken(by, at));
        return draft;
    }

    /// <summary>It was logged as an enquiry.</summary>
    /// <param name="enquiryId">The enquiry.</param>
    /// <param name="by">Who logged it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Log(int enquiryId, Actor by, DateTime at)
    {
        if (Status != EnquiryDraftStatus.Waiting)
        {
            return EnquiryDraftErrors.Settled;
        }

        (Status, EnquiryId) = (EnquiryDraftStatus.Logged, enquiryId);
        Record(new EnquiryDraftLogged(Shared.Reference.Of(Enquiry.ReferenceKind, enquiryId), by, at));
        return Result.Done;
    }

    /// <summary>It is no enquiry. What it said is taken away: nobody needs it any more.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When, UTC.</param>
    public Result Dismiss(string? because, Actor by, DateTime at)
    {
        if (Status != EnquiryDraftStatus.Waiting)
        {
            return EnquiryDraftErrors.Settled;
        }

        var why = PlainText.Clean(because);
        if (why.Length == 0)
        {
            return EnquiryDraftErrors.ReasonMissing;
        }

        if (why.Length > ReasonMaximumLength)
        {
            return EnquiryDraftErrors.ReasonTooLong;
        }

        (Status, DismissedBecause, Text) = (EnquiryDraftStatus.Dismissed, why, "");
        Record(new EnquiryDraftDismissed(why, by, at));
        return Result.Done;
    }

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    // Half a character at the cut would be none.
    private static string Shorten(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}

/// <summary>Why something cannot be done to a draft.</summary>
public static class EnquiryDraftErrors
{
    /// <summary>Logged or dismissed by somebody.</summary>
    public static Error Settled { get; } = new("EnquiryDraft.Settled", "Somebody has dealt with this e-mail already.", ErrorKind.Conflict);

    /// <summary>No reason.</summary>
    public static Error ReasonMissing { get; } = new("EnquiryDraft.ReasonMissing", "Enter why this e-mail needs no answer.", Field: "Because");

    /// <summary>A reason over its limit.</summary>
    public static Error ReasonTooLong { get; } = new("EnquiryDraft.ReasonTooLong", "The reason must be 500 characters or fewer.", Field: "Because");
}

/// <summary>An e-mail of a platform was taken in.</summary>
[Description("Took in an e-mail of a platform")]
public sealed record EnquiryDraftTaken(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A draft was logged as an enquiry.</summary>
[Description("Logged an e-mail of a platform as an enquiry")]
public sealed record EnquiryDraftLogged(string Enquiry, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Enquiry", null, Enquiry)];
}

/// <summary>A draft was dismissed.</summary>
[Description("Dismissed an e-mail of a platform")]
public sealed record EnquiryDraftDismissed(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}
