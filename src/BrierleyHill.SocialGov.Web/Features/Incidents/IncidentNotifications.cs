using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Tells people of incidents. Whoever is said to have done it is never among them: <see cref="IncidentQueries.LoadIncidentAudienceAsync"/> alone says who is.</summary>
public sealed class IncidentTelling(EmailOutbox outbox)
{
    /// <summary>Whom a new incident concerns: those to whom it is open from the first.</summary>
    public static IncidentAudience AudienceOfNew(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return IncidentAudience.SeniorLeaders
            | (incident.IsDanger || incident.Category == IncidentCategory.Safeguarding ? IncidentAudience.SafeguardingLeads : IncidentAudience.None)
            | (incident.Category == IncidentCategory.PersonalDataBreach ? IncidentAudience.DataProtectionOfficers : IncidentAudience.None);
    }

    /// <summary>Tells in the portal and by e-mail, each once; not whoever did it, who knows.</summary>
    /// <param name="database">The database.</param>
    /// <param name="incident">The incident, with the people who are involved.</param>
    /// <param name="audience">Whom it concerns.</param>
    /// <param name="text">What the portal says.</param>
    /// <param name="email">What the e-mail says.</param>
    /// <param name="byId">Who did it, if it was a person.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="level">How urgent it is, where it is an alert about a deadline.</param>
    /// <param name="namedId">Somebody whom it concerns besides.</param>
    public async Task TellAsync(
        SocialGovDbContext database,
        Incident incident,
        IncidentAudience audience,
        string text,
        EmailText email,
        int? byId,
        DateTime at,
        CancellationToken cancellationToken,
        AlertLevel? level = null,
        int? namedId = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(email);
        var people = await database.LoadIncidentAudienceAsync(incident, audience, cancellationToken, namedId);
        Tell(database, people.Where(person => person.Id != byId), incident.Reference, text, email, at, level);
    }

    /// <summary>Tells people to whom it is open, each once, in the portal and by e-mail. Who they are has been asked before (<see cref="IncidentQueries"/>, <see cref="IncidentPartQueries"/>).</summary>
    /// <param name="database">The database.</param>
    /// <param name="people">Whom.</param>
    /// <param name="reference">The reference of the incident.</param>
    /// <param name="text">What the portal says.</param>
    /// <param name="email">What the e-mail says.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="level">How urgent it is, where it is an alert about a deadline.</param>
    public void Tell(SocialGovDbContext database, IEnumerable<Person> people, string reference, string text, EmailText email, DateTime at, AlertLevel? level = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(email);
        foreach (var person in people)
        {
            database.Notifications.Add(new Notification(person.Id, reference, text, email.Path, at, email.Kind, level));
            outbox.Queue(database, person, email, at);
        }
    }
}

/// <summary>
/// Senior leaders hear at once of a new incident (BEH-4); of one in which somebody is in danger or a child may be at risk the safeguarding lead too, and of one
/// about personal data the data protection officer.
/// </summary>
public sealed class TellOfNewIncident(IncidentTelling telling) : EventRule<Incident, IncidentReported>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, IncidentReported happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = IncidentEmails.PathOf(record.Id);
        return telling.TellAsync(
            database,
            record,
            IncidentTelling.AudienceOfNew(record),
            record.IsDanger
                ? "Somebody may be in danger now. Look at this incident at once."
                : record.IsOwnMistake ? "A mistake has been reported by whoever made it. It waits for its assessment." : "An incident has been reported and waits for its assessment.",
            record.IsDanger ? IncidentEmails.Danger(record.Reference, path) : IncidentEmails.New(record.Reference, path),
            happened.By.PersonId,
            happened.At,
            cancellationToken);
    }
}
