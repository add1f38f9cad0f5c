using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>Tells the portal managers of mail that was given up. In the portal alone: another e-mail would fail the same way.</summary>
public sealed class TellOfFailedEmail : EventRule<OutgoingEmail, EmailFailed>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(OutgoingEmail record, EmailFailed happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        MailNotifications.AddAsync(
            record, OutgoingEmailStatus.Failed, "E-mail could not be sent after several attempts. See what failed and why.", happened.At, database, cancellationToken);
}

/// <summary>Tells the portal managers of mail that may or may not have been sent.</summary>
public sealed class TellOfEmailInDoubt : EventRule<OutgoingEmail, EmailInDoubt>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(OutgoingEmail record, EmailInDoubt happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        MailNotifications.AddAsync(
            record, OutgoingEmailStatus.InDoubt, "E-mail may not have been sent. Decide whether to try again.", happened.At, database, cancellationToken);
}

internal static class MailNotifications
{
    /// <summary>
    /// Adds a notification for each active portal manager. One who has an unread notification of the same kind gets no second:
    /// an outage of the mail server fails every e-mail of a day, and the page it leads to lists them all. Of one about an incident those alone are
    /// told to whom it is open: the others would not find it on that page.
    /// </summary>
    public static async Task AddAsync(
        OutgoingEmail email, OutgoingEmailStatus status, string text, DateTime at, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = MailController.PathFor(status);
        var managers = await database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active && (person.Roles & Roles.PortalManager) == Roles.PortalManager)
            .Where(person => !database.Notifications.Any(told => told.PersonId == person.Id && told.Path == path && told.ReadAt == null))
            .ToListAsync(cancellationToken);
        foreach (var manager in managers)
        {
            if (email.IncidentId is not { } incident
                || await database.IncidentsOpenTo(manager.AsActor()).AnyAsync(open => open.Id == incident, cancellationToken))
            {
                database.Notifications.Add(new Notification(manager.Id, email.Reference, text, path, at, NotificationKinds.Running));
            }
        }
    }
}
