using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>When what an entry tells of happened, as the form asks.</summary>
public enum WhenOfEntry
{
    /// <summary>Now.</summary>
    [Display(Name = "Just now")]
    JustNow,

    /// <summary>At a time that is typed.</summary>
    [Display(Name = "Earlier")]
    Earlier,
}

/// <summary>An entry of the chronology, as typed.</summary>
public sealed class WriteEntryForm : IncidentForm
{
    /// <summary>The kind.</summary>
    [Display(Name = "What is it?")]
    public ChronologyKind? Kind { get; set; }

    /// <summary>When it happened.</summary>
    [Display(Name = "When was it?")]
    public WhenOfEntry? When { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which it happened", Description = "For example, 27 3 2026")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm. About right is enough")]
    public string? HappenedTime { get; set; }

    /// <summary>What it says.</summary>
    [Display(Name = "What happened, or was said?", Description = "Who, what, and what was agreed. It cannot be changed later, only corrected by a further entry")]
    [MaximumCharacters(ChronologyEntry.TextMaximumLength)]
    public string? Text { get; set; }
}

/// <summary>Writes an entry into the chronology by hand, and corrections of entries.</summary>
public sealed class WriteEntry(SocialGovDbContext database, IncidentWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Writes it.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="corrects">The number of the entry that it corrects; <see langword="null"/> where it corrects none.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task<Result> RunAsync(int id, int? corrects, WriteEntryForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.UtcNow();
        Result<DateTime> happened = form.When switch
        {
            WhenOfEntry.JustNow => now,
            WhenOfEntry.Earlier => IncidentTime.Read(form.HappenedOn, TypedTime.Read(form.HappenedTime), now),
            _ => IncidentErrors.WhenMissing,
        };
        // It stands beside the incident and changes nothing of it, so it makes no other form stale and is never stale itself.
        return write.RunAsync(
            id,
            version: null,
            async incident =>
            {
                ChronologyEntry? corrected = null;
                if (corrects is { } number
                    && (corrected = await database.ChronologyEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.IncidentId == id && entry.Number == number, cancellationToken)) is null)
                {
                    return IncidentErrors.EntryUnknown;
                }

                return happened.IsRefused
                    ? happened.Error
                    : incident.AddToChronology(form.Kind, happened.Value, form.Text, corrected, person.Actor, now);
            },
            cancellationToken);
    }
}

/// <summary>Reads chronologies for the pages.</summary>
public sealed class ChronologyQueries(SocialGovDbContext database)
{
    /// <summary>The chronology of an incident, in the order in which things happened.</summary>
    public async Task<ChronologyView> ReadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var id = seen.Incident.Id;
        var entries = await database.ChronologyEntries.AsNoTracking().Where(entry => entry.IncidentId == id).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        var chain = new ChronologyChain(seen.Incident.Status == IncidentStatus.OutOfScope);
        _ = entries.TrueForAll(chain.Follow);
        return new ChronologyView(
            seen.Incident,
            [.. entries.OrderBy(entry => entry.HappenedAt).ThenBy(entry => entry.Number)],
            entries.Where(entry => entry.CorrectsNumber is not null).ToLookup(entry => entry.CorrectsNumber!.Value, entry => entry.Number),
            chain.Finish(seen.ChronologyCount),
            await database.LoadDirectoryAsync(cancellationToken));
    }

    /// <summary>One entry, or <see langword="null"/>.</summary>
    public Task<ChronologyEntry?> FindAsync(int id, int number, CancellationToken cancellationToken) =>
        database.ChronologyEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.IncidentId == id && entry.Number == number, cancellationToken);
}

/// <summary>The chronology of an incident.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Entries">Its entries, in the order in which things happened.</param>
/// <param name="Corrections">The numbers of the entries that correct one, by the number of that.</param>
/// <param name="Verdict">Whether it is whole.</param>
/// <param name="Directory">Everybody the school knows.</param>
public sealed record ChronologyView(
    Incident Incident, IReadOnlyList<ChronologyEntry> Entries, ILookup<int, int> Corrections, ChronologyVerdict Verdict, PeopleDirectory Directory)
{
    /// <summary>Who wrote an entry.</summary>
    public string NameOf(ChronologyEntry entry) => entry.ById is { } id ? Directory.NameOf(id) : "The portal";
}
