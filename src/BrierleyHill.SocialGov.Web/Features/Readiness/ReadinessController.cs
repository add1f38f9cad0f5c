using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Who is ready to run an account.</summary>
[Route("readiness")]
public sealed class ReadinessController(ReadinessLists lists) : PortalController
{
    /// <summary>The list.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("")]
    public async Task<IActionResult> Index(ReadinessFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        return View(await lists.ListAsync(filter, Order(), cancellationToken));
    }

    /// <summary>The same as a file.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpGet("export")]
    public async Task<IActionResult> Export(ReadinessFilter filter, [FromServices] ExportReadiness export, CancellationToken cancellationToken) =>
        await export.RunAsync(filter, Order(), cancellationToken);

    /// <summary>One's own readiness.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpGet("mine")]
    public async Task<IActionResult> Mine(CancellationToken cancellationToken) => View(await lists.OwnAsync(cancellationToken));

    /// <summary>Reminds one person.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("{id:int}/remind")]
    public async Task<IActionResult> Remind(int id, [FromQuery] ReadinessFilter filter, [FromServices] RemindPerson remind, CancellationToken cancellationToken)
    {
        var reminded = await remind.RunAsync(id, cancellationToken);
        if (reminded.IsRefused)
        {
            return await RefuseAsync(reminded.Error, () => ShowListAsync(filter, cancellationToken));
        }

        Announce($"{reminded.Value} has been reminded, in the portal and by e-mail.");
        return BackToList();
    }

    /// <summary>Reminds everybody whom the filter shows.</summary>
    [Authorize(Policies.LeaderOrAdministrator)]
    [HttpPost("remind-shown")]
    public async Task<IActionResult> RemindShown([FromQuery] ReadinessFilter filter, [FromServices] RemindShown remind, CancellationToken cancellationToken)
    {
        var reminded = await remind.RunAsync(filter, cancellationToken);
        if (reminded.IsRefused)
        {
            return await RefuseAsync(reminded.Error, () => ShowListAsync(filter, cancellationToken));
        }

        Announce(reminded.Value switch
        {
            0 => "Nobody had to be reminded: everybody shown is ready, has been reminded today, or can do nothing about it themselves.",
            1 => "1 person has been reminded, in the portal and by e-mail.",
            _ => $"{reminded.Value} people have been reminded, in the portal and by e-mail.",
        });
        return BackToList();
    }

    private SortOrder Order() => SortOrder.From(Request.Query, ReadinessLists.DefaultOrder, ReadinessLists.SortColumns);

    // The filter stands in the address of the form that was sent: the list is shown as it was.
    private LocalRedirectResult BackToList() => LocalRedirect($"~/readiness{Request.QueryString}");

    private async Task<IActionResult> ShowListAsync(ReadinessFilter filter, CancellationToken cancellationToken) =>
        View(nameof(Index), await lists.ListAsync(filter, Order(), cancellationToken));
}
