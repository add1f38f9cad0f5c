using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Rotas, checks and what comes of them. Who sees which is decided beside the records.</summary>
[Authorize(Policies.SignedIn)]
[Route("monitoring")]
public sealed partial class MonitoringController(MonitoringLists lists, RotaQueries rotas, CheckQueries checks) : PortalController
{
    private static readonly SortOrder ByName = new("name", false);
    private static readonly SortOrder NewestFirst = new("at", true);

    /// <summary>What waits for the person, and the accounts that they may see.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(MonitoringFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        return View(await lists.ReadAsync(filter, SortOrder.From(Request.Query, ByName, MonitoringLists.SortColumns), cancellationToken));
    }

    /// <summary>The monitoring of one account.</summary>
    [HttpGet("{accountId:int}")]
    public async Task<IActionResult> Account(int accountId, CancellationToken cancellationToken) =>
        await rotas.FindPageAsync(accountId, cancellationToken) is { } page ? View(nameof(Account), page) : NotFound();

    /// <summary>A rota's reference leads to its account.</summary>
    [HttpGet("rotas/{id:int}")]
    public async Task<IActionResult> Rota(int id, CancellationToken cancellationToken) =>
        await rotas.AccountOfRotaAsync(id, cancellationToken) is { } accountId ? RedirectToAction(nameof(Account), new { accountId }) : NotFound();

    /// <summary>The form of the rota.</summary>
    [HttpGet("{accountId:int}/rota")]
    public async Task<IActionResult> Plan(int accountId, CancellationToken cancellationToken) => await rotas.FindAsync(accountId, cancellationToken) switch
    {
        null => NotFound(),
        var found when MonitoringRota.CheckMayPlan(found.Account, found.Reader) is { IsRefused: true } refusal => await RefuseAsync(refusal.Error),
        var found => View(new RotaAction<RotaForm>(found, RotaForm.Of(found.Rota))),
    };

    /// <summary>Plans or changes the rota.</summary>
    [HttpPost("{accountId:int}/rota")]
    public async Task<IActionResult> Plan(int accountId, [Bind(Prefix = "Form")] RotaForm form, [FromServices] PlanRota plan, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await rotas.FindAsync(accountId, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Rota?.Version ?? 0 : form.Version;
            return View(new RotaAction<RotaForm>(found, form.Offer(), isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        // Lines that go are gone from the form that is shown again too: its values are the form's own, not those sent by line number.
        form.Compact();
        ModelState.Clear();
        var planned = await plan.RunAsync(accountId, form, cancellationToken);
        isStale = planned.Error == Error.Stale;
        if (planned.IsRefused)
        {
            return await RefuseAsync(planned.Error, Form, "Form.");
        }

        Announce("The rota has been saved. Whoever is new on it has been told.");
        return RedirectToAction(nameof(Account), new { accountId });
    }

    /// <summary>The form that records that somebody is away.</summary>
    [HttpGet("{accountId:int}/cover")]
    public async Task<IActionResult> Cover(int accountId, CancellationToken cancellationToken) => await rotas.FindAsync(accountId, cancellationToken) switch
    {
        null or { Rota: null } => NotFound(),
        { MayArrange: false } => await RefuseAsync(MonitoringErrors.OnlyPlanners),
        var found => View(new RotaAction<CoverForm>(found, new CoverForm { Version = found.Rota.Version, PersonId = found.CanBeAway.Count == 1 ? found.Reader.PersonId : null })),
    };

    /// <summary>Records that somebody is away.</summary>
    [HttpPost("{accountId:int}/cover")]
    public async Task<IActionResult> Cover(int accountId, [Bind(Prefix = "Form")] CoverForm form, [FromServices] ArrangeCover arrange, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await rotas.FindAsync(accountId, cancellationToken) is not { Rota: { } rota } found)
            {
                return NotFound();
            }

            form.Version = isStale ? rota.Version : form.Version;
            return View(new RotaAction<CoverForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var arranged = await arrange.RunAsync(accountId, form, cancellationToken);
        isStale = arranged.Error == Error.Stale;
        if (arranged.IsRefused)
        {
            return await RefuseAsync(arranged.Error, Form, "Form.");
        }

        Announce("The absence has been recorded. Whoever covers has been told.");
        return RedirectToAction(nameof(Account), new { accountId });
    }

    /// <summary>Takes an absence back.</summary>
    [HttpPost("{accountId:int}/cover/{coverId:int}/cancel")]
    public async Task<IActionResult> CancelCover(
        int accountId, int coverId, MonitoringVersionForm form, [FromServices] CancelCover cancel, CancellationToken cancellationToken)
    {
        var cancelled = await cancel.RunAsync(accountId, coverId, form, cancellationToken);
        if (cancelled.IsRefused)
        {
            return await RefuseAsync(cancelled.Error, () => Account(accountId, cancellationToken));
        }

        Announce("The absence has been cancelled.");
        return RedirectToAction(nameof(Account), new { accountId });
    }

    /// <summary>The checks of an account.</summary>
    [HttpGet("{accountId:int}/checks")]
    public async Task<IActionResult> Checks(int accountId, CheckFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await rotas.ListAsync(accountId, filter, SortOrder.From(Request.Query, NewestFirst, "at"), cancellationToken) is { } list ? View(list) : NotFound();
    }

    /// <summary>The same as a file.</summary>
    [HttpGet("{accountId:int}/checks/export")]
    public async Task<IActionResult> Export(int accountId, CheckFilter filter, [FromServices] ExportChecks export, CancellationToken cancellationToken) =>
        await export.RunAsync(accountId, filter, SortOrder.From(Request.Query, NewestFirst, "at"), cancellationToken) is { } file ? file : NotFound();
}
