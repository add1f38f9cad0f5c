using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>What the mail page shows.</summary>
/// <param name="HowItLeaves">How mail leaves, in a sentence.</param>
/// <param name="WaitsSince">Since when the oldest e-mail waits, UTC, if that is longer than is usual.</param>
/// <param name="Counts">How many e-mails there are of each status, in the order of a message's life.</param>
/// <param name="Status">The status that is shown, or <see langword="null"/> for all.</param>
/// <param name="Order">How the list is sorted.</param>
/// <param name="Emails">The e-mails.</param>
public sealed record MailPage(
    string HowItLeaves,
    DateTime? WaitsSince,
    IReadOnlyList<(OutgoingEmailStatus Status, int Count)> Counts,
    OutgoingEmailStatus? Status,
    SortOrder Order,
    PagedList<MailLine> Emails)
{
    /// <summary>How many e-mails there are in all.</summary>
    public int Total => Counts.Sum(count => count.Count);

    /// <summary>How many are in doubt.</summary>
    public int InDoubt => Counts.Single(count => count.Status == OutgoingEmailStatus.InDoubt).Count;
}

/// <summary>One e-mail in the list. What it says is never shown: it may hold a link that lets its reader in.</summary>
public sealed record MailLine(
    Guid Key,
    string PersonName,
    string Subject,
    OutgoingEmailStatus Status,
    DateTime QueuedAt,
    int Attempts,
    DateTime NextAttemptAt,
    DateTime? SentAt,
    string? LastError)
{
    /// <summary>What stands for the name of somebody whom the directory does not know.</summary>
    public const string NotInDirectory = "Somebody outside the directory";

    /// <summary>The reference.</summary>
    public string Reference => OutgoingEmail.ReferenceTo(Key);

    /// <summary>The colour of the status's tag.</summary>
    public string? StatusColour => Status switch
    {
        OutgoingEmailStatus.Queued => null,
        OutgoingEmailStatus.Claimed or OutgoingEmailStatus.HandingOver => "yellow",
        OutgoingEmailStatus.Sent => "green",
        OutgoingEmailStatus.Failed => "red",
        OutgoingEmailStatus.InDoubt => "orange",
        OutgoingEmailStatus.Withheld => "grey",
    };

    /// <summary>Whether a portal manager can have it tried again.</summary>
    public bool CanBeTriedAgain => OutgoingEmail.CanBeTriedAgain(Status, Attempts);
}

/// <summary>Reads the outbox. What is about an incident is neither listed nor counted for anybody to whom that is not open.</summary>
public sealed class MailQueries(SocialGovDbContext database, MailSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The column that the list is sorted by at first.</summary>
    public const string Queued = "queued";
    private const string Person = "person";
    private const string Next = "next";
    private const string Sent = "sent";

    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(15);

    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyCollection<string> Columns { get; } = [Queued, Person, Next, Sent];

    /// <summary>Reads the page.</summary>
    public async Task<MailPage> ReadAsync(OutgoingEmailStatus? status, SortOrder order, int? page, CancellationToken cancellationToken)
    {
        var emails = database.EmailsShownTo(person.Actor);
        var counts = await emails
            .GroupBy(email => email.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(count => count.Status, count => count.Count, cancellationToken);
        var late = clock.UtcNow() - UsualWait;
        var waitsSince = await emails
            .Where(email => email.Status == OutgoingEmailStatus.Queued && email.QueuedAt < late)
            .MinAsync(email => (DateTime?)email.QueuedAt, cancellationToken);
        return new MailPage(
            settings.Description,
            waitsSince,
            [.. Enum.GetValues<OutgoingEmailStatus>().Select(each => (each, counts.GetValueOrDefault(each)))],
            status,
            order,
            await PagedList<MailLine>.ReadAsync(List(emails, status, order), page, cancellationToken));
    }

    private IQueryable<MailLine> List(IQueryable<OutgoingEmail> emails, OutgoingEmailStatus? status, SortOrder order)
    {
        var lines =
            from email in emails
            join known in database.People on email.PersonId equals (int?)known.Id into recipients
            from recipient in recipients.DefaultIfEmpty()
            where status == null || email.Status == status
            select new { email, person = recipient };
        var sorted = (order.Column, order.Descending) switch
        {
            (Person, false) => lines.OrderBy(line => line.person.Surname).ThenBy(line => line.person.Forename),
            (Person, true) => lines.OrderByDescending(line => line.person.Surname).ThenByDescending(line => line.person.Forename),
            (Next, false) => lines.OrderBy(line => line.email.NextAttemptAt),
            (Next, true) => lines.OrderByDescending(line => line.email.NextAttemptAt),
            (Sent, false) => lines.OrderBy(line => line.email.SentAt),
            (Sent, true) => lines.OrderByDescending(line => line.email.SentAt),
            (_, false) => lines.OrderBy(line => line.email.QueuedAt),
            (_, true) => lines.OrderByDescending(line => line.email.QueuedAt),
        };
        return sorted.ThenByDescending(line => line.email.Id).Select(line => new MailLine(
            line.email.Key,
            line.person == null ? MailLine.NotInDirectory : line.person.Forename + " " + line.person.Surname,
            line.email.Subject,
            line.email.Status,
            line.email.QueuedAt,
            line.email.Attempts,
            line.email.NextAttemptAt,
            line.email.SentAt,
            line.email.LastError));
    }
}
