using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>
/// The vault of one account. Who may do what is decided by <see cref="VaultAccess"/> on every route. No answer of it is kept by a browser or
/// on the way.
/// </summary>
[Authorize(Policies.SignedIn)]
[Route("accounts/{accountId:int}/vault")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class VaultController(VaultPages pages, HeldSecrets held) : PortalController
{
    /// <summary>The vault.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, CancellationToken cancellationToken)
    {
        var found = await pages.FindAsync(accountId, cancellationToken);
        return found.IsRefused ? await RefuseAsync(found.Error) : View(found.Value);
    }

    /// <summary>Leads from a reference such as CRE-000001, typed into the search box, to the sign-in.</summary>
    [HttpGet("/vault/{id:int}")]
    public async Task<IActionResult> ByReference(int id, CancellationToken cancellationToken)
    {
        var account = await pages.FindAccountOfAsync(id, cancellationToken);
        return account.IsRefused ? await RefuseAsync(account.Error) : RedirectToAction(nameof(Details), new { accountId = account.Value, id });
    }

    /// <summary>The form that adds a sign-in.</summary>
    [HttpGet("add")]
    public Task<IActionResult> Add(int accountId, [FromServices] AddCredential add, CancellationToken cancellationToken) =>
        ShowAddAsync(accountId, new AddCredentialForm(), add, isGenerated: false, cancellationToken);

    /// <summary>Adds a sign-in.</summary>
    [HttpPost("add")]
    public async Task<IActionResult> Add(int accountId, AddCredentialForm form, [FromServices] AddCredential add, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form()
        {
            form.HeldPassword = ModelState["Form.Password"]?.Errors.Count > 0
                ? null
                : held.Hold(form.Password, form.HeldPassword, accountId, SecretKind.Password);
            return ShowAddAsync(accountId, form, add, isGenerated: false, cancellationToken);
        }

        return await ActUponAsync(() => add.RunAsync(accountId, form, cancellationToken), Form, outcome =>
        {
            Announce("The sign-in has been added.");
            return RedirectToAction(nameof(Details), new { accountId, id = outcome });
        }, "Form.");
    }

    /// <summary>Fills the form that adds a sign-in with a new password. It is stored when the form is sent, not before.</summary>
    [HttpPost("add/generate")]
    public async Task<IActionResult> Generate(int accountId, AddCredentialForm form, [FromServices] AddCredential add, CancellationToken cancellationToken)
    {
        var vault = await add.FindAsync(accountId, cancellationToken);
        if (vault.IsRefused)
        {
            return await RefuseAsync(vault.Error);
        }

        ModelState.Clear();
        form.Password = PasswordRecipe.For(vault.Value.Account.Platform).Generate();
        form.HeldPassword = null;
        return await ShowAddAsync(accountId, form, add, isGenerated: true, cancellationToken);
    }

    /// <summary>One sign-in.</summary>
    [HttpGet("{id:int}")]
    public Task<IActionResult> Details(int accountId, int id, CancellationToken cancellationToken) =>
        ShowAsync(accountId, id, found => View("Details", found), cancellationToken);

    /// <summary>The form that names a sign-in and the holder of its device.</summary>
    [HttpGet("{id:int}/describe")]
    public Task<IActionResult> Describe(int accountId, int id, CancellationToken cancellationToken) =>
        ShowAsync(
            accountId,
            id,
            found => View("Describe", new CredentialAction<DescribeCredentialForm>(
                found,
                new DescribeCredentialForm { Version = found.Credential.Version, Label = found.Credential.Label, DeviceHolderId = found.Credential.DeviceHolderId })),
            cancellationToken,
            found => found.Credential.CheckMayChange(found.Vault.Access));

    /// <summary>Names a sign-in and the holder of its device.</summary>
    [HttpPost("{id:int}/describe")]
    public async Task<IActionResult> Describe(
        int accountId, int id, DescribeCredentialForm form, [FromServices] DescribeCredential describe, CancellationToken cancellationToken)
    {
        var isStale = false;
        Task<IActionResult> Form() => ShowAsync(
            accountId,
            id,
            found =>
            {
                form.Version = isStale ? found.Credential.Version : form.Version;
                return View("Describe", new CredentialAction<DescribeCredentialForm>(found, form));
            },
            cancellationToken);

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var described = await describe.RunAsync(accountId, id, form, cancellationToken);
        isStale = described.Error == Error.Stale;
        if (described.IsRefused)
        {
            return await RefuseAsync(described.Error, Form, "Form.");
        }

        Announce("The change has been saved.");
        return RedirectToAction(nameof(Details), new { accountId, id });
    }

    /// <summary>The form that takes a sign-in out of use.</summary>
    [HttpGet("{id:int}/withdraw")]
    public Task<IActionResult> Withdraw(int accountId, int id, CancellationToken cancellationToken) =>
        ShowAsync(
            accountId,
            id,
            found => View("Withdraw", new CredentialAction<WithdrawCredentialForm>(found, new WithdrawCredentialForm { Version = found.Credential.Version })),
            cancellationToken,
            found => found.Vault.Access.CheckAdministers() is { IsRefused: true } refusal ? refusal : found.Credential.CheckMayChange(found.Vault.Access));

    /// <summary>Takes a sign-in out of use.</summary>
    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(
        int accountId, int id, WithdrawCredentialForm form, [FromServices] WithdrawCredential withdraw, CancellationToken cancellationToken)
    {
        var isStale = false;
        Task<IActionResult> Form() => ShowAsync(
            accountId,
            id,
            found =>
            {
                form.Version = isStale ? found.Credential.Version : form.Version;
                return View("Withdraw", new CredentialAction<WithdrawCredentialForm>(found, form));
            },
            cancellationToken);

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var withdrawn = await withdraw.RunAsync(accountId, id, form, cancellationToken);
        isStale = withdrawn.Error == Error.Stale;
        if (withdrawn.IsRefused)
        {
            return await RefuseAsync(withdrawn.Error, Form, "Form.");
        }

        Announce("The sign-in has been withdrawn. Its history stays.");
        return RedirectToAction(nameof(Index), new { accountId });
    }

    /// <summary>Every version of every secret of a sign-in: who and when, never the secret.</summary>
    [HttpGet("{id:int}/versions")]
    public Task<IActionResult> Versions(int accountId, int id, CancellationToken cancellationToken) =>
        ShowAsync(accountId, id, found => View("Versions", found), cancellationToken, found => found.Vault.Access.CheckAdministers());

    /// <summary>Who was shown what, and who changed what.</summary>
    [HttpGet("history")]
    public async Task<IActionResult> History(
        int accountId, AccessHistoryFilter filter, [FromServices] AccessHistory history, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("when", Descending: true), AccessHistory.SortColumns);
        var found = await history.ListAsync(accountId, filter, order, cancellationToken);
        return found.IsRefused ? await RefuseAsync(found.Error) : View(found.Value);
    }

    private async Task<IActionResult> ShowAddAsync(
        int accountId, AddCredentialForm form, AddCredential add, bool isGenerated, CancellationToken cancellationToken)
    {
        var vault = await add.FindAsync(accountId, cancellationToken);
        return vault.IsRefused
            ? await RefuseAsync(vault.Error)
            : View("Add", new AddCredentialView(vault.Value, PasswordRecipe.For(vault.Value.Account.Platform), isGenerated, form));
    }

    /// <summary>Shows a page about one sign-in to whoever may see it, and passes the check.</summary>
    private async Task<IActionResult> ShowAsync(
        int accountId, int id, Func<CredentialView, IActionResult> show, CancellationToken cancellationToken, Func<CredentialView, Result>? check = null)
    {
        var found = await pages.FindCredentialAsync(accountId, id, cancellationToken);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Error);
        }

        return check?.Invoke(found.Value) is { IsRefused: true } refusal ? await RefuseAsync(refusal.Error) : show(found.Value);
    }
}
