using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Messaging;

/// <summary>
/// What an e-mail is about, so that people can choose per kind whether it comes at once or in the morning summary. What has no kind
/// always comes at once: escalations, and whatever somebody needs in order to sign in. The numbers are stored and are never changed.
/// </summary>
[Flags]
public enum NotificationKinds
{
    /// <summary>None.</summary>
    [Display(Name = "None")]
    None = 0,

    /// <summary>Business cases.</summary>
    [Display(Name = "Business cases")]
    BusinessCases = 1,

    /// <summary>The register: going live, reviews, verification.</summary>
    [Display(Name = "Accounts and their reviews")]
    Accounts = 2,

    /// <summary>The vault.</summary>
    [Display(Name = "Sign-in details that are due for rotation")]
    Vault = 4,

    /// <summary>Hand-overs.</summary>
    [Display(Name = "Hand-overs")]
    Handovers = 8,

    /// <summary>Impact assessments.</summary>
    [Display(Name = "Impact assessments")]
    ImpactAssessments = 16,

    /// <summary>Policy, acknowledgements, training and guidance.</summary>
    [Display(Name = "Policy and training")]
    PolicyAndTraining = 32,

    /// <summary>New enquiries, and those that are due soon.</summary>
    [Display(Name = "Enquiries, before they are due")]
    Enquiries = 64,

    /// <summary>Enquiries that are overdue.</summary>
    [Display(Name = "Enquiries that are overdue")]
    OverdueEnquiries = 128,

    /// <summary>The monitoring rota.</summary>
    [Display(Name = "Monitoring checks")]
    Monitoring = 256,

    /// <summary>Public mentions of the school.</summary>
    [Display(Name = "Public mentions")]
    Mentions = 512,

    /// <summary>The running of the portal: mail, jobs.</summary>
    [Display(Name = "The running of the portal")]
    Running = 1024,

    /// <summary>Incidents, where nothing is urgent: what is urgent has no kind and comes at once.</summary>
    [Display(Name = "Incidents, where nothing is urgent")]
    Incidents = 2048,
}

/// <summary>Which kinds there are to choose by.</summary>
public static class SummaryChoices
{
    /// <summary>Every kind, in the order in which people are asked.</summary>
    public static IReadOnlyList<NotificationKinds> Each { get; } = [.. Enum.GetValues<NotificationKinds>().Where(kind => kind != NotificationKinds.None).Order()];

    /// <summary>Every kind together.</summary>
    public static NotificationKinds All { get; } = Each.Aggregate((together, kind) => together | kind);

    /// <summary>The kinds that are named, in words: "Business cases, Hand-overs".</summary>
    public static string InWordsList(this NotificationKinds kinds) =>
        kinds == NotificationKinds.None ? "None" : string.Join(", ", Each.Where(kind => kinds.HasFlag(kind)).Select(kind => kind.InWords()));
}
