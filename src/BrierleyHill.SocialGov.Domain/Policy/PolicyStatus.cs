using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>
/// Lifecycle of a version of the policy: <c>Draft → Approved → Published → Superseded</c>; editing an approved version puts it back
/// to <c>Draft</c>; <c>Discarded</c> from Draft and Approved. Superseded and Discarded are final.
/// </summary>
public enum PolicyStatus
{
    /// <summary>Being written by the senior leaders; nobody else sees it.</summary>
    [Display(Name = "Draft")]
    Draft,

    /// <summary>Approved as it stands, and not published yet.</summary>
    [Display(Name = "Approved")]
    Approved,

    /// <summary>In force.</summary>
    [Display(Name = "Published")]
    Published,

    /// <summary>Was in force until a later version was published.</summary>
    [Display(Name = "Superseded")]
    Superseded,

    /// <summary>Given up before it was published.</summary>
    [Display(Name = "Discarded")]
    Discarded,
}

/// <summary>What somebody confirms when they acknowledge the policy. All of it is needed.</summary>
[Flags]
public enum Confirmed
{
    /// <summary>Nothing.</summary>
    [Display(Name = "Nothing")]
    Nothing = 0,

    /// <summary>Read and understood (SLT-7).</summary>
    [Display(Name = "I have read and understood the policy, and I will keep to it whenever and wherever I act for the school online")]
    Understood = 1,

    /// <summary>Confidentiality outlasts employment (BEH-1).</summary>
    [Display(Name = "I will keep confidential what I learn about pupils, families and colleagues, also after I have left the school")]
    Confidential = 2,

    /// <summary>Use at work may be monitored (BEH-6).</summary>
    [Display(Name = "I know that the school may monitor the use of social media at work and on its equipment")]
    Monitored = 4,

    /// <summary>All of it.</summary>
    [Display(Name = "Everything")]
    Everything = Understood | Confidential | Monitored,
}

/// <summary>Where a request to acknowledge the policy by a link stands: <c>Sent → Acknowledged | Cancelled | Replaced</c>. A link that ran out can be sent again.</summary>
public enum AcknowledgementRequestStatus
{
    /// <summary>The link was sent. It works until it runs out.</summary>
    [Display(Name = "Sent")]
    Sent,

    /// <summary>The policy was acknowledged by it.</summary>
    [Display(Name = "Acknowledged")]
    Acknowledged,

    /// <summary>Taken back.</summary>
    [Display(Name = "Cancelled")]
    Cancelled,

    /// <summary>A newer one was sent to the same address.</summary>
    [Display(Name = "Replaced by a newer one")]
    Replaced,
}
