using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What every form about a part of an incident carries.</summary>
public abstract class IncidentPartForm
{
    /// <summary>The version of the part that was read; 0 where there is none yet.</summary>
    public int Version { get; set; }
}

/// <summary>What every write to a part of an incident does alike: find the incident and the part for this person, hold the form against the part's version, change it, save once.</summary>
public sealed class IncidentPartWrite(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>What is asked of the part.</summary>
    public delegate Result Act<in TPart>(Incident incident, TPart part, Actor by, DateTime at);

    /// <summary>Does it.</summary>
    /// <typeparam name="TPart">The kind of part.</typeparam>
    /// <param name="id">The incident.</param>
    /// <param name="number">The part's number within it.</param>
    /// <param name="version">The version of the part that was read.</param>
    /// <param name="act">What is asked of it.</param>
    /// <param name="cancellationToken">Ends it early; nothing is then changed.</param>
    public async Task<Result> RunAsync<TPart>(int id, int number, int version, Act<TPart> act, CancellationToken cancellationToken)
        where TPart : IncidentPart
    {
        ArgumentNullException.ThrowIfNull(act);
        var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Open, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var part = await database.Set<TPart>().SingleOrDefaultAsync(its => its.IncidentId == id && its.Number == number, cancellationToken);
        return part is null ? Error.NotFound : await SaveAsync(found.Value, part, version, act, cancellationToken);
    }

    /// <summary>Does it to a part that was found for this person.</summary>
    /// <typeparam name="TPart">The kind of part.</typeparam>
    /// <param name="incident">The incident.</param>
    /// <param name="part">The part, tracked.</param>
    /// <param name="version">The version of the part that was read.</param>
    /// <param name="act">What is asked of it.</param>
    /// <param name="cancellationToken">Ends it early; nothing is then changed.</param>
    public async Task<Result> SaveAsync<TPart>(Incident incident, TPart part, int version, Act<TPart> act, CancellationToken cancellationToken)
        where TPart : IncidentPart
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(act);
        var isStale = part.CheckVersion(version).IsRefused;
        var done = act(incident, part, person.Actor, clock.UtcNow());
        if (done.IsRefused || isStale)
        {
            // "It is settled already" tells more than "it was changed". What was tried here is dropped.
            database.ChangeTracker.Clear();
            return isStale && done.Error is not { Kind: ErrorKind.Conflict or ErrorKind.Forbidden or ErrorKind.NotFound } ? Error.Stale : done;
        }

        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A part of an incident as somebody sees it, with what stands around it.</summary>
/// <typeparam name="TPart">The kind of part.</typeparam>
/// <param name="Incident">The incident.</param>
/// <param name="Part">The part.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record IncidentPartView<TPart>(Incident Incident, TPart Part, PeopleDirectory Directory, Actor Reader, DateTime Now)
    where TPart : IncidentPart
{
    /// <summary>Whether the incident is open to the reader as a whole: a reviewer sees one review alone.</summary>
    public bool IsIncidentOpen { get; init; } = true;

    /// <summary>Somebody’s name.</summary>
    public string NameOf(int id) => Directory.NameOf(id);
}

/// <summary>A part of an incident and a form that acts on it.</summary>
/// <typeparam name="TPart">The kind of part.</typeparam>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Found">The part.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether the part was changed after the form was opened.</param>
public sealed record IncidentPartAction<TPart, TForm>(IncidentPartView<TPart> Found, TForm Form, bool IsStale = false)
    where TPart : IncidentPart;

/// <summary>Reads parts of incidents for the pages. Whether the incident is open to the person has been asked before.</summary>
public sealed class IncidentPartPages(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>One part, or <see langword="null"/>.</summary>
    /// <typeparam name="TPart">The kind of part.</typeparam>
    /// <param name="seen">The incident, open to this person.</param>
    /// <param name="number">The part's number within it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IncidentPartView<TPart>?> FindAsync<TPart>(SeenIncident seen, int number, CancellationToken cancellationToken)
        where TPart : IncidentPart
    {
        ArgumentNullException.ThrowIfNull(seen);
        // Its lists have a row or two each, so one statement costs less than one for every list.
        var part = await database.Set<TPart>().AsNoTracking().AsSingleQuery().SingleOrDefaultAsync(its => its.IncidentId == seen.Incident.Id && its.Number == number, cancellationToken);
        return part is null ? null : new IncidentPartView<TPart>(seen.Incident, part, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow());
    }
}
