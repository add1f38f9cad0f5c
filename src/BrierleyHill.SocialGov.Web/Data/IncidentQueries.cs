using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data.Configurations;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Whom something about an incident may concern.</summary>
[Flags]
public enum IncidentAudience
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The senior leaders.</summary>
    SeniorLeaders = 1,

    /// <summary>The safeguarding leads.</summary>
    SafeguardingLeads = 2,

    /// <summary>The data protection officers.</summary>
    DataProtectionOfficers = 4,

    /// <summary>Whoever investigates it now.</summary>
    Investigators = 8,

    /// <summary>Who reported it.</summary>
    Reporter = 16,
}

/// <summary>An incident that a dashboard counts.</summary>
public sealed class IncidentLineItem
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>Whether somebody may be in danger.</summary>
    public bool IsDanger { get; init; }

    /// <summary>When it was reported, UTC.</summary>
    public DateTime ReportedAt { get; init; }

    /// <summary>Whether the person investigates it.</summary>
    public bool IsInvestigated { get; init; }

    /// <summary>When the school became aware of its personal data breach, UTC, while nobody has decided about the ICO; <see langword="null"/> otherwise.</summary>
    public DateTime? BreachAwareAt { get; init; }
}

/// <summary>
/// Need to know, in one place (ADR 42): every route, list, count, search, export, notification and audit view that touches incidents asks here. Whoever is
/// said to have done it never sees it, whatever their role. The reporter knows of it, and sees its status and their own report. It is open as a whole to
/// senior leaders, to whoever investigates it now, to the safeguarding lead where a child may be at risk, and to the data protection officer where
/// personal data is concerned. The portal manager's role opens nothing.
/// </summary>
public static class IncidentQueries
{
    /// <summary>Those that this person may know of: their own reports, and those that are open to them.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<Incident> IncidentsKnownTo(this SocialGovDbContext database, Actor person)
    {
        ArgumentNullException.ThrowIfNull(database);
        var id = person.PersonId;
        var open = database.IncidentsOpenTo(person).Select(incident => incident.Id);
        return database.IncidentsNotAlleging(person).Where(incident => incident.ReportedById == id || open.Contains(incident.Id));
    }

    /// <summary>Those that are open to this person as a whole.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<Incident> IncidentsOpenTo(this SocialGovDbContext database, Actor person)
    {
        ArgumentNullException.ThrowIfNull(database);
        var id = person.PersonId;
        var isLeader = person.Holds(Roles.SeniorLeader);
        var isSafeguardingLead = person.Holds(Roles.SafeguardingLead);
        var isOfficer = person.Holds(Roles.DataProtectionOfficer);
        // Of what is out of scope nobody knows any more who was said to have done it: so it is open to whoever decided that alone (ADR 44).
        return database.IncidentsNotAlleging(person).Where(incident => incident.Status == IncidentStatus.OutOfScope
            ? isLeader && incident.AssessedById == id
            : isLeader
                || incident.Investigators.Any(investigator => investigator.PersonId == id && investigator.Until == null)
                || (isSafeguardingLead
                    && (incident.IsDanger
                        || incident.Category == IncidentCategory.Safeguarding
                        || incident.Routes.Any(route => route.Kind == IncidentRouteKind.Safeguarding && route.TakenOffAt == null)))
                || (isOfficer && (incident.Category == IncidentCategory.PersonalDataBreach || database.PersonalDataBreaches.Any(breach => breach.IncidentId == incident.Id))));
    }

    /// <summary>
    /// Whom to tell of something about an incident: active people of those asked for, but never whoever is said to have done it. Every notification and e-mail about
    /// an incident goes to these alone.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="incident">The incident, with the people who are involved.</param>
    /// <param name="audience">Whom it concerns.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="namedId">Somebody whom it concerns besides, such as whoever was just appointed.</param>
    public static Task<List<Person>> LoadIncidentAudienceAsync(
        this SocialGovDbContext database, Incident incident, IncidentAudience audience, CancellationToken cancellationToken, int? namedId = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(incident);
        var roles = new[]
        {
            (IncidentAudience.SeniorLeaders, Roles.SeniorLeader),
            (IncidentAudience.SafeguardingLeads, Roles.SafeguardingLead),
            (IncidentAudience.DataProtectionOfficers, Roles.DataProtectionOfficer),
        }.Where(role => audience.HasFlag(role.Item1)).Aggregate(Roles.None, (all, role) => all | role.Item2);
        int[] byId =
        [
            .. audience.HasFlag(IncidentAudience.Investigators) ? incident.Investigators.Where(its => its.IsCurrent).Select(its => its.PersonId) : [],
            .. audience.HasFlag(IncidentAudience.Reporter) ? new[] { incident.ReportedById } : [],
            .. namedId is { } named ? new[] { named } : [],
        ];
        int[] alleged = [.. incident.Involved.Where(its => its.Role == InvolvedRole.Alleged).Select(its => its.PersonId).OfType<int>()];
        return database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active
                && ((person.Roles & roles) != Roles.None || byId.Contains(person.Id))
                && !alleged.Contains(person.Id))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The numbers of the incidents that were reported from a record, of those that this person may know of; the latest first.</summary>
    /// <param name="database">The database.</param>
    /// <param name="source">What kind of record.</param>
    /// <param name="sourceId">Its number.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<List<int>> LoadIncidentsFromAsync(
        this SocialGovDbContext database, IncidentSource source, int sourceId, Actor person, CancellationToken cancellationToken) =>
        database.IncidentsKnownTo(person)
            .Where(incident => incident.Source == source && incident.SourceId == sourceId)
            .OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Id)
            .Select(incident => incident.Id)
            .ToListAsync(cancellationToken);

    /// <summary>What waits, of those that are open to this person, for their dashboard. One statement.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<List<IncidentLineItem>> LoadIncidentLinesAsync(this SocialGovDbContext database, Actor person, CancellationToken cancellationToken)
    {
        var id = person.PersonId;
        return database.IncidentsOpenTo(person)
            .Where(incident => incident.Status < IncidentStatus.Resolved)
            .OrderBy(incident => incident.ReportedAt)
            .Select(incident => new IncidentLineItem
            {
                Id = incident.Id,
                Status = incident.Status,
                IsDanger = incident.IsDanger,
                ReportedAt = incident.ReportedAt,
                IsInvestigated = incident.Investigators.Any(investigator => investigator.PersonId == id && investigator.Until == null),
                BreachAwareAt = database.PersonalDataBreaches.Where(breach => breach.IncidentId == incident.Id && breach.ClockStoppedAt == null).Select(breach => (DateTime?)breach.AwareAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Draws a number that no incident has. Should two draw the same at once, the key of the table decides, and the later save is refused as stale.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> DrawIncidentNumberAsync(this SocialGovDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        while (true)
        {
            var drawn = RandomNumberGenerator.GetInt32(Incident.SmallestNumber, Incident.LargestNumber + 1);
            if (!await database.Incidents.AnyAsync(incident => incident.Id == drawn, cancellationToken))
            {
                return drawn;
            }
        }
    }

    /// <summary>The next number of a part within its incident, from 1. Should two take the same at once, the unique index decides.</summary>
    /// <typeparam name="TPart">The kind of part.</typeparam>
    /// <param name="database">The database.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> NextNumberAsync<TPart>(this SocialGovDbContext database, int incidentId, CancellationToken cancellationToken)
        where TPart : IncidentPart
    {
        ArgumentNullException.ThrowIfNull(database);
        return 1 + (await database.Set<TPart>().Where(part => part.IncidentId == incidentId).MaxAsync(part => (int?)part.Number, cancellationToken) ?? 0);
    }

    /// <summary>
    /// Takes the next place in the chronology of an incident. The count is moved before the end is read: the row stays locked until the transaction ends, so
    /// two writers cannot follow the same entry.
    /// </summary>
    /// <param name="database">The database, within the transaction that saves the entry.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<ChronologyEnd> TakeChronologyPlaceAsync(this SocialGovDbContext database, int incidentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.Incidents.Where(incident => incident.Id == incidentId).ExecuteUpdateAsync(
            incident => incident.SetProperty(
                its => EF.Property<int>(its, IncidentConfiguration.ChronologyCount), its => EF.Property<int>(its, IncidentConfiguration.ChronologyCount) + 1),
            cancellationToken);
        var last = await database.Incidents.Where(incident => incident.Id == incidentId)
            .Select(incident => EF.Property<int>(incident, IncidentConfiguration.ChronologyCount)).SingleAsync(cancellationToken) - 1;
        if (last == 0)
        {
            return ChronologyEnd.Empty;
        }

        // One save may write several: those before are not in the database yet.
        var hash = database.ChronologyEntries.Local.FirstOrDefault(entry => entry.IncidentId == incidentId && entry.Number == last)?.Hash
            ?? await database.ChronologyEntries.Where(entry => entry.IncidentId == incidentId && entry.Number == last).Select(entry => entry.Hash).SingleAsync(cancellationToken);
        return new ChronologyEnd(last, hash);
    }

    /// <summary>Walks the chronology of one incident and names its first broken link.</summary>
    /// <param name="database">The database.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<ChronologyVerdict> VerifyChronologyAsync(this SocialGovDbContext database, int incidentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var incident = await database.Incidents.AsNoTracking().Where(found => found.Id == incidentId)
            .Select(found => new { found.Status, Written = EF.Property<int>(found, IncidentConfiguration.ChronologyCount) })
            .SingleAsync(cancellationToken);
        var chain = new ChronologyChain(incident.Status == IncidentStatus.OutOfScope);
        await foreach (var entry in database.ChronologyEntries.AsNoTracking()
            .Where(entry => entry.IncidentId == incidentId).OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!chain.Follow(entry))
            {
                break;
            }
        }

        return chain.Finish(incident.Written);
    }

    // Whoever is no person (the portal itself, somebody not signed in) knows of none.
    internal static IQueryable<Incident> IncidentsNotAlleging(this SocialGovDbContext database, Actor person)
    {
        var id = person.PersonId ?? 0;
        return database.Incidents.AsNoTracking()
            .Where(incident => id != 0 && !incident.Involved.Any(involved => involved.Role == InvolvedRole.Alleged && involved.PersonId == id));
    }
}
