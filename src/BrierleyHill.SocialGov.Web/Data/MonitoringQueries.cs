using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>A slot at which somebody will be on duty.</summary>
/// <param name="AccountId">The account to look at.</param>
/// <param name="AccountName">What it is called.</param>
/// <param name="RotaReference">The rota's reference.</param>
/// <param name="At">The slot's instant, UTC.</param>
/// <param name="DueAt">From when the check is late, UTC.</param>
/// <param name="Reason">Why it is theirs.</param>
public sealed record UpcomingDuty(int AccountId, string AccountName, string RotaReference, DateTime At, DateTime DueAt, DutyReason Reason);

/// <summary>A check that waits for somebody.</summary>
/// <param name="Id">The check.</param>
/// <param name="AccountName">The account to look at.</param>
/// <param name="At">Its slot, UTC.</param>
/// <param name="DueAt">From when it is late, UTC.</param>
/// <param name="IsOnDuty">Whether they are on duty; else they administer the account, and nobody has done it.</param>
public sealed record WaitingCheck(int Id, string AccountName, DateTime At, DateTime DueAt, bool IsOnDuty);

/// <summary>A follow-up that waits for somebody.</summary>
/// <param name="Id">The follow-up.</param>
/// <param name="CheckId">The check that found it.</param>
/// <param name="What">What is to be done.</param>
/// <param name="DueOn">By when, London.</param>
public sealed record WaitingFollowUp(int Id, int CheckId, string What, DateOnly DueOn);

/// <summary>Reads of monitoring that several features need.</summary>
public static class MonitoringQueries
{
    // Whoever has more waiting than fits on a page does the first ones first.
    private const int MostWaiting = 25;

    /// <summary>How far ahead a person’s duties are told.</summary>
    public static TimeSpan UpcomingHorizon { get; } = TimeSpan.FromDays(28);

    /// <summary>
    /// The slots at which a person will be on duty, by rota and cover, and because a slot falls to them as administrator: of every active account
    /// that they look after, in order of time. Four queries, however many slots there are.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="personId">Whose duties.</param>
    /// <param name="after">From after this instant, UTC.</param>
    /// <param name="until">Up to this one, UTC; <see cref="UpcomingHorizon"/> after now is what the calendar feed and the page show.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<IReadOnlyList<UpcomingDuty>> LoadUpcomingDutiesAsync(
        this SocialGovDbContext database, int personId, DateTime after, DateTime until, CancellationToken cancellationToken)
    {
        var mine = database.Accounts
            .Where(account => account.Status == AccountStatus.Active && account.Assignments.Any(assignment => assignment.PersonId == personId && assignment.Until == null))
            .Select(account => account.Id);
        var rotas = await database.MonitoringRotas.AsNoTracking().Where(rota => mine.Contains(rota.AccountId)).OrderBy(rota => rota.Id).ToListAsync(cancellationToken);
        if (rotas.Count == 0)
        {
            return [];
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var accounts = await database.LoadMonitoredAccountsAsync([.. rotas.Select(rota => rota.AccountId)], directory, cancellationToken);
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        return
        [
            .. rotas
                .SelectMany(rota => rota.SlotsBetween(after, until, calendar)
                    .Select(due => rota.DutyAt(due.Slot, due.At, accounts[rota.AccountId].Team))
                    .Where(duty => duty.PersonId == personId)
                    .Select(duty => new UpcomingDuty(
                        rota.AccountId, accounts[rota.AccountId].Name, rota.Reference, duty.At, duty.At.AddHours(rota.PatienceHours), duty.Reason)))
                .OrderBy(duty => duty.At).ThenBy(duty => duty.AccountId),
        ];
    }

    /// <summary>What monitoring needs to know of these accounts. One query.</summary>
    public static async Task<IReadOnlyDictionary<int, MonitoredAccount>> LoadMonitoredAccountsAsync(
        this SocialGovDbContext database, IReadOnlyCollection<int> accountIds, PeopleDirectory directory, CancellationToken cancellationToken) =>
        (await database.Accounts.AsNoTracking()
            .Where(account => accountIds.Contains(account.Id))
            .OrderBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.Name,
                account.Status,
                account.WebAddress,
                Members = account.Assignments.Where(assignment => assignment.Until == null).Select(assignment => new { assignment.PersonId, assignment.Role }).ToList(),
            })
            .ToListAsync(cancellationToken))
        .ToDictionary(account => account.Id, account => new MonitoredAccount(
            account.Id,
            account.Name,
            account.Status,
            account.WebAddress,
            new MonitoringTeam(account.Members.Select(member => new TeamMember(member.PersonId, member.Role)), directory)));

    /// <summary>What monitoring needs to know of one account, or <see langword="null"/>. Two queries.</summary>
    public static async Task<MonitoredAccount?> FindMonitoredAccountAsync(this SocialGovDbContext database, int accountId, CancellationToken cancellationToken) =>
        (await database.LoadMonitoredAccountsAsync([accountId], await database.LoadDirectoryAsync(cancellationToken), cancellationToken)).GetValueOrDefault(accountId);

    /// <summary>How many times a week an account is looked at by its rota; none means that it is not monitored. One query.</summary>
    public static Task<int> CountChecksAWeekAsync(this SocialGovDbContext database, int accountId, CancellationToken cancellationToken) =>
        database.MonitoringRotas.AsNoTracking().Where(rota => rota.AccountId == accountId).Select(rota => rota.Slots.Count).SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The checks that wait for a person, the oldest first: those they are on duty for, and, of the accounts that they administer, those that
    /// nobody has done in time or nobody is on duty for. One query.
    /// </summary>
    public static async Task<IReadOnlyList<WaitingCheck>> LoadWaitingChecksAsync(
        this SocialGovDbContext database, int personId, DateTime now, CancellationToken cancellationToken)
    {
        var administered = database.Accounts
            .Where(account => account.Assignments.Any(assignment => assignment.PersonId == personId && assignment.Until == null && assignment.Role != AssignmentRole.Poster))
            .Select(account => account.Id);
        return await database.MonitoringChecks.AsNoTracking()
            .Where(check => check.Status == CheckStatus.Expected
                && (check.OnDutyId == personId || ((check.DueAt <= now || check.OnDutyId == null) && administered.Contains(check.AccountId))))
            .Join(database.Accounts, check => check.AccountId, account => account.Id, (check, account) => new { Check = check, account.Name })
            .OrderBy(waiting => waiting.Check.At).ThenBy(waiting => waiting.Check.Id)
            .Select(waiting => new WaitingCheck(
                waiting.Check.Id, waiting.Name, waiting.Check.At, waiting.Check.DueAt!.Value, waiting.Check.OnDutyId == personId))
            .Take(MostWaiting)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The follow-ups that a person has to do, the first one due first. One query.</summary>
    public static async Task<IReadOnlyList<WaitingFollowUp>> LoadWaitingFollowUpsAsync(
        this SocialGovDbContext database, int personId, CancellationToken cancellationToken) =>
        await database.MonitoringFollowUps.AsNoTracking()
            .Where(followUp => followUp.PersonId == personId && followUp.DoneAt == null)
            .OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.Id)
            .Select(followUp => new WaitingFollowUp(followUp.Id, followUp.CheckId, followUp.What, followUp.DueOn))
            .Take(MostWaiting)
            .ToListAsync(cancellationToken);

    /// <summary>The active accounts that nobody is asked to look at: without a rota, or with one that has no slot (MON-1).</summary>
    public static IQueryable<SocialMediaAccount> NotMonitored(this SocialGovDbContext database) => database.Accounts.AsNoTracking()
        .Where(account => account.Status == AccountStatus.Active && !database.MonitoringRotas.Any(rota => rota.AccountId == account.Id && rota.Slots.Any()));
}
