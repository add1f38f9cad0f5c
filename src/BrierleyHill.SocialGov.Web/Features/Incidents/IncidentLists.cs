using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The lists.</content>
public sealed partial class IncidentPageQueries
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["urgency", "reported", "severity"];

    /// <summary>One page of those that are open to this person.</summary>
    public async Task<IncidentList> ListAsync(IncidentFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(order);
        var page = await PagedList<IncidentRow>.ReadAsync(Rows(Sort(Matching(filter), order)), filter.Page, cancellationToken);
        return new IncidentList(page, filter, order, await PlacesAsync(cancellationToken), await database.LoadDirectoryAsync(cancellationToken), await database.LoadWorkingCalendarAsync(cancellationToken), clock.Today())
        {
            ShowsRegister = person.Holds(Roles.SeniorLeader) || person.Holds(Roles.DataProtectionOfficer),
        };
    }

    /// <summary>Every row on the filter, for a file; one more than <paramref name="most"/> where there are more.</summary>
    public Task<List<IncidentRow>> AllAsync(IncidentFilter filter, SortOrder order, int most, CancellationToken cancellationToken) =>
        Rows(Sort(Matching(filter), order)).Take(most + 1).ToListAsync(cancellationToken);

    /// <summary>The names of the accounts on which something happened.</summary>
    public async Task<IReadOnlyDictionary<int, string>> PlacesAsync(CancellationToken cancellationToken) =>
        (await database.LoadRegisterAsync(cancellationToken)).ToDictionary(account => account.Id, account => account.Name);

    /// <summary>One page of those that this person reported, the latest first.</summary>
    public async Task<OwnReports> MineAsync(int? page, CancellationToken cancellationToken)
    {
        var id = person.Id;
        return new OwnReports(await PagedList<IncidentRow>.ReadAsync(
            Rows(database.IncidentsKnownTo(person.Actor)
                .Where(incident => incident.ReportedById == id)
                .OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Id)),
            page,
            cancellationToken));
    }

    private IQueryable<Incident> Matching(IncidentFilter filter)
    {
        var matching = database.IncidentsOpenTo(person.Actor);
        matching = (filter.State ?? IncidentState.Waiting) switch
        {
            IncidentState.Waiting => matching.Where(incident => incident.Status != IncidentStatus.Closed && incident.Status != IncidentStatus.OutOfScope),
            IncidentState.Reported => matching.Where(incident => incident.Status == IncidentStatus.Reported),
            IncidentState.Assessed => matching.Where(incident => incident.Status == IncidentStatus.Assessed),
            IncidentState.UnderInvestigation => matching.Where(incident => incident.Status == IncidentStatus.UnderInvestigation),
            IncidentState.Resolved => matching.Where(incident => incident.Status == IncidentStatus.Resolved),
            IncidentState.Closed => matching.Where(incident => incident.Status == IncidentStatus.Closed),
            IncidentState.OutOfScope => matching.Where(incident => incident.Status == IncidentStatus.OutOfScope),
            IncidentState.All => matching,
        };
        if (filter.Category is { } category)
        {
            matching = matching.Where(incident => incident.Category == category);
        }

        if (filter.Severity is { } severity)
        {
            matching = matching.Where(incident => incident.Severity == severity);
        }

        return filter.Danger ? matching.Where(incident => incident.IsDanger) : matching;
    }

    // By urgency: what may be dangerous, then what nobody has assessed by its age, then the graver ones, then the older ones; what is over comes last.
    private static IQueryable<Incident> Sort(IQueryable<Incident> matching, SortOrder order)
    {
        var urgency = matching.Select(incident => new
        {
            Incident = incident,
            Rank = incident.Status >= IncidentStatus.Resolved ? 3 : incident.IsDanger ? 0 : incident.Status == IncidentStatus.Reported ? 1 : 2,
            Severity = incident.Status == IncidentStatus.Reported || incident.Severity == null ? 0 : (int)incident.Severity.Value,
        });
        return (order.Column, order.Descending) switch
        {
            ("reported", false) => matching.OrderBy(incident => incident.ReportedAt).ThenBy(incident => incident.Id),
            ("reported", true) => matching.OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Id),
            ("severity", false) => matching.OrderBy(incident => incident.Severity).ThenBy(incident => incident.ReportedAt).ThenBy(incident => incident.Id),
            ("severity", true) => matching.OrderByDescending(incident => incident.Severity).ThenBy(incident => incident.ReportedAt).ThenBy(incident => incident.Id),
            (_, false) => urgency.OrderBy(row => row.Rank).ThenByDescending(row => row.Severity).ThenBy(row => row.Incident.ReportedAt).ThenBy(row => row.Incident.Id).Select(row => row.Incident),
            (_, true) => urgency.OrderByDescending(row => row.Rank).ThenBy(row => row.Severity).ThenByDescending(row => row.Incident.ReportedAt).ThenByDescending(row => row.Incident.Id).Select(row => row.Incident),
        };
    }

    private static IQueryable<IncidentRow> Rows(IQueryable<Incident> incidents) => incidents.Select(incident => new IncidentRow(
        incident.Id,
        incident.Category,
        incident.Status,
        incident.Severity,
        incident.IsDanger,
        incident.IsOwnMistake,
        incident.AccountId,
        incident.Place,
        incident.OccurredAt,
        incident.ReportedAt,
        incident.Investigators.Where(investigator => investigator.Until == null).Select(investigator => investigator.PersonId).ToList()));
}

/// <summary>In which state incidents are listed.</summary>
public enum IncidentState
{
    /// <summary>What is not over.</summary>
    [Display(Name = "Not over")]
    Waiting,

    /// <summary>What waits for its assessment.</summary>
    [Display(Name = "Reported: waits for its assessment")]
    Reported,

    /// <summary>What was assessed.</summary>
    [Display(Name = "Assessed")]
    Assessed,

    /// <summary>What is investigated.</summary>
    [Display(Name = "Under investigation")]
    UnderInvestigation,

    /// <summary>What is resolved.</summary>
    [Display(Name = "Resolved")]
    Resolved,

    /// <summary>What is closed.</summary>
    [Display(Name = "Closed")]
    Closed,

    /// <summary>What is out of scope.</summary>
    [Display(Name = "Out of scope")]
    OutOfScope,

    /// <summary>Everything.</summary>
    [Display(Name = "All")]
    All,
}

/// <summary>What the list is narrowed to.</summary>
public sealed class IncidentFilter
{
    /// <summary>The state; what is not over without one.</summary>
    [Display(Name = "State")]
    public IncidentState? State { get; set; }

    /// <summary>The kind.</summary>
    [Display(Name = "Kind")]
    public IncidentCategory? Category { get; set; }

    /// <summary>The severity.</summary>
    [Display(Name = "Severity")]
    public IncidentSeverity? Severity { get; set; }

    /// <summary>Whether only those are listed in which somebody may be in danger.</summary>
    [Display(Name = "Only where somebody may be in danger")]
    public bool Danger { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => State is not (null or IncidentState.Waiting) || Category is not null || Severity is not null || Danger;
}

/// <summary>One incident in a list. Nothing of what happened, and nobody who is involved.</summary>
public sealed record IncidentRow(
    int Id,
    IncidentCategory Category,
    IncidentStatus Status,
    IncidentSeverity? Severity,
    bool IsDanger,
    bool IsOwnMistake,
    int? AccountId,
    string Place,
    DateTime? OccurredAt,
    DateTime ReportedAt,
    IReadOnlyList<int> Investigators)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(Incident.ReferenceKind, Id);

    /// <summary>Whether somebody may be in danger and it is not over.</summary>
    public bool IsDangerNow => IsDanger && Status < IncidentStatus.Resolved;
}

/// <summary>The list.</summary>
public sealed record IncidentList(
    PagedList<IncidentRow> Rows,
    IncidentFilter Filter,
    SortOrder Order,
    IReadOnlyDictionary<int, string> Accounts,
    PeopleDirectory Directory,
    WorkingCalendar Calendar,
    DateOnly Today)
{
    /// <summary>Whether the reader is led to the register of personal data breaches.</summary>
    public bool ShowsRegister { get; init; }

    /// <summary>Where it happened.</summary>
    public string Where(IncidentRow row) => row.AccountId is { } id ? Accounts.GetValueOrDefault(id, "An account of the school") : row.Place.Length > 0 ? row.Place : "Not said";

    /// <summary>Who investigates it.</summary>
    public string Who(IncidentRow row) => row.Investigators.Count == 0 ? "Nobody yet" : string.Join(", ", row.Investigators.Select(Directory.NameOf));

    /// <summary>How long ago it was reported, in working days.</summary>
    public string Waited(IncidentRow row) => Calendar.DisplayWaiting(LondonTime.DateOf(row.ReportedAt), Today);
}

/// <summary>What somebody reported.</summary>
public sealed record OwnReports(PagedList<IncidentRow> Rows);

/// <summary>
/// Takes what a filter shows this person out of the portal: no text of what happened, no place in words and nobody’s name, which would lie about in a spreadsheet. That it was
/// taken is audited for each incident, since their number alone tells something.
/// </summary>
public sealed class ExportIncidents(SocialGovDbContext database, IncidentPageQueries queries, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How many go into one file.</summary>
    public const int Most = 1000;

    private static readonly string[] Header = ["Reference", "Kind", "State", "Severity", "Somebody in danger", "Reported by whoever made the mistake", "Where", "Happened", "Reported"];

    /// <summary>Makes the file.</summary>
    public async Task<Result<CsvDownload>> RunAsync(IncidentFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var shown = await queries.AllAsync(filter, order, Most, cancellationToken);
        if (shown.Count > Most)
        {
            return IncidentErrors.TooManyToExport;
        }

        int[] ids = [.. shown.Select(row => row.Id)];
        foreach (var incident in await database.IncidentsOpenTo(person.Actor).Where(incident => ids.Contains(incident.Id)).ToListAsync(cancellationToken))
        {
            database.Note(new IncidentExported(person.Actor, clock.UtcNow()), incident);
        }

        await database.SaveChangesAsync(cancellationToken);
        var accounts = await queries.PlacesAsync(cancellationToken);
        return new CsvDownload(
            $"incidents-{clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Header,
            shown.Select(row => new[]
            {
                row.Reference,
                row.Category.InWords(),
                row.Status.InWords(),
                row.Severity.InWords() ?? "",
                row.IsDanger ? "Yes" : "No",
                row.IsOwnMistake ? "Yes" : "No",
                row.AccountId is { } account ? accounts.GetValueOrDefault(account, "An account of the school") : "Elsewhere",
                row.OccurredAt is { } occurred ? LondonTime.Display(occurred) : "",
                LondonTime.Display(row.ReportedAt),
            }));
    }
}
