using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Mentions;

public sealed class WatchedFeedTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Actor Keeper = Support.People.Actor(1, Roles.PortalManager);

    private static WatchedFeed New() => WatchedFeed.Add("Alerts", "https://alerts.example/feed", Keeper, At).Value;

    private static FeedEntry Entry(string id, DateTime? published) => new(id, null, "Title", "Text", "", published);

    [Theory]
    [InlineData("", "https://a.example/", "Feed.NameMissing")]
    [InlineData("A", "", "Feed.AddressWrong")]
    [InlineData("A", "file:///etc/passwd", "Feed.AddressWrong")]
    [InlineData("A", "ftp://a.example/", "Feed.AddressWrong")]
    [InlineData("A", "https://user:secret@a.example/", "Feed.AddressWrong")]
    [InlineData("A", "//a.example/feed", "Feed.AddressWrong")]
    public void A_feed_needs_a_name_and_a_web_address(string name, string address, string code) =>
        Assert.Equal(code, WatchedFeed.Add(name, address, Keeper, At).Error?.Code);

    [Fact]
    public void Its_states_follow_one_another()
    {
        var feed = New();
        Assert.Equal(FeedErrors.NotPaused, feed.Resume(Keeper, At).Error);
        Assert.False(feed.Pause(Keeper, At).IsRefused);
        Assert.Equal(FeedErrors.NotWatching, feed.Pause(Keeper, At).Error);
        Assert.Equal(FeedErrors.NotWatching, feed.AskForFetch(Keeper, At).Error);
        Assert.False(feed.Resume(Keeper, At.AddDays(1)).IsRefused);
        Assert.Equal(At.AddDays(1), feed.NextFetchAt);
        var key = feed.AddressKey;
        Assert.False(feed.Withdraw(Keeper, At).IsRefused);
        Assert.NotEqual(key, feed.AddressKey);
        Assert.Equal(FeedErrors.Withdrawn, feed.Withdraw(Keeper, At).Error);
        Assert.Equal(FeedErrors.NotPaused, feed.Resume(Keeper, At).Error);
        Assert.Equal(FeedErrors.OnlyKeepers, New().Pause(Support.People.Actor(2, Roles.SeniorLeader), At).Error);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_a_day_and_a_good_fetch_ends_it()
    {
        var feed = New();
        double[] hours = [2, 4, 8, 16, 24, 24];
        foreach (var wait in hours)
        {
            feed.Failed("Too slow.", Hour, At);
            Assert.Equal(At.AddHours(wait), feed.NextFetchAt);
        }

        feed.Fetched("\"a\"", null, Hour, At);
        Assert.Equal((At.AddHours(1), 0, false), (feed.NextFetchAt, feed.FailuresInARow, feed.HasProblem));
    }

    [Fact]
    [Trait("Clause", "PUB-1")]
    public void A_first_fetch_brings_a_week_and_no_flood_and_a_later_one_what_a_silence_held_back()
    {
        var feed = New();
        FeedEntry[] entries = [.. Enumerable.Range(0, 100).Select(day => Entry($"{day}", At.AddDays(-day))), .. Enumerable.Range(0, 40).Select(number => Entry($"undated {number}", null))];
        Assert.Equal(8 + WatchedFeed.MostUndatedEntries, feed.ToBring(entries, At).Count);

        feed.Fetched(null, null, Hour, At.AddDays(-20));
        Assert.Equal(28, feed.ToBring(entries, At).Count(entry => entry.PublishedAt is not null));
        feed.Fetched(null, null, Hour, At.AddDays(-80));
        var brought = feed.ToBring(entries, At);
        Assert.Equal(WatchedFeed.MostEntriesAtATime, brought.Count);
        Assert.Equal("0", brought[0].EntryId);
    }
}
