using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>The register of the school's accounts.</summary>
[Authorize(Policies.SignedIn)]
[Route("accounts")]
public sealed partial class AccountsController(AccountQueries queries, CurrentPerson person) : PortalController
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
    public Task<IActionResult> Change(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(Change), id, account => account.CheckMayChange(person.Actor), ChangeAgreementForm.Of, cancellationToken);

    /// <summary>Changes whom an account is for, and whether it is open.</summary>
    [HttpPost("{id:int}/change")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> Change(int id, ChangeAgreementForm form, [FromServices] ChangeAgreement change, CancellationToken cancellationToken) => DoAsync(
        nameof(Change),
        id,
        form,
        () => change.RunAsync(id, form, cancellationToken),
        () => Done(id, "The change is saved. The people who run the account have been told."),
        cancellationToken);

    /// <summary>The accounts that an administrator has yet to create.</summary>
    [HttpGet("awaiting-creation")]
    [Authorize(Policies.Administrator)]
    public async Task<IActionResult> AwaitingCreation(int? page, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await queries.AwaitingCreationAsync(page, cancellationToken));
    }

    /// <summary>Shows a form about an account, unless the reader may not do it or it cannot be done now.</summary>
    private async Task<IActionResult> AskAsync<TForm>(
        string view, int id, Func<SocialMediaAccount, Result> check, Func<SocialMediaAccount, TForm> form, CancellationToken cancellationToken)
        where TForm : AccountForm
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var allowed = check(found.Account);
        return allowed.IsRefused ? await RefuseAsync(allowed.Error) : await ShowAsync(view, found, form(found.Account), cancellationToken);
    }

    /// <summary>Does what a form asks, or shows it again with what was typed and why not.</summary>
    private async Task<IActionResult> DoAsync<TForm>(
        string view, int id, TForm form, Func<Task<Result>> write, Func<IActionResult> done, CancellationToken cancellationToken)
        where TForm : AccountForm
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Account.Version : form.Version;
            return await ShowAsync(view, found, form, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var written = await write();
        isStale = written.Error == Error.Stale;
        return written.IsRefused ? await RefuseAsync(written.Error, Form, "Form.") : done();
    }

    private async Task<IActionResult> ShowAsync<TForm>(string view, AccountView found, TForm form, CancellationToken cancellationToken)
        where TForm : AccountForm => View(view, new AccountAction<TForm>(found, form)
        {
            Choices = form switch
            {
                AssignForm => await queries.AssignableAsync(cancellationToken),
                NameAssessmentForm => await queries.NameableAssessmentsAsync(found.Account, cancellationToken),
                _ => [],
            },
        });

    private RedirectToActionResult Done(int id, string message, string action = nameof(Details))
    {
        Announce(message);
        return RedirectToAction(action, new { id });
    }
}

/// <summary>The colours of the statuses. The word carries the meaning, the colour only helps.</summary>
public static class AccountColours
{
    /// <summary>The colour of a status's tag.</summary>
    public static string Of(AccountStatus status) => status switch
    {
        AccountStatus.AwaitingCreation => "yellow",
        AccountStatus.Active => "green",
        AccountStatus.Suspended => "orange",
        AccountStatus.Closed => "grey",
    };

    /// <summary>The colour of the tag of a setting's check.</summary>
    public static string Of(SettingCheckState state) => state switch
    {
        SettingCheckState.AsAgreed or SettingCheckState.DepartureAccepted => "green",
        SettingCheckState.DepartureUndecided => "yellow",
        SettingCheckState.DepartureRefused => "orange",
    };
}
