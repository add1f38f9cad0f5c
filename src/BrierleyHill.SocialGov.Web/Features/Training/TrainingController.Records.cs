using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <content>What people attended, and their certificates.</content>
public sealed partial class TrainingController
{
    /// <summary>One's own training.</summary>
    [HttpGet("mine")]
    public async Task<IActionResult> Mine(CancellationToken cancellationToken) => View("Person", await people.FindOwnAsync(cancellationToken));

    /// <summary>A person's training.</summary>
    [HttpGet("people/{id:int}")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Person(int id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form of training taken elsewhere.</summary>
    [HttpGet("people/{id:int}/elsewhere")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> Elsewhere(int id, CancellationToken cancellationToken) => ShowElsewhereAsync(id, new ElsewhereForm(), cancellationToken);

    /// <summary>Records training taken elsewhere.</summary>
    [HttpPost("people/{id:int}/elsewhere")]
    [Authorize(Policies.LeaderOrAdministrator)]
    [TakesFile]
    public async Task<IActionResult> Elsewhere(int id, ElsewhereForm form, [FromServices] RecordElsewhere record, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => ShowElsewhereAsync(id, form, cancellationToken);
        return await ActUponAsync(() => record.RunAsync(id, form, cancellationToken), Form, () =>
        {
            Announce("The training has been recorded.");
            return RedirectToAction(nameof(Person), new { id });
        }, "Form.");
    }

    /// <summary>One training record.</summary>
    [HttpGet("records/{id:int}")]
    public async Task<IActionResult> TrainingRecord(int id, CancellationToken cancellationToken) =>
        await people.FindRecordAsync(id, cancellationToken) is { } found ? View("Record", found) : NotFound();

    /// <summary>The form that withdraws a record of training elsewhere.</summary>
    [HttpGet("records/{id:int}/withdraw")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> WithdrawRecord(int id, CancellationToken cancellationToken) =>
        await people.FindRecordAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Record: { IsElsewhere: true, Status: TrainingRecordStatus.Stands } } found =>
                View(new RecordAction<ReasonForm>(found, new ReasonForm { Version = found.Record.Version })),
            _ => RedirectToAction(nameof(TrainingRecord), new { id }),
        };

    /// <summary>Withdraws a record of training elsewhere.</summary>
    [HttpPost("records/{id:int}/withdraw")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> WithdrawRecord(int id, ReasonForm form, [FromServices] WithdrawRecord withdraw, CancellationToken cancellationToken) =>
        GiveReasonAsync(nameof(WithdrawRecord), id, form, () => withdraw.RunAsync(id, form, cancellationToken), "You have withdrawn the training record.", cancellationToken);

    /// <summary>Downloads the certificate.</summary>
    [HttpGet("records/{id:int}/certificate")]
    public async Task<IActionResult> Certificate(int id, [FromServices] DownloadCertificate download, CancellationToken cancellationToken)
    {
        var opened = await download.RunAsync(id, cancellationToken);
        return opened.IsRefused ? await RefuseAsync(opened.Error) : Download(opened.Value);
    }

    /// <summary>The form that attaches a certificate.</summary>
    [HttpGet("records/{id:int}/certificate/attach")]
    public async Task<IActionResult> AttachCertificate(int id, CancellationToken cancellationToken) =>
        await people.FindRecordAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Record.Status: TrainingRecordStatus.Withdrawn } => RedirectToAction(nameof(TrainingRecord), new { id }),
            var found => View(new RecordAction<CertificateForm>(found, new CertificateForm { Version = found.Record.Version })),
        };

    /// <summary>Attaches a certificate.</summary>
    [HttpPost("records/{id:int}/certificate/attach")]
    [TakesFile]
    public async Task<IActionResult> AttachCertificate(
        int id, CertificateForm form, [FromServices] AttachCertificate attach, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await people.FindRecordAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Record.Version : form.Version;
            return View(new RecordAction<CertificateForm>(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var attached = await attach.RunAsync(id, form, cancellationToken);
        isStale = attached.Error == Error.Stale;
        if (attached.IsRefused)
        {
            return await RefuseAsync(attached.Error, Form, "Form.");
        }

        Announce("The certificate has been attached.");
        return RedirectToAction(nameof(TrainingRecord), new { id });
    }

    /// <summary>The form that takes the certificate away.</summary>
    [HttpGet("records/{id:int}/certificate/remove")]
    public async Task<IActionResult> RemoveCertificate(int id, CancellationToken cancellationToken) =>
        await people.FindRecordAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Record: { Certificate: not null, Status: TrainingRecordStatus.Stands } } found =>
                View(new RecordAction<ReasonForm>(found, new ReasonForm { Version = found.Record.Version })),
            _ => RedirectToAction(nameof(TrainingRecord), new { id }),
        };

    /// <summary>Takes the certificate away.</summary>
    [HttpPost("records/{id:int}/certificate/remove")]
    public Task<IActionResult> RemoveCertificate(int id, ReasonForm form, [FromServices] RemoveCertificate remove, CancellationToken cancellationToken) =>
        GiveReasonAsync(nameof(RemoveCertificate), id, form, () => remove.RunAsync(id, form, cancellationToken), "The certificate has been removed.", cancellationToken);

    private async Task<IActionResult> GiveReasonAsync(
        string view, int id, ReasonForm form, Func<Task<Result>> run, string message, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await people.FindRecordAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Record.Version : form.Version;
            return View(view, new RecordAction<ReasonForm>(found, form));
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
        return RedirectToAction(nameof(TrainingRecord), new { id });
    }

    private async Task<IActionResult> ShowElsewhereAsync(int id, ElsewhereForm form, CancellationToken cancellationToken) =>
        await people.FindForElsewhereAsync(id, cancellationToken) is var (name, choices)
            ? View("Elsewhere", new ElsewhereView(id, name, choices, form))
            : NotFound();
}
