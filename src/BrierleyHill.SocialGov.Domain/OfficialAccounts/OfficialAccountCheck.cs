using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.OfficialAccounts;

/// <summary>An account of the school as anybody may know it. Nothing about a person is in it.</summary>
/// <param name="Name">The name agreed.</param>
/// <param name="Platform">Where it is kept.</param>
/// <param name="PlatformName">The platform's name, where it is one of the less common; else "".</param>
/// <param name="Handle">The handle; "" where it has none or it is not told.</param>
/// <param name="WebAddress">The canonical address, or <see langword="null"/> where it is not told.</param>
/// <param name="Normalised">The address as it is compared.</param>
/// <param name="Openness">Whether anybody can see what is posted.</param>
/// <param name="Since">Since when it is in use, London; <see langword="null"/> where that is not known.</param>
public sealed record OfficialAccount(
    string Name, Platform Platform, string PlatformName, string Handle, string? WebAddress, string Normalised, Openness Openness, DateOnly? Since)
{
    /// <summary>The platform in words.</summary>
    public string PlatformInWords => PlatformName.Length > 0 ? PlatformName : Platform.InWords();

    /// <summary>
    /// The account without what opens it. A class on a learning platform is joined by its link or code: the list tells that there is one, and
    /// the school hands out the way in.
    /// </summary>
    public OfficialAccount ForEverybody() => Platform == Platform.LearningPlatform ? this with { Handle = "", WebAddress = null } : this;
}

/// <summary>What the answer to "is this account really the school's?" comes to.</summary>
public enum CheckVerdict
{
    /// <summary>Nothing was asked.</summary>
    NothingAsked,

    /// <summary>Yes: it is this account.</summary>
    Official,

    /// <summary>It is the school's handle on one platform, and nowhere else.</summary>
    OfficialOnlyThere,

    /// <summary>No, but it resembles one.</summary>
    LooksAlike,

    /// <summary>No.</summary>
    NotOfficial,

    /// <summary>It cannot be told from what was pasted.</summary>
    CannotTell,
}

/// <summary>Why it cannot be told.</summary>
public enum CannotTellBecause
{
    /// <summary>It is neither an address nor a handle.</summary>
    NotReadable,

    /// <summary>It is longer than any address.</summary>
    TooLong,

    /// <summary>It leads to a post or another page, which anybody can have written.</summary>
    NotAnAccount,

    /// <summary>A short link hides where it leads.</summary>
    ShortLink,
}

/// <summary>The answer.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Accounts">The account that it is, the accounts whose handle it is, or those that it resembles.</param>
/// <param name="Because">Why it cannot be told.</param>
public sealed record CheckAnswer(CheckVerdict Verdict, IReadOnlyList<OfficialAccount> Accounts, CannotTellBecause? Because = null);

/// <summary>
/// Answers whether a pasted address or handle is the school's (clauses ADM-2, BEH-2). Yes is said for an address that is equal to a recorded
/// one, as the platform itself tells addresses apart, and for nothing else: however much it resembles one, however it was decorated.
/// </summary>
public static class OfficialAccountCheck
{
    /// <summary>The longest text that is looked at, in characters.</summary>
    public const int LongestQuestion = PlatformAddress.WebAddressMaximumLength;

    private const int MostResemblances = 3;

    /// <summary>Answers.</summary>
    /// <param name="pasted">What was pasted.</param>
    /// <param name="accounts">The school's accounts that are in use.</param>
    /// <param name="schoolName">The school's name: a handle that carries it is one to be careful with.</param>
    public static CheckAnswer Answer(string? pasted, IReadOnlyList<OfficialAccount> accounts, string schoolName)
    {
        var text = PlainText.CleanLine(pasted);
        if (text.Length == 0)
        {
            return new CheckAnswer(CheckVerdict.NothingAsked, []);
        }

        if (text.Length > LongestQuestion)
        {
            return new CheckAnswer(CheckVerdict.CannotTell, [], CannotTellBecause.TooLong);
        }

        var read = PlatformAddress.ReadPasted(text);
        if (accounts.FirstOrDefault(account => read.Certain.Contains(account.Normalised, StringComparer.Ordinal)) is { } certain)
        {
            return new CheckAnswer(CheckVerdict.Official, [certain]);
        }

        if (read.IsShortLink)
        {
            return new CheckAnswer(CheckVerdict.CannotTell, [], CannotTellBecause.ShortLink);
        }

        // A post is anybody's, also one that shows the school's name in its address. A name that the platform does not even have is only a likeness.
        var pieces = Pieces(Uri.UnescapeDataString(text));
        if (read.NotAnAccountOf is not null)
        {
            return read.HasOnePart && accounts.Where(account => Resembles(pieces, account)).Take(MostResemblances).ToList() is { Count: > 0 } like
                ? new CheckAnswer(CheckVerdict.LooksAlike, like)
                : new CheckAnswer(CheckVerdict.CannotTell, [], CannotTellBecause.NotAnAccount);
        }

        // A handle says nothing of the platform: it is the school's there, and may be anybody's elsewhere.
        if (!read.IsAddress
            && accounts.Where(account => read.Named.Any(named => named.Normalised == account.Normalised)).ToList() is { Count: > 0 } there)
        {
            return new CheckAnswer(CheckVerdict.OfficialOnlyThere, there);
        }

        OfficialAccount[] alike = [.. accounts.Where(account => Resembles(pieces, account)).Take(MostResemblances)];
        if (alike.Length > 0 || pieces.Any(piece => Likeness.Between(piece, schoolName)))
        {
            return new CheckAnswer(CheckVerdict.LooksAlike, alike);
        }

        return read.IsAddress || read.Named.Count > 0 || read.Certain.Count > 0 || HidesWhereItLeads(text)
            ? new CheckAnswer(CheckVerdict.NotOfficial, [])
            : new CheckAnswer(CheckVerdict.CannotTell, [], CannotTellBecause.NotReadable);
    }

    // An address with a name before its host, another scheme, and the like: what it is not is certain.
    private static bool HidesWhereItLeads(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && (text.Contains('/', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal));

    private static bool Resembles(IReadOnlyList<string> pieces, OfficialAccount account) =>
        Names(account).Any(name => pieces.Any(piece => Likeness.Between(piece, name)));

    // What people know the account by. A host that many share is no name of anybody's: of "ourschool.bsky.social" it is "ourschool".
    private static IEnumerable<string> Names(OfficialAccount account)
    {
        yield return account.Name;
        var known = account.Normalised[(account.Normalised.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var last = known.Split('/')[^1].TrimStart('@');
        switch (account.Platform)
        {
            case Platform.Mastodon:
                yield return last.Split('@')[0];
                break;
            case Platform.Bluesky:
                yield return last;
                yield return last.Split('.')[0];
                break;
            case Platform.Blog or Platform.Other:
                var host = known.Split('/')[0];
                yield return host;
                yield return host.Split('.').FirstOrDefault(label => label is not ("blog" or "news" or "social")) ?? host;
                // A short last part, such as "books", is everybody's.
                if (last != known && last.Length >= 8)
                {
                    yield return last;
                }

                break;
            default:
                yield return last;
                break;
        }
    }

    // The parts of an address that carry a name. Of a host it is the labels, and all of it together, for "our-school.evil.example" and "ourschoolblog.example" alike.
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var part in text.Split(['/', '?', '#', '=', '&', ':', '@', ' ', ';', ',', '%', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var shown = part.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || part.Contains(".xn--", StringComparison.OrdinalIgnoreCase)
                ? WebLocation.Read(part)?.HostInLetters() ?? part
                : part;
            if (IsOfNoPlatform(shown))
            {
                pieces.Add(shown);
                pieces.AddRange(shown.Split('.').Where(label => label.Length > 3));
            }
        }

        if (text.Contains(' ', StringComparison.Ordinal))
        {
            pieces.Add(text);
        }

        return pieces;
    }

    // The platform's own host, and the words of its paths, are no likeness.
    private static bool IsOfNoPlatform(string part) =>
        part.ToLowerInvariant() is not ("http" or "https" or "www" or "groups" or "company" or "school" or "showcase" or "channel" or "profile" or "users" or "user" or "c" or "p")
        && (WebLocation.Read(part) is not { } location || PlatformAddressRules.PlatformOf(location) is null);
}
