using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>The e-mails about the policy: what kind of thing waits, its reference and a link.</summary>
public static class PolicyEmails
{
    /// <summary>To everybody: read and acknowledge.</summary>
    public static EmailText Acknowledge(string reference) => new(
        $"{reference}: please acknowledge the social media policy",
        ["A new version of the social media policy is in force, and everybody who acts for the school is asked to read and acknowledge it.", "Read and acknowledge it here:"],
        "/policy",
        NotificationKinds.PolicyAndTraining);

    /// <summary>To somebody without a sign-in: read and acknowledge.</summary>
    public static EmailText AcknowledgeByLink(string path) => new(
        "Please acknowledge the school’s social media policy",
        [
            "You act for our school, or are about to, so we ask you to read and acknowledge our social media policy.",
            "The link below works once, for 14 days. It is meant for you alone, so please do not pass it on. If you do not know why you get this, ask the school office.",
            "Read and acknowledge the policy here:",
        ],
        path);

    /// <summary>To senior leaders: review it.</summary>
    public static EmailText ReviewDue(string reference) => new(
        $"{reference}: the review of the social media policy is due soon",
        ["The social media policy is reviewed every year, and the day of its next review is near.", "Review it here:"],
        "/policy",
        NotificationKinds.PolicyAndTraining);

    /// <summary>To senior leaders: it is overdue.</summary>
    public static EmailText ReviewOverdue(string reference) => new(
        $"{reference}: the review of the social media policy is overdue",
        ["The social media policy is reviewed every year. The day of its review has passed, and no review is recorded.", "Review it here:"],
        "/policy",
        NotificationKinds.PolicyAndTraining);
}
