using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads what the standing of accounts and the gates of going live are worked out from.</summary>
public static class AccountStandingQueries
{
    /// <summary>
    /// Every account of the register, closed ones too, in order of their numbers: a school has dozens. Shared between requests: for
    /// reading alone. Whoever changes an account loads it by itself.
    /// </summary>
    public static Task<List<SocialMediaAccount>> LoadRegisterAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.KnownAsync("register", () => database.Accounts.AsNoTracking().AsSplitQuery().OrderBy(account => account.Id).ToListAsync(cancellationToken));

    /// <summary>How these accounts stand, by the number of the account: the same number of queries, however many they are.</summary>
    /// <param name="database">The database.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="readiness">What readiness is worked out from.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<IReadOnlyDictionary<int, AccountStanding>> LoadAccountStandingsAsync(
        this SocialGovDbContext database,
        IReadOnlyCollection<SocialMediaAccount> accounts,
        PeopleDirectory directory,
        ReadinessFacts readiness,
        DateTime at,
        CancellationToken cancellationToken)
    {
        var assessments = await database.LoadAssessmentStandingsAsync(accounts, cancellationToken);
        var rotations = (await database.LoadRotationsDueAsync([.. accounts.Select(account => account.Id)], at, cancellationToken))
            .ToLookup(due => due.AccountId);
        return accounts.ToDictionary(account => account.Id, account => AccountStanding.Of(
            account, new AccountCircumstances(directory, readiness, assessments[account.Id], [.. rotations[account.Id]]), at));
    }

    /// <summary>What the gates of going live depend on for one account.</summary>
    public static async Task<GoingLiveCircumstances> LoadGoingLiveCircumstancesAsync(
        this SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken) => new(
        await database.LoadDirectoryAsync(cancellationToken),
        await database.LoadReadinessFactsAsync(cancellationToken),
        await database.LoadAssessmentStandingAsync(account, cancellationToken),
        await database.HoldsSignInDetailsAsync(account.Id, cancellationToken));

    /// <summary>Whether the school, not one person, can get in: the vault holds a secret of the account that lets somebody in, or says who has which role on the platform.</summary>
    public static async Task<bool> HoldsSignInDetailsAsync(this SocialGovDbContext database, int accountId, CancellationToken cancellationToken)
    {
        var holding = (await database.LoadVaultHoldingsAsync([accountId], cancellationToken))[accountId];
        return holding.HasCurrentSecret || holding.PlatformRoles.Count > 0;
    }
}
