using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>
/// A web address as people type or paste it, taken apart. What could make an address look like another is refused before anything else is
/// looked at: a name before the host, a port, a number for a host, another scheme, blanks and control characters.
/// </summary>
internal sealed class WebLocation
{
    private const int LongestHost = 253;

    private readonly string _fragment;

    private WebLocation(Uri address, string host)
    {
        Host = host;
        Path = address.AbsolutePath.TrimEnd('/');
        Segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Query = ReadQuery(address.Query);
        _fragment = address.Fragment;
    }

    /// <summary>The host: lower case, as DNS has it (other letters as <c>xn--…</c>), without a full stop at the end.</summary>
    public string Host { get; }

    /// <summary>The path as it is sent, without a slash at the end.</summary>
    public string Path { get; }

    /// <summary>The parts of the path.</summary>
    public string[] Segments { get; }

    /// <summary>What stands after the question mark, by name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Whether a script in the browser would go elsewhere by what follows the hash.</summary>
    public bool LeadsOnByFragment => _fragment.StartsWith("#!", StringComparison.Ordinal) || _fragment.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>Reads one, or <see langword="null"/> for what is none or hides where it leads. The scheme may be left out.</summary>
    public static WebLocation? Read(string typed)
    {
        if (typed.Length == 0 || typed.Any(character => character is '\\' or '"' or '<' or '>' || char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            return null;
        }

        var text = typed;
        if (!text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            // Before the first slash a colon is a port, a password or another scheme, and an at sign a name: none of them is an address of an account.
            if (text.StartsWith('/') || text.Split('/', '?', '#')[0].AsSpan().IndexOfAny(':', '@') >= 0)
            {
                return null;
            }

            text = "https://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0
            || text.Split('/', '?', '#')[2].Contains('@', StringComparison.Ordinal)
            || !address.IsDefaultPort
            || address.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        return HostOf(address) is { } host && IsHostName(host) ? new WebLocation(address, host) : null;
    }

    // Uri takes labels such as "xn--" followed by nothing, and throws only where their letters are asked for.
    private static string? HostOf(Uri address)
    {
        try
        {
            return address.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether it is a name of the Internet's DNS with at least two labels, the last of them no number (RFC 1035, RFC 1123, RFC 3696).</summary>
    public static bool IsHostName(string host)
    {
        var labels = host.Split('.');
        return host.Length <= LongestHost
            && labels.Length >= 2
            && Array.TrueForAll(labels, label => label.Length is > 0 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            && char.IsAsciiLetter(labels[^1][0]);
    }

    /// <summary>The host in the letters that people see.</summary>
    public string HostInLetters()
    {
        try
        {
            return new IdnMapping().GetUnicode(Host);
        }
        catch (ArgumentException)
        {
            return Host;
        }
    }

    private static Dictionary<string, string> ReadQuery(string query)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            read[pair[0]] = pair.Length > 1 ? pair[1] : "";
        }

        return read;
    }
}
