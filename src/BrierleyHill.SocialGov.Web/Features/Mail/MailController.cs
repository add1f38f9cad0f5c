using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>Outgoing e-mail: what waits, what was sent, what failed.</summary>
[Authorize(Policies.PortalManager)]
[Route("mail")]
public sealed class MailController(MailQueries queries, TryAgain tryAgain) : PortalController
{
    /// <summary>The page, from the root of the portal, with the e-mails of one status.</summary>
    public static string PathFor(OutgoingEmailStatus status) => $"/mail?status={status}";

    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? status, string? page, CancellationToken cancellationToken) => View(await queries.ReadAsync(
        StatusNamed(status),
        SortOrder.From(Request.Query, new SortOrder(MailQueries.Queued, Descending: true), MailQueries.Columns),
        int.TryParse(page, out var number) ? number : null,
        cancellationToken));

    /// <summary>Has one tried again.</summary>
    [HttpPost("{key:guid}/try-again")]
    public async Task<IActionResult> TryAgain(Guid key, CancellationToken cancellationToken)
    {
        var result = await tryAgain.RunAsync(key, cancellationToken);
        if (result.IsRefused)
        {
            return await RefuseAsync(result.Error);
        }

        Announce($"{result.Value} will be tried again now.");
        return RedirectToAction(nameof(Index));
    }

    // A status that there is not, from a typed address, shows everything.
    private static OutgoingEmailStatus? StatusNamed(string? name)
    {
        foreach (var status in Enum.GetValues<OutgoingEmailStatus>())
        {
            if (string.Equals(status.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        return null;
    }
}
