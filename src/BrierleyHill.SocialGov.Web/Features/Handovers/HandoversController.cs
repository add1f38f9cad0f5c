using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>The pages of hand-overs. Who sees which is decided by each record: its steps are in the other part of the class.</summary>
[Authorize(Policies.SignedIn)]
[Route("handovers")]
public sealed partial class HandoversController(HandoverPageQueries queries) : PortalController
{
    /// <summary>The hand-overs that the person sees.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(HandoverFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("opened", Descending: false), HandoverPageQueries.SortColumns);
        return View(await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>One hand-over; for the leaver a short page of what they are asked to do.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) => await queries.FindAsync(id, cancellationToken) switch
    {
        null => NotFound(),
        { Sight: HandoverSight.Leaver } own => View("Leaver", own),
        var found => View(found),
    };

    /// <summary>The record on one page, to print.</summary>
    [HttpGet("{id:int}/print")]
    public async Task<IActionResult> Print(int id, CancellationToken cancellationToken) =>
        await queries.FindWholeAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>Everything once more, before it is signed off.</summary>
    [HttpGet("{id:int}/complete")]
    public Task<IActionResult> Complete(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, nameof(Complete), view => view.Handover.CheckMaySignOff(view.Reader), new HandoverForm(), cancellationToken);

    /// <summary>Signs it off.</summary>
    [HttpPost("{id:int}/complete")]
    public Task<IActionResult> Complete(int id, HandoverForm form, [FromServices] CompleteHandover complete, CancellationToken cancellationToken) => SendAsync(
        id, nameof(Complete), form, () => complete.RunAsync(id, form, cancellationToken), "You have completed the hand-over. Its record can be printed.", cancellationToken);

    /// <summary>The form that names a successor.</summary>
    [HttpGet("{id:int}/successor")]
    public Task<IActionResult> Successor(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, nameof(Successor), MayWork, new SuccessorForm(), cancellationToken, (view, form) =>
        {
            form.PersonId = view.Handover.SuccessorId;
            form.Role = view.Handover.LeaverRole;
        });

    /// <summary>Names a successor.</summary>
    [HttpPost("{id:int}/successor")]
    public Task<IActionResult> Successor(int id, SuccessorForm form, [FromServices] NameSuccessor name, CancellationToken cancellationToken) => SendAsync(
        id, nameof(Successor), form, () => name.RunAsync(id, form, cancellationToken), "You have named the successor. They have been told.", cancellationToken);

    /// <summary>The form that changes what it ends in.</summary>
    [HttpGet("{id:int}/outcome")]
    public Task<IActionResult> Outcome(int id, CancellationToken cancellationToken) => OpenAsync(
        id, nameof(Outcome), view => view.Handover.CheckMayDecide(view.Reader), new OutcomeForm(), cancellationToken, (view, form) => form.Outcome = view.Handover.Outcome);

    /// <summary>Changes what it ends in.</summary>
    [HttpPost("{id:int}/outcome")]
    public Task<IActionResult> Outcome(int id, OutcomeForm form, [FromServices] ChangeOutcome change, CancellationToken cancellationToken) => SendAsync(
        id, nameof(Outcome), form, () => change.RunAsync(id, form, cancellationToken), "The outcome has been changed, and the steps with it.", cancellationToken);

    /// <summary>The form that cancels it.</summary>
    [HttpGet("{id:int}/cancel")]
    public Task<IActionResult> Cancel(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, nameof(Cancel), view => view.Handover.CheckMayDecide(view.Reader), new HandoverReasonForm(), cancellationToken);

    /// <summary>Cancels it.</summary>
    [HttpPost("{id:int}/cancel")]
    public Task<IActionResult> Cancel(int id, HandoverReasonForm form, [FromServices] CancelHandover cancel, CancellationToken cancellationToken) => SendAsync(
        id, nameof(Cancel), form, () => cancel.RunAsync(id, form, cancellationToken), "You have cancelled the hand-over.", cancellationToken);

    /// <summary>The form by which a senior leader begins to close an account.</summary>
    [HttpGet("close/{accountId:int}")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> Close(int accountId, CancellationToken cancellationToken) => ShowClosingAsync(accountId, new CloseAccountForm(), cancellationToken);

    /// <summary>Opens the hand-over that closes an account.</summary>
    [HttpPost("close/{accountId:int}")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Close(int accountId, CloseAccountForm form, [FromServices] CloseAccount close, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => ShowClosingAsync(accountId, form, cancellationToken);
        return await ActUponAsync(() => close.RunAsync(accountId, form, cancellationToken), Form, opened =>
        {
            Announce("The hand-over that closes the account is open. See to its steps next.");
            return RedirectToAction(nameof(Details), new { id = opened });
        }, "Form.");
    }

    private static Result MayWork(HandoverView view) =>
        view.Handover.CheckMayWork(view.Account, view.Circumstances.Directory, view.Reader, view.Circumstances.At);

    private async Task<IActionResult> ShowClosingAsync(int accountId, CloseAccountForm form, CancellationToken cancellationToken) =>
        await queries.FindAccountToCloseAsync(accountId, form, cancellationToken) is { } found ? View(nameof(Close), found) : NotFound();

    /// <summary>Shows a form, or says why there is none for this person. Of a hand-over that has ended the page itself is shown.</summary>
    private async Task<IActionResult> OpenAsync<TForm>(
        int id, string view, Func<HandoverView, Result> may, TForm form, CancellationToken cancellationToken, Action<HandoverView, TForm>? fill = null)
        where TForm : HandoverForm
    {
        if (await queries.FindWholeAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var allowed = may(found);
        if (allowed.IsRefused)
        {
            return allowed.Error == HandoverErrors.NotOpen ? RedirectToAction(nameof(Details), new { id }) : await RefuseAsync(allowed.Error);
        }

        form.Version = found.Handover.Version;
        fill?.Invoke(found, form);
        return View(view, new HandoverAction<TForm>(found, form));
    }

    private async Task<IActionResult> SendAsync<TForm>(
        int id, string view, TForm form, Func<Task<Result>> run, string message, CancellationToken cancellationToken)
        where TForm : HandoverForm
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindWholeAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            // The page shows the hand-over as it is now, so the next try is about that one.
            form.Version = isStale ? found.Handover.Version : form.Version;
            return View(view, new HandoverAction<TForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var done = await run();
        isStale = done.Error == Error.Stale;
        if (done.IsRefused)
        {
            return await RefuseAsync(done.Error, Form, "Form.");
        }

        Announce(message);
        return RedirectToAction(nameof(Details), new { id });
    }
}
