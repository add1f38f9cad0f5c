using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>The pages on which enquiries are logged, found and answered. Who sees which is decided for each (<see cref="EnquiriesAuthorization"/>).</summary>
[Authorize(Policies.SignedIn)]
[Route("enquiries")]
public sealed partial class EnquiriesController(EnquiryPageQueries queries, DraftQueries drafts, CurrentPerson person, TimeProvider clock) : PortalController
{
    private const string SeveralKey = "SeveralOutcomes";

    /// <summary>The queue.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(EnquiryFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        var queue = await queries.QueueAsync(filter, OrderOf(filter), cancellationToken);
        return View(queue with { Several = TakeSeveral() });
    }

    /// <summary>What the filter shows, as a file.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(EnquiryFilter filter, [FromServices] ExportEnquiries export, CancellationToken cancellationToken)
    {
        var made = await export.RunAsync(filter, OrderOf(filter), cancellationToken);
        return made.IsRefused ? await RefuseAsync(made.Error) : made.Value;
    }

    /// <summary>Acknowledges or answers those ticked.</summary>
    [HttpPost("several")]
    public async Task<IActionResult> Several(
        [FromQuery] EnquiryFilter filter,
        [Bind(Prefix = "Form")] AnswerSeveralForm form,
        [FromServices] AnswerSeveral answer,
        CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => View("Index", await queries.QueueAsync(filter, OrderOf(filter), cancellationToken) with { Form = form });

        ForgetFilter();
        return await ActUponAsync(() => answer.RunAsync(form, cancellationToken), Form, answered =>
        {
            KeepSeveral(answered);
            return LocalRedirect("~/enquiries" + Request.QueryString);
        }, "Form.");
    }

    /// <summary>The form to log one.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int? account, string? check, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var accounts = await queries.LiveAccountsAsync(cancellationToken);
        var own = accounts.Where(choice => choice.IsOwn).ToList();
        var form = new LogEnquiryForm
        {
            AccountId = accounts.FirstOrDefault(choice => choice.Id == account)?.Id ?? (own.Count == 1 ? own[0].Id : accounts.Count == 1 ? accounts[0].Id : null),
            When = WhenReceived.JustNow,
            Check = check,
        };
        form.Text = await queries.FoundByAsync(form.CheckNumber, cancellationToken);
        return View(new LogEnquiryView(form, accounts));
    }

    /// <summary>Logs one.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = "Form")] LogEnquiryForm form, [FromServices] LogEnquiry log, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => View(new LogEnquiryView(form, await queries.LiveAccountsAsync(cancellationToken)));

        if (form.When == WhenReceived.JustNow)
        {
            ForgetReceived();
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var logged = await log.RunAsync(form, cancellationToken);
        return logged.IsRefused ? await RefuseAsync(logged.Error, Form, "Form.") : Logged(logged.Value);
    }

    /// <summary>One enquiry.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(nameof(Details), found) : NotFound();

    private SortOrder OrderOf(EnquiryFilter filter) =>
        SortOrder.From(Request.Query, new SortOrder("due", Descending: !filter.IsOfWaiting), EnquiryPageQueries.SortColumns);

    private RedirectToActionResult Logged(Enquiry enquiry)
    {
        Announce(enquiry.DueAt <= clock.UtcNow()
            ? $"You have logged {enquiry.Reference}. It is overdue: an answer was due {LondonTime.DisplayDueWithWeekday(enquiry.DueAt)}."
            : $"You have logged {enquiry.Reference}. An answer is due {LondonTime.DisplayDueWithWeekday(enquiry.DueAt)}.");
        return RedirectToAction(nameof(Details), new { id = enquiry.Id });
    }

    // What stands in the fields of "earlier" is of no meaning once "just now" is chosen.
    private void ForgetReceived()
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Form.ReceivedOn", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private void ForgetFilter()
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith("Form.", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private void KeepSeveral(IReadOnlyList<SeveralOutcome> outcomes) => TempData[SeveralKey] = JsonSerializer.Serialize(outcomes, JsonSerializerOptions.Web);

    private List<SeveralOutcome> TakeSeveral() =>
        TempData[SeveralKey] is string kept ? JsonSerializer.Deserialize<List<SeveralOutcome>>(kept, JsonSerializerOptions.Web) ?? [] : [];
}
