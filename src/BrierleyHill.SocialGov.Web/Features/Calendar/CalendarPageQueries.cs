using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>Reads the calendar for the pages. Nothing is tracked.</summary>
public sealed class CalendarPageQueries(
    SocialGovDbContext database, DeadlineSettings deadlines, CalendarSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The last year that can be shown.</summary>
    public const int LastYear = 2100;

    /// <summary>Whether a year can be shown.</summary>
    /// <param name="year">A calendar year.</param>
    public static bool CanShow(int year) => year is >= BankHolidays.FirstYear and <= LastYear;

    /// <summary>Whether the person keeps the calendar.</summary>
    public bool MayKeep => !CalendarKeeping.CheckMayKeep(person.Actor).IsRefused;

    /// <summary>The calendar of a year.</summary>
    /// <param name="form">The year as it was asked for.</param>
    /// <param name="year">The year to show.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CalendarPage> ReadAsync(YearForm form, int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var official = await database.OfficialBankHolidays.AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, cancellationToken);
        var corrections = await database.CalendarCorrections.AsNoTracking()
            .Where(one => one.TakenBackAt == null && one.Date >= first && one.Date <= last)
            .ToListAsync(cancellationToken);
        var closures = await database.SchoolClosures.AsNoTracking()
            .Where(one => one.TakenBackAt == null && one.First <= last && one.Last >= first)
            .ToListAsync(cancellationToken);
        return new CalendarPage(
            form,
            CalendarYear.Of(year, official, corrections, closures),
            corrections.Count + closures.Count > 0 || official?.ImportedById is not null ? await database.LoadDirectoryAsync(cancellationToken) : new PeopleDirectory([]),
            deadlines.Response,
            MayKeep,
            MayKeep && settings.BankHolidaysAddress is not null ? await LastFetchAsync(cancellationToken) : null,
            settings.BankHolidaysAddress is not null,
            clock.Today());
    }

    /// <summary>A closure that stands, or <see langword="null"/>.</summary>
    public Task<SchoolClosure?> FindClosureAsync(int id, CancellationToken cancellationToken) =>
        database.SchoolClosures.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.TakenBackAt == null, cancellationToken);

    /// <summary>A correction that stands, or <see langword="null"/>.</summary>
    public Task<CalendarCorrection?> FindCorrectionAsync(int id, CancellationToken cancellationToken) =>
        database.CalendarCorrections.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.TakenBackAt == null, cancellationToken);

    /// <summary>The person's own address that works, or <see langword="null"/>.</summary>
    public Task<CalendarSubscription?> FindSubscriptionAsync(CancellationToken cancellationToken)
    {
        var id = person.Id;
        return database.CalendarSubscriptions.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == id && one.EndedAt == null, cancellationToken);
    }

    private Task<JobRun?> LastFetchAsync(CancellationToken cancellationToken) => database.JobRuns.AsNoTracking()
        .Where(run => run.JobName == FetchBankHolidays.JobName)
        .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
        .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>Which year is asked for.</summary>
public sealed class YearForm
{
    /// <summary>The year, as it was typed.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Show another year")]
    public string? Year { get; set; }
}

/// <summary>The calendar of a year as one person sees it.</summary>
/// <param name="Form">The year as it was asked for.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="People">Everybody, for the names of those who changed it.</param>
/// <param name="Response">How the school applies clause MON-2.</param>
/// <param name="MayKeep">Whether this person changes the calendar.</param>
/// <param name="LastFetch">For whoever keeps it: the last run of the job that fetches the official list.</param>
/// <param name="IsFetched">Whether the official list is fetched daily.</param>
/// <param name="Today">Today, London.</param>
public sealed record CalendarPage(
    YearForm Form,
    CalendarYear Calendar,
    PeopleDirectory People,
    ResponseSettings Response,
    bool MayKeep,
    JobRun? LastFetch,
    bool IsFetched,
    DateOnly Today)
{
    /// <summary>The year before, or <see langword="null"/> where there is none to show.</summary>
    public int? Previous => CalendarPageQueries.CanShow(Calendar.Year - 1) ? Calendar.Year - 1 : null;

    /// <summary>The year after, or <see langword="null"/>.</summary>
    public int? Next => CalendarPageQueries.CanShow(Calendar.Year + 1) ? Calendar.Year + 1 : null;

    /// <summary>When an entry is, in words: without the year of the page, which stands above it.</summary>
    public string WhenInWords(CalendarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.First == entry.Last ? InWords(entry.First) : $"{InWords(entry.First)} to {InWords(entry.Last)}";
    }

    /// <summary>Where an entry comes from, in words.</summary>
    public string SourceOf(CalendarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Source switch
        {
            CalendarSource.Law => "Bank holiday, worked out from the law",
            CalendarSource.OfficialList => $"Bank holiday of the official list, {OfficialInWords}",
            CalendarSource.AddedByHand => $"Bank holiday, added by {By(entry.Correction!.MadeById, entry.Correction.MadeAt)}",
            CalendarSource.StruckOutByHand => $"Bank holiday, struck out by {By(entry.Correction!.MadeById, entry.Correction.MadeAt)}",
            CalendarSource.Closure => $"School closure, entered by {By(entry.Closure!.AddedById, entry.Closure.AddedAt)}",
        };
    }

    /// <summary>How the official list of this year came, in words.</summary>
    public string OfficialInWords => Calendar.Official switch
    {
        null => "",
        { Source: ListSource.Address } list => $"fetched on {LondonTime.DisplayDate(LondonTime.DateOf(list.ImportedAt))}",
        { ImportedById: { } by } list => $"imported by {By(by, list.ImportedAt)}",
        { } list => $"imported on {LondonTime.DisplayDate(LondonTime.DateOf(list.ImportedAt))}",
    };

    /// <summary>How days off count for answers to enquiries, in a sentence.</summary>
    public string CountsForAnswers => (Response.BankHolidaysCountAsWeekend, Response.SchoolClosuresCountAsWeekend) switch
    {
        (true, true) => "For answers to enquiries, bank holidays and school closures count as days off.",
        (true, false) => "For answers to enquiries, bank holidays count as days off. School closures do not: parents write in the holidays too.",
        (false, true) => "For answers to enquiries, school closures count as days off. Bank holidays do not.",
        (false, false) => "For answers to enquiries, neither bank holidays nor school closures count as days off.",
    };

    private string InWords(DateOnly day) => day.Year == Calendar.Year
        ? day.ToString("dddd d MMMM", CultureInfo.InvariantCulture)
        : LondonTime.DisplayWithWeekday(day);

    private string By(int personId, DateTime at) => $"{People.NameOf(personId)} on {LondonTime.DisplayDate(LondonTime.DateOf(at))}";
}
