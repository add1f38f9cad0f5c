using BrierleyHill.SocialGov.Domain.Monitoring;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <content>The pages of a check.</content>
public sealed partial class MonitoringController
{
    /// <summary>A check: to be done, or what became of it.</summary>
    [HttpGet("checks/{id:int}")]
    public async Task<IActionResult> Check(int id, CancellationToken cancellationToken) => await ShowCheckAsync(id, CheckForm.Opened(), cancellationToken);

    /// <summary>Does the check. Where nothing was found, this is the second of the two taps.</summary>
    [HttpPost("checks/{id:int}")]
    public async Task<IActionResult> Check(int id, [Bind(Prefix = "Form")] CheckForm form, [FromServices] DoCheck does, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowCheckAsync(id, form, cancellationToken));
        }

        var done = await does.RunAsync(id, form, cancellationToken);
        return done.IsRefused
            ? await RefuseAsync(done.Error, () => ShowCheckAsync(id, form, cancellationToken), "Form.")
            : Led(form, id);
    }

    /// <summary>A check that nobody asked for. Where the rota asks for one, that one is shown.</summary>
    [HttpGet("{accountId:int}/check")]
    public async Task<IActionResult> OwnCheck(int accountId, CancellationToken cancellationToken) => await checks.FindOwnAsync(accountId, cancellationToken) switch
    {
        null => NotFound(),
        { MayCheck: false } => await RefuseAsync(MonitoringErrors.OnlyTeam),
        { ExpectedId: { } id } => RedirectToAction(nameof(Check), new { id }),
        var found => View(new OwnCheckPage(found, CheckForm.Opened())),
    };

    /// <summary>Does it.</summary>
    [HttpPost("{accountId:int}/check")]
    public async Task<IActionResult> OwnCheck(
        int accountId, [Bind(Prefix = "Form")] CheckForm form, [FromServices] DoOwnCheck does, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => await checks.FindOwnAsync(accountId, cancellationToken) is { } found ? View(new OwnCheckPage(found, form)) : NotFound();
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var done = await does.RunAsync(accountId, form, cancellationToken);
        return done.IsRefused ? await RefuseAsync(done.Error, Form, "Form.") : Led(form, done.Value);
    }

    /// <summary>The form of a follow-up.</summary>
    [HttpGet("checks/{id:int}/follow-up")]
    public async Task<IActionResult> FollowUp(int id, CancellationToken cancellationToken) => await checks.FindAsync(id, cancellationToken) switch
    {
        null => NotFound(),
        { MayRaise: false } => RedirectToAction(nameof(Check), new { id }),
        var found => View(new CheckAction<FollowUpForm>(found, new FollowUpForm(), People: await checks.CanFollowUpAsync(found.Account, cancellationToken))),
    };

    /// <summary>Agrees a follow-up.</summary>
    [HttpPost("checks/{id:int}/follow-up")]
    public async Task<IActionResult> FollowUp(
        int id, [Bind(Prefix = "Form")] FollowUpForm form, [FromServices] AgreeFollowUp agree, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => await checks.FindAsync(id, cancellationToken) is { } found
            ? View(new CheckAction<FollowUpForm>(found, form, People: await checks.CanFollowUpAsync(found.Account, cancellationToken)))
            : NotFound();
        return await ActUponAsync(() => agree.RunAsync(id, form, cancellationToken), Form, () =>
        {
            Announce("The follow-up has been saved. Whoever is to do it has been told.");
            return RedirectToAction(nameof(Check), new { id });
        }, "Form.");
    }

    /// <summary>A follow-up's reference leads to its check.</summary>
    [HttpGet("follow-ups/{id:int}")]
    public async Task<IActionResult> FollowedUp(int id, CancellationToken cancellationToken) =>
        await checks.CheckOfFollowUpAsync(id, cancellationToken) is { } check ? RedirectToAction(nameof(Check), new { id = check }) : NotFound();

    /// <summary>Ticks a follow-up off.</summary>
    [HttpPost("follow-ups/{id:int}/done")]
    public async Task<IActionResult> TickOff(int id, [FromServices] TickOffFollowUp tickOff, CancellationToken cancellationToken)
    {
        var ticked = await tickOff.RunAsync(id, cancellationToken);
        if (ticked.IsRefused)
        {
            return await RefuseAsync(
                ticked.Error,
                async () => await checks.CheckOfFollowUpAsync(id, cancellationToken) is { } check ? await ShowCheckAsync(check, CheckForm.Opened(), cancellationToken) : NotFound());
        }

        Announce("The follow-up has been ticked off.");
        return RedirectToAction(nameof(Check), new { id = ticked.Value });
    }

    private RedirectToActionResult Led(CheckForm form, int id)
    {
        if (form.Result == CheckResult.NothingFound)
        {
            Announce("Thank you. The check is done.");
            return RedirectToAction(nameof(Index));
        }

        Announce("What you found has been saved. Say below what is to happen.");
        return RedirectToAction(nameof(Check), new { id });
    }

    private async Task<IActionResult> ShowCheckAsync(int id, CheckForm form, CancellationToken cancellationToken) =>
        await checks.FindAsync(id, cancellationToken) is { } found ? View(nameof(Check), new CheckPage(found, form)) : NotFound();
}
