using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>What somebody logs about a posting that they saw, as it was typed.</summary>
/// <param name="Site">Where it stands: a platform, a site, a group.</param>
/// <param name="Link">Its web address.</param>
/// <param name="Text">What it says, in short.</param>
/// <param name="Author">Who posted it, where that matters.</param>
/// <param name="SeenOn">When it was seen, London.</param>
public sealed record MentionAnswers(string? Site, string? Link, string? Text, string? Author, DateOnly? SeenOn);

/// <summary>An entry of a watched feed, as plain text.</summary>
/// <param name="EntryId">The number that the feed gives it, or "".</param>
/// <param name="Link">Its web address, or <see langword="null"/> where it has none that can be opened.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="PublishedAt">When it was published, UTC, where the feed says so.</param>
public sealed record FeedEntry(string EntryId, MentionLink? Link, string Title, string Text, string Author, DateTime? PublishedAt);

/// <summary>
/// A public posting about the school that somebody saw or a watched feed brought (clause PUB-1). Administrators and senior leaders decide
/// whether it is in scope; what is not is left alone and minimised at once (SCOPE-2 to SCOPE-4). Lifecycle: see <see cref="MentionStatus"/>.
/// </summary>
public sealed partial class PublicMention : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "MEN";

    /// <summary>Longest name of a site, in characters.</summary>
    public const int SiteMaximumLength = 100;

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaximumLength = 200;

    /// <summary>Longest text, in characters: what it says in short, not a copy of it.</summary>
    public const int TextMaximumLength = 1000;

    /// <summary>Longest author, in characters.</summary>
    public const int AuthorMaximumLength = 100;

    /// <summary>Longest reason, note and outcome, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>How long ago something can have been seen, in years: beyond it is a slip of the keyboard.</summary>
    public const int MostYearsAgo = 5;

    private readonly List<MentionKey> _keys = [];
    private readonly List<MentionSighting> _sightings = [];
    private readonly List<MentionStep> _steps = [];

    private PublicMention()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Where it stands in its life.</summary>
    public MentionStatus Status { get; private set; }

    /// <summary>How the school came to know of it first.</summary>
    public MentionSource Source { get; private set; }

    /// <summary>Where it was posted. Gone when it is minimised, as are title, text, author and link.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Its title, where a feed gave one.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it says, as plain text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who posted it, where that was said.</summary>
    public string Author { get; private set; } = "";

    /// <summary>Its address, http or https, or "".</summary>
    public string Link { get; private set; } = "";

    /// <summary>When it was seen first, London; of a feed's entry, when it was published.</summary>
    public DateOnly SeenOn { get; private set; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime LoggedAt { get; private set; }

    /// <summary>Whether it is in scope, once that is decided.</summary>
    public MentionScope? Scope { get; private set; }

    /// <summary>Why.</summary>
    public string ScopeBecause { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public int? DecidedById { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>How it ended, where it is settled.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The enquiry as which it goes on.</summary>
    public int? EnquiryId { get; private set; }

    /// <summary>The mention that goes on in its place, where it is merged.</summary>
    public int? MergedIntoId { get; private set; }

    /// <summary>When administrators were reminded that it waits, UTC. It is done once.</summary>
    public DateTime? ChasedAt { get; private set; }

    /// <summary>What the posting is known again by.</summary>
    public IReadOnlyList<MentionKey> Keys => _keys;

    /// <summary>Who saw it, and which feeds brought it; each counts once.</summary>
    public IReadOnlyList<MentionSighting> Sightings => _sightings;

    /// <summary>What was done about it.</summary>
    public IReadOnlyList<MentionStep> Steps => _steps;

    /// <summary>Whether nothing of what was posted is kept.</summary>
    public bool IsMinimised => Status is MentionStatus.OutOfScope or MentionStatus.Merged;

    /// <summary>What to call it in a list and at the top of its page.</summary>
    public string Heading => this switch
    {
        { IsMinimised: true } => "Nothing of it is kept",
        { Title.Length: > 0 } => Title,
        { Text.Length: <= 80 } => Text,
        _ => Text[..(char.IsHighSurrogate(Text[78]) ? 78 : 79)].TrimEnd() + "…",
    };

    /// <summary>Logs a posting that somebody saw.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">Who saw it: anybody who is signed in.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<PublicMention> Log(MentionAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(by);
        var (site, text, author) = (PlainText.CleanLine(answers.Site), PlainText.Clean(answers.Text), PlainText.CleanLine(answers.Author));
        var typedLink = PlainText.CleanLine(answers.Link);
        var link = MentionLink.Read(typedLink);
        if (typedLink.Length > 0 && link is null)
        {
            return MentionErrors.LinkWrong;
        }

        if (site.Length == 0 && link is null)
        {
            return MentionErrors.SiteMissing;
        }

        if (text.Length == 0)
        {
            return MentionErrors.TextMissing;
        }

        if (CheckLengths(site, text, author) is { IsRefused: true } tooLong)
        {
            return tooLong.Error;
        }

        var today = LondonTime.DateOf(at);
        if (answers.SeenOn is not { } seenOn)
        {
            return MentionErrors.SeenOnMissing;
        }

        if (seenOn > today || seenOn < today.AddYears(-MostYearsAgo))
        {
            return MentionErrors.SeenOnWrong;
        }

        var mention = new PublicMention
        {
            Source = MentionSource.Person,
            Site = site.Length > 0 ? site : Shorten(link!.Host, SiteMaximumLength),
            Text = text,
            Author = author,
            Link = link?.Address ?? "",
            SeenOn = seenOn,
            LoggedAt = at,
        };
        mention.AddKeys(link is null ? [] : [link.Hash]);
        mention._sightings.Add(new MentionSighting(by.PersonId, null, seenOn, at));
        mention.Record(new MentionLogged(MentionSource.Person, by, at));
        return mention;
    }

    /// <summary>Takes in an entry of a watched feed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="by">The part of the portal that read it.</param>
    /// <param name="at">When, UTC.</param>
    public static PublicMention Bring(FeedEntry entry, WatchedFeed feed, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(feed);
        var published = entry.PublishedAt is { } told && told < at ? told : at;
        var text = Shorten(PlainText.Clean(entry.Text), TextMaximumLength);
        var title = Shorten(PlainText.CleanLine(entry.Title), TitleMaximumLength);
        var mention = new PublicMention
        {
            Source = MentionSource.Feed,
            Site = Shorten(entry.Link?.Host ?? feed.Name, SiteMaximumLength),
            Title = title,
            Text = text.Length + title.Length > 0 ? text : "The feed gives no text.",
            Author = Shorten(PlainText.CleanLine(entry.Author), AuthorMaximumLength),
            Link = entry.Link?.Address ?? "",
            SeenOn = LondonTime.DateOf(published),
            LoggedAt = at,
        };
        mention.AddKeys(feed.KeysOf(entry));
        mention._sightings.Add(new MentionSighting(null, feed.Id, mention.SeenOn, at));
        mention.Record(new MentionLogged(MentionSource.Feed, by, at));
        return mention;
    }

    /// <summary>
    /// Somebody saw the same posting, or another feed brought it. It counts each once, and changes nothing of what is kept: what was left
    /// alone stays so.
    /// </summary>
    /// <param name="personId">Who saw it.</param>
    /// <param name="feedId">The feed that brought it.</param>
    /// <param name="seenOn">When it was seen, London.</param>
    /// <param name="keys">What this sighting knows it by; those that are new are kept.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>Whether this is a new sighting.</returns>
    public bool SeeAgain(int? personId, int? feedId, DateOnly seenOn, IEnumerable<string> keys, Actor by, DateTime at)
    {
        AddKeys(keys);
        if (_sightings.Exists(sighting => sighting.PersonId == personId && sighting.FeedId == feedId))
        {
            return false;
        }

        _sightings.Add(new MentionSighting(personId, feedId, seenOn, at));
        Record(new MentionSeenAgain(_sightings.Count, by, at));
        return true;
    }

    /// <summary>Whether this person saw it too.</summary>
    public bool WasSeenBy(int personId) => _sightings.Exists(sighting => sighting.PersonId == personId);

    /// <summary>Reminds administrators, once, that nobody has decided.</summary>
    /// <param name="calendar">The working days.</param>
    /// <param name="afterWorkingDays">After how many.</param>
    /// <param name="by">The part of the portal that reminds.</param>
    /// <param name="at">When, UTC.</param>
    public Result Chase(WorkingCalendar calendar, int afterWorkingDays, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Status != MentionStatus.New
            || ChasedAt is not null
            || calendar.WorkingDaysBetween(LondonTime.DateOf(LoggedAt), LondonTime.DateOf(at)) < afterWorkingDays)
        {
            return MentionErrors.NotDueForChasing;
        }

        ChasedAt = at;
        Record(new MentionChased(by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may decide about mentions and see every one.</summary>
    public static Result CheckMayDecide(Actor by) =>
        by.Holds(Roles.SeniorLeader) || by.Holds(Roles.Administrator) ? Result.Done : MentionErrors.OnlyDeciders;

    private static Result CheckLengths(string site, string text, string author) => (site.Length, text.Length, author.Length) switch
    {
        ( > SiteMaximumLength, _, _) => MentionErrors.TooLong("Site", "name of the site", SiteMaximumLength),
        (_, > TextMaximumLength, _) => MentionErrors.TooLong("Text", "text", TextMaximumLength),
        (_, _, > AuthorMaximumLength) => MentionErrors.TooLong("Author", "name", AuthorMaximumLength),
        _ => Result.Done,
    };

    private void AddKeys(IEnumerable<string> hashes)
    {
        foreach (var hash in hashes.Where(hash => !_keys.Exists(key => key.Hash == hash)))
        {
            _keys.Add(new MentionKey(hash));
        }
    }

    // Half a character at the cut would be none.
    private static string Shorten(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}

/// <summary>That somebody saw the posting, or that a feed brought it.</summary>
public sealed class MentionSighting
{
    private MentionSighting()
    {
    }

    internal MentionSighting(int? personId, int? feedId, DateOnly seenOn, DateTime at) =>
        (PersonId, FeedId, SeenOn, LoggedAt) = (personId, feedId, seenOn, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>Who saw it.</summary>
    public int? PersonId { get; private set; }

    /// <summary>The feed that brought it.</summary>
    public int? FeedId { get; private set; }

    /// <summary>When it was seen, London.</summary>
    public DateOnly SeenOn { get; private set; }

    /// <summary>When that was logged, UTC.</summary>
    public DateTime LoggedAt { get; private set; }
}

/// <summary>Something that was done about the posting.</summary>
public sealed class MentionStep
{
    private MentionStep()
    {
    }

    internal MentionStep(MentionAction action, string note, Actor by, DateTime at) =>
        (Action, Note, ById, ByName, At) = (action, note, by.PersonId, by.Name, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>What.</summary>
    public MentionAction Action { get; private set; }

    /// <summary>More about it, or "".</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who did it.</summary>
    public int? ById { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
