using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>How far an incident has to be open to somebody.</summary>
public enum IncidentAccess
{
    /// <summary>They may know of it: they reported it, or it is open to them.</summary>
    Known,

    /// <summary>It is open to them as a whole.</summary>
    Open,
}

/// <summary>
/// Who may do what to which incident (ADR 42). Everything goes through <see cref="IncidentQueries"/>: one query finds the incident and looks whether this person
/// may know of it, so that "there is none" and "it is not for you" are one answer (404) and take the same time.
/// </summary>
public static class IncidentsAuthorization
{
    /// <summary>Those that are open to this person so far.</summary>
    public static IQueryable<Incident> IncidentsFor(this SocialGovDbContext database, IncidentAccess access, Actor person) => access switch
    {
        IncidentAccess.Known => database.IncidentsKnownTo(person),
        IncidentAccess.Open => database.IncidentsOpenTo(person),
    };

    /// <summary>Loads one to act on, or says that there is none: also where there is one that this person may not know of.</summary>
    public static async Task<Result<Incident>> FindIncidentAsync(
        this SocialGovDbContext database, int id, Actor person, IncidentAccess access, CancellationToken cancellationToken) =>
        await database.IncidentsFor(access, person).AsTracking().SingleOrDefaultAsync(incident => incident.Id == id, cancellationToken) is { } found
            ? found
            : Error.NotFound;
}

/// <summary>An incident that somebody may know of.</summary>
/// <param name="Incident">The incident, read without tracking.</param>
/// <param name="IsOpen">Whether it is open to them as a whole; else they reported it, and see its status and their own report.</param>
/// <param name="ChronologyCount">How many entries its chronology has.</param>
public sealed record SeenIncident(Incident Incident, bool IsOpen, int ChronologyCount);

/// <summary>Opens incidents to be looked at. That somebody looked is on record each time.</summary>
public sealed class OpenIncident(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens a page of it, and records that; <see langword="null"/> where there is none for this person. It saves, so it is for GET alone: a form that is shown again uses <see cref="FindAsync"/>.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="page">Which page; of whoever only reported it, <see cref="IncidentPage.Details"/> is recorded as their own report.</param>
    /// <param name="access">How far it has to be open to them.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<SeenIncident?> RunAsync(int id, IncidentPage page, IncidentAccess access, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, access, cancellationToken) is not { } seen)
        {
            return null;
        }

        database.Note(new IncidentOpened(page == IncidentPage.Details && !seen.IsOpen ? IncidentPage.OwnReport : page, person.Actor, clock.UtcNow()), seen.Incident);
        await database.SaveChangesAsync(cancellationToken);
        return seen;
    }

    /// <summary>Finds it without recording anything: for a form that is shown again after it was refused.</summary>
    public async Task<SeenIncident?> FindAsync(int id, IncidentAccess access, CancellationToken cancellationToken)
    {
        var open = database.IncidentsOpenTo(person.Actor).Select(incident => incident.Id);
        return await database.IncidentsFor(access, person.Actor)
            .Where(incident => incident.Id == id)
            .Select(incident => new SeenIncident(incident, open.Contains(incident.Id), EF.Property<int>(incident, "ChronologyCount")))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What every write to an incident does alike: find it for this person, hold the form against its version, change it, save once.</summary>
public sealed class IncidentWrite(SocialGovDbContext database, CurrentPerson person)
{
    // Each further try means that an alert about this very incident was raised in between: there are three levels.
    private const int Tries = 4;

    /// <summary>Changes an incident. An alert that is raised at the same instant does not make the form stale: it is tried once more on what is saved by then.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that the form was opened on; <see langword="null"/> where the change adds something beside the incident and makes nothing stale.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="access">How far it has to be open to whoever changes it.</param>
    public async Task<Result> RunAsync(
        int id, int? version, Func<Incident, Task<Result>> change, CancellationToken cancellationToken, IncidentAccess access = IncidentAccess.Open)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; ; attempt++)
        {
            var found = await database.FindIncidentAsync(id, person.Actor, access, cancellationToken);
            if (found.IsRefused)
            {
                return found.Error;
            }

            var incident = found.Value;
            var changed = await change(incident);
            if (version is { } seen && incident.CheckVersion(seen) is { IsRefused: true } stale)
            {
                // "It is closed already" tells more than "it was changed". What was tried here is dropped.
                database.ChangeTracker.Clear();
                return changed.Error is { Kind: ErrorKind.Conflict } ? changed : stale;
            }

            if (changed.IsRefused)
            {
                database.ChangeTracker.Clear();
                return changed;
            }

            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused || attempt == Tries)
            {
                return saved;
            }
        }
    }

    /// <inheritdoc cref="RunAsync(int, int?, Func{Incident, Task{Result}}, CancellationToken, IncidentAccess)" />
    public Task<Result> RunAsync(
        int id, int? version, Func<Incident, Result> change, CancellationToken cancellationToken, IncidentAccess access = IncidentAccess.Open) =>
        RunAsync(id, version, incident => Task.FromResult(change(incident)), cancellationToken, access);
}

/// <summary>What every form about an incident carries.</summary>
public abstract class IncidentForm
{
    /// <summary>The version of the incident that was read.</summary>
    public int Version { get; set; }
}

/// <summary>A form that is a button.</summary>
public sealed class IncidentVersionForm : IncidentForm;
