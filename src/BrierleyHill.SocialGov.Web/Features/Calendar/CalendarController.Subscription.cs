using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <content>A person's own dates, for their calendar program.</content>
public sealed partial class CalendarController
{
    /// <summary>The page of the person's own calendar.</summary>
    [HttpGet("subscription")]
    public async Task<IActionResult> Subscription(CancellationToken cancellationToken) =>
        View(new SubscriptionPage((await queries.FindSubscriptionAsync(cancellationToken))?.MadeAt, null));

    /// <summary>Makes an address and shows it, this once: it is kept nowhere, so it cannot be led to another page.</summary>
    [HttpPost("subscription")]
    public async Task<IActionResult> MakeSubscription([FromServices] MakeSubscription make, CancellationToken cancellationToken)
    {
        var made = await make.RunAsync(cancellationToken);
        return made.IsRefused
            ? await RefuseAsync(made.Error, () => Subscription(cancellationToken))
            : View(nameof(Subscription), made.Value);
    }

    /// <summary>Ends the address.</summary>
    [HttpPost("subscription/end")]
    public async Task<IActionResult> EndSubscription([FromServices] EndSubscription end, CancellationToken cancellationToken)
    {
        var ended = await end.RunAsync(cancellationToken);
        if (ended.IsRefused)
        {
            return await RefuseAsync(ended.Error, () => Subscription(cancellationToken));
        }

        Announce("The address no longer works. Your calendar program gets nothing more from the portal.");
        return RedirectToAction(nameof(Subscription));
    }

    /// <summary>The person's own dates as a file. Whoever has the address reads it; for any other address there is nothing here.</summary>
    [HttpGet("feed/{token}.ics")]
    [AllowAnonymous]
    [ReadsNoSession]
    public async Task<IActionResult> Feed(string token, [FromServices] ReadCalendarFeed read, CancellationToken cancellationToken)
    {
        if (await read.RunAsync(token, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return File(file, CalendarFile.ContentType);
    }
}
