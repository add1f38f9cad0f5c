using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>A check and its account.</summary>
/// <param name="Check">The check.</param>
/// <param name="Account">The account, with who looks after it now.</param>
internal sealed record FoundCheck(MonitoringCheck Check, MonitoredAccount Account);

/// <summary>
/// Who may see what monitoring found: those who look after the account, administrators by role and senior leaders. For everybody else there
/// is no rota, no check and no follow-up of it (404).
/// </summary>
internal static class MonitoringAuthorization
{
    /// <summary>The account with its team, or that there is none: also where there is one of which this person may not see the monitoring.</summary>
    public static async Task<Result<MonitoredAccount>> FindMonitoredAsync(
        this SocialGovDbContext database, int accountId, Actor person, CancellationToken cancellationToken) =>
        await database.FindMonitoredAccountAsync(accountId, cancellationToken) is { } account && account.Team.MayBeSeenBy(person) ? account : Error.NotFound;

    /// <summary>The check with its account, or that there is none.</summary>
    public static async Task<Result<FoundCheck>> FindCheckAsync(this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken)
    {
        if (await database.MonitoringChecks.FindAsync([id], cancellationToken) is not { } check)
        {
            return Error.NotFound;
        }

        var account = await database.FindMonitoredAsync(check.AccountId, person, cancellationToken);
        return account.IsRefused ? account.Error : new FoundCheck(check, account.Value);
    }

    /// <summary>The accounts of which this person may see the monitoring.</summary>
    public static IQueryable<SocialMediaAccount> AccountsSeenBy(this SocialGovDbContext database, Actor person)
    {
        var (all, id) = (person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator), person.PersonId);
        return database.Accounts.Where(account => all || account.Assignments.Any(assignment => assignment.PersonId == id && assignment.Until == null));
    }
}
