using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Where the pages of mentions are.</summary>
internal static class MentionPaths
{
    public const string Waiting = "/mentions?Status=New";

    public static string Of(PublicMention mention) => $"/mentions/{mention.Id}";
}

/// <summary>Administrators and senior leaders hear of what somebody saw. What feeds bring waits on the dashboard: it may be fifty at a time.</summary>
public sealed class TellDecidersOfMention(EmailOutbox outbox) : EventRule<PublicMention, MentionLogged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PublicMention record, MentionLogged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Source != MentionSource.Person)
        {
            return;
        }

        Person[] people =
        [
            .. await database.LoadActiveAsync(Roles.Administrator, cancellationToken),
            .. await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken),
        ];
        foreach (var person in people.DistinctBy(person => person.Id).Where(person => !happened.By.Is(person.Id)))
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"Somebody saw a public posting about the school, {record.Reference}. Decide whether it is in scope.", MentionPaths.Of(record), happened.At));
            outbox.Queue(database, person, MentionEmails.Logged(record.Reference, MentionPaths.Of(record)), happened.At);
        }
    }
}

/// <summary>Administrators are reminded of mentions that wait: of all that fall due in one run by one notification and one e-mail.</summary>
public sealed class RemindAdministratorsOfMentions(EmailOutbox outbox) : EventRule<PublicMention, MentionChased>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PublicMention record, MentionChased happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (database.ChangeTracker.Entries<Notification>().Any(entry => entry.State == EntityState.Added && entry.Entity.Path == MentionPaths.Waiting))
        {
            return;
        }

        foreach (var administrator in await database.LoadActiveAsync(Roles.Administrator, cancellationToken))
        {
            database.Notifications.Add(new Notification(
                administrator.Id, record.Reference, $"Public mentions, {record.Reference} among them, wait for somebody to decide whether they are in scope.", MentionPaths.Waiting, happened.At));
            outbox.Queue(database, administrator, MentionEmails.Waiting(record.Reference, MentionPaths.Waiting), happened.At);
        }
    }
}

/// <summary>The e-mails about mentions: what kind of thing it is, its reference and a link.</summary>
public static class MentionEmails
{
    /// <summary>To administrators and senior leaders.</summary>
    public static EmailText Logged(string reference, string path) => new(
        $"{reference}: a public mention of the school",
        [$"Somebody saw a public posting about the school and logged it as {reference}.", "Decide here whether it is in scope:"],
        path,
        NotificationKinds.Mentions);

    /// <summary>To administrators.</summary>
    public static EmailText Waiting(string reference, string path) => new(
        "Public mentions wait for a decision",
        [$"Public mentions of the school, {reference} among them, have waited some working days for somebody to decide whether they are in scope.", "Decide about them here:"],
        path,
        NotificationKinds.Mentions);
}
