using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Evidence.</content>
public sealed partial class IncidentsController
{
    // In the cookie that carries banners, encrypted: names of files stand in no address.
    private const string OutcomesKey = "EvidenceOutcomes";

    /// <summary>The evidence of an incident; for whoever only reported it, what they handed in.</summary>
    [HttpGet("{id:int}/evidence")]
    public async Task<IActionResult> Evidence(int id, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Evidence, IncidentAccess.Known, cancellationToken) is not { } seen)
        {
            return NotFound();
        }

        var list = await evidence.ListAsync(seen, cancellationToken);
        return View(TempData[OutcomesKey] is string outcomes
            ? list with { Outcomes = JsonSerializer.Deserialize<List<EvidenceOutcome>>(outcomes) ?? [] }
            : list);
    }

    /// <summary>The page that takes files.</summary>
    [HttpGet("{id:int}/evidence/add")]
    public async Task<IActionResult> AddEvidence(int id, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Known, cancellationToken) is not { } seen)
        {
            return NotFound();
        }

        return IncidentEvidence.CheckMayBeAdded(seen.Incident).IsRefused
            ? RedirectToAction(nameof(Evidence), new { id })
            : View(evidence.FormFor(seen, new AddEvidenceForm()));
    }

    /// <summary>Takes them.</summary>
    [TakesFile(FilePurpose.IncidentEvidence)]
    [HttpPost("{id:int}/evidence/add")]
    public async Task<IActionResult> AddEvidence(
        int id,
        [Bind(Prefix = "Form")] AddEvidenceForm form,
        [FromServices] AddEvidence add,
        [FromServices] EvidenceQueries evidence,
        CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => await open.FindAsync(id, IncidentAccess.Known, cancellationToken) is { } seen
            ? View(evidence.FormFor(seen, form))
            : NotFound();
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var added = await add.RunAsync(id, form, cancellationToken);
        if (added.IsRefused)
        {
            return await RefuseAsync(added.Error, Form, "Form.");
        }

        if (added.Value.All(outcome => !outcome.IsTaken))
        {
            // The field shows its first error alone; the summary has each.
            foreach (var outcome in added.Value)
            {
                ModelState.AddModelError("", $"{outcome.Name}: {outcome.Message}");
            }

            return await AskAgainAsync(Form);
        }

        TempData[OutcomesKey] = JsonSerializer.Serialize(added.Value);
        return RedirectToAction(nameof(Evidence), new { id });
    }

    /// <summary>One piece, with everybody who had it in hand.</summary>
    [HttpGet("{id:int}/evidence/{number:int}")]
    public Task<IActionResult> EvidenceItem(
        int id, int number, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken) =>
        ShowEvidenceAsync(id, number, nameof(EvidenceItem), _ => true, evidence, cancellationToken);

    /// <summary>The page that shows a picture.</summary>
    [HttpGet("{id:int}/evidence/{number:int}/view")]
    public Task<IActionResult> ViewEvidence(
        int id, int number, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken) =>
        ShowEvidenceAsync(id, number, nameof(ViewEvidence), found => found.IsPicture, evidence, cancellationToken);

    /// <summary>The picture on that page, byte for byte as it came. That it was shown is recorded.</summary>
    [HttpGet("{id:int}/evidence/{number:int}/picture")]
    public async Task<IActionResult> EvidencePicture(int id, int number, [FromServices] OpenEvidence opening, CancellationToken cancellationToken)
    {
        var opened = await opening.RunAsync(id, number, EvidenceOpening.View, cancellationToken);
        if (opened.IsRefused)
        {
            return await RefuseAsync(opened.Error);
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = "inline";
        return File(opened.Value.Content, opened.Value.ContentType);
    }

    /// <summary>A copy to save, byte for byte as it came. That it left is recorded.</summary>
    [HttpGet("{id:int}/evidence/{number:int}/file")]
    public async Task<IActionResult> DownloadEvidence(int id, int number, [FromServices] OpenEvidence opening, CancellationToken cancellationToken)
    {
        var opened = await opening.RunAsync(id, number, EvidenceOpening.Download, cancellationToken);
        return opened.IsRefused ? await RefuseAsync(opened.Error) : Download(opened.Value);
    }

    /// <summary>The form to withdraw what was added by mistake.</summary>
    [HttpGet("{id:int}/evidence/{number:int}/withdraw")]
    public async Task<IActionResult> WithdrawEvidence(
        int id, int number, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is not { } seen
            || await evidence.FindAsync(seen, number, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (!found.MayWithdraw)
        {
            return await RefuseAsync(EvidenceErrors.NotForYouToWithdraw);
        }

        return found.Evidence.IsKept
            ? View(found with { Form = new WithdrawEvidenceForm { Version = found.Evidence.Version } })
            : RedirectToAction(nameof(EvidenceItem), new { id, number });
    }

    /// <summary>Withdraws it.</summary>
    [HttpPost("{id:int}/evidence/{number:int}/withdraw")]
    public async Task<IActionResult> WithdrawEvidence(
        int id,
        int number,
        [Bind(Prefix = "Form")] WithdrawEvidenceForm form,
        [FromServices] WithdrawEvidence withdraw,
        [FromServices] EvidenceQueries evidence,
        CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form()
        {
            if (await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is not { } seen
                || await evidence.FindAsync(seen, number, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            // What is saved now stands on the page, so the next attempt is about what was read.
            form.Version = Response.StatusCode == StatusCodes.Status409Conflict ? found.Evidence.Version : form.Version;
            ModelState.Remove("Form.Version");
            return View(found with { Form = form });
        }

        return await ActUponAsync(() => withdraw.RunAsync(id, number, form, cancellationToken), Form, () =>
        {
            Announce($"Evidence {number} has been withdrawn. Its content has been erased.");
            return RedirectToAction(nameof(EvidenceItem), new { id, number });
        }, "Form.");
    }

    /// <summary>The chain of custody, to print.</summary>
    [HttpGet("{id:int}/evidence/sheet")]
    public async Task<IActionResult> EvidenceSheet(int id, [FromServices] EvidenceQueries evidence, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.Print, IncidentAccess.Open, cancellationToken) is { } seen
            ? View(await evidence.SheetAsync(seen, cancellationToken))
            : NotFound();

    private async Task<IActionResult> ShowEvidenceAsync(
        int id, int number, string view, Func<EvidenceView, bool> isThere, EvidenceQueries evidence, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.Evidence, IncidentAccess.Open, cancellationToken) is { } seen
        && await evidence.FindAsync(seen, number, cancellationToken) is { } found
        && isThere(found)
            ? View(view, found)
            : NotFound();
}
