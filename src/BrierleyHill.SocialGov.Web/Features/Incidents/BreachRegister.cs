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

/// <summary>How a breach stands as to the Commissioner, to narrow the register by.</summary>
public enum BreachStanding
{
    /// <summary>Nobody has decided.</summary>
    [Display(Name = "Not decided")]
    Running,

    /// <summary>The Commissioner was told.</summary>
    [Display(Name = "ICO told")]
    Told,

    /// <summary>The Commissioner was not told.</summary>
    [Display(Name = "ICO not told")]
    NotTold,
}

/// <summary>What the register is narrowed to.</summary>
public sealed class BreachFilter
{
    /// <summary>The year in which the school became aware, London.</summary>
    [Display(Name = "Year")]
    public int? Year { get; set; }

    /// <summary>How it stands.</summary>
    [Display(Name = "Telling the ICO")]
    public BreachStanding? Standing { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => Year is not null || Standing is not null;
}

/// <summary>
/// The register of personal data breaches (UK GDPR, Article 33(5)): facts, effects, remedial action, and whether and why the Commissioner and the
/// people concerned were told. It holds those of the incidents that are open to the reader; whoever is alleged in one sees neither row nor number.
/// </summary>
public sealed class BreachRegister(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    // Before this year there is no breach on record: the law that asks for the register is younger.
    private const int FirstYear = 2018;
    private const int LastYear = 2999;

    /// <summary>The columns that the register can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["aware", "people", "risk", "commissioner"];

    /// <summary>One page of it.</summary>
    public async Task<BreachList> ListAsync(BreachFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var aware = await database.PartsOpenTo<PersonalDataBreach>(person.Actor).Select(breach => breach.AwareAt).ToListAsync(cancellationToken);
        var rows = Sorted(Filtered(filter), order).Select(breach => new BreachRow(
            breach.IncidentId, breach.AwareAt, breach.NumberOfPeople, breach.Data, breach.Risk, breach.ClockStoppedAt, breach.CommissionerToldAt,
            breach.Decisions.Where(decision => decision.Matter == BreachMatter.People).OrderByDescending(decision => decision.Id).Select(decision => (bool?)decision.IsTold).FirstOrDefault()));
        return new BreachList(
            await PagedList<BreachRow>.ReadAsync(rows, filter.Page, cancellationToken),
            filter,
            order,
            [.. aware.Select(at => LondonTime.DateOf(at).Year).Distinct().OrderDescending()],
            clock.UtcNow());
    }

    /// <summary>Everything that a filter shows, whole, to print.</summary>
    public async Task<BreachRegisterPrint> PrintAsync(BreachFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var breaches = await ReadWholeAsync(filter, order, cancellationToken);
        database.Note(new BreachRegisterPrinted(person.Actor, clock.UtcNow()));
        await RecordOpenedAsync(breaches, cancellationToken);
        return new BreachRegisterPrint(breaches, filter, await database.LoadDirectoryAsync(cancellationToken), clock.UtcNow());
    }

    /// <summary>The same as a file.</summary>
    public async Task<CsvDownload> ExportAsync(BreachFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var breaches = await ReadWholeAsync(filter, order, cancellationToken);
        database.Note(new BreachRegisterExported(person.Actor, clock.UtcNow()));
        await RecordOpenedAsync(breaches, cancellationToken);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        return new CsvDownload($"breaches-{clock.Today():yyyy-MM-dd}", BreachEntry.Header, breaches.Select(breach => BreachEntry.Cells(breach, directory)));
    }

    private async Task<List<PersonalDataBreach>> ReadWholeAsync(BreachFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await Sorted(Filtered(filter), order).ToListAsync(cancellationToken);
    }

    // Each that is shown whole was opened: every opening of an incident is on record.
    private async Task RecordOpenedAsync(List<PersonalDataBreach> breaches, CancellationToken cancellationToken)
    {
        foreach (var breach in breaches)
        {
            database.Note(new IncidentOpened(IncidentPage.BreachRegister, person.Actor, clock.UtcNow()), breach);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<PersonalDataBreach> Filtered(BreachFilter filter)
    {
        var breaches = database.PartsOpenTo<PersonalDataBreach>(person.Actor);
        if (filter.Year is { } year)
        {
            var (from, to) = (LondonTime.StartOfDay(new DateOnly(Math.Clamp(year, FirstYear, LastYear), 1, 1)), LondonTime.StartOfDay(new DateOnly(Math.Clamp(year, FirstYear, LastYear) + 1, 1, 1)));
            breaches = breaches.Where(breach => breach.AwareAt >= from && breach.AwareAt < to);
        }

        return filter.Standing is not { } standing ? breaches : standing switch
        {
            BreachStanding.Running => breaches.Where(breach => breach.ClockStoppedAt == null),
            BreachStanding.Told => breaches.Where(breach => breach.CommissionerToldAt != null),
            BreachStanding.NotTold => breaches.Where(breach => breach.ClockStoppedAt != null && breach.CommissionerToldAt == null),
        };
    }

    private static IQueryable<PersonalDataBreach> Sorted(IQueryable<PersonalDataBreach> breaches, SortOrder order) => (order.Column, order.Descending) switch
    {
        ("people", false) => breaches.OrderBy(breach => breach.NumberOfPeople).ThenBy(breach => breach.AwareAt).ThenBy(breach => breach.Id),
        ("people", true) => breaches.OrderByDescending(breach => breach.NumberOfPeople).ThenByDescending(breach => breach.AwareAt).ThenByDescending(breach => breach.Id),
        ("risk", false) => breaches.OrderBy(breach => breach.Risk == BreachRisk.High ? 3 : breach.Risk == BreachRisk.Risk ? 2 : breach.Risk == BreachRisk.Unlikely ? 1 : 0).ThenBy(breach => breach.AwareAt).ThenBy(breach => breach.Id),
        ("risk", true) => breaches.OrderByDescending(breach => breach.Risk == BreachRisk.High ? 3 : breach.Risk == BreachRisk.Risk ? 2 : breach.Risk == BreachRisk.Unlikely ? 1 : 0).ThenByDescending(breach => breach.AwareAt).ThenByDescending(breach => breach.Id),
        ("commissioner", false) => breaches.OrderBy(breach => breach.CommissionerToldAt).ThenBy(breach => breach.ClockStoppedAt).ThenBy(breach => breach.Id),
        ("commissioner", true) => breaches.OrderByDescending(breach => breach.CommissionerToldAt).ThenByDescending(breach => breach.ClockStoppedAt).ThenByDescending(breach => breach.Id),
        (_, false) => breaches.OrderBy(breach => breach.AwareAt).ThenBy(breach => breach.Id),
        (_, true) => breaches.OrderByDescending(breach => breach.AwareAt).ThenByDescending(breach => breach.Id),
    };
}

/// <summary>A breach in the register.</summary>
public sealed record BreachRow(
    int IncidentId, DateTime AwareAt, int? NumberOfPeople, BreachData Data, BreachRisk? Risk, DateTime? ClockStoppedAt, DateTime? CommissionerToldAt, bool? ArePeopleTold)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(Incident.ReferenceKind, IncidentId);

    /// <summary>Whether nobody has decided about the Commissioner.</summary>
    public bool IsRunning => ClockStoppedAt is null;

    /// <summary>Whether the 72 hours have passed and nobody has decided about the Commissioner.</summary>
    /// <param name="now">Now, UTC.</param>
    public bool IsOverdue(DateTime now) => IsRunning && BreachClock.IsLate(AwareAt, now);

    /// <summary>Whether the Commissioner was told after 72 hours.</summary>
    public bool IsLate => CommissionerToldAt is { } told && BreachClock.IsLate(AwareAt, told);
}

/// <summary>A page of the register.</summary>
/// <param name="Rows">The breaches.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="Years">The years of which there are any.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record BreachList(PagedList<BreachRow> Rows, BreachFilter Filter, SortOrder Order, IReadOnlyList<int> Years, DateTime Now);

/// <summary>The register, to print.</summary>
/// <param name="Breaches">The breaches.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record BreachRegisterPrint(IReadOnlyList<PersonalDataBreach> Breaches, BreachFilter Filter, PeopleDirectory Directory, DateTime Now);

/// <summary>A breach as the register words it.</summary>
public static class BreachEntry
{
    /// <summary>The columns of the file.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "Reference", "School aware", "72 hours end", "Recorded", "Facts", "People concerned", "Number of people", "Kinds of data", "Special category", "Number of records",
        "Effects", "Measures taken", "Measures proposed", "Processors", "Risk", "Why this risk", "ICO told", "ICO told at", "ICO reference", "Why told or not", "Why late",
        "People told", "People told at", "How people were told", "Why people were told or not", "Data protection officer’s advice", "Further information to the ICO",
    ];

    /// <summary>The cells of the file.</summary>
    public static IReadOnlyList<string?> Cells(PersonalDataBreach breach, PeopleDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(breach);
        ArgumentNullException.ThrowIfNull(directory);
        var (commissioner, people) = (breach.DecisionOf(BreachMatter.Commissioner), breach.DecisionOf(BreachMatter.People));
        return
        [
            breach.Reference,
            LondonTime.Display(breach.AwareAt),
            LondonTime.Display(breach.DueAt),
            LondonTime.Display(breach.RecordedAt),
            breach.WhatHappened,
            breach.People.InWordsList(),
            breach.NumberOfPeople?.ToString(CultureInfo.InvariantCulture),
            breach.Data.InWordsList(),
            breach.Data.HasSpecialCategory() ? "Yes" : "No",
            breach.NumberOfRecords?.ToString(CultureInfo.InvariantCulture),
            breach.Consequences,
            breach.MeasuresTaken,
            breach.MeasuresProposed,
            breach.Processors,
            breach.Risk.InWords(),
            breach.Risks.Count == 0 ? "" : breach.Risks[^1].Because,
            Told(commissioner),
            At(commissioner),
            breach.CommissionerReference,
            commissioner?.Because,
            breach.DelayBecause,
            Told(people),
            At(people),
            people?.How,
            Join(people?.Because, people?.Ground.InWords()),
            breach.StandingAdvice is { } advice ? $"{directory.NameOf(advice.ById)}: {AdviceInWords(advice)} {advice.Because}" : "",
            string.Join("\n", breach.Information.Select(one => $"{LondonTime.Display(one.ToldAt)}: {one.Text}")),
        ];
    }

    /// <summary>What the data protection officer advised, in a sentence.</summary>
    public static string AdviceInWords(BreachAdvice advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return $"{(advice.TellCommissioner ? "Tell" : "Do not tell")} the ICO; {(advice.TellPeople ? "tell" : "do not tell")} the people concerned.";
    }

    private static string Told(BreachDecision? decision) => decision is null ? "Not decided" : decision.IsTold ? "Yes" : "No";

    private static string? At(BreachDecision? decision) => decision?.ToldAt is { } told ? LondonTime.Display(told) : null;

    private static string Join(params string?[] texts) => string.Join(" ", texts.Where(text => !string.IsNullOrEmpty(text)));
}
