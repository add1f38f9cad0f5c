using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>Lifecycle of a watched feed: <c>Watching ⇄ Paused</c>, <c>Withdrawn</c> from both.</summary>
public enum FeedStatus
{
    /// <summary>It is fetched.</summary>
    [Display(Name = "Watching")]
    Watching,

    /// <summary>It is not fetched for a while.</summary>
    [Display(Name = "Paused")]
    Paused,

    /// <summary>It is watched no longer.</summary>
    [Display(Name = "Removed")]
    Withdrawn,
}

/// <summary>
/// An RSS or Atom feed that is watched for postings about the school (clause PUB-1). What became of each fetch stands on the record and is
/// not audited: it is no act of anybody's.
/// </summary>
public sealed class WatchedFeed : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "FED";

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>Longest address, in characters.</summary>
    public const int AddressMaximumLength = 1000;

    /// <summary>Longest problem, in characters.</summary>
    public const int ProblemMaximumLength = 300;

    /// <summary>Longest mark by which the server knows what was fetched last, in characters. A longer one is not kept.</summary>
    public const int ValidatorMaximumLength = 200;

    /// <summary>How many entries one fetch brings at most: the newest.</summary>
    public const int MostEntriesAtATime = 50;

    /// <summary>How many entries without a date one fetch looks at: the first in the feed, which are its newest by custom.</summary>
    public const int MostUndatedEntries = 10;

    /// <summary>How many days before the last fetch an entry can be dated to be brought; with the first fetch, before now.</summary>
    public const int DaysBack = 7;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private WatchedFeed()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is fetched from: http or https.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The hash of the address while it is watched or paused, and something of its own afterwards. Unique: no feed is watched twice.</summary>
    public string AddressKey { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public FeedStatus Status { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>When it is to be fetched next, UTC.</summary>
    public DateTime NextFetchAt { get; private set; }

    /// <summary>When it was last fetched well, UTC.</summary>
    public DateTime? FetchedAt { get; private set; }

    /// <summary>When a fetch last failed, UTC.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Why, in words; "" when nothing has failed yet.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>How many fetches have failed since the last that went well.</summary>
    public int FailuresInARow { get; private set; }

    /// <summary>How many mentions it has brought.</summary>
    public int Brought { get; private set; }

    /// <summary>The server's mark of what was fetched last (ETag), or "".</summary>
    public string EntityTag { get; private set; } = "";

    /// <summary>When the server says that it was changed last (Last-Modified), as it says it, or "".</summary>
    public string LastModified { get; private set; } = "";

    /// <summary>Whether the last fetch failed.</summary>
    public bool HasProblem => FailuresInARow > 0;

    /// <summary>Begins to watch a feed.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="by">An administrator or a portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<WatchedFeed> Add(string? name, string? address, Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var called = PlainText.CleanLine(name);
        if (called.Length == 0)
        {
            return FeedErrors.NameMissing;
        }

        if (called.Length > NameMaximumLength)
        {
            return FeedErrors.NameTooLong;
        }

        var typed = PlainText.CleanLine(address);
        if (typed.Length is 0 or > AddressMaximumLength
            || !Uri.TryCreate(typed, UriKind.Absolute, out var read)
            || read.Scheme is not ("http" or "https")
            || read.UserInfo.Length > 0
            || read.AbsoluteUri.Length > AddressMaximumLength)
        {
            return FeedErrors.AddressWrong;
        }

        var feed = new WatchedFeed
        {
            Name = called,
            Address = read.AbsoluteUri,
            AddressKey = MentionKey.HashOf("feed", read.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)),
            AddedAt = at,
            NextFetchAt = at,
        };
        feed.Record(new FeedAdded(called, by, at));
        return feed;
    }

    /// <summary>Whether this person may add, pause and remove feeds.</summary>
    public static Result CheckMayKeep(Actor by) =>
        by.Holds(Roles.Administrator) || by.Holds(Roles.PortalManager) ? Result.Done : FeedErrors.OnlyKeepers;

    /// <summary>Fetches it no more for a while.</summary>
    /// <param name="by">An administrator or a portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result Pause(Actor by, DateTime at) => Move(FeedStatus.Watching, FeedErrors.NotWatching, FeedStatus.Paused, new FeedPaused(by, at));

    /// <summary>Fetches it again, at once.</summary>
    /// <param name="by">An administrator or a portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result Resume(Actor by, DateTime at)
    {
        var moved = Move(FeedStatus.Paused, FeedErrors.NotPaused, FeedStatus.Watching, new FeedResumed(by, at));
        if (!moved.IsRefused)
        {
            NextFetchAt = at;
        }

        return moved;
    }

    /// <summary>Asks for it to be fetched at once, whatever wait there is after failures.</summary>
    /// <param name="by">An administrator or a portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result AskForFetch(Actor by, DateTime at)
    {
        var moved = Move(FeedStatus.Watching, FeedErrors.NotWatching, FeedStatus.Watching, new FeedFetchAsked(by, at));
        if (!moved.IsRefused)
        {
            NextFetchAt = at;
        }

        return moved;
    }

    /// <summary>Watches it no longer. What it brought stays, and it can be added anew.</summary>
    /// <param name="by">An administrator or a portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result Withdraw(Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status == FeedStatus.Withdrawn)
        {
            return FeedErrors.Withdrawn;
        }

        (Status, AddressKey, EntityTag, LastModified) = (FeedStatus.Withdrawn, Guid.NewGuid().ToString("N"), "", "");
        Record(new FeedWithdrawn(by, at));
        return Result.Done;
    }

    /// <summary>What an entry of this feed is known again by: its link, and the number that this feed gives it.</summary>
    public IReadOnlyList<string> KeysOf(FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return
        [
            .. entry.Link is { } link ? [link.Hash] : Array.Empty<string>(),
            // Numbers such as "1" are a feed's own; the same feed may be added anew.
            .. entry.EntryId.Length > 0 ? [MentionKey.HashOf("entry", $"{Address}\n{entry.EntryId}")] : Array.Empty<string>(),
            .. entry.Link is null && entry.EntryId.Length == 0 ? [MentionKey.HashOf("text", $"{Address}\n{entry.Title}\n{entry.Text}")] : Array.Empty<string>(),
        ];
    }

    /// <summary>
    /// Which of a feed's entries are brought: those dated within the days before the last fetch (with the first fetch, before now), so that
    /// neither a first fetch floods nor a week of failures loses anything; of those without a date the first few. The newest, up to a limit.
    /// </summary>
    /// <param name="entries">The entries in the order of the feed.</param>
    /// <param name="at">Now, UTC.</param>
    public IReadOnlyList<FeedEntry> ToBring(IEnumerable<FeedEntry> entries, DateTime at)
    {
        var all = entries.ToList();
        var since = (FetchedAt is { } last && last < at ? last : at).AddDays(-DaysBack);
        return
        [
            .. all.Where(entry => entry.PublishedAt >= since).OrderByDescending(entry => entry.PublishedAt)
                .Concat(all.Where(entry => entry.PublishedAt is null).Take(MostUndatedEntries))
                .Take(MostEntriesAtATime),
        ];
    }

    /// <summary>A mention of it was added.</summary>
    public void CountBrought() => Brought++;

    /// <summary>It was fetched well.</summary>
    /// <param name="entityTag">The server's mark of it.</param>
    /// <param name="lastModified">When the server says that it was changed.</param>
    /// <param name="interval">After how long it is fetched again.</param>
    /// <param name="at">When, UTC.</param>
    public void Fetched(string? entityTag, string? lastModified, TimeSpan interval, DateTime at)
    {
        (FetchedAt, FailuresInARow, NextFetchAt) = (at, 0, at + interval);
        EntityTag = entityTag is { Length: <= ValidatorMaximumLength } ? entityTag : "";
        LastModified = lastModified is { Length: <= ValidatorMaximumLength } ? lastModified : "";
    }

    /// <summary>It could not be fetched or read. Each failure doubles the wait, up to a day.</summary>
    /// <param name="problem">Why, in words.</param>
    /// <param name="interval">After how long it is fetched again when all is well.</param>
    /// <param name="at">When, UTC.</param>
    public void Failed(string problem, TimeSpan interval, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(problem);
        FailuresInARow++;
        var wait = interval * Math.Pow(2, Math.Min(FailuresInARow, 20));
        (FailedAt, Problem) = (at, problem.Length <= ProblemMaximumLength ? problem : problem[..ProblemMaximumLength]);
        NextFetchAt = at + (wait < LongestWait ? wait : interval > LongestWait ? interval : LongestWait);
    }

    private Result Move(FeedStatus from, Error otherwise, FeedStatus to, DomainEvent happened)
    {
        if (CheckMayKeep(happened.By) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != from)
        {
            return otherwise;
        }

        Status = to;
        Record(happened);
        return Result.Done;
    }
}
