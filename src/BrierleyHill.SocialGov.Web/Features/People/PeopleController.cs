using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>The people directory, and one's own account.</summary>
[Route("people")]
public sealed class PeopleController(PeopleQueries queries, CurrentPerson current) : PortalController
{
    /// <summary>The directory.</summary>
    [Authorize(Policies.DirectoryReader)]
    [HttpGet("")]
    public async Task<IActionResult> Index(PeopleFilter filter, int? page, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("name", Descending: false), PeopleQueries.SortColumns);
        return View(await queries.ListAsync(filter, order, page, cancellationToken));
    }

    /// <summary>One person.</summary>
    [Authorize(Policies.DirectoryReader)]
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindViewAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>One's own account.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpGet("me")]
    public async Task<IActionResult> Me(CancellationToken cancellationToken) =>
        View(await queries.FindViewAsync(current.Id, cancellationToken));

    /// <summary>The form to invite somebody.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("invite")]
    public IActionResult Invite() => View(new InviteForm());

    /// <summary>Invites somebody.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("invite")]
    public async Task<IActionResult> Invite(InviteForm form, [FromServices] InvitePerson invite, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => invite.RunAsync(form, cancellationToken), () => Task.FromResult<IActionResult>(View(form)), invited =>
        {
            Announce("The invitation is on its way. It works for seven days.");
            return RedirectToAction(nameof(Details), new { id = invited });
        });
    }

    /// <summary>Sends a new invitation.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/invite-again")]
    public async Task<IActionResult> InviteAgain(int id, [FromServices] InvitePersonAgain invite, CancellationToken cancellationToken)
    {
        var invited = await invite.RunAsync(id, cancellationToken);
        return invited.IsRefused
            ? await RefuseAsync(invited.Error)
            : Done(id, "A new invitation is on its way. It works for seven days, and the older link no longer does.");
    }

    /// <summary>The form to correct details.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("{id:int}/edit")]
    public Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        OpenAsync(nameof(Edit), id, new CorrectDetailsForm(), cancellationToken);

    /// <summary>Corrects details.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/edit")]
    public Task<IActionResult> Edit(int id, CorrectDetailsForm form, [FromServices] CorrectDetails correct, CancellationToken cancellationToken) =>
        SendAsync(nameof(Edit), id, form, () => correct.RunAsync(id, form, cancellationToken), "The details have been saved.", cancellationToken);

    /// <summary>The form to change roles.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("{id:int}/roles")]
    public Task<IActionResult> Roles(int id, CancellationToken cancellationToken) =>
        OpenAsync(nameof(Roles), id, new ChangeRolesForm(), cancellationToken);

    /// <summary>Changes roles.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/roles")]
    public Task<IActionResult> Roles(int id, ChangeRolesForm form, [FromServices] ChangeRoles change, CancellationToken cancellationToken) =>
        SendAsync(nameof(Roles), id, form, () => change.RunAsync(id, form, cancellationToken), "The roles have been saved.", cancellationToken);

    /// <summary>The form for the leaving date.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("{id:int}/leaving-date")]
    public Task<IActionResult> LeavingDate(int id, CancellationToken cancellationToken) =>
        OpenAsync(nameof(LeavingDate), id, new LeavingDateForm(), cancellationToken);

    /// <summary>Records the leaving date.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/leaving-date")]
    public Task<IActionResult> LeavingDate(int id, LeavingDateForm form, [FromServices] RecordLeavingDate record, CancellationToken cancellationToken) =>
        SendAsync(nameof(LeavingDate), id, form, () => record.RunAsync(id, form, cancellationToken), "The leaving date has been saved.", cancellationToken);

    /// <summary>The form to deactivate somebody.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("{id:int}/deactivate")]
    public Task<IActionResult> Deactivate(int id, CancellationToken cancellationToken) =>
        OpenAsync(nameof(Deactivate), id, new DeactivateForm(), cancellationToken);

    /// <summary>Deactivates somebody.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/deactivate")]
    public Task<IActionResult> Deactivate(int id, DeactivateForm form, [FromServices] DeactivatePerson deactivate, CancellationToken cancellationToken) =>
        SendAsync(
            nameof(Deactivate),
            id,
            form,
            () => deactivate.RunAsync(id, form, cancellationToken),
            "This person has been deactivated and signed out everywhere.",
            cancellationToken);

    /// <summary>The form to let somebody back in.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpGet("{id:int}/reactivate")]
    public Task<IActionResult> Reactivate(int id, CancellationToken cancellationToken) =>
        OpenAsync(nameof(Reactivate), id, new ReactivateForm(), cancellationToken);

    /// <summary>Lets somebody back in.</summary>
    [Authorize(Policies.PortalManager)]
    [HttpPost("{id:int}/reactivate")]
    public Task<IActionResult> Reactivate(int id, ReactivateForm form, [FromServices] ReactivatePerson reactivate, CancellationToken cancellationToken) =>
        SendAsync(
            nameof(Reactivate),
            id,
            form,
            () => reactivate.RunAsync(id, form, cancellationToken),
            "This person is invited again. They can sign in once they have set a new password.",
            cancellationToken);

    private async Task<IActionResult> OpenAsync(string view, int id, PersonForm form, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        form.Read(person);
        form.Person = person;
        form.LooksAfter = await queries.LooksAfterAsync(id, cancellationToken);
        return View(view, form);
    }

    private async Task<IActionResult> SendAsync(
        string view, int id, PersonForm form, Func<Task<Result>> run, string message, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowAgainAsync(view, id, form, cancellationToken));
        }

        var done = await run();
        return done.IsRefused
            ? await RefuseAsync(done.Error, () => ShowAgainAsync(view, id, form, cancellationToken))
            : Done(id, message);
    }

    /// <summary>
    /// Shows the form with what was typed. Where the record has moved on, the page says so and shows how it is now; the form then
    /// carries the new version, so that whoever has seen the difference can save.
    /// </summary>
    private async Task<IActionResult> ShowAgainAsync(string view, int id, PersonForm form, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        form.Person = person;
        form.LooksAfter = await queries.LooksAfterAsync(id, cancellationToken);
        form.IsStale = form.Version != person.Version;
        ModelState.Remove(nameof(form.Version));
        form.Version = person.Version;
        return View(view, form);
    }

    private RedirectToActionResult Done(int id, string message)
    {
        Announce(message);
        // Whoever gave away their own role may not see the directory any more.
        return id == current.Id ? RedirectToAction(nameof(Me)) : RedirectToAction(nameof(Details), new { id });
    }
}
