using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <content>Reviews by senior leaders and verifications by administrators.</content>
public sealed partial class AccountsController
{
    /// <summary>What is due when.</summary>
    [HttpGet("reviews")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Reviews(ReviewFilter filter, [FromServices] ReviewQueries reviews, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("due", Descending: false), ReviewQueries.SortColumns);
        return View(await reviews.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>The reviews and verifications of one account.</summary>
    [HttpGet("{id:int}/reviews")]
    public async Task<IActionResult> ReviewHistory(int id, [FromServices] ReviewQueries reviews, CancellationToken cancellationToken) =>
        await reviews.FindAsync(id, cancellationToken) is { } found && reviews.MayRead(found.Account) ? View(found) : NotFound();

    /// <summary>The page that reviews an account.</summary>
    [HttpGet("{id:int}/review")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Review(int id, [FromServices] ReviewQueries reviews, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (found.MayReview.IsRefused)
        {
            return await RefuseAsync(found.MayReview.Error);
        }

        // What the last review asked for comes first.
        return found.Account.OpenReview is null
            ? View(new ReviewFormView<ReviewForm>(found, ReviewForm.Of(found.Account, found.Today)))
            : RedirectToAction(nameof(ReviewChanges), new { id });
    }

    /// <summary>Reviews an account.</summary>
    [HttpPost("{id:int}/review")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Review(
        int id, ReviewForm form, [FromServices] ReviewQueries reviews, [FromServices] ReviewAccount review, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await reviews.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Account.Version : form.Version;
            return View(new ReviewFormView<ReviewForm>(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var reviewed = await review.RunAsync(id, form, cancellationToken);
        isStale = reviewed.Error == Error.Stale;
        if (reviewed.IsRefused)
        {
            return await RefuseAsync(reviewed.Error, Form, "Form.");
        }

        Announce("The review is saved. The people who look after the account have been told.");
        return form.Outcome == Domain.Accounts.ReviewOutcome.Change
            ? RedirectToAction(nameof(ReviewChanges), new { id })
            : RedirectToAction(nameof(ReviewHistory), new { id });
    }

    /// <summary>What the last review asked to change, and the form that records it as made.</summary>
    [HttpGet("{id:int}/review/changes")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> ReviewChanges(int id, [FromServices] ReviewQueries reviews, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (found.MayReview.IsRefused)
        {
            return await RefuseAsync(found.MayReview.Error);
        }

        return found.Account.OpenReview is null
            ? RedirectToAction(nameof(ReviewHistory), new { id })
            : View(new ReviewFormView<ReviewChangesForm>(found, new ReviewChangesForm { Version = found.Account.Version }));
    }

    /// <summary>Records the changes as made.</summary>
    [HttpPost("{id:int}/review/changes")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> ReviewChanges(
        int id, ReviewChangesForm form, [FromServices] ReviewQueries reviews, [FromServices] RecordReviewChanges record, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await reviews.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Account.Version : form.Version;
            return View(new ReviewFormView<ReviewChangesForm>(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var recorded = await record.RunAsync(id, form, cancellationToken);
        isStale = recorded.Error == Error.Stale;
        if (recorded.IsRefused)
        {
            return await RefuseAsync(recorded.Error, Form, "Form.");
        }

        Announce("The changes are recorded as made.");
        return RedirectToAction(nameof(ReviewHistory), new { id });
    }

    /// <summary>The page that verifies an account.</summary>
    [HttpGet("{id:int}/verify")]
    public async Task<IActionResult> Verify(int id, [FromServices] ReviewQueries reviews, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.MayVerify.IsRefused
            ? await RefuseAsync(found.MayVerify.Error)
            : View(new ReviewFormView<VerifyForm>(found, new VerifyForm { Version = found.Account.Version }));
    }

    /// <summary>Records what was found on the platform.</summary>
    [HttpPost("{id:int}/verify")]
    public async Task<IActionResult> Verify(
        int id, VerifyForm form, [FromServices] ReviewQueries reviews, [FromServices] VerifyAccount verify, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await reviews.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Account.Version : form.Version;
            return View(new ReviewFormView<VerifyForm>(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var verified = await verify.RunAsync(id, form, cancellationToken);
        isStale = verified.Error == Error.Stale;
        if (verified.IsRefused)
        {
            return await RefuseAsync(verified.Error, Form, "Form.");
        }

        Announce(verified.Value
            ? "The verification is saved. The administrators and the senior leaders have been told what is not as it should be."
            : "The verification is saved. Everything is as it should be.");
        return RedirectToAction(nameof(ReviewHistory), new { id });
    }
}
