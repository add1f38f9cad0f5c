using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Reads the watched feeds for their page.</summary>
public sealed class FeedQueries(SocialGovDbContext database, JobSettings jobs, MentionSettings settings)
{
    /// <summary>Those that are watched or paused, by name, and those that were removed.</summary>
    public async Task<FeedList> ListAsync(CancellationToken cancellationToken)
    {
        var feeds = await database.WatchedFeeds.AsNoTracking().OrderBy(feed => feed.Name).ThenBy(feed => feed.Id).ToListAsync(cancellationToken);
        return new FeedList(
            [.. feeds.Where(feed => feed.Status != FeedStatus.Withdrawn)], [.. feeds.Where(feed => feed.Status == FeedStatus.Withdrawn)], jobs.Enabled, (int)settings.FeedInterval.TotalMinutes);
    }

    /// <summary>One that is watched or paused, or <see langword="null"/>.</summary>
    public Task<WatchedFeed?> FindAsync(int id, CancellationToken cancellationToken) =>
        database.WatchedFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.Id == id && feed.Status != FeedStatus.Withdrawn, cancellationToken);
}

/// <summary>The page of feeds.</summary>
/// <param name="Watched">Those that are watched or paused.</param>
/// <param name="Withdrawn">Those that were removed.</param>
/// <param name="JobsAreOnHere">Whether this instance of the portal fetches.</param>
/// <param name="Minutes">How often each is fetched.</param>
public sealed record FeedList(IReadOnlyList<WatchedFeed> Watched, IReadOnlyList<WatchedFeed> Withdrawn, bool JobsAreOnHere, int Minutes);

/// <summary>A new feed.</summary>
public sealed class AddFeedForm
{
    /// <summary>Its name.</summary>
    [Display(Name = "Name", Description = "What people call it, for example “Alerts for the school’s name”")]
    [MaximumCharacters(WatchedFeed.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>Its address.</summary>
    [Display(Name = "Address of the feed", Description = "Alert services and many news sites offer an RSS or Atom feed: copy its address. It begins with https://")]
    [MaximumCharacters(WatchedFeed.AddressMaximumLength)]
    public string? Address { get; set; }
}

/// <summary>Begins to watch a feed.</summary>
public sealed class AddFeed(SocialGovDbContext database, JobNudge nudge, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Begins.</summary>
    public async Task<Result> RunAsync(AddFeedForm form, CancellationToken cancellationToken)
    {
        var added = WatchedFeed.Add(form.Name, form.Address, person.Actor, clock.UtcNow());
        if (added.IsRefused)
        {
            return added.Error;
        }

        var key = added.Value.AddressKey;
        if (await database.WatchedFeeds.AnyAsync(feed => feed.AddressKey == key, cancellationToken))
        {
            return FeedErrors.WatchedAlready;
        }

        database.WatchedFeeds.Add(added.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The unique index over the address: somebody added it between the look and the save.
            database.ChangeTracker.Clear();
            if (await database.WatchedFeeds.AnyAsync(feed => feed.AddressKey == key, cancellationToken))
            {
                return FeedErrors.WatchedAlready;
            }

            throw;
        }

        nudge.Nudge<FetchFeeds>();
        return Result.Done;
    }
}

/// <summary>Pauses, resumes and removes feeds, and asks for a fetch. What the job writes meanwhile is no reason to ask a person again.</summary>
public sealed class ChangeFeed(SocialGovDbContext database, JobNudge nudge, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Fetches it no more for a while.</summary>
    public Task<Result<string>> PauseAsync(int id, CancellationToken cancellationToken) => RunAsync(id, feed => feed.Pause(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Fetches it again.</summary>
    public Task<Result<string>> ResumeAsync(int id, CancellationToken cancellationToken) => RunAsync(id, feed => feed.Resume(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Has it fetched at once.</summary>
    public Task<Result<string>> FetchAsync(int id, CancellationToken cancellationToken) => RunAsync(id, feed => feed.AskForFetch(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Watches it no longer.</summary>
    public Task<Result<string>> WithdrawAsync(int id, CancellationToken cancellationToken) => RunAsync(id, feed => feed.Withdraw(person.Actor, clock.UtcNow()), cancellationToken);

    private async Task<Result<string>> RunAsync(int id, Func<WatchedFeed, Result> act, CancellationToken cancellationToken)
    {
        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            if (await database.WatchedFeeds.FindAsync([id], cancellationToken) is not { } feed)
            {
                return Error.NotFound;
            }

            var acted = act(feed);
            if (acted.IsRefused)
            {
                return acted.Error;
            }

            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                nudge.Nudge<FetchFeeds>();
                return feed.Name;
            }

            if (attempt == Attempts)
            {
                return saved.Error;
            }
        }
    }
}
