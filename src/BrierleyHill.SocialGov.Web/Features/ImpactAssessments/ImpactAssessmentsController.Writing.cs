using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The author's pages.</summary>
public sealed partial class ImpactAssessmentsController
{
    /// <summary>What an assessment is, and the form that begins one.</summary>
    [HttpGet("start")]
    public Task<IActionResult> Start(int? application, CancellationToken cancellationToken) =>
        ShowStartAsync(new StartAssessmentForm { Application = application }, cancellationToken);

    /// <summary>Begins one.</summary>
    [HttpPost("start")]
    public async Task<IActionResult> Start(StartAssessmentForm form, [FromServices] StartAssessment start, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowStartAsync(form, cancellationToken));
        }

        var started = await start.RunAsync(form, cancellationToken);
        return started.IsRefused
            ? await RefuseAsync(started.Error, () => ShowStartAsync(form, cancellationToken), "Form.")
            : RedirectToAction(nameof(Screening), new { id = started.Value });
    }

    /// <summary>The screening.</summary>
    [HttpGet("{id:int}/screening")]
    public async Task<IActionResult> Screening(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found
            ? await ShowAsync(id, ScreeningForm.Of(found.Assessment), one => Own(one, one.Assessment.CheckMayScreen(one.Actor)), cancellationToken)
            : NotFound();

    /// <summary>Saves the screening.</summary>
    [HttpPost("{id:int}/screening")]
    public Task<IActionResult> Screening(int id, ScreeningForm form, [FromServices] AnswerScreening write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "", cancellationToken, nameof(Screened));

    /// <summary>What the screening came to, and what comes next.</summary>
    [HttpGet("{id:int}/screened")]
    public async Task<IActionResult> Screened(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } found)
        {
            return NotFound();
        }

        return found.Assessment.CheckMayScreen(found.Actor).IsRefused
            ? RedirectToAction(nameof(Details), new { id })
            : View(new AssessmentFormView<PlainForm>(found, new PlainForm { Version = found.Assessment.Version }));
    }

    /// <summary>The page that records that none is needed.</summary>
    [HttpGet("{id:int}/not-needed")]
    public Task<IActionResult> NotNeeded(int id, CancellationToken cancellationToken) => ShowAsync(
        id,
        new NotNeededForm(),
        found => Own(found, found.Assessment is { ScreeningYes: ScreeningPoints.None } && found.Assessment.ScreeningAnswered == Domain.ImpactAssessments.Screening.Everything
            ? found.Assessment.CheckMayScreen(found.Actor)
            : ImpactAssessmentErrors.NotAllNo),
        cancellationToken);

    /// <summary>Records that none is needed.</summary>
    [HttpPost("{id:int}/not-needed")]
    public Task<IActionResult> NotNeeded(int id, NotNeededForm form, [FromServices] DeclareNotNeeded write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have recorded that no assessment is needed. The data protection officer has been told and can overturn it.", cancellationToken);

    /// <summary>Does one all the same.</summary>
    [HttpPost("{id:int}/do-anyway")]
    public async Task<IActionResult> DoAnyway(int id, PlainForm form, [FromServices] DoAssessmentAnyway write, CancellationToken cancellationToken)
    {
        var written = await write.RunAsync(id, form, cancellationToken);
        return written.IsRefused ? await RefuseAsync(written.Error) : RedirectToAction(nameof(Tasks), new { id });
    }

    /// <summary>The task list.</summary>
    [HttpGet("{id:int}/tasks")]
    public async Task<IActionResult> Tasks(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } found)
        {
            return NotFound();
        }

        return found.Assessment switch
        {
            { IsEditable: false } => RedirectToAction(nameof(Details), new { id }),
            { IsToBeDone: false } => RedirectToAction(nameof(Screening), new { id }),
            _ => View(found),
        };
    }

    /// <summary>One step.</summary>
    [HttpGet("{id:int}/steps/{step:answeredstep}")]
    public async Task<IActionResult> Step(int id, AssessmentStep step, CancellationToken cancellationToken)
    {
        if (await FindToWriteAsync(id, cancellationToken) is not (var found, null))
        {
            return await LeadAwayAsync(id, cancellationToken);
        }

        var form = StepForm.For(step);
        form.Version = found.Assessment.Version;
        form.Read(found.Assessment.Content);
        return ShowStep(found, step, form, isStale: false);
    }

    /// <summary>Saves one step.</summary>
    [HttpPost("{id:int}/steps/{step:answeredstep}")]
    public async Task<IActionResult> Step(int id, AssessmentStep step, [FromServices] SaveStep save, CancellationToken cancellationToken)
    {
        var form = StepForm.For(step);
        await TryUpdateModelAsync(form, form.GetType(), prefix: "");
        async Task<IActionResult> Again(bool isStale) =>
            await queries.FindAsync(id, cancellationToken) is { IsAuthor: true } found ? ShowStep(found, step, form, isStale) : NotFound();
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Again(isStale: false));
        }

        var saved = await save.RunAsync(id, form, cancellationToken);
        return saved.IsRefused
            ? await RefuseAsync(saved.Error, () => Again(saved.Error == Error.Stale))
            : RedirectToAction(nameof(Tasks), new { id });
    }

    /// <summary>The risks.</summary>
    [HttpGet("{id:int}/risks")]
    public Task<IActionResult> Risks(int id, CancellationToken cancellationToken) => ShowToAuthorAsync(id, nameof(Risks), cancellationToken);

    /// <summary>The measures.</summary>
    [HttpGet("{id:int}/measures")]
    public Task<IActionResult> Measures(int id, CancellationToken cancellationToken) => ShowToAuthorAsync(id, nameof(Measures), cancellationToken);

    /// <summary>The form of a new risk.</summary>
    [HttpGet("{id:int}/risks/add")]
    public Task<IActionResult> AddRisk(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new RiskForm(), found => Own(found, found.Assessment.CheckMayEdit(found.Actor)), cancellationToken);

    /// <summary>Adds a risk.</summary>
    [HttpPost("{id:int}/risks/add")]
    public Task<IActionResult> AddRisk(int id, RiskForm form, [FromServices] SaveRisk write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "", cancellationToken, nameof(Risks));

    /// <summary>The form of a risk.</summary>
    [HttpGet("{id:int}/risks/{number:int}")]
    public async Task<IActionResult> Risk(int id, int number, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } own
            || own.Assessment.Content.Risks.FirstOrDefault(risk => risk.Number == number) is not { } risk)
        {
            return NotFound();
        }

        var form = new RiskForm { Number = number, Description = risk.Description, Harm = risk.Harm, Likelihood = risk.Likelihood, Severity = risk.Severity };
        return await ShowAsync(id, form, found => found.Assessment.CheckMayEdit(found.Actor), cancellationToken);
    }

    /// <summary>Changes a risk.</summary>
    [HttpPost("{id:int}/risks/{number:int}")]
    public Task<IActionResult> Risk(int id, int number, RiskForm form, [FromServices] SaveRisk write, CancellationToken cancellationToken)
    {
        form.Number = number;
        return WriteAsync(id, form, write, "", cancellationToken, nameof(Risks));
    }

    /// <summary>Asks whether a risk is to be taken out.</summary>
    [HttpGet("{id:int}/risks/{number:int}/remove")]
    public async Task<IActionResult> RemoveRisk(int id, int number, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } own
            || own.Assessment.Content.Risks.All(risk => risk.Number != number))
        {
            return NotFound();
        }

        return await ShowAsync(id, new RemoveRiskForm { Number = number }, found => found.Assessment.CheckMayEdit(found.Actor), cancellationToken);
    }

    /// <summary>Takes a risk out.</summary>
    [HttpPost("{id:int}/risks/{number:int}/remove")]
    public Task<IActionResult> RemoveRisk(int id, int number, RemoveRiskForm form, [FromServices] RemoveRisk write, CancellationToken cancellationToken)
    {
        form.Number = number;
        return WriteAsync(id, form, write, "", cancellationToken, nameof(Risks));
    }

    /// <summary>The risks of the library, to pick from.</summary>
    [HttpGet("{id:int}/risks/library")]
    public async Task<IActionResult> PickRisks(int id, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken) =>
        await FindToWriteAsync(id, cancellationToken) is (var found, null)
            ? View(new LibraryChoiceView(found, await library.OfferedAsync(cancellationToken), new LibraryChoiceForm { Version = found.Assessment.Version }))
            : await LeadAwayAsync(id, cancellationToken);

    /// <summary>Copies risks from the library.</summary>
    [HttpPost("{id:int}/risks/library")]
    public async Task<IActionResult> PickRisks(
        int id, LibraryChoiceForm form, [FromServices] TakeLibraryRisks take, [FromServices] RiskLibraryQueries library, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again(bool isStale)
        {
            if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Assessment.Version : form.Version;
            return View(new LibraryChoiceView(found, await library.OfferedAsync(cancellationToken), form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Again(isStale: false));
        }

        var taken = await take.RunAsync(id, form, cancellationToken);
        return taken.IsRefused
            ? await RefuseAsync(taken.Error, () => Again(taken.Error == Error.Stale), "Form.")
            : RedirectToAction(nameof(Risks), new { id });
    }

    /// <summary>The form of a measure.</summary>
    [HttpGet("{id:int}/measures/{number:int}")]
    public async Task<IActionResult> Measure(int id, int number, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { IsAuthor: true } own
            || own.Assessment.Content.Risks.FirstOrDefault(risk => risk.Number == number) is not { } risk)
        {
            return NotFound();
        }

        var form = new MeasureForm
        {
            Number = number,
            Measure = risk.Measure,
            OwnerId = risk.OwnerId,
            LikelihoodAfter = risk.LikelihoodAfter,
            SeverityAfter = risk.SeverityAfter,
            Effect = risk.Effect,
        };
        return await ShowAsync(id, form, found => found.Assessment.CheckMayEdit(found.Actor), cancellationToken);
    }

    /// <summary>Saves a measure.</summary>
    [HttpPost("{id:int}/measures/{number:int}")]
    public Task<IActionResult> Measure(int id, int number, MeasureForm form, [FromServices] PlanMeasure write, CancellationToken cancellationToken)
    {
        form.Number = number;
        return WriteAsync(id, form, write, "", cancellationToken, nameof(Measures));
    }

    /// <summary>The answers to check before it is sent.</summary>
    [HttpGet("{id:int}/check")]
    public Task<IActionResult> Check(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, new SendForm(), found => Own(found, found.Assessment.CheckMayEdit(found.Actor)), cancellationToken);

    /// <summary>Sends it.</summary>
    [HttpPost("{id:int}/check")]
    public Task<IActionResult> Check(int id, SendForm form, [FromServices] SendAssessment write, CancellationToken cancellationToken) =>
        WriteAsync(id, form, write, "You have sent this impact assessment. The data protection officer has been told.", cancellationToken);

    // The author's pages are nobody else's: for those who see the assessment too, there are no such pages.
    private static Result Own(AssessmentView found, Result check) => found.IsAuthor ? check : Error.NotFound;

    private async Task<IActionResult> ShowStartAsync(StartAssessmentForm form, CancellationToken cancellationToken)
    {
        string? reference = null;
        if (form.Application is { } application)
        {
            reference = await queries.FindOwnApplicationAsync(application, cancellationToken);
            if (reference is null)
            {
                return NotFound();
            }
        }

        return View(nameof(Start), new StartAssessmentView(form, reference));
    }

    private async Task<(AssessmentView Found, Error? Refusal)?> FindToWriteAsync(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { IsAuthor: true } found ? (found, found.Assessment.CheckMayEdit(found.Actor).Error) : null;

    private async Task<IActionResult> LeadAwayAsync(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { IsAuthor: true } ? RedirectToAction(nameof(Details), new { id }) : NotFound();

    private async Task<IActionResult> ShowToAuthorAsync(int id, string view, CancellationToken cancellationToken) =>
        await FindToWriteAsync(id, cancellationToken) is (var found, null) ? View(view, found) : await LeadAwayAsync(id, cancellationToken);

    private ViewResult ShowStep(AssessmentView found, AssessmentStep step, StepForm form, bool isStale)
    {
        if (isStale)
        {
            form.Version = found.Assessment.Version;
        }

        ViewData[nameof(StepView)] = new StepView(found, step, isStale);
        return View("Step" + step, form);
    }
}
