using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>The e-mails about monitoring: what kind of thing waits, its reference and a link. Escalations have no kind: they always come at once.</summary>
public static class MonitoringEmails
{
    /// <summary>To whoever is on duty: the slot has come.</summary>
    public static EmailText CheckNow(string reference, string path) => new(
        $"{reference}: a monitoring check waits for you",
        [$"It is time for the monitoring check {reference}.", "It takes two taps if you find nothing:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To whoever was on duty and the account's administrators: nobody did it in time.</summary>
    public static EmailText Missed(string reference, string path) => new(
        $"{reference}: a monitoring check has been missed",
        [$"The monitoring check {reference} was not done in time. Doing it late is better than not at all.", "Do it here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To senior leaders: still nobody did it.</summary>
    public static EmailText Escalated(string reference, string path) => new(
        $"{reference}: a monitoring check is still missed",
        [$"The monitoring check {reference} was missed, its administrators were told, and still nobody has looked at the account.", "See it here:"],
        path);

    /// <summary>To whoever is to do it.</summary>
    public static EmailText FollowUp(string reference, string path) => new(
        $"{reference}: something to do after a monitoring check",
        [$"The follow-up {reference} of a monitoring check is for you.", "See what is to be done, and tick it off, here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To whoever is to do it: today is the day.</summary>
    public static EmailText FollowUpDue(string reference, string path) => new(
        $"{reference}: a follow-up is due today",
        [$"The follow-up {reference} of a monitoring check is due today.", "Tick it off here when it is done:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To whoever is to do it and the account's administrators.</summary>
    public static EmailText FollowUpOverdue(string reference, string path) => new(
        $"{reference}: a follow-up is overdue",
        [$"The follow-up {reference} of a monitoring check is overdue.", "See it here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To senior leaders.</summary>
    public static EmailText FollowUpEscalated(string reference, string path) => new(
        $"{reference}: a follow-up is still overdue",
        [$"The follow-up {reference} of a monitoring check has been overdue for two days.", "See it here:"],
        path);

    /// <summary>To whoever is new on a rota.</summary>
    public static EmailText OnRota(string reference, string path) => new(
        $"{reference}: you are on a monitoring rota",
        [$"You are on the monitoring rota {reference} now.", "See when it is your turn here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To whoever covers.</summary>
    public static EmailText Covers(string reference, string path) => new(
        $"{reference}: you cover on a monitoring rota",
        [$"You cover for somebody on the monitoring rota {reference}.", "See from when to when here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To whoever need not cover after all.</summary>
    public static EmailText CoverCancelled(string reference, string path) => new(
        $"{reference}: you need not cover on a monitoring rota",
        [$"Cover that you were to give on the monitoring rota {reference} has been cancelled.", "See the rota here:"],
        path,
        NotificationKinds.Monitoring);

    /// <summary>To administrators: somebody on the rota has gone.</summary>
    public static EmailText PersonGone(string reference, string path) => new(
        $"{reference}: somebody on a monitoring rota leaves or has left",
        [$"Somebody on the monitoring rota {reference} leaves, has left or no longer looks after the account. Until the rota is changed, their checks fall to the account’s administrators.", "Change the rota here:"],
        path,
        NotificationKinds.Monitoring);
}
