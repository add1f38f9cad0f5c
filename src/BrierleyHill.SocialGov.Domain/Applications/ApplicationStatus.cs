using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>
/// Lifecycle of a business case:
/// <c>Draft → Submitted → ChangesRequested → Submitted … → Approved | Rejected</c>;
/// <c>Withdrawn</c> from Draft, Submitted and ChangesRequested. Approved, Rejected and Withdrawn are final.
/// </summary>
public enum ApplicationStatus
{
    /// <summary>Being written by its applicant; nobody else sees it.</summary>
    [Display(Name = "Draft")]
    Draft,

    /// <summary>With the senior leaders.</summary>
    [Display(Name = "Submitted")]
    Submitted,

    /// <summary>Back with the applicant, with what is to be changed.</summary>
    [Display(Name = "Changes requested")]
    ChangesRequested,

    /// <summary>Approved; the account is in the register.</summary>
    [Display(Name = "Approved")]
    Approved,

    /// <summary>Rejected, with reasons.</summary>
    [Display(Name = "Rejected")]
    Rejected,

    /// <summary>Taken back before it was decided.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>The sections of the business case, in the order of the task list.</summary>
public enum ApplicationSection
{
    /// <summary>Platform, kind and proposed name (ADM-2).</summary>
    [Display(Name = "Platform and name")]
    PlatformAndName,

    /// <summary>What the account is for (BC-1).</summary>
    [Display(Name = "Aim")]
    Aim,

    /// <summary>Whom it is for and how they hear of it (BC-2, BC-3).</summary>
    [Display(Name = "Audience and promotion")]
    Audience,

    /// <summary>Who runs it (BC-4).</summary>
    [Display(Name = "Administrators")]
    Administrators,

    /// <summary>Open or closed, and why (BC-5).</summary>
    [Display(Name = "Open or closed")]
    Openness,

    /// <summary>Who may comment, follow, tag and send messages (SLT-6).</summary>
    [Display(Name = "Settings")]
    Settings,

    /// <summary>Response to messages and forwarding of them (SLT-6).</summary>
    [Display(Name = "Messages")]
    Messages,

    /// <summary>Whether personal data is processed, and the impact assessment that covers it (DP-2).</summary>
    [Display(Name = "Personal data")]
    PersonalData,
}

/// <summary>How far a section is.</summary>
public enum SectionProgress
{
    /// <summary>Nothing is answered yet.</summary>
    [Display(Name = "Not started")]
    NotStarted,

    /// <summary>Some answers are missing.</summary>
    [Display(Name = "In progress")]
    InProgress,

    /// <summary>Every answer is there.</summary>
    [Display(Name = "Completed")]
    Completed,
}

/// <summary>What a senior leader decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Sent back to the applicant with what is to be changed.</summary>
    [Display(Name = "Ask for changes", Description = "It goes back to the applicant, who changes it and submits it again")]
    ChangesRequested,

    /// <summary>Approved, perhaps with conditions.</summary>
    [Display(Name = "Approve", Description = "The account goes into the register as awaiting creation")]
    Approved,

    /// <summary>Rejected with reasons.</summary>
    [Display(Name = "Reject", Description = "The business case is closed. The applicant sees your reasons")]
    Rejected,
}
