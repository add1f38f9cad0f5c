using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>The vault of one account, as one person may open it at one moment.</summary>
/// <param name="Account">The account.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Access">What the person may do. <see cref="VaultAccess"/> decides it, nothing else.</param>
/// <param name="At">When, UTC.</param>
public sealed record OpenedVault(SocialMediaAccount Account, PeopleDirectory Directory, VaultAccess Access, DateTime At);

/// <summary>One sign-in in an opened vault.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Credential">The sign-in.</param>
public sealed record OpenedCredential(OpenedVault Vault, StoredCredential Credential);

/// <summary>
/// Opens the vault for those who may know of it. Current administrators of the account, senior leaders, and administrators by role while the
/// account awaits creation: for everybody else, and an administrator of another account above all, there is no vault (404).
/// </summary>
public static class VaultAuthorization
{
    /// <summary>The vault, or that there is none: also where there is one that this person may not know of.</summary>
    public static async Task<Result<OpenedVault>> OpenVaultAsync(
        this SocialGovDbContext database, int accountId, Actor person, DateTime at, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == accountId, cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var access = VaultAccess.Of(account, directory, person, at);
        return access.CheckMaySee() is { IsRefused: true } refusal ? refusal.Error : new OpenedVault(account, directory, access, at);
    }

    /// <summary>The account of a sign-in that somebody knows by its reference alone, or that there is none: also where they may not know of it.</summary>
    public static async Task<Result<int>> FindAccountOfCredentialAsync(
        this SocialGovDbContext database, int id, Actor person, DateTime at, CancellationToken cancellationToken)
    {
        var accountId = await database.Credentials.Where(credential => credential.Id == id).Select(credential => credential.AccountId).SingleOrDefaultAsync(cancellationToken);
        var vault = await database.OpenVaultAsync(accountId, person, at, cancellationToken);
        return vault.IsRefused ? vault.Error : accountId;
    }

    /// <summary>A sign-in of the account, tracked, or that there is none.</summary>
    public static async Task<Result<OpenedCredential>> OpenCredentialAsync(
        this SocialGovDbContext database, int accountId, int id, Actor person, DateTime at, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person, at, cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        return await database.Credentials.AsSplitQuery()
            .SingleOrDefaultAsync(credential => credential.Id == id && credential.AccountId == accountId, cancellationToken) is { } found
            ? new OpenedCredential(vault.Value, found)
            : Error.NotFound;
    }
}
