using BrierleyHill.SocialGov.Domain.Accounts;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>An account of the school as far as a guess needs it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Platform">Where it is.</param>
/// <param name="Handle">Its handle there, or <see langword="null"/> while it has none.</param>
public sealed record GuessableAccount(int Id, Platform Platform, string? Handle);

/// <summary>
/// Which account an e-mail of a platform seems to be about: the sender's domain says the platform, and the e-mail names the handle of
/// exactly one account there. Everything else is left to whoever looks at the draft: a wrong guess costs more than none.
/// </summary>
public static class DraftAccountGuess
{
    private const int ShortestHandle = 3;

    private static readonly (string Domain, Platform[] Platforms)[] Senders =
    [
        ("facebookmail.com", [Platform.Facebook, Platform.Instagram, Platform.Threads]),
        ("facebook.com", [Platform.Facebook]),
        ("instagram.com", [Platform.Instagram, Platform.Threads]),
        ("threads.net", [Platform.Threads]),
        ("threads.com", [Platform.Threads]),
        ("x.com", [Platform.X]),
        ("twitter.com", [Platform.X]),
        ("youtube.com", [Platform.YouTube]),
        ("tiktok.com", [Platform.TikTok]),
        ("linkedin.com", [Platform.LinkedIn]),
        ("bsky.app", [Platform.Bluesky]),
        ("bsky.social", [Platform.Bluesky]),
    ];

    /// <summary>The account, or <see langword="null"/> where it cannot be told.</summary>
    /// <param name="sender">The address that the e-mail came from.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">What it says.</param>
    /// <param name="accounts">The school's accounts.</param>
    public static int? Of(string? sender, string? subject, string? text, IEnumerable<GuessableAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var domain = sender?[(sender.LastIndexOf('@') + 1)..].Trim().TrimEnd('>', '.') ?? "";
        if (domain.Length == 0)
        {
            return null;
        }

        var words = $"{subject}\n{text}";
        var named = accounts
            .Where(account => IsFrom(account, domain) && account.Handle?.Trim().TrimStart('@').Split('@')[0] is { Length: >= ShortestHandle } handle && Names(words, handle))
            .Select(account => account.Id)
            .Distinct()
            .Take(2)
            .ToList();
        return named.Count == 1 ? named[0] : null;
    }

    // A server of Mastodon writes from its own domain, which the handle names: @school@mastodon.example.
    private static bool IsFrom(GuessableAccount account, string domain) => account.Platform == Platform.Mastodon
        ? account.Handle?.TrimStart('@').Split('@') is [_, { Length: > 0 } server] && IsOrIsUnder(domain, server)
        : Array.Exists(Senders, known => IsOrIsUnder(domain, known.Domain) && known.Platforms.Contains(account.Platform));

    private static bool IsOrIsUnder(string domain, string known) =>
        domain.Equals(known, StringComparison.OrdinalIgnoreCase)
        || (domain.EndsWith(known, StringComparison.OrdinalIgnoreCase) && domain[^(known.Length + 1)] == '.');

    private static bool Names(string words, string handle)
    {
        for (var at = words.IndexOf(handle, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(handle, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsPartOfHandle(words, at - 1, -1)) && (at + handle.Length == words.Length || !IsPartOfHandle(words, at + handle.Length, 1)))
            {
                return true;
            }
        }

        return false;
    }

    // A full stop or a hyphen belongs to a handle only where it goes on: "@school." ends a sentence.
    private static bool IsPartOfHandle(string words, int at, int onwards) =>
        char.IsLetterOrDigit(words[at])
        || words[at] == '_'
        || (words[at] is '.' or '-' && at + onwards >= 0 && at + onwards < words.Length && (char.IsLetterOrDigit(words[at + onwards]) || words[at + onwards] == '_'));
}
