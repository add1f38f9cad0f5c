using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <content>E-mails of the platforms that wait to be logged as enquiries or dismissed.</content>
public sealed partial class EnquiriesController
{
    /// <summary>The drafts.</summary>
    [HttpGet("drafts")]
    public async Task<IActionResult> Drafts(DraftFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        ViewData[SeveralKey] = TakeSeveral();
        return View(await drafts.ListAsync(filter, cancellationToken));
    }

    /// <summary>Dismisses those ticked.</summary>
    [HttpPost("drafts/dismiss")]
    public async Task<IActionResult> DismissDrafts([Bind(Prefix = "Form")] DismissSeveralForm form, [FromServices] SortDrafts sort, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => View("Drafts", await drafts.ListAsync(new DraftFilter(), cancellationToken) with { Form = form });

        return await ActUponAsync(() => sort.DismissSeveralAsync(form, cancellationToken), Form, dismissed =>
        {
            KeepSeveral(dismissed);
            return RedirectToAction(nameof(Drafts));
        }, "Form.");
    }

    /// <summary>One draft.</summary>
    [HttpGet("drafts/{id:int}")]
    public async Task<IActionResult> Draft(int id, CancellationToken cancellationToken) => await ShowDraftAsync(id, null, null, cancellationToken);

    /// <summary>Logs it as an enquiry.</summary>
    [HttpPost("drafts/{id:int}/log")]
    public async Task<IActionResult> LogDraft(int id, [Bind(Prefix = "Form")] LogDraftForm form, [FromServices] SortDrafts sort, CancellationToken cancellationToken)
    {
        ForgetReceived();
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowDraftAsync(id, form, null, cancellationToken));
        }

        var logged = await sort.LogAsync(id, form, cancellationToken);
        return logged.IsRefused ? await RefuseAsync(logged.Error, () => ShowDraftAsync(id, form, null, cancellationToken), "Form.") : Logged(logged.Value);
    }

    /// <summary>Dismisses it.</summary>
    [HttpPost("drafts/{id:int}/dismiss")]
    public async Task<IActionResult> DismissDraft(int id, [Bind(Prefix = "Dismiss")] DismissDraftForm form, [FromServices] SortDrafts sort, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => sort.DismissAsync(id, form, cancellationToken), () => ShowDraftAsync(id, null, form, cancellationToken), () =>
        {
            Announce("You have dismissed the e-mail.");
            return RedirectToAction(nameof(Drafts));
        }, "Dismiss.");
    }

    private async Task<IActionResult> ShowDraftAsync(int id, LogDraftForm? log, DismissDraftForm? dismiss, CancellationToken cancellationToken) =>
        await drafts.FindAsync(id, log, dismiss, cancellationToken) is { } found ? View("Draft", found) : NotFound();
}
