using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>The e-mails about training: what kind of thing it is, its reference and a link.</summary>
public static class TrainingEmails
{
    /// <summary>To whoever was booked by somebody else.</summary>
    public static EmailText Booked(string reference, string path) => new(
        $"{reference}: a place on a training session has been booked for you",
        [$"A place on the training session {reference} has been booked for you.", "Date, place and material are here. You can also give the place back there:"],
        path,
        NotificationKinds.PolicyAndTraining);

    /// <summary>To whoever lost a place by somebody else's hand.</summary>
    public static EmailText BookingCancelled(string reference, string path) => new(
        $"{reference}: your place on a training session has been cancelled",
        [$"Your place on the training session {reference} has been cancelled.", "See the session, and other sessions, here:"],
        path,
        NotificationKinds.PolicyAndTraining);

    /// <summary>To whoever is booked.</summary>
    public static EmailText SessionChanged(string reference, string path) => new(
        $"{reference}: a training session has been changed",
        [$"The date, time or place of the training session {reference}, on which you have a place, has been changed.", "See it here:"],
        path,
        NotificationKinds.PolicyAndTraining);

    /// <summary>To whoever is booked.</summary>
    public static EmailText SessionCancelled(string reference, string path) => new(
        $"{reference}: a training session has been cancelled",
        [$"The training session {reference}, on which you had a place, has been cancelled.", "Find another session here:"],
        path,
        NotificationKinds.PolicyAndTraining);

    /// <summary>To whoever was trained.</summary>
    public static EmailText RunsOut(string reference, string path) => new(
        $"{reference}: a training of yours runs out",
        [$"Your training {reference} will run out.", "See when, and book a session, here:"],
        path,
        NotificationKinds.PolicyAndTraining);
}
