using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// What of the portal's own records, which hold something about every incident, may be shown to whom (ADR 47). Who may know of which incident is said by
/// <see cref="IncidentQueries"/> alone.
/// </summary>
public static class NeedToKnowQueries
{
    private const string ReferenceBeginning = Incident.ReferenceKind + "-";

    // Lines of events of incidents that carry no reference: none should be, and if one is, nobody can be shown to need to know of it.
    private static readonly string[] IncidentEvents =
        [.. typeof(Incident).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract && type.Namespace == typeof(Incident).Namespace).Select(type => type.Name)];

    /// <summary>The lines of the audit that this person may read: those about an incident only where it is open to them.</summary>
    /// <param name="database">The database.</param>
    /// <param name="reader">Who reads.</param>
    public static IQueryable<AuditEvent> AuditLinesShownTo(this SocialGovDbContext database, Actor reader)
    {
        ArgumentNullException.ThrowIfNull(database);
        var open = database.IncidentsOpenTo(reader).Select(incident => ReferenceBeginning + incident.Id);
        return database.AuditEvents.AsNoTracking().Where(line =>
            line.RecordReference != null && line.RecordReference.StartsWith(ReferenceBeginning)
                ? open.Contains(line.RecordReference)
                : !IncidentEvents.Contains(line.Name));
    }

    /// <summary>The e-mails of the outbox that this person may know of: those about an incident only where it is open to them.</summary>
    /// <param name="database">The database.</param>
    /// <param name="reader">Who reads.</param>
    public static IQueryable<OutgoingEmail> EmailsShownTo(this SocialGovDbContext database, Actor reader)
    {
        ArgumentNullException.ThrowIfNull(database);
        var open = database.IncidentsOpenTo(reader).Select(incident => (int?)incident.Id);
        return database.OutgoingEmails.AsNoTracking().Where(email => email.IncidentId == null || open.Contains(email.IncidentId));
    }
}
