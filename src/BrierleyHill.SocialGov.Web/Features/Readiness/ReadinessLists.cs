using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Who is ready. It is worked out in memory, from a handful of queries: a school has a few hundred people.</summary>
public sealed class ReadinessLists(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["name", "ready", "reminded"];

    /// <summary>The order where none is asked for.</summary>
    public static SortOrder DefaultOrder { get; } = new("name", Descending: false);

    /// <summary>One page of the list.</summary>
    public async Task<ReadinessList> ListAsync(ReadinessFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var everybody = await EverybodyAsync(cancellationToken);
        var shown = Narrow(everybody.Rows, filter, order);
        return new ReadinessList(
            PagedList<ReadinessRow>.Cut(shown, filter.Page),
            filter,
            order,
            everybody.Rows.Count(row => row.Readiness.IsReady),
            everybody.Rows.Count,
            shown.Count(row => row.MayRemind),
            everybody.Facts.IsPolicyPublished(clock.UtcNow()),
            everybody.Facts.IsCourseSetUp);
    }

    /// <summary>Everything that the filter shows, on all pages.</summary>
    public async Task<IReadOnlyList<ReadinessRow>> ShownAsync(ReadinessFilter filter, SortOrder order, CancellationToken cancellationToken) =>
        Narrow((await EverybodyAsync(cancellationToken)).Rows, filter, order);

    /// <summary>Everybody who is active or invited, and what it was worked out from.</summary>
    public async Task<(IReadOnlyList<ReadinessRow> Rows, ReadinessFacts Facts)> EverybodyAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var facts = await database.LoadReadinessFactsAsync(cancellationToken);
        var running = await database.LoadPeopleWhoRunAccountsAsync(cancellationToken);
        var reminded = await LastRemindersAsync(cancellationToken);
        var people = await database.People.AsNoTracking()
            .Where(person => person.Status != PersonStatus.Deactivated)
            .Select(person => new { person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate, person.Affiliation })
            .ToListAsync(cancellationToken);
        return (
            [
                .. people.Select(known =>
                {
                    var person = new DirectoryPerson(known.Id, known.Forename, known.Surname, known.Status, known.LeavingDate);
                    var readiness = facts.Of(person, now);
                    return new ReadinessRow(
                        person,
                        known.Affiliation,
                        readiness,
                        ReadinessReminder.Due(readiness, facts, now),
                        running.Contains(known.Id),
                        reminded.TryGetValue(known.Id, out var day) ? day : null,
                        today);
                }),
            ],
            facts);
    }

    /// <summary>One's own readiness.</summary>
    public async Task<OwnReadiness> OwnAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var facts = await database.LoadReadinessFactsAsync(cancellationToken);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        return new OwnReadiness(
            facts.Of(directory.Find(current.Id) ?? throw new InvalidOperationException("Whoever is signed in is in the directory."), now),
            facts.IsPolicyPublished(now),
            facts.IsCourseSetUp);
    }

    private async Task<Dictionary<int, DateOnly>> LastRemindersAsync(CancellationToken cancellationToken) =>
        await database.ReadinessReminders.AsNoTracking()
            .GroupBy(reminder => reminder.PersonId)
            .Select(group => new { group.Key, Day = group.Max(reminder => reminder.Day) })
            .ToDictionaryAsync(last => last.Key, last => last.Day, cancellationToken);

    private static List<ReadinessRow> Narrow(IReadOnlyList<ReadinessRow> rows, ReadinessFilter filter, SortOrder order)
    {
        var shown = filter.Show switch
        {
            ReadinessChoice.NotReady => rows.Where(row => !row.Readiness.IsReady),
            ReadinessChoice.NotAcknowledged => rows.Where(row => !row.Readiness.Acknowledged.IsMet),
            ReadinessChoice.NotTrained => rows.Where(row => !row.Readiness.Trained.IsMet),
            ReadinessChoice.Ready => rows.Where(row => row.Readiness.IsReady),
            null => rows,
        };
        if (filter.Affiliation is { } affiliation)
        {
            shown = shown.Where(row => row.Affiliation == affiliation);
        }

        if (filter.RunsAccounts)
        {
            shown = shown.Where(row => row.RunsAccounts);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            shown = shown.Where(row => row.Person.FullName.Contains(text, StringComparison.OrdinalIgnoreCase));
        }

        var byName = shown.OrderBy(row => row.Person.Surname, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Person.Forename, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Person.Id);
        return
        [
            .. (order.Column, order.Descending) switch
            {
                ("ready", false) => byName.OrderBy(row => row.Readiness.Missing.Count()),
                ("ready", true) => byName.OrderByDescending(row => row.Readiness.Missing.Count()),
                ("reminded", false) => byName.OrderBy(row => row.LastReminded is null).ThenBy(row => row.LastReminded),
                ("reminded", true) => byName.OrderBy(row => row.LastReminded is null).ThenByDescending(row => row.LastReminded),
                (_, false) => byName,
                (_, true) => byName.Reverse(),
            },
        ];
    }
}

/// <summary>Who is shown.</summary>
public enum ReadinessChoice
{
    /// <summary>Somebody who misses anything.</summary>
    [Display(Name = "Not ready")]
    NotReady,

    /// <summary>Somebody who has not acknowledged the policy in force.</summary>
    [Display(Name = "Policy not acknowledged")]
    NotAcknowledged,

    /// <summary>Somebody who is not trained.</summary>
    [Display(Name = "Not trained")]
    NotTrained,

    /// <summary>Somebody who is ready.</summary>
    [Display(Name = "Ready")]
    Ready,
}

/// <summary>What the list is narrowed to.</summary>
public sealed class ReadinessFilter
{
    /// <summary>Words of the name.</summary>
    public string? Text { get; set; }

    /// <summary>What is missing.</summary>
    public ReadinessChoice? Show { get; set; }

    /// <summary>How people belong to the school.</summary>
    public Affiliation? Affiliation { get; set; }

    /// <summary>Only those who run an account or are to run one.</summary>
    public bool RunsAccounts { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Show is not null || Affiliation is not null || RunsAccounts;
}

/// <summary>One person in the list.</summary>
/// <param name="Person">Who.</param>
/// <param name="Affiliation">How they belong to the school.</param>
/// <param name="Readiness">How ready they are.</param>
/// <param name="Due">What they can be reminded of.</param>
/// <param name="RunsAccounts">Whether they run an account or are to run one.</param>
/// <param name="LastReminded">The day on which they were last reminded, London.</param>
/// <param name="Today">Today, London.</param>
public sealed record ReadinessRow(
    DirectoryPerson Person, Affiliation Affiliation, PersonReadiness Readiness, ReminderOf Due, bool RunsAccounts, DateOnly? LastReminded, DateOnly Today)
{
    /// <summary>Whether a button to remind them is offered: something is theirs to do, and nobody has reminded them today.</summary>
    public bool MayRemind => Due != ReminderOf.Nothing && LastReminded != Today;

    /// <summary>When they were last reminded, in words; "" for never.</summary>
    public string LastRemindedInWords => LastReminded is { } day ? day == Today ? "Reminded today" : $"Reminded on {LondonTime.DisplayDate(day)}" : "";
}

/// <summary>The list.</summary>
/// <param name="Rows">One page of it.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="ReadyCount">How many people are ready, whatever the filter.</param>
/// <param name="EverybodyCount">How many people there are, whatever the filter.</param>
/// <param name="RemindableCount">How many of those whom the filter shows, on all pages, can be reminded now.</param>
/// <param name="IsPolicyPublished">Whether there is a policy to acknowledge.</param>
/// <param name="IsCourseSetUp">Whether there is a course to attend.</param>
public sealed record ReadinessList(
    PagedList<ReadinessRow> Rows,
    ReadinessFilter Filter,
    SortOrder Order,
    int ReadyCount,
    int EverybodyCount,
    int RemindableCount,
    bool IsPolicyPublished,
    bool IsCourseSetUp);

/// <summary>One's own readiness.</summary>
public sealed record OwnReadiness(PersonReadiness Readiness, bool IsPolicyPublished, bool IsCourseSetUp);
