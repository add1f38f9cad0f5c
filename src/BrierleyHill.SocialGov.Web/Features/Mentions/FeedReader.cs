using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Html;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>
/// Reads RSS 2.0 and Atom that somebody else wrote. No document type and so no entity is read, nothing is loaded, and depth and number of
/// entries are limited; titles and texts become plain text.
/// </summary>
public static class FeedReader
{
    /// <summary>The most entries that a feed may have.</summary>
    public const int MostEntries = 2000;

    private const int DeepestElement = 64;
    private const int LongestEntryId = 500;

    /// <summary>Reads a feed.</summary>
    /// <param name="content">What was fetched.</param>
    /// <param name="address">Where it came from: links may be relative to it.</param>
    /// <returns>Its entries in their order, or why there are none, in words for people.</returns>
    public static Result<IReadOnlyList<FeedEntry>> Read(byte[] content, Uri address)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
        {
            return FeedReadErrors.Empty;
        }

        try
        {
            if (LookThrough(content) is { } refusal)
            {
                return refusal;
            }

            using var reader = Open(content);
            var feed = SyndicationFeed.Load(reader);
            return feed.Items.Select(item => EntryOf(item, address)).ToList();
        }
        // What a feed's author can get wrong: none of it is a fault of the portal.
        catch (Exception failure) when (failure is XmlException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            return FeedReadErrors.NotAFeed;
        }
    }

    // The reader of feeds builds everything that it meets, so what is too much is refused before it begins.
    private static Error? LookThrough(byte[] content)
    {
        using var reader = Open(content);
        var entries = 0;
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
            {
                return FeedReadErrors.NotAFeed;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry" && ++entries > MostEntries)
            {
                return FeedReadErrors.TooManyEntries;
            }
        }

        return null;
    }

    private static XmlReader Open(byte[] content) => XmlReader.Create(new MemoryStream(content), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private static FeedEntry EntryOf(SyndicationItem item, Uri address)
    {
        var text = item.Summary?.Text ?? (item.Content as TextSyndicationContent)?.Text;
        return new FeedEntry(
            Cut(PlainText.CleanLine(item.Id), LongestEntryId),
            LinkOf(item, address),
            Plain(item.Title?.Text, PublicMention.TitleMaximumLength),
            Plain(text, PublicMention.TextMaximumLength),
            Cut(PlainText.CleanLine(item.Authors.Select(author => string.IsNullOrWhiteSpace(author.Name) ? author.Email : author.Name).FirstOrDefault()), PublicMention.AuthorMaximumLength),
            PublishedAt(item));
    }

    private static MentionLink? LinkOf(SyndicationItem item, Uri address)
    {
        var links = item.Links.Where(link => link.Uri is not null && link.RelationshipType is null or "" or "alternate");
        foreach (var link in links)
        {
            var uri = link.GetAbsoluteUri() ?? (Uri.TryCreate(address, link.Uri, out var relative) ? relative : null);
            if (uri is not null && MentionLink.Read(uri.IsAbsoluteUri ? uri.AbsoluteUri : null) is { } read)
            {
                return read;
            }
        }

        // In RSS the number is often the address (guid isPermaLink).
        return item.Id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? MentionLink.Read(item.Id) : null;
    }

    // A date that cannot be read is none: the reader says so only when it is asked for the date.
    private static DateTime? PublishedAt(SyndicationItem item)
    {
        try
        {
            var date = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return date == default ? null : date.UtcDateTime;
        }
        catch (Exception failure) when (failure is XmlException or FormatException)
        {
            return null;
        }
    }

    private static string Plain(string? html, int limit) => Cut(PlainText.Clean(HtmlText.ToPlain(html)), limit);

    private static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}

/// <summary>Why a feed could not be read, in words for whoever added it.</summary>
public static class FeedReadErrors
{
    /// <summary>Nothing at all.</summary>
    public static Error Empty { get; } = new("Feed.Empty", "The address answers with nothing.");

    /// <summary>Something else.</summary>
    public static Error NotAFeed { get; } = new("Feed.NotAFeed", "What the address answers with is not an RSS or Atom feed that can be read. Check the address.");

    /// <summary>Too many entries.</summary>
    public static Error TooManyEntries { get; } = new(
        "Feed.TooManyEntries", string.Create(CultureInfo.InvariantCulture, $"The feed has more than {FeedReader.MostEntries:N0} entries. Look for a feed of the newest alone."));
}
