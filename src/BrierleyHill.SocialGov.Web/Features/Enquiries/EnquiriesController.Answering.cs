using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <content>What is done about one enquiry.</content>
public sealed partial class EnquiriesController
{
    private static readonly PageWords AcknowledgeWords = new(
        "Acknowledge it",
        "Tell whoever wrote that the school has read it, where they wrote it. Then record here what you said. It stops the clock: the answer itself may follow later.",
        "What did you say?",
        "For example: Thank you for your message. We are looking into it and will come back to you",
        "Record the acknowledgement");

    private static readonly PageWords ReplyWords = new(
        "Record the answer",
        "Answer whoever wrote, where they wrote it. Then record here what you answered. It closes the enquiry.",
        "What did you answer?",
        "Copied, or in your own words. No more about a child than the answer itself says",
        "Record the answer and close");

    private static readonly PageWords CloseWords = new(
        "Close it without a further answer",
        "It has been acknowledged, and nothing more is to be said.",
        "Why is no further answer needed?",
        "It stays on the record. Do not name any child",
        "Close the enquiry");

    private static readonly PageWords ReopenWords = new(
        "Reopen it",
        "Whoever wrote has had an answer, and there is more to be done. The clock stays stopped.",
        "What is still to be done?",
        "It stays on the record. Do not name any child",
        "Reopen the enquiry");

    private static readonly PageWords TakeBackWords = new(
        "Take back what was recorded",
        "What was recorded here was a mistake, and whoever wrote has heard nothing. The enquiry is open again, and the clock runs against its deadline. What was recorded stays on record as taken back.",
        "How did the mistake come about?",
        "It stays on the record. Do not name any child",
        "Take it back");

    /// <summary>The form to acknowledge it.</summary>
    [HttpGet("{id:int}/acknowledge")]
    public Task<IActionResult> Acknowledge(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Words", new EnquiryWordsForm(), AcknowledgeWords, enquiry => enquiry.CheckMayAcknowledge(), cancellationToken);

    /// <summary>Acknowledges it.</summary>
    [HttpPost("{id:int}/acknowledge")]
    public Task<IActionResult> Acknowledge(int id, [Bind(Prefix = "Form")] EnquiryWordsForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Words", form, AcknowledgeWords, () => answer.AcknowledgeAsync(id, form, cancellationToken), "The acknowledgement is recorded. The clock has stopped.", cancellationToken);

    /// <summary>The form to record the answer.</summary>
    [HttpGet("{id:int}/reply")]
    public Task<IActionResult> Reply(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Words", new EnquiryWordsForm(), ReplyWords, enquiry => enquiry.CheckMayReply(), cancellationToken);

    /// <summary>Records the answer.</summary>
    [HttpPost("{id:int}/reply")]
    public Task<IActionResult> Reply(int id, [Bind(Prefix = "Form")] EnquiryWordsForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Words", form, ReplyWords, () => answer.ReplyAsync(id, form, cancellationToken), "The answer is recorded, and the enquiry is closed.", cancellationToken);

    /// <summary>The form to record how a comment was removed.</summary>
    [HttpGet("{id:int}/remove")]
    public Task<IActionResult> Remove(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Remove", new RemoveCommentForm(), null, enquiry => enquiry.CheckMayRemove(), cancellationToken);

    /// <summary>Records how a comment was removed.</summary>
    [HttpPost("{id:int}/remove")]
    public Task<IActionResult> Remove(int id, [Bind(Prefix = "Form")] RemoveCommentForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Remove", form, null, () => answer.RemoveAsync(id, form, cancellationToken), "The removal is recorded, and the enquiry is closed.", cancellationToken);

    /// <summary>The form to close it.</summary>
    [HttpGet("{id:int}/close")]
    public Task<IActionResult> Close(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Reason", new EnquiryReasonForm(), CloseWords, enquiry => Allow(enquiry.Status == EnquiryStatus.Acknowledged), cancellationToken);

    /// <summary>Closes it.</summary>
    [HttpPost("{id:int}/close")]
    public Task<IActionResult> Close(int id, [Bind(Prefix = "Form")] EnquiryReasonForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Reason", form, CloseWords, () => answer.CloseAsync(id, form, cancellationToken), "The enquiry is closed.", cancellationToken);

    /// <summary>The form on which a senior leader decides about the reply to a journalist.</summary>
    [HttpGet("{id:int}/clear")]
    public Task<IActionResult> Clear(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Clear", new ClearReplyForm(), null, enquiry => enquiry.CheckMayClear(person.Actor), cancellationToken);

    /// <summary>Decides about the reply to a journalist.</summary>
    [HttpPost("{id:int}/clear")]
    public Task<IActionResult> Clear(int id, [Bind(Prefix = "Form")] ClearReplyForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Clear", form, null, () => answer.ClearAsync(id, form, cancellationToken), "Your decision is recorded, and whoever answers has been told.", cancellationToken);

    /// <summary>The form to reopen it.</summary>
    [HttpGet("{id:int}/reopen")]
    public Task<IActionResult> Reopen(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Reason", new EnquiryReasonForm(), ReopenWords, enquiry => Allow(enquiry.Status == EnquiryStatus.Closed), cancellationToken);

    /// <summary>Reopens it.</summary>
    [HttpPost("{id:int}/reopen")]
    public Task<IActionResult> Reopen(int id, [Bind(Prefix = "Form")] EnquiryReasonForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Reason", form, ReopenWords, () => answer.ReopenAsync(id, form, cancellationToken), "The enquiry is open again for what is still to be done.", cancellationToken);

    /// <summary>The form to take back what was recorded by mistake.</summary>
    [HttpGet("{id:int}/take-back")]
    public Task<IActionResult> TakeBack(int id, CancellationToken cancellationToken) =>
        OpenAsync(id, "Reason", new EnquiryReasonForm(), TakeBackWords, enquiry => Allow(enquiry.Status != EnquiryStatus.Open), cancellationToken);

    /// <summary>Takes back what was recorded by mistake.</summary>
    [HttpPost("{id:int}/take-back")]
    public Task<IActionResult> TakeBack(int id, [Bind(Prefix = "Form")] EnquiryReasonForm form, [FromServices] AnswerEnquiry answer, CancellationToken cancellationToken) =>
        ActAsync(id, "Reason", form, TakeBackWords, () => answer.TakeBackAsync(id, form, cancellationToken), "It is taken back. The enquiry is open, and the clock runs.", cancellationToken);

    /// <summary>The form to correct when it came.</summary>
    [HttpGet("{id:int}/received")]
    public async Task<IActionResult> Received(int id, CancellationToken cancellationToken)
    {
        if (await queries.LoadAsync(id, cancellationToken) is not { Enquiry: var enquiry })
        {
            return NotFound();
        }

        var form = new CorrectReceivedForm { ReceivedOn = LondonTime.DateOf(enquiry.ReceivedAt), ReceivedTime = LondonTime.DisplayTime(enquiry.ReceivedAt) };
        return await OpenAsync(id, "Received", form, null, its => Allow(its.Status != EnquiryStatus.Closed), cancellationToken);
    }

    /// <summary>Corrects when it came.</summary>
    [HttpPost("{id:int}/received")]
    public Task<IActionResult> Received(int id, [Bind(Prefix = "Form")] CorrectReceivedForm form, [FromServices] CorrectEnquiry correct, CancellationToken cancellationToken) =>
        ActAsync(id, "Received", form, null, () => correct.ReceivedAsync(id, form, cancellationToken), "It is corrected. The new deadline and its reasons are shown below.", cancellationToken);

    /// <summary>The form to put it to another account or kind.</summary>
    [HttpGet("{id:int}/refile")]
    public async Task<IActionResult> Refile(int id, CancellationToken cancellationToken)
    {
        if (await queries.LoadAsync(id, cancellationToken) is not { Enquiry: var enquiry })
        {
            return NotFound();
        }

        var form = new RefileEnquiryForm { AccountId = enquiry.AccountId, Kind = enquiry.Kind };
        return await OpenAsync(id, "Refile", form, null, its => Allow(its.Status != EnquiryStatus.Closed), cancellationToken);
    }

    /// <summary>Puts it to another account or kind.</summary>
    [HttpPost("{id:int}/refile")]
    public async Task<IActionResult> Refile(int id, [Bind(Prefix = "Form")] RefileEnquiryForm form, [FromServices] CorrectEnquiry correct, CancellationToken cancellationToken)
    {
        var acted = await ActAsync(id, "Refile", form, null, () => correct.RefileAsync(id, form, cancellationToken), "It is corrected.", cancellationToken);
        // Whoever put it to an account that is not theirs has given it out of their hands.
        if (acted is RedirectToActionResult && await queries.LoadAsync(id, cancellationToken) is null)
        {
            Announce("It is corrected. It is with those who look after that account now.");
            return RedirectToAction(nameof(Index));
        }

        return acted;
    }

    /// <summary>The form to give it to somebody.</summary>
    [HttpGet("{id:int}/assign")]
    public async Task<IActionResult> Assign(int id, CancellationToken cancellationToken)
    {
        if (await queries.LoadAsync(id, cancellationToken) is not { Enquiry: var enquiry })
        {
            return NotFound();
        }

        return await OpenAsync(
            id, "Assign", new AssignEnquiryForm { PersonId = enquiry.AssigneeId }, null, its => Allow(its.Status != EnquiryStatus.Closed), cancellationToken);
    }

    /// <summary>Gives it to somebody.</summary>
    [HttpPost("{id:int}/assign")]
    public async Task<IActionResult> Assign(int id, [Bind(Prefix = "Form")] AssignEnquiryForm form, [FromServices] CorrectEnquiry correct, CancellationToken cancellationToken)
    {
        var acted = await ActAsync(id, "Assign", form, null, () => correct.AssignAsync(id, form, cancellationToken), "It is assigned.", cancellationToken);
        if (acted is RedirectToActionResult && await queries.LoadAsync(id, cancellationToken) is null)
        {
            Announce("It is assigned. It is out of your hands now.");
            return RedirectToAction(nameof(Index));
        }

        return acted;
    }

    /// <summary>Takes it over.</summary>
    [HttpPost("{id:int}/take-over")]
    public async Task<IActionResult> TakeOver(int id, EnquiryVersionForm form, [FromServices] CorrectEnquiry correct, CancellationToken cancellationToken)
    {
        var taken = await correct.TakeOverAsync(id, form, cancellationToken);
        if (taken.IsRefused)
        {
            return await RefuseAsync(taken.Error, () => Details(id, cancellationToken));
        }

        Announce("It is yours.");
        return RedirectToAction(nameof(Details), new { id });
    }

    private static Result Allow(bool itMay) => itMay ? Result.Done : Error.Stale;

    private async Task<IActionResult> OpenAsync<TForm>(
        int id, string view, TForm form, PageWords? words, Func<Enquiry, Result> mayBe, CancellationToken cancellationToken)
        where TForm : EnquiryForm
    {
        if (await queries.LoadAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (!found.MayWorkOn)
        {
            return await RefuseAsync(EnquiryErrors.NotYours);
        }

        // What cannot be done now is said on the enquiry's own page.
        var may = mayBe(found.Enquiry);
        if (may.IsRefused)
        {
            return may.Error.Kind == ErrorKind.Forbidden ? await RefuseAsync(may.Error) : RedirectToAction(nameof(Details), new { id });
        }

        form.Version = found.Enquiry.Version;
        return await ShowAsync(id, view, form, words, isStale: false, cancellationToken);
    }

    private async Task<IActionResult> ActAsync<TForm>(
        int id, string view, TForm form, PageWords? words, Func<Task<Result>> act, string message, CancellationToken cancellationToken)
        where TForm : EnquiryForm
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowAsync(id, view, form, words, isStale: false, cancellationToken));
        }

        var acted = await act();
        if (acted.IsRefused)
        {
            return await RefuseAsync(acted.Error, () => ShowAsync(id, view, form, words, acted.Error == Error.Stale, cancellationToken), "Form.");
        }

        Announce(message);
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> ShowAsync<TForm>(
        int id, string view, TForm form, PageWords? words, bool isStale, CancellationToken cancellationToken)
        where TForm : EnquiryForm
    {
        if (await queries.LoadAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (isStale)
        {
            // What is saved now is shown beside what was typed, so the next save knows what it replaces.
            form.Version = found.Enquiry.Version;
        }

        IReadOnlyList<Choice> accounts = form is RefileEnquiryForm
            ? [.. (await queries.LiveAccountsAsync(cancellationToken)).Select(choice => new Choice(choice.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Name))]
            : [];
        IReadOnlyList<Choice> people = form is AssignEnquiryForm ? await queries.PeopleAsync(cancellationToken) : [];
        return View(view, new EnquiryAction<TForm>(found.Enquiry, found.Account, form) { Accounts = accounts, People = people, IsStale = isStale, Page = words, Now = clock.UtcNow() });
    }
}
