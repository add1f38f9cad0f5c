using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>An enquiry was logged.</summary>
[Description("Logged an enquiry")]
public sealed record EnquiryLogged(Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <summary>The e-mail from which it was logged.</summary>
    public int? FromDraft { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => FromDraft is { } draft ? [new("From the e-mail", null, Shared.Reference.Of(EnquiryDraft.ReferenceKind, draft))] : [];
}

/// <summary>When an enquiry was received was corrected.</summary>
[Description("Corrected when an enquiry was received")]
public sealed record EnquiryReceivedCorrected(
    DateTime ReceivedBefore, DateTime ReceivedAfter, DateTime DueBefore, DateTime DueAfter, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Received", LondonTime.Display(ReceivedBefore), LondonTime.Display(ReceivedAfter)),
        new("Due", LondonTime.Display(DueBefore), LondonTime.Display(DueAfter)),
    ];
}

/// <summary>An enquiry was put to another account or kind.</summary>
[Description("Corrected the account or kind of an enquiry")]
public sealed record EnquiryRefiled(
    int AccountBefore, int AccountAfter, EnquiryKind KindBefore, EnquiryKind KindAfter, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Account", Shared.Reference.Of(SocialMediaAccount.ReferenceKind, AccountBefore), Shared.Reference.Of(SocialMediaAccount.ReferenceKind, AccountAfter))
        .Value("Kind", KindBefore.InWords(), KindAfter.InWords())
        .Changes;
}

/// <summary>An enquiry was given to somebody.</summary>
[Description("Assigned an enquiry")]
public sealed record EnquiryAssigned(int? PersonId, string? Before, string? After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Assigned to", Before, After)];
}

/// <summary>Whoever wrote was told that it was read.</summary>
[Description("Acknowledged an enquiry")]
public sealed record EnquiryAcknowledged(int Length, bool IsInTime, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [EnquiryChanges.Words("Words", Length), EnquiryChanges.InTime(IsInTime)];
}

/// <summary>An enquiry was answered.</summary>
[Description("Recorded the answer to an enquiry")]
public sealed record EnquiryReplied(int Length, bool IsInTime, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [EnquiryChanges.Words("Answer", Length), EnquiryChanges.InTime(IsInTime)];
}

/// <summary>An unacceptable comment was removed.</summary>
[Description("Removed an unacceptable comment")]
public sealed record EnquiryCommentRemoved(RemovalMeans Means, int ExplanationLength, string? WhyNotExplained, bool IsInTime, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => WhyNotExplained;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        .. Means.Split().Select(one => new Change("Done", null, one.InWords())),
        WhyNotExplained is null ? EnquiryChanges.Words("Explanation to the audience", ExplanationLength) : new Change("Explanation to the audience", null, "None could be given"),
        EnquiryChanges.InTime(IsInTime),
    ];
}

/// <summary>An enquiry was closed after it was acknowledged.</summary>
[Description("Closed an enquiry without a further answer")]
public sealed record EnquiryClosed(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A reply to a journalist was cleared.</summary>
[Description("Cleared a reply to a journalist")]
public sealed record EnquiryReplyCleared(int Length, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [EnquiryChanges.Words("Agreed line", Length)];
}

/// <summary>A reply to a journalist was not cleared.</summary>
[Description("Decided that a journalist gets no reply")]
public sealed record EnquiryReplyNotCleared(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>There is more to be done about an enquiry.</summary>
[Description("Reopened an enquiry")]
public sealed record EnquiryReopened(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>What was recorded was a mistake.</summary>
[Description("Took back what was recorded about an enquiry")]
public sealed record EnquiryAnswerTakenBack(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>Enquiries were taken out of the portal as a file.</summary>
[Description("Downloaded enquiries")]
public sealed record EnquiriesExported(int Count, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Enquiries", null, Count.ToString(CultureInfo.InvariantCulture))];
}

internal static class EnquiryChanges
{
    public static Change Words(string field, int length) => new(field, null, $"{length.ToString(CultureInfo.InvariantCulture)} characters");

    public static Change InTime(bool isInTime) => new("In time", null, isInTime ? "Yes" : "No");
}
