using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>The e-mails about business cases: what kind of thing waits, its reference and a link.</summary>
public static class ApplicationEmails
{
    /// <summary>To senior leaders: decide.</summary>
    public static EmailText WaitsForDecision(string reference, string path) => new(
        $"{reference}: a business case waits for a decision",
        [$"The business case {reference} for a social media account has been submitted and waits for the decision of a senior leader.", "Read and decide it here:"],
        path,
        NotificationKinds.BusinessCases);

    /// <summary>To the applicant: change it.</summary>
    public static EmailText ChangesRequested(string reference, string path) => new(
        $"{reference}: changes are asked for",
        [$"A senior leader has asked for changes to your business case {reference}.", "Read what is asked for, change it and submit it again here:"],
        path,
        NotificationKinds.BusinessCases);

    /// <summary>To the applicant: decided.</summary>
    public static EmailText Decided(string reference, string path) => new(
        $"{reference}: your business case has been decided",
        [$"A senior leader has decided your business case {reference}.", "Read the decision here:"],
        path,
        NotificationKinds.BusinessCases);

    /// <summary>To senior leaders: it still waits.</summary>
    public static EmailText StillWaitsForDecision(string reference, string path) => new(
        $"{reference}: still waits for a decision",
        [$"The business case {reference} for a social media account still waits for the decision of a senior leader.", "Read and decide it here:"],
        path,
        NotificationKinds.BusinessCases);

    /// <summary>To the applicant: it still waits.</summary>
    public static EmailText StillWaitsForChanges(string reference, string path) => new(
        $"{reference}: still waits for your changes",
        [$"Your business case {reference} still waits for the changes that were asked for.", "Change it and submit it again, or withdraw it, here:"],
        path,
        NotificationKinds.BusinessCases);
}
