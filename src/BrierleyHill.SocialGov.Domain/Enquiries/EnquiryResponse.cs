using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>What was done about an enquiry.</summary>
public enum ResponseKind
{
    /// <summary>Whoever wrote was told that it was read.</summary>
    [Display(Name = "Acknowledged")]
    Acknowledgement,

    /// <summary>It was answered.</summary>
    [Display(Name = "Answered")]
    Reply,

    /// <summary>An unacceptable comment was removed.</summary>
    [Display(Name = "Removed")]
    Removal,

    /// <summary>It was closed after it was acknowledged: nothing more is to be said.</summary>
    [Display(Name = "Closed without a further answer")]
    Closing,
}

/// <summary>What was done to an unacceptable comment, or to whoever wrote it (OFF-2). Several may be.</summary>
[Flags]
public enum RemovalMeans
{
    /// <summary>Nothing.</summary>
    [Display(Name = "None")]
    None = 0,

    /// <summary>It was hidden.</summary>
    [Display(Name = "The comment was hidden")]
    Hidden = 1,

    /// <summary>It was deleted.</summary>
    [Display(Name = "The comment was deleted")]
    Deleted = 2,

    /// <summary>Whoever wrote it can write no more.</summary>
    [Display(Name = "The user was blocked")]
    BlockedUser = 4,

    /// <summary>The platform was told.</summary>
    [Display(Name = "It was reported to the platform")]
    Reported = 8,
}

/// <summary>One thing that was done about an enquiry. It is never changed; one that was recorded by mistake is taken back and stays on record.</summary>
public sealed class EnquiryResponse
{
    private EnquiryResponse()
    {
    }

    internal EnquiryResponse(ResponseKind kind, string words, int byId, DateTime at)
    {
        (Kind, Words, ById, At) = (kind, words, byId, at);
    }

    internal EnquiryResponse(RemovalMeans means, string explanation, string whyNone, int byId, DateTime at)
        : this(ResponseKind.Removal, explanation, byId, at) => (Means, WhyNotExplained) = (means, whyNone);

    /// <summary>Its number.</summary>
    public int Id { get; private set; }

    /// <summary>What was done.</summary>
    public ResponseKind Kind { get; private set; }

    /// <summary>The words that were used; of a removal the explanation that the audience was given, or "".</summary>
    public string Words { get; private set; } = "";

    /// <summary>How a comment was removed.</summary>
    public RemovalMeans Means { get; private set; }

    /// <summary>Why the audience could be given no explanation of a removal, or "".</summary>
    public string WhyNotExplained { get; private set; } = "";

    /// <summary>Who did it.</summary>
    public int ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>When it was taken back, UTC: it had been recorded by mistake.</summary>
    public DateTime? TakenBackAt { get; private set; }

    internal void TakeBack(DateTime at) => TakenBackAt ??= at;
}

/// <summary>Reading <see cref="RemovalMeans"/>.</summary>
public static class RemovalMeansText
{
    /// <summary>Every single one, in the order in which people see them.</summary>
    public static IReadOnlyList<RemovalMeans> Each { get; } = [RemovalMeans.Hidden, RemovalMeans.Deleted, RemovalMeans.BlockedUser, RemovalMeans.Reported];

    /// <summary>Whether each among them is one that there is. A forged form may hold others.</summary>
    public static bool AreKnown(this RemovalMeans means) => (means & ~Each.Aggregate((all, one) => all | one)) == RemovalMeans.None;

    /// <summary>Those that are among them, one by one.</summary>
    public static IEnumerable<RemovalMeans> Split(this RemovalMeans means) => Each.Where(one => (means & one) == one);
}
