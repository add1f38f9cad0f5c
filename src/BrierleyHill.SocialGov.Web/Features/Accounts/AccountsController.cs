using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>The register of the school's accounts.</summary>
[Authorize(Policies.SignedIn)]
[Route("accounts")]
public sealed partial class AccountsController(AccountQueries queries) : PortalController
{
    /// <summary>The register.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(AccountFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("name", Descending: false), AccountQueries.SortColumns);
        return View(await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>One account.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The page that changes whom an account is for, and whether it is open.</summary>
    [HttpGet("{id:int}/change")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Change(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.MayChange.IsRefused
            ? await RefuseAsync(found.MayChange.Error)
            : View(new ChangeAgreementView(found.Account, ChangeAgreementForm.Of(found.Account)));
    }

    /// <summary>Changes whom an account is for, and whether it is open.</summary>
    [HttpPost("{id:int}/change")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Change(int id, ChangeAgreementForm form, [FromServices] ChangeAgreement change, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Account.Version : form.Version;
            return View(new ChangeAgreementView(found.Account, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var changed = await change.RunAsync(id, form, cancellationToken);
        isStale = changed.Error == Error.Stale;
        if (changed.IsRefused)
        {
            return await RefuseAsync(changed.Error, Form, "Form.");
        }

        Announce("The change is saved. The people who run the account have been told.");
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>The accounts that an administrator has yet to create.</summary>
    [HttpGet("awaiting-creation")]
    [Authorize(Policies.Administrator)]
    public async Task<IActionResult> AwaitingCreation(int? page, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await queries.AwaitingCreationAsync(page, cancellationToken));
    }
}

/// <summary>The colours of the statuses. The word carries the meaning, the colour only helps.</summary>
public static class AccountColours
{
    /// <summary>The colour of a status's tag.</summary>
    public static string Of(Domain.Accounts.AccountStatus status) => status switch
    {
        Domain.Accounts.AccountStatus.AwaitingCreation => "yellow",
        Domain.Accounts.AccountStatus.Active => "green",
        Domain.Accounts.AccountStatus.Suspended => "orange",
        Domain.Accounts.AccountStatus.Closed => "grey",
    };
}
