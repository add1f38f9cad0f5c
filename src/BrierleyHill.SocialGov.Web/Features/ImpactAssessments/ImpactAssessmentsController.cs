using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>
/// The pages of the impact assessments: lists and what everybody who may see one sees. The author's pages stand in Writing, those of
/// the data protection officer and the leaders in Advice, the library of risks in Library.
/// </summary>
[Authorize(Policies.SignedIn)]
[Route("impact-assessments")]
public sealed partial class ImpactAssessmentsController(ImpactAssessmentQueries queries) : PortalController
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(AssessmentFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("reference", Descending: true), ImpactAssessmentQueries.SortColumns);
        return View(await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>What waits for the data protection officer.</summary>
    [HttpGet("queue")]
    [Authorize(Policies.DataProtectionOfficer)]
    public async Task<IActionResult> Queue(int? page, CancellationToken cancellationToken) => View(await queries.QueueAsync(page, cancellationToken));

    /// <summary>One assessment.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The same to print.</summary>
    [HttpGet("{id:int}/print")]
    public async Task<IActionResult> Print(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The page that starts a new version.</summary>
    [HttpGet("{id:int}/new-version")]
    public Task<IActionResult> NewVersion(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new PlainForm(), found => found.Assessment.CheckMayStartNewVersion(found.Actor), cancellationToken);

    /// <summary>Starts a new version.</summary>
    [HttpPost("{id:int}/new-version")]
    public async Task<IActionResult> NewVersion(int id, PlainForm form, [FromServices] StartNewVersion start, CancellationToken cancellationToken)
    {
        var started = await start.RunAsync(id, form, cancellationToken);
        return started.IsRefused
            ? await RefuseAsync(started.Error, () => AgainAsync(id, form, started.Error == Error.Stale, cancellationToken), "Form.")
            : RedirectToAction(nameof(Tasks), new { id = started.Value });
    }

    /// <summary>Shows the form of a write, unless this person may not do it or the time for it has passed.</summary>
    private async Task<IActionResult> ShowAsync<TForm>(
        int id, TForm form, Func<AssessmentView, Result> check, CancellationToken cancellationToken)
        where TForm : AssessmentForm
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        form.Version = found.Assessment.Version;
        return check(found).Error switch
        {
            null => View(new AssessmentFormView<TForm>(found, form)),
            { Kind: ErrorKind.Conflict } => RedirectToAction(nameof(Details), new { id }),
            var refusal => await RefuseAsync(refusal),
        };
    }

    /// <summary>Runs a write, and shows its form again where it is refused.</summary>
    private async Task<IActionResult> WriteAsync<TForm>(
        int id, TForm form, AssessmentWrite<TForm> write, string done, CancellationToken cancellationToken, string to = nameof(Details))
        where TForm : AssessmentForm
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => AgainAsync(id, form, isStale: false, cancellationToken));
        }

        var written = await write.RunAsync(id, form, cancellationToken);
        if (written.IsRefused)
        {
            return await RefuseAsync(written.Error, () => AgainAsync(id, form, written.Error == Error.Stale, cancellationToken), "Form.");
        }

        if (done.Length > 0)
        {
            Announce(done);
        }

        return RedirectToAction(to, new { id });
    }

    private async Task<IActionResult> AgainAsync<TForm>(int id, TForm form, bool isStale, CancellationToken cancellationToken)
        where TForm : AssessmentForm
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        // The page shows the assessment as it is now, so the next try is about that one.
        if (isStale)
        {
            (form.Version, ViewData[nameof(StepView.IsStale)]) = (found.Assessment.Version, true);
            ModelState.Remove("Form.Version");
        }

        return View(new AssessmentFormView<TForm>(found, form));
    }
}
