using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>
/// Lifecycle of an enquiry: <c>Open → Acknowledged → Closed</c>. Closed also from Open. An acknowledgement, a reply, or the removal of an
/// unacceptable comment stops the clock, once.
/// </summary>
public enum EnquiryStatus
{
    /// <summary>Nobody has answered.</summary>
    [Display(Name = "Open")]
    Open,

    /// <summary>Whoever wrote knows that the school has read it; the clock has stopped.</summary>
    [Display(Name = "Acknowledged")]
    Acknowledged,

    /// <summary>Answered, or removed with its explanation.</summary>
    [Display(Name = "Closed")]
    Closed,
}

/// <summary>What kind of enquiry it is.</summary>
public enum EnquiryKind
{
    /// <summary>A comment.</summary>
    [Display(Name = "Comment")]
    Comment,

    /// <summary>A question.</summary>
    [Display(Name = "Query")]
    Query,

    /// <summary>A complaint.</summary>
    [Display(Name = "Complaint")]
    Complaint,

    /// <summary>A journalist. A reply can be recorded only after a senior leader has cleared it (BEH-3).</summary>
    [Display(Name = "Journalist")]
    Journalist,
}

/// <summary>Where an enquiry was made.</summary>
public enum EnquiryPlace
{
    /// <summary>For everybody to read.</summary>
    [Display(Name = "Public comment")]
    PublicComment,

    /// <summary>To the account alone.</summary>
    [Display(Name = "Direct message")]
    DirectMessage,

    /// <summary>A review of the school.</summary>
    [Display(Name = "Review")]
    Review,

    /// <summary>Elsewhere.</summary>
    [Display(Name = "Somewhere else")]
    Other,
}
