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
public sealed class ForgetForAlleged : EventRule<Incident, IncidentEvent>
{
    private const string NotForThem = "The person it was for may not know of it any more.";

    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        int? number = happened switch
        {
            IncidentPersonNamed { Role: InvolvedRole.Alleged } named => named.Number,
            IncidentPersonCorrected { Role: InvolvedRole.Alleged } corrected => corrected.Number,
            _ => null,
        };
        if (record.Involved.SingleOrDefault(person => person.Number == number)?.PersonId is not { } alleged)
        {
            return;
        }

        var emails = await database.OutgoingEmails.Where(email => email.IncidentId == record.Id).ToListAsync(cancellationToken);
        // Portal managers are told of e-mails that fail by the reference of the e-mail.
        var reference = record.Reference;
        string[] references = [reference, .. emails.Select(email => email.Reference)];
        await database.Notifications.Where(told => told.PersonId == alleged && references.Contains(told.Reference)).ExecuteDeleteAsync(cancellationToken);
        var (path, below) = (IncidentPath.To(record.Id), IncidentPath.To(record.Id) + "/");
        await database.SummaryLines
            .Where(line => line.PersonId == alleged && (line.Path == path || line.Path.StartsWith(below) || line.Subject.Contains(reference)))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var email in emails.Where(email => email.PersonId == alleged && email.Status == OutgoingEmailStatus.Queued))
        {
            email.Withhold(NotForThem, happened.At);
        }
    }
}
