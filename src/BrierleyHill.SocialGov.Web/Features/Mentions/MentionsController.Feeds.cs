using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>The watched feeds.</summary>
public sealed partial class MentionsController
{
    /// <summary>The feeds and how they do.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpGet("feeds")]
    public async Task<IActionResult> Feeds([FromServices] FeedQueries feeds, CancellationToken cancellationToken) => View(await feeds.ListAsync(cancellationToken));

    /// <summary>The form to add one.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpGet("feeds/add")]
    public IActionResult AddFeed() => View(new AddFeedForm());

    /// <summary>Adds it.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpPost("feeds/add")]
    public async Task<IActionResult> AddFeed(AddFeedForm form, [FromServices] AddFeed add, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => add.RunAsync(form, cancellationToken), Form, () =>
        {
            Announce("The feed is watched from now on. It is fetched for the first time in a moment.");
            return RedirectToAction(nameof(Feeds));
        });
    }

    /// <summary>Fetches one no more for a while.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpPost("feeds/{feedId:int}/pause")]
    public async Task<IActionResult> PauseFeed(int feedId, [FromServices] ChangeFeed change, [FromServices] FeedQueries feeds, CancellationToken cancellationToken) =>
        await BackToFeedsAsync(await change.PauseAsync(feedId, cancellationToken), name => $"“{name}” is paused.", feeds, cancellationToken);

    /// <summary>Fetches one again.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpPost("feeds/{feedId:int}/resume")]
    public async Task<IActionResult> ResumeFeed(int feedId, [FromServices] ChangeFeed change, [FromServices] FeedQueries feeds, CancellationToken cancellationToken) =>
        await BackToFeedsAsync(await change.ResumeAsync(feedId, cancellationToken), name => $"“{name}” is watched again.", feeds, cancellationToken);

    /// <summary>Has one fetched at once.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpPost("feeds/{feedId:int}/fetch")]
    public async Task<IActionResult> FetchFeed(int feedId, [FromServices] ChangeFeed change, [FromServices] FeedQueries feeds, CancellationToken cancellationToken) =>
        await BackToFeedsAsync(
            await change.FetchAsync(feedId, cancellationToken), name => $"“{name}” is fetched in a moment. Load this page again to see what came of it.", feeds, cancellationToken);

    /// <summary>The page to remove one.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpGet("feeds/{feedId:int}/remove")]
    public async Task<IActionResult> RemoveFeed(int feedId, [FromServices] FeedQueries feeds, CancellationToken cancellationToken) =>
        await feeds.FindAsync(feedId, cancellationToken) is { } feed ? View(feed) : NotFound();

    /// <summary>Removes one.</summary>
    [Authorize(Policies.FeedKeeper)]
    [HttpPost("feeds/{feedId:int}/remove")]
    public async Task<IActionResult> RemoveFeed(int feedId, [FromServices] ChangeFeed change, [FromServices] FeedQueries feeds, CancellationToken cancellationToken) =>
        await BackToFeedsAsync(await change.WithdrawAsync(feedId, cancellationToken), name => $"“{name}” is watched no longer.", feeds, cancellationToken);

    private async Task<IActionResult> BackToFeedsAsync(Result<string> changed, Func<string, string> message, FeedQueries feeds, CancellationToken cancellationToken)
    {
        if (changed.IsRefused)
        {
            return await RefuseAsync(changed.Error, async () => View(nameof(Feeds), await feeds.ListAsync(cancellationToken)));
        }

        Announce(message(changed.Value));
        return RedirectToAction(nameof(Feeds));
    }
}
