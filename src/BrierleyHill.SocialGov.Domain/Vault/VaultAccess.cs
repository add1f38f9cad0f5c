using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// What one person may do in the vault of one account at one moment: the one place that decides it (clauses ADM-3, STF-1). A person with
/// no access is answered as if there were no vault.
/// </summary>
public sealed record VaultAccess
{
    private VaultAccess(int accountId, Actor by) => (AccountId, By) = (accountId, by);

    /// <summary>The account.</summary>
    public int AccountId { get; }

    /// <summary>Who.</summary>
    public Actor By { get; }

    /// <summary>A current administrator of the account: may do everything.</summary>
    public bool Administers { get; private init; }

    /// <summary>A senior leader who does not administer the account: sees what is kept, and may break the glass.</summary>
    public bool BreaksGlass { get; private init; }

    /// <summary>
    /// An administrator by role, while the account awaits creation: whoever creates it on the platform chooses its password, and stores it.
    /// They open nothing.
    /// </summary>
    public bool StoresForCreation { get; private init; }

    /// <summary>Whether the person may know that there is a vault.</summary>
    public bool IsAny => Administers || BreaksGlass || StoresForCreation;

    /// <summary>Whether the person may store and change secrets.</summary>
    public bool MayStore => Administers || StoresForCreation;

    /// <summary>Whether the person may be shown a secret.</summary>
    public bool MayReveal => Administers || BreaksGlass;

    /// <summary>Works out what a person may do.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">The person, with the roles held now.</param>
    /// <param name="at">When, UTC.</param>
    public static VaultAccess Of(SocialMediaAccount account, PeopleDirectory directory, Actor by, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        if (by.PersonId is not { } id || directory.Find(id) is not { IsActive: true } person || person.LeavingDate < today)
        {
            return new VaultAccess(account.Id, by);
        }

        return account.CurrentAdministrators(directory, today).Contains(id)
            ? new VaultAccess(account.Id, by) { Administers = true }
            : new VaultAccess(account.Id, by)
            {
                BreaksGlass = by.Holds(Roles.SeniorLeader),
                StoresForCreation = by.Holds(Roles.Administrator) && account.Status == AccountStatus.AwaitingCreation,
            };
    }

    /// <summary>Refuses whoever may not know that there is a vault.</summary>
    public Result CheckMaySee() => IsAny ? Result.Done : Error.NotFound;

    /// <summary>Refuses whoever does not administer the account.</summary>
    public Result CheckAdministers() => !IsAny ? Error.NotFound : Administers ? Result.Done : VaultErrors.OnlyAdministrators;

    /// <summary>Refuses whoever may not store.</summary>
    public Result CheckMayStore() => !IsAny ? Error.NotFound : MayStore ? Result.Done : VaultErrors.OnlyAdministrators;

    /// <summary>Refuses whoever may not be shown a secret.</summary>
    public Result CheckMayReveal() => !IsAny ? Error.NotFound : MayReveal ? Result.Done : VaultErrors.OnlyStores;
}
