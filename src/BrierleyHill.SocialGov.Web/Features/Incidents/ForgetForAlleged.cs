using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>
/// Whoever is said to have done it is sometimes named after others were told, and may be one of them: a senior leader, say. In the same save what the portal
/// told them of the incident goes from their lists, what waits for their morning summary goes, and e-mails to them that have not left are withheld. What
/// they have read already nobody can take back (ADR 47).
/// </summary>
public sealed class ForgetForAlleged : EventRule<Incident, IncidentPersonNamed>
{
    private const string NotForThem = "The person it was for may not know of it any more.";

    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentPersonNamed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Role != InvolvedRole.Alleged || record.Involved.SingleOrDefault(person => person.Number == happened.Number)?.PersonId is not { } alleged)
        {
            return;
        }

        var emails = await database.OutgoingEmails.Where(email => email.IncidentId == record.Id).ToListAsync(cancellationToken);
        // Portal managers are told of e-mails that fail by the reference of the e-mail.
        string[] references = [record.Reference, .. emails.Select(email => email.Reference)];
        await database.Notifications.Where(told => told.PersonId == alleged && references.Contains(told.Reference)).ExecuteDeleteAsync(cancellationToken);
        var (path, below) = (IncidentPath.To(record.Id), IncidentPath.To(record.Id) + "/");
        await database.SummaryLines
            .Where(line => line.PersonId == alleged && (line.Path == path || line.Path.StartsWith(below)))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var email in emails.Where(email => email.PersonId == alleged && email.Status == OutgoingEmailStatus.Queued))
        {
            email.Withhold(NotForThem, happened.At);
        }
    }
}
