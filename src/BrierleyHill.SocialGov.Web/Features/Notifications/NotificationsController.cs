using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What the person was told. Everybody sees their own, and chooses for themselves what comes by e-mail at once.</summary>
[Authorize(Policies.SignedIn)]
[Route("notifications")]
public sealed class NotificationsController(
    NotificationQueries queries, FollowNotification follow, MarkAllAsRead markAllAsRead, ChooseSummary chooseSummary) : PortalController
{
    /// <summary>What <c>show</c> holds to show those that were read too.</summary>
    public const string ShowAll = "all";

    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? show, string? page, CancellationToken cancellationToken) =>
        View(await queries.ReadAsync(show == ShowAll, NumberOf(page), cancellationToken));

    /// <summary>Marks one as read and leads to its page. A post, because it changes something: a browser that fetches links ahead must not.</summary>
    [HttpPost("{key:guid}/follow")]
    public async Task<IActionResult> Follow(Guid key, CancellationToken cancellationToken)
    {
        var result = await follow.RunAsync(key, cancellationToken);
        return result.IsRefused ? await RefuseAsync(result.Error) : LocalRedirect("~" + result.Value);
    }

    /// <summary>Marks one as read and stays on the list.</summary>
    [HttpPost("{key:guid}/mark-as-read")]
    public async Task<IActionResult> MarkAsRead(Guid key, string? show, string? page, CancellationToken cancellationToken)
    {
        var result = await follow.RunAsync(key, cancellationToken);
        if (result.IsRefused)
        {
            return await RefuseAsync(result.Error);
        }

        Announce("The notification is marked as read.");
        return RedirectToAction(nameof(Index), new { show = show == ShowAll ? ShowAll : null, page = NumberOf(page) is { } number and > 1 ? number : (int?)null });
    }

    /// <summary>Marks all as read that there were when the page was shown.</summary>
    [HttpPost("mark-all-as-read")]
    public async Task<IActionResult> MarkAllAsRead(MarkAllAsReadForm form, CancellationToken cancellationToken)
    {
        await markAllAsRead.RunAsync(form, cancellationToken);
        Announce("Your notifications are marked as read.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Which e-mails come at once, and which in the morning.</summary>
    [HttpGet("preferences")]
    public async Task<IActionResult> Preferences(CancellationToken cancellationToken) => View(await chooseSummary.ReadAsync(cancellationToken));

    /// <summary>Keeps the choice.</summary>
    [HttpPost("preferences")]
    public async Task<IActionResult> Preferences(ChooseSummaryForm form, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => chooseSummary.RunAsync(form, cancellationToken), () => Task.FromResult<IActionResult>(View(form)), () =>
        {
            Announce("Your choice is saved.");
            return RedirectToAction(nameof(Preferences));
        });
    }

    private static int? NumberOf(string? page) => int.TryParse(page, out var number) ? number : null;
}
