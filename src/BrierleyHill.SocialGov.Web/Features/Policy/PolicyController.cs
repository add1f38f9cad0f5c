using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>The policy and its versions.</summary>
[Authorize(Policies.SignedIn)]
[Route("policy")]
public sealed class PolicyController(PolicyVersionQueries queries, TimeProvider clock) : PortalController
{
    /// <summary>The version in force.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await queries.ReadInForceAsync(cancellationToken));

    /// <summary>Acknowledges it.</summary>
    [HttpPost("acknowledge")]
    public async Task<IActionResult> Acknowledge(AcknowledgeForm form, [FromServices] AcknowledgePolicy acknowledge, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => View(nameof(Index), await queries.ReadInForceAsync(cancellationToken) with { Form = form });

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var acknowledged = await acknowledge.RunAsync(form, cancellationToken);
        if (acknowledged.IsRefused)
        {
            if (acknowledged.Error == PolicyErrors.NotTheTextInForce)
            {
                // What was ticked was said of another text.
                ModelState.Clear();
                form.Confirmed = [];
            }

            return await RefuseAsync(acknowledged.Error, Form, "Form.");
        }

        Announce("You have acknowledged the policy. Thank you.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Every version.</summary>
    [HttpGet("versions")]
    public Task<IActionResult> Versions(PolicyVersionFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return ShowVersionsAsync(filter, cancellationToken);
    }

    /// <summary>Begins a version.</summary>
    [HttpPost("versions")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Begin([FromServices] BeginVersion begin, CancellationToken cancellationToken)
    {
        var begun = await begin.RunAsync(cancellationToken);
        return begun.IsRefused
            ? await RefuseAsync(begun.Error, () => ShowVersionsAsync(new PolicyVersionFilter(), cancellationToken))
            : RedirectToAction(nameof(Edit), new { id = begun.Value });
    }

    /// <summary>One version.</summary>
    [HttpGet("versions/{id:int}")]
    public async Task<IActionResult> Version(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>What differs from the published version before it.</summary>
    [HttpGet("versions/{id:int}/differences")]
    public async Task<IActionResult> Differences(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form to change it.</summary>
    [HttpGet("versions/{id:int}/edit")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.Version.IsOpen
            ? View(new EditVersionView(found, new EditVersionForm { Version = found.Version.Version, Title = found.Version.Title, Text = found.Version.Text }))
            : RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>Saves what was typed, or shows how it looks.</summary>
    [HttpPost("versions/{id:int}/edit")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Edit(int id, EditVersionForm form, [FromServices] EditVersion edit, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            // What is saved now is shown beside what was typed, so the next save knows what it replaces.
            form.Version = isStale ? found.Version.Version : form.Version;
            return View(new EditVersionView(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        if (form.Do == EditVersionButton.Preview)
        {
            return await Form();
        }

        var edited = await edit.RunAsync(id, form, cancellationToken);
        isStale = edited.Error == Error.Stale;
        if (edited.IsRefused)
        {
            return await RefuseAsync(edited.Error, Form, "Form.");
        }

        Announce("Your changes are saved.");
        return RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>Approves the text that was read.</summary>
    [HttpPost("versions/{id:int}/approve")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Approve(int id, ApproveVersionForm form, [FromServices] ApproveVersion approve, CancellationToken cancellationToken)
    {
        var approved = await approve.RunAsync(id, form, cancellationToken);
        if (approved.IsRefused)
        {
            return await RefuseAsync(approved.Error, async () =>
                await queries.FindAsync(id, cancellationToken) is { } found ? View(nameof(Version), found) : NotFound());
        }

        Announce("You have approved this text. It can be published now.");
        return RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>The form to publish it.</summary>
    [HttpGet("versions/{id:int}/publish")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Publish(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.Version.Status == PolicyStatus.Approved
            ? View(new PublishVersionView(found, new PublishVersionForm
            {
                Version = found.Version.Version,
                WhatChanged = found.Before is null ? "This is the first version." : "",
                NextReviewOn = PolicyVersion.LatestReviewOn(clock.Today()),
            }))
            : RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>Publishes it.</summary>
    [HttpPost("versions/{id:int}/publish")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Publish(int id, PublishVersionForm form, [FromServices] PublishVersion publish, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Version.Version : form.Version;
            return View(new PublishVersionView(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var published = await publish.RunAsync(id, form, cancellationToken);
        isStale = published.Error == Error.Stale;
        if (published.IsRefused)
        {
            return await RefuseAsync(published.Error, Form, "Form.");
        }

        Announce("You have published this version. It is in force now.");
        return RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>The form to discard it.</summary>
    [HttpGet("versions/{id:int}/discard")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Discard(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.Version.IsOpen
            ? View(new DiscardVersionView(found, new DiscardVersionForm { Version = found.Version.Version }))
            : RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>Discards it.</summary>
    [HttpPost("versions/{id:int}/discard")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Discard(int id, DiscardVersionForm form, [FromServices] DiscardVersion discard, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Version.Version : form.Version;
            return View(new DiscardVersionView(found, form));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var discarded = await discard.RunAsync(id, form, cancellationToken);
        isStale = discarded.Error == Error.Stale;
        if (discarded.IsRefused)
        {
            return await RefuseAsync(discarded.Error, Form, "Form.");
        }

        Announce("You have discarded this version. It stays on record.");
        return RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>The form to record a review that found nothing to change.</summary>
    [HttpGet("versions/{id:int}/review")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Review(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return found.Version.Status == PolicyStatus.Published
            ? View(new RecordReviewView(found, new RecordReviewForm
            {
                Version = found.Version.Version,
                NextReviewOn = PolicyVersion.LatestReviewOn(clock.Today()),
            }))
            : RedirectToAction(nameof(Version), new { id });
    }

    /// <summary>Records it.</summary>
    [HttpPost("versions/{id:int}/review")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Review(int id, RecordReviewForm form, [FromServices] RecordReview review, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Version.Version : form.Version;
            return View(new RecordReviewView(found, form));
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

        Announce("The review is recorded.");
        return RedirectToAction(nameof(Version), new { id });
    }

    private async Task<IActionResult> ShowVersionsAsync(PolicyVersionFilter filter, CancellationToken cancellationToken)
    {
        var order = SortOrder.From(Request.Query, new SortOrder("number", Descending: true), PolicyVersionQueries.SortColumns);
        return View(nameof(Versions), await queries.ListAsync(filter, order, cancellationToken));
    }
}
