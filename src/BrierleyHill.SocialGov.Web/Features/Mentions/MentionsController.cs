using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Public postings about the school: logging, deciding, acting.</summary>
[Authorize(Policies.SignedIn)]
[Route("mentions")]
public sealed partial class MentionsController(MentionQueries queries) : PortalController
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(MentionFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        return View(await queries.ListAsync(filter, Order(), cancellationToken));
    }

    /// <summary>The same as a file.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("export")]
    public async Task<IActionResult> Export(MentionFilter filter, [FromServices] ExportMentions export, CancellationToken cancellationToken) =>
        await export.RunAsync(filter, Order(), cancellationToken);

    /// <summary>The form to log one.</summary>
    [HttpGet("log")]
    public IActionResult Log([FromServices] TimeProvider clock) => View(new LogMentionForm { SeenOn = clock.Today() });

    /// <summary>Logs it.</summary>
    [HttpPost("log")]
    public async Task<IActionResult> Log(LogMentionForm form, [FromServices] LogMention log, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => log.RunAsync(form, cancellationToken), Form, outcome =>
        {
            Announce(outcome switch
            {
                { IsNew: true } => "Thank you. You have logged this mention, and administrators and senior leaders have been told.",
                { Status: MentionStatus.OutOfScope } => $"Thank you. This posting is known as {outcome.Reference}. It was decided that it is out of scope and is left alone.",
                { Status: MentionStatus.Settled } => $"Thank you. This posting is known as {outcome.Reference}, and it has been dealt with.",
                _ => $"Thank you. This posting is known as {outcome.Reference} already. That you saw it too has been counted.",
            });
            return RedirectToAction(nameof(Details), new { id = outcome.Id });
        });
    }

    /// <summary>One mention.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form to decide.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("{id:int}/decide")]
    public async Task<IActionResult> Decide(int id, CancellationToken cancellationToken) =>
        await ShowAsync(id, nameof(Decide), mention => new DecideMentionForm { Version = mention.Version }, mention => mention.Status == MentionStatus.New, cancellationToken);

    /// <summary>Decides.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("{id:int}/decide")]
    public async Task<IActionResult> Decide(
        int id, [Bind(Prefix = "Form")] DecideMentionForm form, [FromServices] DecideMention decide, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => decide.RunAsync(id, form, cancellationToken), () => ShowAgainAsync(id, nameof(Decide), form, cancellationToken), () =>
        {
            Announce(form.Scope == MentionScope.LeftAlone
                ? "This mention is out of scope. It is left alone, and nothing of what was posted is kept."
                : "This mention is in scope. Record here what you do about it.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");
    }

    /// <summary>The form to record what was done.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("{id:int}/act")]
    public async Task<IActionResult> Act(int id, CancellationToken cancellationToken) =>
        await ShowAsync(id, nameof(Act), mention => new ActUponMentionForm { Version = mention.Version }, mention => mention.Status == MentionStatus.InScope, cancellationToken);

    /// <summary>Records it.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("{id:int}/act")]
    public async Task<IActionResult> Act(
        int id, [Bind(Prefix = "Form")] ActUponMentionForm form, [FromServices] ActUponMention act, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => act.RunAsync(id, form, cancellationToken), () => ShowAgainAsync(id, nameof(Act), form, cancellationToken), () =>
        {
            Announce("What was done has been recorded.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");
    }

    /// <summary>The form to open a settled one again.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("{id:int}/reopen")]
    public async Task<IActionResult> Reopen(int id, CancellationToken cancellationToken) => await ShowAsync(
        id, nameof(Reopen), mention => new MentionReasonForm { Version = mention.Version }, mention => mention.Status == MentionStatus.Settled, cancellationToken);

    /// <summary>Opens it.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("{id:int}/reopen")]
    public async Task<IActionResult> Reopen(
        int id, [Bind(Prefix = "Form")] MentionReasonForm form, [FromServices] ReopenMention reopen, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => reopen.RunAsync(id, form, cancellationToken), () => ShowAgainAsync(id, nameof(Reopen), form, cancellationToken), () =>
        {
            Announce("This mention is open again.");
            return RedirectToAction(nameof(Details), new { id });
        }, "Form.");
    }

    /// <summary>The form to merge it into another.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("{id:int}/merge")]
    public async Task<IActionResult> Merge(int id, CancellationToken cancellationToken) => await ShowAsync(
        id, nameof(Merge), mention => new MergeMentionForm { Version = mention.Version }, mention => mention.Status is MentionStatus.New or MentionStatus.InScope, cancellationToken);

    /// <summary>Merges it.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("{id:int}/merge")]
    public async Task<IActionResult> Merge(
        int id, [Bind(Prefix = "Form")] MergeMentionForm form, [FromServices] MergeMention merge, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => merge.RunAsync(id, form, cancellationToken), () => ShowAgainAsync(id, nameof(Merge), form, cancellationToken), outcome =>
        {
            Announce($"The two have been merged. {outcome.Reference} goes on.");
            return RedirectToAction(nameof(Details), new { id = outcome.Id });
        }, "Form.");
    }

    private SortOrder Order() => SortOrder.From(Request.Query, new SortOrder("logged", Descending: true), MentionQueries.SortColumns);

    private async Task<IActionResult> ShowAsync<TForm>(
        int id, string view, Func<PublicMention, TForm> form, Func<PublicMention, bool> isOpen, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return isOpen(found.Mention) ? View(view, new MentionFormView<TForm>(found, form(found.Mention))) : RedirectToAction(nameof(Details), new { id });
    }

    // What is saved now stands on the page, so the next attempt is about what was read.
    private async Task<IActionResult> ShowAgainAsync<TForm>(int id, string view, TForm form, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            ModelState.SetModelValue("Form.Version", found.Mention.Version, found.Mention.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return View(view, new MentionFormView<TForm>(found, form));
    }
}
