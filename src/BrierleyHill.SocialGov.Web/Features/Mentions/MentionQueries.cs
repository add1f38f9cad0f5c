using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Reads mentions for the pages. Nothing is tracked, and nothing is read that the person may not see.</summary>
public sealed class MentionQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["logged", "seen", "site", "status", "sightings"];

    /// <summary>One page of the list.</summary>
    public async Task<MentionList> ListAsync(MentionFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var page = await PagedList<MentionRow>.ReadAsync(Rows(Filtered(filter), order), filter.Page, cancellationToken);
        return new MentionList(page, filter, order, !PublicMention.CheckMayDecide(person.Actor).IsRefused, !WatchedFeed.CheckMayKeep(person.Actor).IsRefused);
    }

    /// <summary>Everything that a filter shows.</summary>
    public Task<List<MentionRow>> AllAsync(MentionFilter filter, SortOrder order, CancellationToken cancellationToken) =>
        Rows(Filtered(filter), order).ToListAsync(cancellationToken);

    /// <summary>One mention, or <see langword="null"/> when there is none for this person.</summary>
    public async Task<MentionView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var mention = await database.Mentions.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (mention is null || !MentionsAuthorization.IsVisibleTo(mention, person.Actor))
        {
            return null;
        }

        var mayDecide = !PublicMention.CheckMayDecide(person.Actor).IsRefused;
        // Who else saw it, and what was done and why, is for those who decide.
        var directory = mayDecide ? await database.LoadDirectoryAsync(cancellationToken) : null;
        int[] feedIds = [.. mention.Sightings.Select(sighting => sighting.FeedId).OfType<int>()];
        var feeds = feedIds.Length == 0
            ? []
            : await database.WatchedFeeds.AsNoTracking().Where(feed => feedIds.Contains(feed.Id)).ToDictionaryAsync(feed => feed.Id, feed => feed.Name, cancellationToken);
        var lines = mayDecide
            ? await database.AuditEvents.AsNoTracking()
                .Where(line => line.RecordKind == nameof(PublicMention) && line.RecordId == id)
                .OrderBy(line => line.Sequence)
                .ToListAsync(cancellationToken)
            : [];
        return new MentionView(
            mention,
            mayDecide,
            [
                .. mention.Sightings.Where(sighting => mayDecide || sighting.PersonId == person.Id || sighting.FeedId is not null).Select(sighting => new SightingRow(
                    sighting.FeedId is { } feed ? $"Feed “{feeds.GetValueOrDefault(feed)}”" : sighting.PersonId == person.Id ? "You" : directory?.NameOf(sighting.PersonId!.Value) ?? "",
                    sighting.SeenOn)),
            ],
            mention.DecidedById is { } decider ? directory?.NameOf(decider) : null,
            (await database.LoadWorkingCalendarAsync(cancellationToken)).DisplayWaiting(LondonTime.DateOf(mention.LoggedAt), clock.Today()),
            await database.LoadIncidentsFromAsync(IncidentSource.PublicMention, id, person.Actor, cancellationToken),
            [.. lines.Select(HistoryEntry.From)]);
    }

    private IQueryable<PublicMention> Filtered(MentionFilter filter)
    {
        var mentions = database.Mentions.AsNoTracking().VisibleTo(person.Actor);
        if (filter.Status is { } status)
        {
            mentions = mentions.Where(mention => mention.Status == status);
        }

        if (filter.Source is { } source)
        {
            mentions = mentions.Where(mention => mention.Source == source);
        }

        var text = PlainText.CleanLine(filter.Text);
        if (Reference.TryParse(text, out var kind, out var number) && kind == PublicMention.ReferenceKind)
        {
            return mentions.Where(mention => mention.Id == number);
        }

        return text.Length == 0
            ? mentions
            : mentions.Where(mention => mention.Site.Contains(text) || mention.Title.Contains(text) || mention.Text.Contains(text));
    }

    private static IQueryable<MentionRow> Rows(IQueryable<PublicMention> mentions, SortOrder order)
    {
        var sorted = (order.Column, order.Descending) switch
        {
            ("seen", false) => mentions.OrderBy(mention => mention.SeenOn).ThenBy(mention => mention.Id),
            ("seen", true) => mentions.OrderByDescending(mention => mention.SeenOn).ThenByDescending(mention => mention.Id),
            ("site", false) => mentions.OrderBy(mention => mention.Site).ThenBy(mention => mention.Id),
            ("site", true) => mentions.OrderByDescending(mention => mention.Site).ThenByDescending(mention => mention.Id),
            ("status", false) => mentions.OrderBy(mention => mention.Status).ThenByDescending(mention => mention.LoggedAt).ThenByDescending(mention => mention.Id),
            ("status", true) => mentions.OrderByDescending(mention => mention.Status).ThenByDescending(mention => mention.LoggedAt).ThenByDescending(mention => mention.Id),
            ("sightings", false) => mentions.OrderBy(mention => mention.Sightings.Count).ThenBy(mention => mention.Id),
            ("sightings", true) => mentions.OrderByDescending(mention => mention.Sightings.Count).ThenByDescending(mention => mention.Id),
            (_, false) => mentions.OrderBy(mention => mention.LoggedAt).ThenBy(mention => mention.Id),
            (_, true) => mentions.OrderByDescending(mention => mention.LoggedAt).ThenByDescending(mention => mention.Id),
        };
        return sorted.Select(mention => new MentionRow(
            mention.Id, mention.Status, mention.Source, mention.Site, mention.Title, mention.Text, mention.SeenOn, mention.LoggedAt, mention.Sightings.Count));
    }
}

/// <summary>What the list is narrowed to.</summary>
public sealed class MentionFilter
{
    /// <summary>Words of it, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>Where it stands.</summary>
    [Display(Name = "Status")]
    public MentionStatus? Status { get; set; }

    /// <summary>How it came.</summary>
    [Display(Name = "How it came")]
    public MentionSource? Source { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Source is not null;
}

/// <summary>A mention in the list.</summary>
public sealed record MentionRow(
    int Id, MentionStatus Status, MentionSource Source, string Site, string Title, string Text, DateOnly SeenOn, DateTime LoggedAt, int Sightings)
{
    private const int Shown = 140;

    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(PublicMention.ReferenceKind, Id);

    /// <summary>What it says, in a line.</summary>
    public string Words => Status is MentionStatus.OutOfScope or MentionStatus.Merged
        ? "Nothing of it is kept"
        : Short(PlainText.CleanLine(Title.Length > 0 ? Title : Text));

    private static string Short(string text) => text.Length <= Shown ? text : text[..(char.IsHighSurrogate(text[Shown - 2]) ? Shown - 2 : Shown - 1)].TrimEnd() + "…";
}

/// <summary>The list.</summary>
public sealed record MentionList(PagedList<MentionRow> Rows, MentionFilter Filter, SortOrder Order, bool MayDecide, bool MayKeepFeeds);

/// <summary>Who saw it, and when.</summary>
public sealed record SightingRow(string Who, DateOnly On);

/// <summary>One mention as somebody sees it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="MayDecide">Whether this person decides about it.</param>
/// <param name="Sightings">Who saw it.</param>
/// <param name="DecidedBy">Who decided, for those who may know.</param>
/// <param name="Waited">How long ago it was logged, in working days.</param>
/// <param name="Incidents">The incidents that were reported from it, of those that this person may know of.</param>
/// <param name="History">What happened to it.</param>
public sealed record MentionView(
    PublicMention Mention, bool MayDecide, IReadOnlyList<SightingRow> Sightings, string? DecidedBy, string Waited, IReadOnlyList<int> Incidents, IReadOnlyList<HistoryEntry> History);

/// <summary>A mention and a form that acts on it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public sealed record MentionFormView<TForm>(MentionView Found, TForm Form);

/// <summary>The colours of the states. The word carries the meaning, the colour only helps.</summary>
public static class MentionColours
{
    /// <summary>The colour of a mention's tag.</summary>
    public static string? Of(MentionStatus status) => status switch
    {
        MentionStatus.New => "yellow",
        MentionStatus.InScope => null,
        MentionStatus.Settled => "green",
        MentionStatus.OutOfScope => "grey",
        MentionStatus.Merged => "grey",
    };

    /// <summary>The colour of a feed's tag.</summary>
    public static string Of(FeedStatus status, bool hasProblem) => (status, hasProblem) switch
    {
        (FeedStatus.Watching, true) => "red",
        (FeedStatus.Watching, false) => "green",
        (FeedStatus.Paused, _) => "yellow",
        (FeedStatus.Withdrawn, _) => "grey",
    };
}
