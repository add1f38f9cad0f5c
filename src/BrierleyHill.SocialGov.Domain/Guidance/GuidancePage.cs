using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Guidance;

/// <summary>A text of a page as somebody saved it. It is kept for good.</summary>
public sealed class GuidanceVersion
{
    private GuidanceVersion()
    {
    }

    internal GuidanceVersion(int number, string text, int savedById, DateTime savedAt)
    {
        Number = number;
        Text = text;
        SavedById = savedById;
        SavedAt = savedAt;
        Hash = GuidancePage.HashOf(text);
    }

    /// <summary>The version's number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its number on the page: the first is 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text, Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who saved it.</summary>
    public int SavedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";
}

/// <summary>
/// A page of guidance that a senior leader has changed (clauses ADV-1, SLT-1). A page that nobody has changed has no record: it
/// shows the text that came with the portal, so a new release can bring a better one. Every saved text is kept.
/// </summary>
public sealed class GuidancePage : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "GUI";

    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 20000;

    /// <summary>Longest disclaimer, in characters: it has to fit beside a profile's name.</summary>
    public const int DisclaimerMaximumLength = 300;

    /// <summary>Longest slug, in characters.</summary>
    public const int SlugMaximumLength = 50;

    /// <summary>What stands in a text for the school's name.</summary>
    public const string SchoolNamePlace = "[school name]";

    private readonly List<GuidanceVersion> _versions = [];

    private GuidancePage()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The page's part of the address; a unique index holds one record a page.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The text that is shown, Markdown; of the disclaimer: plain.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Every text that was saved, oldest first.</summary>
    public IReadOnlyList<GuidanceVersion> Versions => _versions;

    /// <summary>A page that is about to be changed for the first time.</summary>
    /// <param name="topic">Which page. Until then it shows the text that came with the portal.</param>
    public static GuidancePage For(GuidanceTopic topic) => new() { Slug = topic.Slug(), Text = DeliveredGuidance.Of(topic) };

    /// <summary>The text with the school's name in its place.</summary>
    public static string WithSchoolName(string text, string schoolName) =>
        text.Replace(SchoolNamePlace, schoolName, StringComparison.OrdinalIgnoreCase);

    /// <summary>SHA-256 of a text in UTF-8, in hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A text as it is kept: the disclaimer on one line.</summary>
    public static string Clean(GuidanceTopic topic, string? typed) => topic.IsPlainText() ? PlainText.CleanLine(typed) : PlainText.Clean(typed);

    /// <summary>Refuses when the form was opened on another text. Counted in saved texts, for a page that nobody has changed has no record.</summary>
    /// <param name="expected">The number of the latest version when the form was opened; 0 for none.</param>
    public Result CheckNumber(int expected) => expected == _versions.Count ? Result.Done : Error.Stale;

    /// <summary>Whether this person may change pages of guidance.</summary>
    public static Result CheckMayEdit(Actor by) => by.Holds(Roles.SeniorLeader) ? Result.Done : GuidanceErrors.OnlySeniorLeaders;

    /// <summary>Whether a text can be saved on a page.</summary>
    public static Result CheckText(GuidanceTopic topic, string? typed)
    {
        var text = Clean(topic, typed);
        if (text.Length == 0)
        {
            return GuidanceErrors.TextMissing;
        }

        var limit = topic.IsPlainText() ? DisclaimerMaximumLength : TextMaximumLength;
        return text.Length > limit ? GuidanceErrors.TooLong(limit) : Result.Done;
    }

    /// <summary>Saves another text. The same text again saves nothing.</summary>
    /// <param name="typed">The text, Markdown.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Save(string? typed, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var topic = Topic;
        if (CheckText(topic, typed) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var before = Text;
        if (Keep(Clean(topic, typed), by, at))
        {
            Record(new GuidanceChanged(_versions[^1].Number, before.Length, Text.Length, by, at));
        }

        return Result.Done;
    }

    /// <summary>Brings an earlier text back, as a new version.</summary>
    /// <param name="number">The version's number; 0 is the text that came with the portal.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result BringBack(int number, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var text = number == 0 ? DeliveredGuidance.Of(Topic) : _versions.Find(version => version.Number == number)?.Text;
        if (text is null)
        {
            return Error.NotFound;
        }

        if (!Keep(text, by, at))
        {
            return GuidanceErrors.AlreadyShown;
        }

        Record(new GuidanceBroughtBack(_versions[^1].Number, number, by, at));
        return Result.Done;
    }

    private GuidanceTopic Topic =>
        GuidanceTopics.Find(Slug) ?? throw new InvalidOperationException($"No page of guidance is known by {Slug}.");

    private bool Keep(string text, Actor by, DateTime at)
    {
        if (string.Equals(Text, text, StringComparison.Ordinal))
        {
            return false;
        }

        Text = text;
        _versions.Add(new GuidanceVersion(_versions.Count + 1, text, by.PersonId!.Value, at));
        return true;
    }
}
