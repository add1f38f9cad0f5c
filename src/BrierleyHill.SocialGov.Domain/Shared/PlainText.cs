using System.Buffers;
using System.Globalization;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>Brings what people type or paste into the form in which it is kept.</summary>
public static class PlainText
{
    /// <summary>
    /// Trims, unifies line ends to LF, and drops what nobody can see or means to type: control characters other than line end and
    /// tab, direction overrides (which can make a text read differently from what it says) and broken surrogate pairs.
    /// </summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return "";
        }

        // Nearly every text is clean already, and lists clean what they show.
        if (!typed.AsSpan().ContainsAny(ToLookAt))
        {
            return typed.Trim();
        }

        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var isLayout = rune.Value is '\n' or '\t';
            var isDirectionOverride = rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            if (isLayout || (!isDirectionOverride && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Trim();
    }

    // Controls, line ends of every kind, direction overrides, surrogates and the sign for what could not be read.
    private static readonly SearchValues<char> ToLookAt = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(code => code is not ('\n' or '\t')).Select(code => (char)code),
        .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
        .. Enumerable.Range(0x2028, 7).Select(code => (char)code),
        .. Enumerable.Range(0x2066, 4).Select(code => (char)code),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
        '\uFFFD',
    ]);

    /// <summary>The same for what is kept on one line: line ends and tabs become a space.</summary>
    public static string CleanLine(string? typed)
    {
        var clean = Clean(typed);
        return clean.AsSpan().ContainsAny('\n', '\t')
            ? string.Join(' ', clean.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : clean;
    }
}
