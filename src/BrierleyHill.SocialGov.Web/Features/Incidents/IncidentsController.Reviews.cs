using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The form that begins a review.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Form">The form.</param>
public sealed record BeginReviewView(Incident Incident, BeginReviewForm Form);

/// <content>Reviews of content by two people.</content>
public sealed partial class IncidentsController
{
    /// <summary>The form that begins a review.</summary>
    [HttpGet("{id:int}/reviews/new")]
    public async Task<IActionResult> NewReview(int id, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is not { } seen)
        {
            return NotFound();
        }

        if (IncidentWork.Check(seen.Incident, Reader.Actor).IsRefused)
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        return ContentReview.MayReview(seen.Incident, Reader.Id) ? View("ReviewNew", new BeginReviewView(seen.Incident, new BeginReviewForm())) : await RefuseAsync(ReviewErrors.NotAsFirst);
    }

    /// <summary>Begins it.</summary>
    [HttpPost("{id:int}/reviews/new")]
    public async Task<IActionResult> NewReview(int id, [Bind(Prefix = "Form")] BeginReviewForm form, [FromServices] BeginReview begin, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again() =>
            await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { } seen ? View("ReviewNew", new BeginReviewView(seen.Incident, form)) : NotFound();

        return await ActUponAsync(() => begin.RunAsync(id, form, cancellationToken), Again, outcome =>
        {
            Announce("The review has begun. Ask somebody for the second view, and write down your own.");
            return RedirectToAction(nameof(Review), new { id, number = outcome });
        }, "Form.");
    }

    /// <summary>One review: to a reviewer without what others wrote, until it can be read.</summary>
    [HttpGet("{id:int}/reviews/{number:int}")]
    public async Task<IActionResult> Review(int id, int number, [FromServices] OpenReview review, CancellationToken cancellationToken) =>
        await review.RunAsync(id, number, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form that asks somebody for a view.</summary>
    [HttpGet("{id:int}/reviews/{number:int}/invite")]
    public async Task<IActionResult> InviteReviewer(int id, int number, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await OpenPartAsync<ContentReview>(id, number, IncidentPage.Form, pages, cancellationToken),
        "ReviewInvite",
        _ => new InviteReviewerForm(),
        found => found.Part.NeedsSomebody ? IncidentWork.Check(found.Incident, found.Reader) : ReviewErrors.NobodyNeeded,
        nameof(Review));

    /// <summary>Asks.</summary>
    [HttpPost("{id:int}/reviews/{number:int}/invite")]
    public Task<IActionResult> InviteReviewer(
        int id,
        int number,
        [Bind(Prefix = "Form")] InviteReviewerForm form,
        [FromServices] InviteReviewer invite,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken) => ActOnPartAsync(
            "ReviewInvite",
            form,
            () => FindPartAsync<ContentReview>(id, number, pages, cancellationToken),
            () => invite.RunAsync(id, number, form, cancellationToken),
            "They have been asked for their view. They see this review and nothing else of the incident, unless it is open to them already.",
            RedirectToAction(nameof(Review), new { id, number }));

    /// <summary>The form that takes an invitation back.</summary>
    [HttpGet("{id:int}/reviews/{number:int}/withdraw/{personId:int}")]
    public async Task<IActionResult> WithdrawReviewer(int id, int number, int personId, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await OpenPartAsync<ContentReview>(id, number, IncidentPage.Form, pages, cancellationToken),
        "ReviewWithdraw",
        _ => new WithdrawReviewerForm { PersonId = personId },
        found => found.Part.ViewOf(personId) is { IsSigned: false, Place: > 1 } ? IncidentWork.Check(found.Incident, found.Reader) : ReviewErrors.NothingToWithdraw,
        nameof(Review));

    /// <summary>Takes it back.</summary>
    [HttpPost("{id:int}/reviews/{number:int}/withdraw/{personId:int}")]
    public Task<IActionResult> WithdrawReviewer(
        int id,
        int number,
        int personId,
        [Bind(Prefix = "Form")] WithdrawReviewerForm form,
        [FromServices] InviteReviewer invite,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken)
    {
        form.PersonId = personId;
        return ActOnPartAsync(
            "ReviewWithdraw",
            form,
            () => FindPartAsync<ContentReview>(id, number, pages, cancellationToken),
            () => invite.WithdrawAsync(id, number, form, cancellationToken),
            "The invitation has been taken back.",
            RedirectToAction(nameof(Review), new { id, number }));
    }

    /// <summary>The form of one's own view.</summary>
    [HttpGet("{id:int}/reviews/{number:int}/view")]
    public async Task<IActionResult> WriteReview(int id, int number, [FromServices] OpenReview review, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await review.RunAsync(id, number, cancellationToken),
        "ReviewWrite",
        found => WriteReviewForm.Of(found.Part, found.Part.ViewOf(Reader.Id)!),
        MayGiveView,
        nameof(Review));

    /// <summary>Writes it down.</summary>
    [HttpPost("{id:int}/reviews/{number:int}/view")]
    public Task<IActionResult> WriteReview(
        int id,
        int number,
        [Bind(Prefix = "Form")] WriteReviewForm form,
        [FromServices] GiveView give,
        [FromServices] OpenReview review,
        CancellationToken cancellationToken) => ActOnPartAsync(
            "ReviewWrite",
            form,
            () => review.FindAsync(id, number, cancellationToken),
            () => give.WriteAsync(id, number, form, cancellationToken),
            "Your view is written down. Read it once more and sign it.",
            RedirectToAction(nameof(SignReview), new { id, number }));

    /// <summary>One's own view once more, to sign it. Whoever signs proves first that it is they.</summary>
    [FreshProof]
    [HttpGet("{id:int}/reviews/{number:int}/sign")]
    public async Task<IActionResult> SignReview(int id, int number, [FromServices] OpenReview review, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await review.RunAsync(id, number, cancellationToken),
        "ReviewSign",
        _ => new SignReviewForm(),
        found => MayGiveView(found) is { IsRefused: true } refused ? refused : found.Part.ViewOf(found.Reader.PersonId!.Value)!.IsWritten ? Result.Done : ReviewErrors.NothingToSign,
        nameof(Review));

    /// <summary>Signs it.</summary>
    [FreshProof]
    [HttpPost("{id:int}/reviews/{number:int}/sign")]
    public Task<IActionResult> SignReview(
        int id,
        int number,
        [Bind(Prefix = "Form")] SignReviewForm form,
        [FromServices] GiveView give,
        [FromServices] OpenReview review,
        CancellationToken cancellationToken) => ActOnPartAsync(
            "ReviewSign",
            form,
            () => review.FindAsync(id, number, cancellationToken),
            () => give.SignAsync(id, number, form, cancellationToken),
            "You have signed your view. It cannot be changed any more.",
            RedirectToAction(nameof(Review), new { id, number }));

    private static Result MayGiveView(IncidentPartView<ContentReview> found)
    {
        var view = found.Part.ViewOf(found.Reader.PersonId!.Value);
        return view switch
        {
            null => ReviewErrors.NotReviewer,
            { IsSigned: true } => ReviewErrors.SignedAlready,
            _ when !ContentReview.MayReview(found.Incident, view.ReviewerId) => ReviewErrors.BecameInvolved,
            _ => IncidentWork.Check(found.Incident, found.Reader),
        };
    }
}
