using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The pages of the data protection officer and of the senior leaders.</summary>
public sealed partial class ImpactAssessmentsController
{
    /// <summary>The steps to judge, and what can be decided.</summary>
    [HttpGet("{id:int}/advise")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Advise(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new PlainForm(), found => found.Assessment.CheckMayAdvise(found.Actor), cancellationToken);

    /// <summary>The answers of one step, to judge.</summary>
    [HttpGet("{id:int}/advise/{step:assessmentstep}")]
    [Authorize(Policies.DataProtectionOfficer)]
    public async Task<IActionResult> Comments(int id, AssessmentStep step, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (found.Assessment.CheckMayAdvise(found.Actor).Error is { } refusal)
        {
            return refusal.Kind == ErrorKind.Conflict ? RedirectToAction(nameof(Details), new { id }) : await RefuseAsync(refusal);
        }

        var form = new CommentsForm
        {
            Version = found.Assessment.Version,
            Comments =
            [
                .. found.Of(step).Where(seen => seen.Answer.Answer is not null).Select(seen => new CommentForm
                {
                    Key = seen.Answer.Key,
                    Verdict = seen.IsJudged ? seen.Comment!.Verdict : null,
                    Text = seen.IsJudged ? seen.Comment!.Text : null,
                }),
            ],
        };
        return View(new CommentsView(found, step, form));
    }

    /// <summary>Saves the comments on one step.</summary>
    [HttpPost("{id:int}/advise/{step:assessmentstep}")]
    [Authorize(Policies.DataProtectionOfficer)]
    public async Task<IActionResult> Comments(
        int id, AssessmentStep step, CommentsForm form, [FromServices] CommentOnAnswers write, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again(bool isStale)
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Assessment.Version : form.Version;
            return View(new CommentsView(found, step, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Again(isStale: false));
        }

        var written = await write.RunAsync(id, form, cancellationToken);
        return written.IsRefused
            ? await RefuseAsync(written.Error, () => Again(written.Error == Error.Stale), "Form.")
            : RedirectToAction(nameof(Advise), new { id });
    }

    /// <summary>The page that returns it.</summary>
    [HttpGet("{id:int}/return")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Return(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new ReturnForm(), found => found.Assessment.CheckMayAdvise(found.Actor), cancellationToken);

    /// <summary>Returns it.</summary>
    [HttpPost("{id:int}/return")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Return(int id, ReturnForm form, [FromServices] ReturnAssessment write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have returned this impact assessment. Its author has been told.", cancellationToken);

    /// <summary>The page that signs it off.</summary>
    [HttpGet("{id:int}/sign-off")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> SignOff(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new SignOffForm(), found => found.Assessment.CheckMayAdvise(found.Actor), cancellationToken);

    /// <summary>Signs it off.</summary>
    [HttpPost("{id:int}/sign-off")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> SignOff(int id, SignOffForm form, [FromServices] SignOffAssessment write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have signed off this impact assessment. Its author has been told.", cancellationToken);

    /// <summary>The page that refuses it.</summary>
    [HttpGet("{id:int}/refuse")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Refuse(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new RefuseForm(), found => found.Assessment.CheckMayAdvise(found.Actor), cancellationToken);

    /// <summary>Refuses it.</summary>
    [HttpPost("{id:int}/refuse")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Refuse(int id, RefuseForm form, [FromServices] RefuseAssessment write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have refused this impact assessment. Its author has been told.", cancellationToken);

    /// <summary>The page that overturns a screening.</summary>
    [HttpGet("{id:int}/overturn-screening")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> OverturnScreening(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new OverturnForm(), found => found.Assessment.CheckMayOverturnScreening(found.Actor), cancellationToken);

    /// <summary>Overturns a screening.</summary>
    [HttpPost("{id:int}/overturn-screening")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> OverturnScreening(int id, OverturnForm form, [FromServices] OverturnScreening write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have overturned the screening. Its author has been told.", cancellationToken);

    /// <summary>The page on which a leader overrules the advice.</summary>
    [HttpGet("{id:int}/overrule")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> Overrule(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new OverruleForm(), found => found.Assessment.CheckMayOverrule(found.Actor), cancellationToken);

    /// <summary>Overrules the advice.</summary>
    [HttpPost("{id:int}/overrule")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> Overrule(int id, OverruleForm form, [FromServices] OverruleAdvice write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have overruled the advice. The author and the data protection officer have been told.", cancellationToken);

    /// <summary>The page on which a leader accepts the residual risk.</summary>
    [HttpGet("{id:int}/accept-residual-risk")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> AcceptResidualRisk(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new AcceptanceForm(), found => found.Assessment.CheckMayAcceptResidualRisk(found.Actor), cancellationToken);

    /// <summary>Accepts the residual risk.</summary>
    [HttpPost("{id:int}/accept-residual-risk")]
    [Authorize(Policies.SeniorLeader)]
    public Task<IActionResult> AcceptResidualRisk(int id, AcceptanceForm form, [FromServices] AcceptResidualRisk write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have accepted the residual risk.", cancellationToken);

    /// <summary>The page that records the decision to consult the ICO.</summary>
    [HttpGet("{id:int}/consult-ico")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> ConsultIco(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new ConsultIcoForm(), found => found.Assessment.CheckMayDecideOnIco(found.Actor), cancellationToken);

    /// <summary>Records the decision to consult the ICO.</summary>
    [HttpPost("{id:int}/consult-ico")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> ConsultIco(int id, ConsultIcoForm form, [FromServices] ConsultIco write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have recorded the decision to consult the ICO.", cancellationToken);

    /// <summary>The page that records what the ICO said.</summary>
    [HttpGet("{id:int}/ico-outcome")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> IcoOutcome(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new IcoOutcomeForm(), found => found.Assessment.CheckMayRecordIcoOutcome(found.Actor), cancellationToken);

    /// <summary>Records what the ICO said.</summary>
    [HttpPost("{id:int}/ico-outcome")]
    [Authorize(Policies.AssessmentAdviser)]
    public Task<IActionResult> IcoOutcome(int id, IcoOutcomeForm form, [FromServices] RecordIcoOutcome write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have recorded what the ICO said.", cancellationToken);

    /// <summary>The page that records a review.</summary>
    [HttpGet("{id:int}/review")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Review(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new ReviewForm(), found => found.Assessment.CheckMayReview(found.Actor), cancellationToken);

    /// <summary>Records a review.</summary>
    [HttpPost("{id:int}/review")]
    [Authorize(Policies.DataProtectionOfficer)]
    public Task<IActionResult> Review(int id, ReviewForm form, [FromServices] ReviewAssessment write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have recorded the review.", cancellationToken);

    /// <summary>Confirms that it covers one more business case.</summary>
    [HttpPost("{id:int}/confirm-coverage/{application:int}")]
    [Authorize(Policies.DataProtectionOfficer)]
    public async Task<IActionResult> ConfirmCoverage(
        int id, int application, CoverageForm form, [FromServices] ConfirmCoverage write, CancellationToken cancellationToken)
    {
        form.Application = application;
        var written = await write.RunAsync(id, form, cancellationToken);
        if (written.IsRefused)
        {
            return await RefuseAsync(written.Error);
        }

        Announce("You have confirmed that this impact assessment covers the account.");
        return RedirectToAction(nameof(Details), new { id });
    }
}
