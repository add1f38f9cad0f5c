using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Reads the first page of monitoring: what waits for the person, and how each account that they may see is looked after.</summary>
public sealed class MonitoringLists(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How far back checks are counted.</summary>
    public static TimeSpan CountedBack { get; } = TimeSpan.FromDays(28);

    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["name", "last", "missed"];

    // Whoever is on more rotas than that finds the rest on the rotas' own pages.
    private const int NextShown = 5;

    /// <summary>The page.</summary>
    public async Task<MonitoringOverview> ReadAsync(MonitoringFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(order);
        var now = clock.UtcNow();
        var counted = await PagedList<CountedAccount>.ReadAsync(Counted(filter, order, now), filter.Page, cancellationToken);
        int[] ids = [.. counted.Items.Select(row => row.Id)];
        var id = person.Id;

        // The rotas of the accounts shown and those of the person's own accounts, in one go.
        var rotas = await database.MonitoringRotas.AsNoTracking()
            .Where(rota => ids.Contains(rota.AccountId) || database.Accounts.Any(account => account.Id == rota.AccountId && account.Status == AccountStatus.Active
                && account.Assignments.Any(assignment => assignment.PersonId == id && assignment.Until == null)))
            .OrderBy(rota => rota.Id)
            .ToListAsync(cancellationToken);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var accounts = await database.LoadMonitoredAccountsAsync([.. ids.Union(rotas.Select(rota => rota.AccountId))], directory, cancellationToken);
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var byAccount = rotas.ToDictionary(rota => rota.AccountId);
        var next = rotas
            .Where(rota => accounts[rota.AccountId] is { Status: AccountStatus.Active, Team: var team } && team.RoleOf(id) is not null)
            .SelectMany(rota => rota.SlotsBetween(now, now + MonitoringQueries.UpcomingHorizon, calendar)
                .Select(due => rota.DutyAt(due.Slot, due.At, accounts[rota.AccountId].Team))
                .Where(duty => duty.PersonId == id)
                .Select(duty => new UpcomingDuty(
                    rota.AccountId, accounts[rota.AccountId].Name, rota.Reference, duty.At, duty.At.AddHours(rota.PatienceHours), duty.Reason)))
            .OrderBy(duty => duty.At).ThenBy(duty => duty.AccountId)
            .ToList();
        return new MonitoringOverview(
            await database.LoadWaitingChecksAsync(id, now, cancellationToken),
            await database.LoadWaitingFollowUpsAsync(id, cancellationToken),
            [.. next.Take(NextShown)],
            next.Count,
            new PagedList<MonitoredRow>(
                [.. counted.Items.Select(row => MonitoredRow.Of(row, byAccount.GetValueOrDefault(row.Id), accounts[row.Id].Team, LondonTime.DateOf(now)))],
                counted.PageNumber, counted.PageSize, counted.TotalCount),
            filter,
            order,
            person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator),
            now);
    }

    private IQueryable<CountedAccount> Counted(MonitoringFilter filter, SortOrder order, DateTime now)
    {
        var since = now - CountedBack;
        var accounts = database.AccountsSeenBy(person.Actor).AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended);
        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind == SocialMediaAccount.ReferenceKind)
            {
                accounts = accounts.Where(account => account.Id == id);
            }
            else
            {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                accounts = accounts.Where(account => account.Name.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        accounts = filter.Show switch
        {
            MonitoringShow.NotMonitored => accounts.Where(account => account.Status == AccountStatus.Active
                && !database.MonitoringRotas.Any(rota => rota.AccountId == account.Id && rota.Slots.Any())),
            MonitoringShow.Overdue => accounts.Where(account => database.MonitoringChecks.Any(check =>
                check.AccountId == account.Id && check.Status == CheckStatus.Expected && check.DueAt <= now)),
            MonitoringShow.MissedLately => accounts.Where(account => database.MonitoringChecks.Any(check =>
                check.AccountId == account.Id && check.At >= since && (check.Status == CheckStatus.Missed || (check.Status == CheckStatus.Expected && check.DueAt <= now)))),
            _ => accounts,
        };
        var counted = accounts.Select(account => new CountedAccount
        {
            Id = account.Id,
            Name = account.Name,
            Status = account.Status,
            LastDoneAt = database.MonitoringChecks
                .Where(check => check.AccountId == account.Id && check.Status == CheckStatus.Done)
                .OrderByDescending(check => check.At)
                .Select(check => check.DoneAt)
                .FirstOrDefault(),
            Asked = database.MonitoringChecks.Count(check => check.AccountId == account.Id && check.At >= since && check.SlotAt != null
                && (check.Status == CheckStatus.Done || check.Status == CheckStatus.Missed || (check.Status == CheckStatus.Expected && check.DueAt <= now))),
            OnTime = database.MonitoringChecks.Count(check => check.AccountId == account.Id && check.At >= since && check.SlotAt != null
                && check.Status == CheckStatus.Done && check.DoneAt < check.DueAt),
            Missed = database.MonitoringChecks.Count(check => check.AccountId == account.Id && check.At >= since
                && (check.Status == CheckStatus.Missed || (check.Status == CheckStatus.Expected && check.DueAt <= now))),
        });
        return (order.Column, order.Descending) switch
        {
            ("last", false) => counted.OrderBy(row => row.LastDoneAt).ThenBy(row => row.Id),
            ("last", true) => counted.OrderByDescending(row => row.LastDoneAt).ThenBy(row => row.Id),
            ("missed", false) => counted.OrderBy(row => row.Missed).ThenBy(row => row.Id),
            ("missed", true) => counted.OrderByDescending(row => row.Missed).ThenBy(row => row.Id),
            (_, false) => counted.OrderBy(row => row.Name).ThenBy(row => row.Id),
            (_, true) => counted.OrderByDescending(row => row.Name).ThenBy(row => row.Id),
        };
    }
}

/// <summary>Which accounts are shown.</summary>
public enum MonitoringShow
{
    /// <summary>Nobody is asked to look at them.</summary>
    [Display(Name = "Not monitored")]
    NotMonitored,

    /// <summary>A check is overdue now.</summary>
    [Display(Name = "A check is overdue now")]
    Overdue,

    /// <summary>A check of the last four weeks was missed.</summary>
    [Display(Name = "Missed checks in the last 4 weeks")]
    MissedLately,
}

/// <summary>What the list is narrowed to.</summary>
public sealed class MonitoringFilter
{
    /// <summary>Words of the name, or a reference.</summary>
    [Display(Name = "Name or reference")]
    public string? Text { get; set; }

    /// <summary>Which.</summary>
    [Display(Name = "Show")]
    public MonitoringShow? Show { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Show is not null;
}

/// <summary>An account with what became of its checks in the last four weeks.</summary>
public sealed class CountedAccount
{
    /// <summary>The account.</summary>
    public int Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public AccountStatus Status { get; init; }

    /// <summary>When somebody last looked at it, UTC.</summary>
    public DateTime? LastDoneAt { get; init; }

    /// <summary>How many checks the rota asked for whose time has passed or that were done.</summary>
    public int Asked { get; init; }

    /// <summary>How many of these were done in time.</summary>
    public int OnTime { get; init; }

    /// <summary>How many nobody did, or nobody has done yet.</summary>
    public int Missed { get; init; }
}

/// <summary>One account in the list.</summary>
/// <param name="Account">The account, with its numbers.</param>
/// <param name="Lines">Its rota in words; empty where nobody is asked to look at it.</param>
/// <param name="Gone">Those on its rota who have left or no longer look after it.</param>
public sealed record MonitoredRow(CountedAccount Account, IReadOnlyList<string> Lines, IReadOnlyList<string> Gone)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(SocialMediaAccount.ReferenceKind, Account.Id);

    /// <summary>Whether nobody is asked to look at it though it is in use.</summary>
    public bool IsNotMonitored => Lines.Count == 0 && Account.Status == AccountStatus.Active;

    internal static MonitoredRow Of(CountedAccount account, MonitoringRota? rota, MonitoringTeam team, DateOnly today) => new(
        account,
        rota is null ? [] : RotaWords.Lines(rota, team.Directory),
        rota is null ? [] : [.. rota.PeopleGone(team, today).Select(team.Directory.NameOf)]);
}

/// <summary>The first page of monitoring.</summary>
/// <param name="Waiting">The checks that wait for the person.</param>
/// <param name="FollowUps">The follow-ups that wait for them.</param>
/// <param name="Next">When it is their turn next.</param>
/// <param name="NextCount">How often it is their turn in the next four weeks.</param>
/// <param name="Accounts">The accounts that they may see.</param>
/// <param name="Filter">What the list is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="SeesAll">Whether they see every account, and not their own alone.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record MonitoringOverview(
    IReadOnlyList<WaitingCheck> Waiting,
    IReadOnlyList<WaitingFollowUp> FollowUps,
    IReadOnlyList<UpcomingDuty> Next,
    int NextCount,
    PagedList<MonitoredRow> Accounts,
    MonitoringFilter Filter,
    SortOrder Order,
    bool SeesAll,
    DateTime Now);
