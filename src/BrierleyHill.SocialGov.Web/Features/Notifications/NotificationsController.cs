using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What the person was told. Everybody sees their own.</summary>
[Authorize(Policies.SignedIn)]
[Route("notifications")]
public sealed class NotificationsController(NotificationQueries queries, FollowNotification follow, MarkAllAsRead markAllAsRead) : PortalController
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? page, CancellationToken cancellationToken) =>
        View(await queries.ReadAsync(int.TryParse(page, out var number) ? number : null, cancellationToken));

    /// <summary>Marks one as read and leads to its page. A post, because it changes something: a browser that fetches links ahead must not.</summary>
    [HttpPost("{id:int}/follow")]
    public async Task<IActionResult> Follow(int id, CancellationToken cancellationToken)
    {
        var result = await follow.RunAsync(id, cancellationToken);
        return result.IsRefused ? await RefuseAsync(result.Error) : LocalRedirect("~" + result.Value);
    }

    /// <summary>Marks all as read.</summary>
    [HttpPost("mark-all-as-read")]
    public async Task<IActionResult> MarkAllAsRead(CancellationToken cancellationToken)
    {
        await markAllAsRead.RunAsync(cancellationToken);
        Announce("All your notifications are marked as read.");
        return RedirectToAction(nameof(Index));
    }
}
