using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>The pages of the business cases.</summary>
[Authorize(Policies.SignedIn)]
[Route("applications")]
public sealed class ApplicationsController(ApplicationQueries queries) : PortalController
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(ApplicationFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("reference", Descending: true), ApplicationQueries.SortColumns);
        return View(await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>What a business case is, and the button that begins one.</summary>
    [HttpGet("start")]
    public IActionResult Start() => View();

    /// <summary>Begins one.</summary>
    [HttpPost("start")]
    public async Task<IActionResult> Start([FromServices] StartApplication start, CancellationToken cancellationToken) =>
        RedirectToAction(nameof(Tasks), new { id = await start.RunAsync(cancellationToken) });

    /// <summary>One business case.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>Its task list, for its applicant.</summary>
    [HttpGet("{id:int}/tasks")]
    public async Task<IActionResult> Tasks(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not var (application, directory))
        {
            return NotFound();
        }

        return application.IsEditable ? View(new TaskListView(application, directory)) : RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>One section.</summary>
    [HttpGet("{id:int}/{section:section}")]
    public async Task<IActionResult> Section(int id, ApplicationSection section, CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not var (application, _))
        {
            return NotFound();
        }

        if (!application.IsEditable)
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        var form = SectionForm.For(section);
        form.Version = application.Version;
        form.Read(application);
        return await ShowSectionAsync(id, section, form, cancellationToken);
    }

    /// <summary>Saves one section.</summary>
    [HttpPost("{id:int}/{section:section}")]
    public async Task<IActionResult> Section(int id, ApplicationSection section, [FromServices] SaveSection save, CancellationToken cancellationToken)
    {
        var form = SectionForm.For(section);
        await TryUpdateModelAsync(form, form.GetType(), prefix: "");
        if (!ModelState.IsValid)
        {
            return await queries.FindOwnAsync(id, cancellationToken) is null
                ? NotFound()
                : await AskAgainAsync(() => ShowSectionAsync(id, section, form, cancellationToken));
        }

        var saved = await save.RunAsync(id, form, cancellationToken);
        if (saved.IsRefused)
        {
            return await RefuseAsync(saved.Error, () => ShowSectionAsync(id, section, form, cancellationToken, isStale: saved.Error == Error.Stale));
        }

        return saved.Value
            ? RedirectToAction(nameof(Section), new { id, section = SectionRoute.TextOf(section) })
            : RedirectToAction(nameof(Tasks), new { id });
    }

    /// <summary>The answers to check before it is submitted.</summary>
    [HttpGet("{id:int}/check")]
    public async Task<IActionResult> Check(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not var (application, directory))
        {
            return NotFound();
        }

        return application.IsEditable
            ? View(new CheckView(application, directory, new SubmitForm { Version = application.Version }))
            : RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Submits it.</summary>
    [HttpPost("{id:int}/check")]
    public async Task<IActionResult> Check(int id, SubmitForm form, [FromServices] SubmitApplication submit, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindOwnAsync(id, cancellationToken) is not var (application, directory))
            {
                return NotFound();
            }

            // The page shows the business case as it is now, so the next try is about that one. So too below.
            form.Version = isStale ? application.Version : form.Version;
            return View(new CheckView(application, directory, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var submitted = await submit.RunAsync(id, form, cancellationToken);
        isStale = submitted.Error == Error.Stale;
        return submitted.IsRefused
            ? await RefuseAsync(submitted.Error, Form, "Form.")
            : RedirectToAction(nameof(Submitted), new { id });
    }

    /// <summary>That it was submitted, its reference, and what happens next.</summary>
    [HttpGet("{id:int}/submitted")]
    public async Task<IActionResult> Submitted(int id, CancellationToken cancellationToken) =>
        await queries.FindOwnAsync(id, cancellationToken) is var (application, _) && application.Submissions.Count > 0
            ? View(application)
            : NotFound();

    /// <summary>The decision page.</summary>
    [HttpGet("{id:int}/decide")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Decide(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.MayDecide.Error switch
        {
            null => View(new DecideView(found, new DecideForm { Version = found.Application.Version })),
            { Kind: ErrorKind.Conflict } => RedirectToAction(nameof(Details), new { id }),
            var refusal => await RefuseAsync(refusal),
        };
    }

    /// <summary>Decides.</summary>
    [HttpPost("{id:int}/decide")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Decide(int id, DecideForm form, [FromServices] DecideApplication decide, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Application.Version : form.Version;
            return View(new DecideView(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var decided = await decide.RunAsync(id, form, cancellationToken);
        isStale = decided.Error == Error.Stale;
        if (decided.IsRefused)
        {
            return await RefuseAsync(decided.Error, Form, "Form.");
        }

        Announce(form.Outcome switch
        {
            DecisionOutcome.Approved => "You have approved this business case. The account is in the register and awaits creation.",
            DecisionOutcome.Rejected => "You have rejected this business case. The applicant has been told.",
            _ => "You have asked for changes. The applicant has been told.",
        });
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>The withdrawal page.</summary>
    [HttpGet("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.MayWithdraw
            ? View(new WithdrawView(found, new WithdrawForm { Version = found.Application.Version }))
            : RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Withdraws it.</summary>
    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form, [FromServices] WithdrawApplication withdraw, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Application.Version : form.Version;
            return View(new WithdrawView(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var withdrawn = await withdraw.RunAsync(id, form, cancellationToken);
        isStale = withdrawn.Error == Error.Stale;
        if (withdrawn.IsRefused)
        {
            return await RefuseAsync(withdrawn.Error, Form, "Form.");
        }

        Announce("You have withdrawn this business case.");
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> ShowSectionAsync(
        int id, ApplicationSection section, SectionForm form, CancellationToken cancellationToken, bool isStale = false)
    {
        if (await queries.FindOwnAsync(id, cancellationToken) is not var (application, directory))
        {
            return NotFound();
        }

        if (isStale)
        {
            // What is saved now is shown beside what was typed, so the next save knows what it replaces.
            form.Version = application.Version;
        }

        ViewData[nameof(SectionView)] = new SectionView(
            application, directory, section, await queries.LoadAssessmentChoicesAsync(cancellationToken), isStale);
        return View("Section" + section, form);
    }
}
