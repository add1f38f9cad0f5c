using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Somebody's role on the platform itself.</summary>
public sealed class PlatformRoleForm
{
    /// <summary>Who.</summary>
    [Display(Name = "Who holds the role?", Description = "Somebody who has left can be chosen too, if they are still there on the platform")]
    public int? PersonId { get; set; }

    /// <summary>What the platform calls it.</summary>
    [Display(Name = "What does the platform call the role?", Description = "For example: full control, editor, moderator")]
    [MaximumCharacters(PlatformRole.RoleMaximumLength)]
    public string? Role { get; set; }

    /// <summary>Since when.</summary>
    [Display(Name = "Since when?", ShortName = "The date", Description = "For example, 27 3 2025. Leave it empty if nobody knows")]
    public DateOnly? Since { get; set; }
}

/// <summary>The form that records a role.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Form">What was typed.</param>
public sealed record AddPlatformRoleView(OpenedVault Vault, PlatformRoleForm Form)
{
    /// <summary>Everybody.</summary>
    public IReadOnlyList<Choice> People => Vault.Directory.Everybody();
}

/// <summary>The page that asks whether a role was removed.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Role">The role.</param>
public sealed record RemovePlatformRoleView(OpenedVault Vault, PlatformRole Role);

/// <summary>Records who holds which role on the platform: a page hangs on personal profiles, which no password of the school's takes off it.</summary>
public sealed class AddPlatformRole(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The form's vault, for whoever may record.</summary>
    public async Task<Result<OpenedVault>> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        return vault.IsRefused || vault.Value.Access.CheckMayStore() is not { IsRefused: true } refusal ? vault : refusal.Error;
    }

    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int accountId, PlatformRoleForm form, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        var added = PlatformRole.Add(form.PersonId, form.Role, form.Since, vault.Value.Access, vault.Value.Directory, clock.UtcNow());
        if (added.IsRefused)
        {
            return added.Error;
        }

        if (await IsTakenAsync(added.Value, cancellationToken))
        {
            return VaultErrors.RoleTaken;
        }

        database.PlatformRoles.Add(added.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (!await IsTakenAsync(added.Value, cancellationToken))
            {
                throw;
            }

            return VaultErrors.RoleTaken;
        }
    }

    private Task<bool> IsTakenAsync(PlatformRole role, CancellationToken cancellationToken) => database.PlatformRoles.AnyAsync(
        held => held.AccountId == role.AccountId && held.PersonId == role.PersonId && held.NormalisedRole == role.NormalisedRole && held.RemovedAt == null,
        cancellationToken);
}

/// <summary>Records that a role was taken away on the platform.</summary>
public sealed class RemovePlatformRole(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The role, for whoever may record that it is gone.</summary>
    public async Task<Result<RemovePlatformRoleView>> FindAsync(int accountId, int roleId, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        if (vault.Value.Access.CheckMayStore() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        return await database.PlatformRoles.SingleOrDefaultAsync(role => role.Id == roleId && role.AccountId == accountId, cancellationToken) is { } found
            ? new RemovePlatformRoleView(vault.Value, found)
            : Error.NotFound;
    }

    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int accountId, int roleId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(accountId, roleId, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var removed = found.Value.Role.Remove(found.Value.Vault.Access, found.Value.Vault.Directory, clock.UtcNow());
        return removed.IsRefused ? removed : await database.TrySaveAsync(cancellationToken);
    }
}
