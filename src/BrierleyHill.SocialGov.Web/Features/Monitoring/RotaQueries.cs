using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Reads the monitoring of one account. Nothing is tracked; what this person may not see is not there.</summary>
public sealed class RotaQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    private const int DaysAhead = 7;
    private const int LastShown = 5;

    /// <summary>The account with its rota, what comes next and what was done last; <see langword="null"/> where there is none for this person.</summary>
    public async Task<RotaPage?> FindPageAsync(int accountId, CancellationToken cancellationToken)
    {
        if (await FindAsync(accountId, cancellationToken) is not { } found)
        {
            return null;
        }

        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var duties = found is { Rota: { } rota, Account.Status: AccountStatus.Active }
            ? rota.SlotsBetween(now, LondonTime.StartOfDay(LondonTime.DateOf(now).AddDays(DaysAhead + 1)), calendar)
                .Select(due => rota.DutyAt(due.Slot, due.At, found.Account.Team))
                .ToList()
            : [];
        var last = await Checks(accountId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(LastShown).ToListAsync(cancellationToken);
        var followUps = await database.MonitoringFollowUps.AsNoTracking()
            .Where(followUp => followUp.AccountId == accountId && followUp.DoneAt == null)
            .OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.Id)
            .ToListAsync(cancellationToken);
        var history = found.Rota is { Id: var rotaId } ? await database.LoadMonitoringHistoryAsync(nameof(MonitoringRota), rotaId, cancellationToken) : [];
        return new RotaPage(found, duties, last, followUps, history, now);
    }

    /// <summary>The account with its rota, or <see langword="null"/>.</summary>
    public async Task<RotaView?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        var account = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        return account.IsRefused
            ? null
            : new RotaView(
                account.Value,
                await database.MonitoringRotas.AsNoTracking().SingleOrDefaultAsync(rota => rota.AccountId == accountId, cancellationToken),
                person.Actor,
                clock.Today());
    }

    /// <summary>The account of a rota, or <see langword="null"/> where there is none for this person.</summary>
    public async Task<int?> AccountOfRotaAsync(int id, CancellationToken cancellationToken) =>
        await database.MonitoringRotas.AsNoTracking().Where(rota => rota.Id == id).Select(rota => (int?)rota.AccountId).SingleOrDefaultAsync(cancellationToken) is { } account
        && !(await database.FindMonitoredAsync(account, person.Actor, cancellationToken)).IsRefused
            ? account
            : null;

    /// <summary>One page of the checks of an account, or <see langword="null"/>.</summary>
    public async Task<CheckList?> ListAsync(int accountId, CheckFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var account = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        return account.IsRefused
            ? null
            : new CheckList(
                account.Value,
                await PagedList<CheckRow>.ReadAsync(Ordered(accountId, filter, order), filter.Page, cancellationToken),
                filter,
                order,
                clock.UtcNow());
    }

    /// <summary>Everything that the filter shows, or <see langword="null"/>.</summary>
    internal async Task<(MonitoredAccount Account, IReadOnlyList<CheckRow> Rows)?> ShownAsync(
        int accountId, CheckFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var account = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        return account.IsRefused ? null : (account.Value, await Ordered(accountId, filter, order).ToListAsync(cancellationToken));
    }

    private IQueryable<CheckRow> Ordered(int accountId, CheckFilter filter, SortOrder order)
    {
        var rows = Checks(accountId);
        var now = clock.UtcNow();
        rows = filter.Show switch
        {
            CheckShow.OnTime => rows.Where(row => row.Status == CheckStatus.Done && (row.DueAt == null || row.DoneAt < row.DueAt)),
            CheckShow.Late => rows.Where(row => row.Status == CheckStatus.Done && row.DoneAt >= row.DueAt),
            CheckShow.Missed => rows.Where(row => row.Status == CheckStatus.Missed || (row.Status == CheckStatus.Expected && row.DueAt <= now)),
            CheckShow.ToDo => rows.Where(row => row.Status == CheckStatus.Expected),
            CheckShow.CalledOff => rows.Where(row => row.Status == CheckStatus.CalledOff),
            CheckShow.Found => rows.Where(row => row.Result == CheckResult.SomethingFound),
            _ => rows,
        };
        if (filter.From is { } from)
        {
            var first = LondonTime.StartOfDay(from);
            rows = rows.Where(row => row.At >= first);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = LondonTime.StartOfDay(until.AddDays(1));
            rows = rows.Where(row => row.At < end);
        }

        return order.Descending ? rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id) : rows.OrderBy(row => row.At).ThenBy(row => row.Id);
    }

    private IQueryable<CheckRow> Checks(int accountId) => database.MonitoringChecks.AsNoTracking()
        .Where(check => check.AccountId == accountId)
        .Select(check => new CheckRow
        {
            Id = check.Id,
            At = check.At,
            SlotAt = check.SlotAt,
            DueAt = check.DueAt,
            OnDutyId = check.OnDutyId,
            Status = check.Status,
            DoneById = check.DoneById,
            DoneAt = check.DoneAt,
            Result = check.Result,
            LookedAt = check.LookedAt,
        });
}

internal static class MonitoringHistory
{
    public static async Task<IReadOnlyList<HistoryEntry>> LoadMonitoringHistoryAsync(
        this SocialGovDbContext database, string kind, int id, CancellationToken cancellationToken)
    {
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == kind && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        return [.. lines.Select(HistoryEntry.From)];
    }
}

/// <summary>An account with its rota, as one person sees it.</summary>
/// <param name="Account">The account, with who looks after it.</param>
/// <param name="Rota">Its rota, if it has one.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="Today">Today, London.</param>
public sealed record RotaView(MonitoredAccount Account, MonitoringRota? Rota, Actor Reader, DateOnly Today)
{
    /// <summary>Whether they may change the rota.</summary>
    public bool MayPlan => !MonitoringRota.CheckMayPlan(Account, Reader).IsRefused;

    /// <summary>Whether they may do checks.</summary>
    public bool MayCheck => Account.Team.MayBeCheckedBy(Reader);

    /// <summary>Whether nobody is asked to look at it though it is in use.</summary>
    public bool IsNotMonitored => Account.Status == AccountStatus.Active && Rota is null or { Slots.Count: 0 };

    /// <summary>The names of those on the rota who have left or no longer look after the account.</summary>
    public IReadOnlyList<string> Gone => Rota is null ? [] : [.. Rota.PeopleGone(Account.Team, Today).Select(Account.Team.Directory.NameOf)];

    /// <summary>Absences that are not over, in order.</summary>
    public IReadOnlyList<RotaCover> Covers => Rota is null ? [] : [.. Rota.Covers.Where(cover => cover.Until >= Today).OrderBy(cover => cover.From).ThenBy(cover => cover.Id)];

    /// <summary>Those who can be on the rota, or cover: by name, with what they do on the account.</summary>
    public IReadOnlyList<Choice> Team => ChoicesOf(Account.Team.Members.Where(member => Account.Team.IsThere(member.PersonId, Today)));

    /// <summary>Those whom this person may record as away: everybody on the team, or themselves alone.</summary>
    public IReadOnlyList<Choice> CanBeAway => ChoicesOf(Account.Team.Members.Where(member => !MonitoringRota.CheckMayArrangeCover(member.PersonId, Account.Team, Reader).IsRefused));

    /// <summary>Whether this person may record anybody as away.</summary>
    public bool MayArrange => Rota is not null && CanBeAway.Count > 0;

    /// <summary>Whether this person may take the absence back.</summary>
    public bool MayCancel(RotaCover cover) => !MonitoringRota.CheckMayArrangeCover(cover.PersonId, Account.Team, Reader).IsRefused;

    private List<Choice> ChoicesOf(IEnumerable<TeamMember> members) =>
        [.. members.Select(member => new Choice(
            member.PersonId.ToString(CultureInfo.InvariantCulture), $"{Account.Team.Directory.NameOf(member.PersonId)}, {Words.InSentence(member.Role.InWords())}"))];
}

/// <summary>The page of an account's monitoring.</summary>
/// <param name="View">The account and its rota.</param>
/// <param name="Duties">Who is on duty when, in the next seven days.</param>
/// <param name="Last">The last checks.</param>
/// <param name="FollowUps">The follow-ups that are open.</param>
/// <param name="History">What happened to the rota.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record RotaPage(
    RotaView View,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<CheckRow> Last,
    IReadOnlyList<MonitoringFollowUp> FollowUps,
    IReadOnlyList<HistoryEntry> History,
    DateTime Now)
{
    /// <summary>The check that is to be done now, if there is one.</summary>
    public CheckRow? ToDo => Last.FirstOrDefault(row => row.Status == CheckStatus.Expected);
}

/// <summary>An account, its rota, and a form about it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="View">The account and its rota as they are saved.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether somebody else saved the rota after the form was opened.</param>
public sealed record RotaAction<TForm>(RotaView View, TForm Form, bool IsStale = false);

/// <summary>Which checks are shown.</summary>
public enum CheckShow
{
    /// <summary>Done in time, or without being asked.</summary>
    [Display(Name = "Done in time")]
    OnTime,

    /// <summary>Done late.</summary>
    [Display(Name = "Done late")]
    Late,

    /// <summary>Missed, or overdue now.</summary>
    [Display(Name = "Missed or overdue")]
    Missed,

    /// <summary>To be done.</summary>
    [Display(Name = "To do")]
    ToDo,

    /// <summary>Called off.</summary>
    [Display(Name = "Called off")]
    CalledOff,

    /// <summary>Something was found.</summary>
    [Display(Name = "Something was found")]
    Found,
}

/// <summary>What the list of checks is narrowed to.</summary>
public sealed class CheckFilter
{
    /// <summary>Which.</summary>
    [Display(Name = "Show")]
    public CheckShow? Show { get; set; }

    /// <summary>From this day on, London.</summary>
    [Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>Up to this day, London.</summary>
    [Display(Name = "To")]
    public DateOnly? Until { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => Show is not null || From is not null || Until is not null;
}

/// <summary>One check in a list.</summary>
public sealed class CheckRow
{
    /// <summary>The check.</summary>
    public int Id { get; init; }

    /// <summary>When it counts, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Its slot, UTC.</summary>
    public DateTime? SlotAt { get; init; }

    /// <summary>From when it is late, UTC.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Who was on duty.</summary>
    public int? OnDutyId { get; init; }

    /// <summary>Where it stands.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>Who did it.</summary>
    public int? DoneById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime? DoneAt { get; init; }

    /// <summary>What it came to.</summary>
    public CheckResult? Result { get; init; }

    /// <summary>What was looked at.</summary>
    public LookedAt LookedAt { get; init; }

    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(MonitoringCheck.ReferenceKind, Id);

    /// <summary>How it stands, in words and a colour.</summary>
    /// <param name="now">Now, UTC.</param>
    public (string Words, string Colour) Standing(DateTime now) => CheckStanding.Of(Status, SlotAt, DueAt, DoneAt, now);
}

/// <summary>How a check stands, as people see it.</summary>
public static class CheckStanding
{
    /// <summary>In words and a colour.</summary>
    public static (string Words, string Colour) Of(MonitoringCheck check, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Of(check.Status, check.SlotAt, check.DueAt, check.DoneAt, now);
    }

    internal static (string Words, string Colour) Of(CheckStatus status, DateTime? slotAt, DateTime? dueAt, DateTime? doneAt, DateTime now) => status switch
    {
        CheckStatus.Expected when dueAt <= now => ("Overdue", "red"),
        CheckStatus.Expected => ("To do now", "blue"),
        CheckStatus.Done when slotAt is null => ("Done, not asked for", "green"),
        CheckStatus.Done when doneAt >= dueAt => ("Done late", "orange"),
        CheckStatus.Done => ("Done in time", "green"),
        CheckStatus.Missed => ("Missed", "red"),
        CheckStatus.CalledOff => ("Called off", "grey"),
    };
}

/// <summary>The checks of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Rows">One page.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record CheckList(MonitoredAccount Account, PagedList<CheckRow> Rows, CheckFilter Filter, SortOrder Order, DateTime Now);
