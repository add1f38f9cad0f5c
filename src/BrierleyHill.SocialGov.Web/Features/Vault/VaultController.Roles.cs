using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <content>Who holds which role on the platform itself.</content>
public sealed partial class VaultController
{
    /// <summary>Who holds which role on the platform.</summary>
    [HttpGet("platform-roles")]
    public async Task<IActionResult> PlatformRoles(int accountId, CancellationToken cancellationToken)
    {
        var found = await pages.FindRolesAsync(accountId, cancellationToken);
        return found.IsRefused ? await RefuseAsync(found.Error) : View(found.Value);
    }

    /// <summary>The form that records a role.</summary>
    [HttpGet("platform-roles/add")]
    public Task<IActionResult> AddRole(int accountId, [FromServices] AddPlatformRole add, CancellationToken cancellationToken) =>
        ShowAddRoleAsync(accountId, new PlatformRoleForm(), add, cancellationToken);

    /// <summary>Records a role.</summary>
    [HttpPost("platform-roles/add")]
    public async Task<IActionResult> AddRole(int accountId, PlatformRoleForm form, [FromServices] AddPlatformRole add, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => ShowAddRoleAsync(accountId, form, add, cancellationToken);
        return await ActUponAsync(() => add.RunAsync(accountId, form, cancellationToken), Form, () =>
        {
            Announce("The role has been recorded.");
            return RedirectToAction(nameof(PlatformRoles), new { accountId });
        }, "Form.");
    }

    /// <summary>The page that asks whether the role was taken away on the platform.</summary>
    [HttpGet("platform-roles/{roleId:int}/remove")]
    public async Task<IActionResult> RemoveRole(int accountId, int roleId, [FromServices] RemovePlatformRole remove, CancellationToken cancellationToken)
    {
        var found = await remove.FindAsync(accountId, roleId, cancellationToken);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Error);
        }

        return found.Value.Role.IsHeld ? View(found.Value) : RedirectToAction(nameof(PlatformRoles), new { accountId });
    }

    /// <summary>Records that the role was taken away on the platform.</summary>
    [HttpPost("platform-roles/{roleId:int}/remove")]
    public async Task<IActionResult> RemoveRoleNow(int accountId, int roleId, [FromServices] RemovePlatformRole remove, CancellationToken cancellationToken)
    {
        var removed = await remove.RunAsync(accountId, roleId, cancellationToken);
        if (removed.IsRefused)
        {
            return await RefuseAsync(removed.Error);
        }

        Announce("It is recorded that the role was removed.");
        return RedirectToAction(nameof(PlatformRoles), new { accountId });
    }

    private async Task<IActionResult> ShowAddRoleAsync(int accountId, PlatformRoleForm form, AddPlatformRole add, CancellationToken cancellationToken)
    {
        var vault = await add.FindAsync(accountId, cancellationToken);
        return vault.IsRefused ? await RefuseAsync(vault.Error) : View("AddRole", new AddPlatformRoleView(vault.Value, form));
    }
}
