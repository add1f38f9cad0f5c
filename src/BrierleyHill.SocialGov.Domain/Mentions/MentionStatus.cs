using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>
/// Lifecycle of a mention: <c>New → InScope ⇄ Settled</c>, or <c>New → OutOfScope</c>. <c>Merged</c> from New and InScope. What is out of
/// scope or merged keeps nothing of what was posted, so neither leads back.
/// </summary>
public enum MentionStatus
{
    /// <summary>Somebody has to decide whether it is the school's business.</summary>
    [Display(Name = "New")]
    New,

    /// <summary>It is the school's business, and something is to be done or has been begun.</summary>
    [Display(Name = "In scope")]
    InScope,

    /// <summary>What was to be done is done.</summary>
    [Display(Name = "Settled")]
    Settled,

    /// <summary>It is not the school's business: left alone, and nothing of what it says is kept (clause SCOPE-4).</summary>
    [Display(Name = "Out of scope")]
    OutOfScope,

    /// <summary>It is the same posting as another mention, which goes on alone.</summary>
    [Display(Name = "Merged")]
    Merged,
}

/// <summary>How the school came to know of it.</summary>
public enum MentionSource
{
    /// <summary>Somebody saw it.</summary>
    [Display(Name = "Seen by somebody")]
    Person,

    /// <summary>A watched feed brought it.</summary>
    [Display(Name = "Watched feed")]
    Feed,
}

/// <summary>Whether a posting is the school's business, by the policy's own division.</summary>
public enum MentionScope
{
    /// <summary>Clause SCOPE-2: it speaks for the school.</summary>
    [Display(Name = "In scope: it speaks for the school", Description = "Posted by an account of the school, or in the school’s name")]
    Professional,

    /// <summary>Clause SCOPE-3: somebody's own, and it names the school or affects it.</summary>
    [Display(Name = "In scope: it names the school or affects it", Description = "Posted by somebody for themselves, and about the school, its pupils or its staff")]
    AffectsSchool,

    /// <summary>Clause SCOPE-4: somebody's own, and neither.</summary>
    [Display(Name = "Out of scope: it does neither", Description = "It is left alone. What it says, who wrote it and the link are taken away at once and cannot be brought back")]
    LeftAlone,
}

/// <summary>What is done about a posting that is in scope.</summary>
public enum MentionAction
{
    /// <summary>Nothing.</summary>
    [Display(Name = "Nothing needs to be done", Description = "For example praise, or news that is right")]
    NoneNeeded,

    /// <summary>It was answered where it stands.</summary>
    [Display(Name = "Replied where it was posted")]
    Replied,

    /// <summary>It goes on as an enquiry.</summary>
    [Display(Name = "Logged as an enquiry", Description = "It needs an answer from the school: log the enquiry first, then enter its reference here")]
    Enquiry,

    /// <summary>Whoever posted it was asked to take it down.</summary>
    [Display(Name = "Asked for it to be taken down")]
    RemovalRequested,

    /// <summary>The platform was told.</summary>
    [Display(Name = "Reported to the platform")]
    ReportedToPlatform,

    /// <summary>Somebody was spoken to.</summary>
    [Display(Name = "Spoke to whoever posted it")]
    SpokeInPerson,

    /// <summary>Anything else.</summary>
    [Display(Name = "Something else")]
    Other,
}
