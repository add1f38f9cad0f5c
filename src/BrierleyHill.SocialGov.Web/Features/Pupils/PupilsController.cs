using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Pupils, what was answered about pictures of them, and the list that goes with a camera.</summary>
[Route("pupils")]
public sealed class PupilsController(PupilQueries queries, TimeProvider clock) : PortalController
{
    /// <summary>The list.</summary>
    [Authorize(Policies.ConsentReader)]
    [HttpGet("")]
    public async Task<IActionResult> Index(PupilFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        return View(await queries.ListAsync(filter, Order(), cancellationToken));
    }

    /// <summary>The same as a file.</summary>
    [Authorize(Policies.ConsentReader)]
    [HttpGet("export")]
    public async Task<IActionResult> Export(PupilFilter filter, [FromServices] ExportPupils export, CancellationToken cancellationToken) =>
        await export.RunAsync(filter, Order(), cancellationToken);

    /// <summary>The list that goes with a camera.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpGet("camera")]
    public async Task<IActionResult> Camera(CameraFilter filter, [FromServices] CameraQueries camera, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await camera.FindAsync(filter, cancellationToken));
    }

    /// <summary>The form of a new pupil.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpGet("enter")]
    public IActionResult Enter() => View("Form", new PupilForm());

    /// <summary>Enters a pupil.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpPost("enter")]
    public async Task<IActionResult> Enter(PupilForm form, [FromServices] EnterPupil enter, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View("Form", form));
        return await ActUponAsync(() => enter.RunAsync(form, cancellationToken), Form, id =>
        {
            Announce("The pupil is on record. Nothing may be published of them until somebody has answered.");
            return RedirectToAction(nameof(Details), new { id });
        });
    }

    /// <summary>One pupil.</summary>
    [Authorize(Policies.ConsentReader)]
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form to change what identifies a pupil.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpGet("{id:int}/change")]
    public async Task<IActionResult> Change(int id, CancellationToken cancellationToken) =>
        await queries.FindForFormAsync(id, cancellationToken) is { } pupil ? View("Form", PupilForm.Of(pupil)) : NotFound();

    /// <summary>Changes it.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpPost("{id:int}/change")]
    public async Task<IActionResult> Change(int id, PupilForm form, [FromServices] ChangePupil change, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form()
        {
            if (await queries.FindForFormAsync(id, cancellationToken) is not { } pupil)
            {
                return NotFound();
            }

            // Whoever was told that somebody changed it meanwhile may save what they see now.
            form.Version = pupil.Version;
            ModelState.Remove(nameof(form.Version));
            return View("Form", form);
        }

        return await ActUponAsync(() => change.RunAsync(id, form, cancellationToken), Form, () =>
        {
            Announce("The change is recorded.");
            return RedirectToAction(nameof(Details), new { id });
        });
    }

    /// <summary>The form to record what was answered.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpGet("{id:int}/answers")]
    public Task<IActionResult> Answers(int id, CancellationToken cancellationToken) => ShowAnswersAsync(id, null, cancellationToken);

    /// <summary>Records it.</summary>
    [Authorize(Policies.ConsentKeeper)]
    [HttpPost("{id:int}/answers")]
    public async Task<IActionResult> Answers(
        int id, [Bind(Prefix = "Form")] RecordConsentsForm form, [FromServices] RecordConsents record, CancellationToken cancellationToken) =>
        await ActUponAsync(() => record.RunAsync(id, form, cancellationToken), () => ShowAnswersAsync(id, form, cancellationToken), recorded =>
        {
            Announce(recorded == 1 ? "One answer is recorded." : $"{recorded} answers are recorded.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");

    /// <summary>The form to protect a pupil.</summary>
    [Authorize(Policies.PupilProtector)]
    [HttpGet("{id:int}/protect")]
    public Task<IActionResult> Protect(int id, CancellationToken cancellationToken) => ShowMarkAsync(id, null, cancellationToken);

    /// <summary>Protects a pupil.</summary>
    [Authorize(Policies.PupilProtector)]
    [HttpPost("{id:int}/protect")]
    public async Task<IActionResult> Protect(
        int id, [Bind(Prefix = "Form")] ProtectPupilForm form, [FromServices] ProtectPupil protect, CancellationToken cancellationToken) =>
        await ActUponAsync(() => protect.ProtectAsync(id, form, cancellationToken), () => ShowMarkAsync(id, form, cancellationToken), () =>
        {
            Announce("The pupil is protected. Staff are shown “do not publish”, and never why.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");

    /// <summary>Lifts the protection of a pupil.</summary>
    [Authorize(Policies.PupilProtector)]
    [HttpPost("{id:int}/lift-protection")]
    public async Task<IActionResult> LiftProtection(
        int id, [Bind(Prefix = "Form")] ProtectPupilForm form, [FromServices] ProtectPupil protect, CancellationToken cancellationToken) =>
        await ActUponAsync(() => protect.LiftAsync(id, form, cancellationToken), () => ShowMarkAsync(id, form, cancellationToken), () =>
        {
            Announce("The protection is lifted. What was answered counts again.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");

    private static SortOrder UsualOrder { get; } = new("surname", Descending: false);

    private SortOrder Order() => SortOrder.From(Request.Query, UsualOrder, PupilQueries.SortColumns);

    private async Task<IActionResult> ShowAnswersAsync(int id, RecordConsentsForm? form, CancellationToken cancellationToken)
    {
        if (await queries.FindForFormAsync(id, cancellationToken) is not { } pupil)
        {
            return NotFound();
        }

        var today = clock.Today();
        var rows = (await queries.UsesAsync(cancellationToken)).Select(use => new UseRow(use, pupil.VerdictOn(use, today))).ToList();
        var shown = form ?? new RecordConsentsForm { DecidedOn = today };
        // Whoever was told that somebody changed the record meanwhile saves on what they see now.
        shown.Version = pupil.Version;
        ModelState.Remove("Form.Version");
        // The uses stand in the order of today. Where that is not the order of the form, an account came or went meanwhile, and each answer goes with its use.
        if (!shown.Answers.Select(answer => answer.Key).SequenceEqual(rows.Select(row => row.Use.Key), StringComparer.Ordinal))
        {
            var typed = shown.Answers.Where(answer => answer.Key is not null).DistinctBy(answer => answer.Key, StringComparer.Ordinal).ToDictionary(answer => answer.Key!, answer => answer.Answer, StringComparer.Ordinal);
            shown.Answers = [.. rows.Select(row => new UseAnswer { Key = row.Use.Key, Answer = typed.GetValueOrDefault(row.Use.Key) })];
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Form.Answers[", StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);
            }
        }

        return View("Answers", new PupilFormView<RecordConsentsForm>(pupil, shown, rows));
    }

    private async Task<IActionResult> ShowMarkAsync(int id, ProtectPupilForm? form, CancellationToken cancellationToken)
    {
        if (await queries.FindForFormAsync(id, cancellationToken) is not { } pupil)
        {
            return NotFound();
        }

        var shown = new ProtectPupilForm { Version = pupil.Version, Because = form?.Because };
        ModelState.Remove("Form.Version");
        return View("Protect", new PupilFormView<ProtectPupilForm>(pupil, shown, []));
    }
}
