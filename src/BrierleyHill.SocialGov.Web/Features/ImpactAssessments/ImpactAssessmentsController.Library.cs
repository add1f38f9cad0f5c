using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The pages of the library of risks.</summary>
public sealed partial class ImpactAssessmentsController
{
    /// <summary>The library.</summary>
    [HttpGet("library")]
    public async Task<IActionResult> Library(RiskLibraryFilter filter, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await library.ListAsync(filter, cancellationToken));
    }

    /// <summary>The form of a new risk.</summary>
    [HttpGet("library/add")]
    [Authorize(Policies.AssessmentAdviser)]
    public IActionResult AddLibraryRisk() => View("LibraryRisk", new LibraryRiskView(null, new LibraryRiskForm()));

    /// <summary>Adds a risk to the library.</summary>
    [HttpPost("library/add")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> AddLibraryRisk(
        LibraryRiskForm form, [FromServices] KeepRiskLibrary keep, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken) =>
        KeepAsync(null, form, () => keep.AddAsync(form, cancellationToken), library, "You have added a risk to the library.", cancellationToken);

    /// <summary>The form of a risk.</summary>
    [HttpGet("library/{id:int}/edit")]
    [Authorize(Policies.AssessmentAdviser)]
    public async Task<IActionResult> EditLibraryRisk(int id, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken) =>
        await library.FindAsync(id, cancellationToken) is { } risk ? View("LibraryRisk", new LibraryRiskView(risk, LibraryRiskForm.Of(risk))) : NotFound();

    /// <summary>Changes a risk of the library.</summary>
    [HttpPost("library/{id:int}/edit")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> EditLibraryRisk(
        int id, LibraryRiskForm form, [FromServices] KeepRiskLibrary keep, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken) =>
        KeepAsync(id, form, () => keep.ChangeAsync(id, form, cancellationToken), library, "You have changed a risk of the library.", cancellationToken);

    /// <summary>Retires a risk of the library.</summary>
    [HttpPost("library/{id:int}/retire")]
    [Authorize(Policies.AssessmentAdviser)]
    public async Task<IActionResult> RetireLibraryRisk(int id, PlainForm form, [FromServices] KeepRiskLibrary keep, CancellationToken cancellationToken)
    {
        var retired = await keep.RetireAsync(id, form.Version, cancellationToken);
        return await KeptAsync(retired, "You have retired a risk. It is no longer offered.");
    }

    /// <summary>Brings a risk of the library back.</summary>
    [HttpPost("library/{id:int}/bring-back")]
    [Authorize(Policies.AssessmentAdviser)]
    public async Task<IActionResult> BringBackLibraryRisk(int id, PlainForm form, [FromServices] KeepRiskLibrary keep, CancellationToken cancellationToken)
    {
        var back = await keep.BringBackAsync(id, form.Version, cancellationToken);
        return await KeptAsync(back, "You have brought a risk back. It is offered again.");
    }

    private async Task<IActionResult> KeptAsync(Result kept, string done)
    {
        if (kept.IsRefused)
        {
            return await RefuseAsync(kept.Error);
        }

        Announce(done);
        return RedirectToAction(nameof(Library));
    }

    private async Task<IActionResult> KeepAsync(
        int? id, LibraryRiskForm form, Func<Task<Result>> keep, RiskLibraryQueries library, string done, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again(bool isStale)
        {
            var risk = id is { } number ? await library.FindAsync(number, cancellationToken) : null;
            if (risk is null && id is not null)
            {
                return NotFound();
            }

            form.Version = isStale && risk is not null ? risk.Version : form.Version;
            return View("LibraryRisk", new LibraryRiskView(risk, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Again(isStale: false));
        }

        var kept = await keep();
        return kept.IsRefused ? await RefuseAsync(kept.Error, () => Again(kept.Error == Error.Stale), "Form.") : await KeptAsync(kept, done);
    }
}
