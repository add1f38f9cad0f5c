using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The e-mails about impact assessments: what kind of thing waits, its reference and a link.</summary>
public static class ImpactAssessmentEmails
{
    /// <summary>To data protection officers: advise.</summary>
    public static EmailText WaitsForAdvice(string reference, string path) => new(
        $"{reference}: an impact assessment waits for your advice",
        [$"The impact assessment {reference} has been sent to the data protection officer and waits for advice.", "Read it and advise here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To data protection officers: a screening.</summary>
    public static EmailText ScreenedOut(string reference, string path) => new(
        $"{reference}: a screening says that no impact assessment is needed",
        [$"The screening {reference} says that no impact assessment is needed. You can overturn it.", "Read the reason here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To senior leaders: a high risk is left.</summary>
    public static EmailText HighRiskLeft(string reference, string path) => new(
        $"{reference}: a high risk is left",
        [$"In the impact assessment {reference} a risk stays high. Before it can be signed off, a senior leader has to accept the risk, and the decision to consult the ICO has to be recorded.", "Read it here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To the author: there is an answer.</summary>
    public static EmailText Answered(string reference, string path) => new(
        $"{reference}: there is an answer to your impact assessment",
        [$"Something has been decided about your impact assessment {reference}.", "Read what, and what there is to do, here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To data protection officers: advice was overruled.</summary>
    public static EmailText Overruled(string reference, string path) => new(
        $"{reference}: your advice has been overruled",
        [$"A senior leader has overruled the advice on the impact assessment {reference}. The reason is on the record.", "Read it here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To author and data protection officers: something it rests on has changed.</summary>
    public static EmailText MaterialChange(string reference, string path) => new(
        $"{reference}: something that the impact assessment rests on has changed",
        [$"What the impact assessment {reference} covers has changed, so it has to be looked at again.", "Read what has changed here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To data protection officers: confirm coverage.</summary>
    public static EmailText ConfirmCoverage(string reference, string path) => new(
        $"{reference}: does this impact assessment cover one more account?",
        [$"A business case names the impact assessment {reference}, which was signed off before. It covers the new account once you confirm it.", "Look at it here:"],
        path,
        NotificationKinds.ImpactAssessments);

    /// <summary>To author and data protection officers: the review.</summary>
    public static EmailText ReviewDue(string reference, string path, bool isOverdue) => new(
        isOverdue ? $"{reference}: the review of the impact assessment is overdue" : $"{reference}: the impact assessment is to be reviewed soon",
        [isOverdue
            ? $"The review of the impact assessment {reference} is overdue. It goes on counting as signed off, and you are reminded every week."
            : $"The impact assessment {reference} is to be reviewed soon.",
            "Record the review, or start a new version, here:"],
        path,
        NotificationKinds.ImpactAssessments);
}
