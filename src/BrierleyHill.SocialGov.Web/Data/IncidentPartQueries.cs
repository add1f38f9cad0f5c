using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Need to know for the parts of incidents: it follows from that for the incidents themselves (<see cref="IncidentQueries"/>), with one addition for reviewers.</summary>
public static class IncidentPartQueries
{
    /// <summary>The parts of the incidents that are open to this person as a whole.</summary>
    /// <typeparam name="TPart">The kind of part.</typeparam>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<TPart> PartsOpenTo<TPart>(this SocialGovDbContext database, Actor person)
        where TPart : IncidentPart
    {
        ArgumentNullException.ThrowIfNull(database);
        var open = database.IncidentsOpenTo(person).Select(incident => incident.Id);
        return database.Set<TPart>().AsNoTracking().Where(part => open.Contains(part.IncidentId));
    }

    /// <summary>
    /// The reviews that this person may open: those of incidents that are open to them, and those in which they were asked for a view. Of an incident
    /// that is not open to them they see that review alone; one in which they are alleged by now they do not see.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<ContentReview> ReviewsOpenTo(this SocialGovDbContext database, Actor person)
    {
        ArgumentNullException.ThrowIfNull(database);
        var id = person.PersonId ?? 0;
        var open = database.IncidentsOpenTo(person).Select(incident => incident.Id);
        var notAlleging = database.IncidentsNotAlleging(person).Select(incident => incident.Id);
        return database.ContentReviews.AsNoTracking().Where(review =>
            open.Contains(review.IncidentId)
            || (notAlleging.Contains(review.IncidentId) && review.Views.Any(view => view.ReviewerId == id && view.WithdrawnAt == null)));
    }

    /// <summary>Somebody who may be told something of an incident: an active person to whom it is open as a whole; <see langword="null"/> where that does not hold any more.</summary>
    /// <param name="database">The database.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="personId">Who.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<Person?> FindIncidentReaderAsync(this SocialGovDbContext database, int incidentId, int personId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var person = await database.People.AsNoTracking().SingleOrDefaultAsync(found => found.Id == personId && found.Status == PersonStatus.Active, cancellationToken);
        return person is not null && await database.IncidentsOpenTo(person.AsActor()).AnyAsync(incident => incident.Id == incidentId, cancellationToken) ? person : null;
    }
}
