using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>
/// The web address of a posting. Two addresses of one posting are told as one: the scheme, "www." and "m.", the order of the query, what
/// services add to follow people about, and what follows the hash make no difference.
/// </summary>
public sealed record MentionLink
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaximumLength = 1000;

    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "pk_", "__cft__", "__tn__"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "igshid", "igsh", "si", "ref", "ref_src", "ref_url", "mibextid", "rdid", "share_url", "s", "t", "feature", "cmpid", "ocid",
    };

    private MentionLink(string address, string host, string normalised)
    {
        Address = address;
        Host = host;
        Hash = MentionKey.HashOf("link", normalised);
        Normalised = normalised;
    }

    /// <summary>The address to open: http or https, without a name or password in it.</summary>
    public string Address { get; }

    /// <summary>The site, in small letters, without "www.".</summary>
    public string Host { get; }

    /// <summary>What two addresses of one posting have in common.</summary>
    public string Normalised { get; }

    /// <summary>SHA-256 of <see cref="Normalised"/>, by which the posting is known again when nothing else of it is kept.</summary>
    public string Hash { get; }

    /// <summary>Reads an address as people paste it or a feed holds it, or gives <see langword="null"/> for what is none. The scheme may be left out.</summary>
    public static MentionLink? Read(string? typed)
    {
        var text = PlainText.CleanLine(typed);
        if (text.Length is 0 or > MaximumLength || text.Any(character => char.IsWhiteSpace(character) || character is '"' or '<' or '>' or '\\'))
        {
            return null;
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
            || !address.IdnHost.Contains('.', StringComparison.Ordinal)
            || address.AbsoluteUri.Length > MaximumLength)
        {
            return null;
        }

        return LeadsOnTo(address) is { } inner && Read(inner) is { } target ? target : Of(address);
    }

    private static MentionLink Of(Uri address)
    {
        var host = WithoutPrefix(address.IdnHost.ToLowerInvariant().TrimEnd('.'));
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var query = Query(address).Where(pair => !IsTracking(pair.Name, host)).Select(pair => $"{pair.Name}={pair.Value}").Order(StringComparer.Ordinal);
        return new MentionLink(address.AbsoluteUri, host, $"{host}{port}{address.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}");
    }

    // The alert services wrap each address in one of their own, which differs from alert to alert.
    private static string? LeadsOnTo(Uri address) =>
        address is { AbsolutePath: "/url" } && WithoutPrefix(address.IdnHost.ToLowerInvariant()).StartsWith("google.", StringComparison.Ordinal)
            ? Query(address).Where(pair => pair.Name is "url" or "q").Select(pair => Uri.UnescapeDataString(pair.Value)).FirstOrDefault(inner => inner.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            : null;

    // A single letter is tracking on the networks that use it so, and may be the article's number elsewhere.
    private static bool IsTracking(string name, string host) =>
        Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || (Tracking.Contains(name) && (name.Length > 1 || host is "x.com" or "twitter.com" or "youtube.com" or "youtu.be"));

    private static IEnumerable<(string Name, string Value)> Query(Uri address) => address.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .Select(pair => (pair[0], pair.Length > 1 ? pair[1] : ""));

    private static string WithoutPrefix(string host)
    {
        foreach (var prefix in (string[])["www.", "m.", "mobile."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.'))
            {
                return host[prefix.Length..];
            }
        }

        return host;
    }
}

/// <summary>What a posting is known again by: the hash of its address, or of the number that a feed gave it. Unique over all mentions.</summary>
public sealed class MentionKey
{
    private MentionKey()
    {
    }

    internal MentionKey(string hash) => Hash = hash;

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>SHA-256, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash of something that tells a posting from others.</summary>
    /// <param name="kind">What it is, so that an address and a number that read alike are two.</param>
    /// <param name="value">Its value.</param>
    public static string HashOf(string kind, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{value}")));
}
