using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Assessment, investigation, routes and end.</content>
public static partial class IncidentEmails
{
    /// <summary>To leaders: the assessment is due today.</summary>
    public static EmailText AssessmentDueSoon(string reference, string path) => new(
        $"{reference}: an assessment is due today",
        [$"The assessment of the incident {reference} is due today.", "Assess it here:"],
        path,
        NotificationKinds.Incidents);

    /// <summary>To leaders, at once: the assessment is overdue.</summary>
    public static EmailText AssessmentOverdue(string reference, string path) => new(
        $"{reference}: an assessment is overdue", [$"The incident {reference} was not assessed in time.", "Assess it here:"], path);

    /// <summary>To leaders, at once: the assessment is still overdue.</summary>
    public static EmailText AssessmentEscalated(string reference, string path) => new(
        $"{reference}: an assessment is still overdue", [$"The incident {reference} has still not been assessed.", "See that it is assessed now:"], path);

    /// <summary>To the investigator, at once.</summary>
    public static EmailText Appointed(string reference, string path) => new(
        $"{reference}: you are asked to look into an incident", [$"You have been appointed to look into the incident {reference}.", "See what there is to do here:"], path);

    /// <summary>To whoever looks into it no more.</summary>
    public static EmailText Released(string reference) => new(
        $"{reference}: you look into this incident no more",
        [$"You no longer look into the incident {reference}. Thank you for what you have done.", "The portal is here:"],
        "/incidents",
        NotificationKinds.Incidents);

    /// <summary>To the safeguarding lead, at once.</summary>
    public static EmailText SafeguardingStarted(string reference, string path) => new(
        $"{reference}: the safeguarding route has been started", [$"The safeguarding route of the incident {reference} has been started.", "Look at it now:"], path);

    /// <summary>To whoever reported it.</summary>
    public static EmailText ReportStands(string reference, string path) => new(
        $"{reference}: how your report stands",
        [$"How your report {reference} stands has changed.", "See it here:"],
        path,
        NotificationKinds.Incidents);

    /// <summary>To leaders: it waits to be closed.</summary>
    public static EmailText Resolved(string reference, string path) => new(
        $"{reference}: an incident has been resolved",
        [$"The outcome of the incident {reference} has been recorded.", "Look at it, and close it, here:"],
        path,
        NotificationKinds.Incidents);

    /// <summary>To leaders and investigators: there is more to be done.</summary>
    public static EmailText Reopened(string reference, string path) => new(
        $"{reference}: an incident has been reopened",
        [$"The incident {reference} has been reopened.", "See why here:"],
        path,
        NotificationKinds.Incidents);
}
