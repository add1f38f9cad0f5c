using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Whoever is reminded finds it in the portal and in their e-mail.</summary>
public sealed class TellOfReadinessReminder(EmailOutbox outbox) : EventRule<ReadinessReminder, ReadinessReminderSent>
{
    private const string Path = "/readiness/mine";

    /// <inheritdoc />
    protected override async Task ApplyAsync(
        ReadinessReminder record, ReadinessReminderSent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var person = await database.People.AsNoTracking()
            .SingleAsync(found => found.Id == record.PersonId && found.Status == PersonStatus.Active, cancellationToken);
        var text = $"To be ready to run a school account, please {record.Of.InWordsList()}.";
        database.Notifications.Add(new Notification(person.Id, record.Reference, text, Path, happened.At, NotificationKinds.PolicyAndTraining));
        outbox.Queue(database, person, ReadinessEmails.Reminder(record.Reference, record.Of, Path), happened.At);
    }
}

/// <summary>The e-mails about readiness: what kind of thing is missing, a reference and a link.</summary>
public static class ReadinessEmails
{
    /// <summary>To somebody who is not ready: what to do.</summary>
    public static EmailText Reminder(string reference, ReminderOf of, string path) => new(
        $"{reference}: something is missing before you can run an account",
        [$"To be ready to run a school social media account, please {of.InWordsList()}.", "See what is missing and what to do here:"],
        path,
        NotificationKinds.PolicyAndTraining);
}
