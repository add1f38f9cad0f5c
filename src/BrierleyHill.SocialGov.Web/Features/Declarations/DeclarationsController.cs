using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>The pages on which people declare accounts of their own, and the leaders' list.</summary>
[Authorize(Policies.SignedIn)]
[Route("declarations")]
public sealed class DeclarationsController(DeclarationQueries queries) : PortalController
{
    /// <summary>One's own declarations.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await queries.OwnAsync(cancellationToken));

    /// <summary>Who has declared what.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpGet("overview")]
    public async Task<IActionResult> Overview(OverviewFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("standing", Descending: false), DeclarationQueries.SortColumns);
        return View(await queries.OverviewAsync(filter, order, cancellationToken));
    }

    /// <summary>Says that no account of one's own names the school.</summary>
    [HttpPost("none")]
    public async Task<IActionResult> None([FromServices] DeclareNone declare, CancellationToken cancellationToken)
    {
        var declared = await declare.RunAsync(cancellationToken);
        if (declared.IsRefused)
        {
            return await RefuseAsync(declared.Error);
        }

        Announce("Thank you. You have declared that no account of yours names the school.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>The form to declare an account.</summary>
    [HttpGet("declare")]
    public Task<IActionResult> Declare(CancellationToken cancellationToken) => ShowFormAsync(new DeclarationForm(), null, cancellationToken);

    /// <summary>Declares it.</summary>
    [HttpPost("declare")]
    public async Task<IActionResult> Declare(
        [Bind(Prefix = "Form")] DeclarationForm form, [FromServices] DeclareAccount declare, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => declare.RunAsync(form, cancellationToken), () => ShowFormAsync(form, null, cancellationToken), declared =>
        {
            Announce(MessageFor(declared.Kind, declared.DisclaimerShown));
            return RedirectToAction(nameof(Details), new { id = declared.Id });
        }, "Form.");
    }

    /// <summary>One declaration.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form to change one.</summary>
    [HttpGet("{id:int}/change")]
    public async Task<IActionResult> Change(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (found.Declaration is not { IsCurrent: true, Kind: DeclarationKind.NamesSchool or DeclarationKind.LeftAlone })
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        var form = new DeclarationForm();
        form.Read(found.Declaration);
        return await ShowFormAsync(form, found.Declaration, cancellationToken);
    }

    /// <summary>Changes one.</summary>
    [HttpPost("{id:int}/change")]
    public async Task<IActionResult> Change(
        int id, [Bind(Prefix = "Form")] DeclarationForm form, [FromServices] ChangeDeclaration change, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form() => await queries.FindOwnAsync(id, cancellationToken) is { } found
            ? await ShowFormAsync(form, found.Declaration, cancellationToken, isStale)
            : NotFound();

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

        Announce(MessageFor(form.NamesSchool == true ? DeclarationKind.NamesSchool : DeclarationKind.LeftAlone, form.DisclaimerShown));
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Says that it still holds.</summary>
    [HttpPost("{id:int}/confirm")]
    public async Task<IActionResult> Confirm(int id, DeclarationVersionForm form, [FromServices] AnswerForDeclaration answer, CancellationToken cancellationToken) =>
        await LeadOnAsync(id, await answer.ConfirmAsync(id, form, cancellationToken), "Thank you. You have confirmed this declaration.", cancellationToken);

    /// <summary>Says that the disclaimer is shown now.</summary>
    [HttpPost("{id:int}/disclaimer-shown")]
    public async Task<IActionResult> DisclaimerShown(int id, DeclarationVersionForm form, [FromServices] AnswerForDeclaration answer, CancellationToken cancellationToken) =>
        await LeadOnAsync(id, await answer.AddDisclaimerAsync(id, form, cancellationToken), "Thank you. The account shows the disclaimer, and all is in order.", cancellationToken);

    /// <summary>The page to withdraw one.</summary>
    [HttpGet("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.Declaration.IsCurrent ? View(found) : RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Withdraws one.</summary>
    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, DeclarationVersionForm form, [FromServices] AnswerForDeclaration answer, CancellationToken cancellationToken)
    {
        var withdrawn = await answer.WithdrawAsync(id, form, cancellationToken);
        if (withdrawn.IsRefused)
        {
            return await RefuseAsync(withdrawn.Error, async () => await queries.FindOwnAsync(id, cancellationToken) is { } found ? View(found) : NotFound());
        }

        Announce("You have withdrawn this declaration.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> LeadOnAsync(int id, Result answered, string message, CancellationToken cancellationToken)
    {
        if (answered.IsRefused)
        {
            return await RefuseAsync(answered.Error, async () => await queries.FindAsync(id, cancellationToken) is { } found ? View(nameof(Details), found) : NotFound());
        }

        Announce(message);
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> ShowFormAsync(
        DeclarationForm form, PersonalAccountDeclaration? declaration, CancellationToken cancellationToken, bool isStale = false)
    {
        if (isStale && declaration is not null)
        {
            // What is saved now is shown beside what was typed, so the next save knows what it replaces.
            form.Version = declaration.Version;
        }

        return View("Form", new DeclarationFormView(form, await queries.DisclaimerAsync(cancellationToken), declaration, isStale));
    }

    private static string MessageFor(DeclarationKind kind, bool? disclaimerShown) => kind switch
    {
        DeclarationKind.NamesSchool when disclaimerShown != true => "You have declared this account. It still needs the disclaimer: see below what to do.",
        DeclarationKind.NamesSchool => "You have declared this account. All is in order.",
        _ => "You have declared this account. It does not name the school, so it is left alone: only the platform is kept.",
    };
}
