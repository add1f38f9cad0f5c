using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <content>The steps.</content>
public sealed partial class HandoversController
{
    /// <summary>One step: what it asks, what the portal sees, and the form.</summary>
    [HttpGet("{id:int}/steps/{step}")]
    public Task<IActionResult> Step(int id, string step, CancellationToken cancellationToken) =>
        OpenStepAsync(id, step, nameof(Step), isSettled: false, new StepForm(), cancellationToken);

    /// <summary>Says that a step is done or does not apply.</summary>
    [HttpPost("{id:int}/steps/{step}")]
    public Task<IActionResult> Step(int id, string step, StepForm form, [FromServices] SettleStep settle, CancellationToken cancellationToken) => SendStepAsync(
        id, step, nameof(Step), form, kind => settle.RunAsync(id, kind, form, cancellationToken), "The step has been saved.", cancellationToken);

    /// <summary>The form that takes a step back.</summary>
    [HttpGet("{id:int}/steps/{step}/take-back")]
    public Task<IActionResult> TakeBack(int id, string step, CancellationToken cancellationToken) =>
        OpenStepAsync(id, step, nameof(TakeBack), isSettled: true, new HandoverReasonForm(), cancellationToken);

    /// <summary>Takes a step back.</summary>
    [HttpPost("{id:int}/steps/{step}/take-back")]
    public Task<IActionResult> TakeBack(int id, string step, HandoverReasonForm form, [FromServices] TakeStepBack takeBack, CancellationToken cancellationToken) => SendStepAsync(
        id, step, nameof(TakeBack), form, kind => takeBack.RunAsync(id, kind, form, cancellationToken), "The step is to do again.", cancellationToken);

    /// <summary>Lets the portal send the reminder of confidentiality.</summary>
    [HttpPost("{id:int}/remind-of-confidentiality")]
    public Task<IActionResult> RemindOfConfidentiality(int id, HandoverForm form, [FromServices] RemindOfConfidentiality remind, CancellationToken cancellationToken) =>
        SendStepAsync(
            id,
            HandoverStepNames.NameOf(HandoverStepKind.Confidentiality),
            nameof(Step),
            form,
            _ => remind.RunAsync(id, form, cancellationToken),
            "The reminder is on its way to the leaver.",
            cancellationToken,
            again: now => new StepForm { Version = now });

    private async Task<IActionResult> OpenStepAsync<TForm>(int id, string name, string view, bool isSettled, TForm form, CancellationToken cancellationToken)
        where TForm : HandoverForm
    {
        if (HandoverStepNames.Find(name) is not { } kind || await queries.FindWholeAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        // A link of before: the step has been seen to meanwhile, or is not part of it any more.
        if (!found.MayWork || found.Handover.Checklist.FirstOrDefault(one => one.Kind == kind) is not { } step || step.IsSettled != isSettled)
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        form.Version = found.Handover.Version;
        return View(view, new StepAction<TForm>(found, step, form));
    }

    private async Task<IActionResult> SendStepAsync<TForm>(
        int id,
        string name,
        string view,
        TForm form,
        Func<HandoverStepKind, Task<Result>> run,
        string message,
        CancellationToken cancellationToken,
        Func<int, StepForm>? again = null)
        where TForm : HandoverForm
    {
        if (HandoverStepNames.Find(name) is not { } kind)
        {
            return NotFound();
        }

        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindWholeAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            var step = found.Handover.Checklist.FirstOrDefault(one => one.Kind == kind);
            if (step is null)
            {
                return View(nameof(Details), found);
            }

            form.Version = isStale ? found.Handover.Version : form.Version;
            return again is null
                ? View(view, new StepAction<TForm>(found, step, form, isStale))
                : View(view, new StepAction<StepForm>(found, step, again(found.Handover.Version), isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var done = await run(kind);
        isStale = done.Error == Error.Stale;
        if (done.IsRefused)
        {
            return await RefuseAsync(done.Error, Form, "Form.");
        }

        Announce(message);
        return RedirectToAction(nameof(Details), new { id });
    }
}
