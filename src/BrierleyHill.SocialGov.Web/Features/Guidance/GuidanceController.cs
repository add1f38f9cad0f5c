using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Guidance;

/// <summary>The pages of guidance. Everybody reads them, senior leaders change them.</summary>
[Authorize(Policies.SignedIn)]
[Route("guidance")]
public sealed class GuidanceController(GuidancePageQueries queries) : PortalController
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(GuidanceTopics.Each);

    /// <summary>One page.</summary>
    [HttpGet("{slug}")]
    public async Task<IActionResult> Details(string slug, CancellationToken cancellationToken) =>
        await queries.FindAsync(slug, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form to change it.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpGet("{slug}/edit")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancellationToken) =>
        await queries.FindAsync(slug, cancellationToken) is { } found
            ? View(new GuidanceFormView(found, new GuidanceForm { Number = found.Number, Text = found.Page.Text }, null, IsStale: false))
            : NotFound();

    /// <summary>Previews or saves the text.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpPost("{slug}/edit")]
    public async Task<IActionResult> Edit(
        string slug, [Bind(Prefix = "Form")] GuidanceForm form, [FromServices] SaveGuidance save, CancellationToken cancellationToken)
    {
        if (GuidanceTopics.Find(slug) is not { } topic)
        {
            return NotFound();
        }

        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await queries.FindAsync(slug, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            // Whoever has seen what is saved now may replace it.
            form.Number = isStale ? found.Number : form.Number;
            return View(new GuidanceFormView(found, form, form.IsPreview ? found.Shown(form.Text) : null, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        if (form.IsPreview)
        {
            return GuidancePage.CheckText(topic, form.Text) is { IsRefused: true } wrong ? await RefuseAsync(wrong.Error, Form, "Form.") : await Form();
        }

        var saved = await save.RunAsync(topic, form, cancellationToken);
        isStale = saved.Error == Error.Stale;
        if (saved.IsRefused)
        {
            return await RefuseAsync(saved.Error, Form, "Form.");
        }

        Announce("The page has been saved. Everybody sees the new text now.");
        return RedirectToAction(nameof(Details), new { slug });
    }

    /// <summary>The versions of a page.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpGet("{slug}/versions")]
    public async Task<IActionResult> Versions(string slug, CancellationToken cancellationToken) =>
        await queries.FindVersionsAsync(slug, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>One version.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpGet("{slug}/versions/{number:int}")]
    public async Task<IActionResult> Version(string slug, int number, CancellationToken cancellationToken) =>
        await FindVersionAsync(slug, number, cancellationToken) is { } version ? View(version) : NotFound();

    /// <summary>Brings one back.</summary>
    [Authorize(Policies.SeniorLeader)]
    [HttpPost("{slug}/versions/{number:int}/bring-back")]
    public async Task<IActionResult> BringBack(
        [FromRoute] string slug, [FromRoute] int number, GuidanceNumberForm form, [FromServices] BringBackGuidance bringBack, CancellationToken cancellationToken)
    {
        if (GuidanceTopics.Find(slug) is not { } topic)
        {
            return NotFound();
        }

        var broughtBack = await bringBack.RunAsync(topic, number, form, cancellationToken);
        if (broughtBack.IsRefused)
        {
            return await RefuseAsync(
                broughtBack.Error,
                async () => await FindVersionAsync(slug, number, cancellationToken) is { } version ? View(nameof(Version), version) : NotFound());
        }

        Announce("The earlier text is back. Everybody sees it now.");
        return RedirectToAction(nameof(Details), new { slug });
    }

    private async Task<GuidanceVersionView?> FindVersionAsync(string slug, int number, CancellationToken cancellationToken) =>
        await queries.FindVersionsAsync(slug, cancellationToken) is { } page ? GuidanceVersionView.Of(page, number) : null;
}
