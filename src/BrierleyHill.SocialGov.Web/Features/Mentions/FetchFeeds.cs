using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Fetching;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Fetches the watched feeds that are due and takes in what is new. The failure of one never stops the others.</summary>
public sealed class FetchFeeds(SocialGovDbContext database, Fetcher fetcher, MentionSettings settings, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Watched feeds";

    /// <inheritdoc />
    public override string Description => "Fetches the feeds that are watched for public mentions of the school. Each is fetched as often as is set; one that fails waits longer each time, up to a day.";

    // Shorter than a feed's own interval: a feed that was added or failed in between is not made to wait for the others.
    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        int[] due = await database.WatchedFeeds.AsNoTracking()
            .Where(feed => feed.Status == FeedStatus.Watching && feed.NextFetchAt <= now)
            .OrderBy(feed => feed.NextFetchAt).ThenBy(feed => feed.Id)
            .Select(feed => feed.Id)
            .ToArrayAsync(cancellationToken);
        var brought = 0;
        foreach (var id in due)
        {
            database.ChangeTracker.Clear();
            brought += await FetchAsync(id, cancellationToken);
        }

        return brought;
    }

    private async Task<int> FetchAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.WatchedFeeds.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { Status: FeedStatus.Watching } feed)
        {
            return 0;
        }

        var fetched = await fetcher.FetchAsync(new Uri(feed.Address), new FetchedBefore(feed.EntityTag, feed.LastModified), cancellationToken);
        var entries = fetched switch
        {
            { IsRefused: true } => fetched.Error,
            { Value.IsUnchanged: true } => Array.Empty<FeedEntry>(),
            _ => FeedReader.Read(fetched.Value.Content, fetched.Value.Address),
        };
        var brought = 0;
        if (!entries.IsRefused)
        {
            foreach (var entry in feed.ToBring(entries.Value, clock.UtcNow()))
            {
                brought += await BringAsync(feed, entry, cancellationToken) ? 1 : 0;
            }
        }

        await WriteDownAsync(id, feed => Settle(feed, entries.Error, fetched), brought, cancellationToken);
        return brought;
    }

    private void Settle(WatchedFeed feed, Error? problem, Result<FetchedDocument> fetched)
    {
        if (problem is null)
        {
            feed.Fetched(fetched.Value.EntityTag, fetched.Value.LastModified, settings.FeedInterval, clock.UtcNow());
        }
        else
        {
            feed.Failed(problem.Message, settings.FeedInterval, clock.UtcNow());
        }
    }

    // Each entry is saved by itself: a run that is ended half-way goes on where it was, because what is there is known by its keys.
    private async Task<bool> BringAsync(WatchedFeed feed, FeedEntry entry, CancellationToken cancellationToken)
    {
        const int Attempts = 3;
        var keys = feed.KeysOf(entry);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            database.ChangeTracker.Clear();
            var now = clock.UtcNow();
            var by = Actor.Portal(Name);
            if (await database.FindByKeysAsync(keys, cancellationToken) is { } known)
            {
                var isNewSighting = known.SeeAgain(null, feed.Id, LondonTime.DateOf(entry.PublishedAt is { } told && told < now ? told : now), [], by, now);
                if (!isNewSighting || !(await database.TrySaveAsync(cancellationToken)).IsRefused)
                {
                    return false;
                }

                continue;
            }

            database.Mentions.Add(PublicMention.Bring(entry, feed, by, now));
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody logged the same posting between the look and the save: it is known with the next attempt.
            }
        }

        return false;
    }

    private async Task WriteDownAsync(int id, Action<WatchedFeed> settle, int brought, CancellationToken cancellationToken)
    {
        const int Attempts = 3;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            database.ChangeTracker.Clear();
            if (await database.WatchedFeeds.FindAsync([id], cancellationToken) is not { } feed)
            {
                return;
            }

            settle(feed);
            for (var number = 0; number < brought; number++)
            {
                feed.CountBrought();
            }

            // Somebody paused it at that moment: what they did stands, and this is written beside it.
            if (!(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                return;
            }
        }
    }
}
