using System.Text;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Tells plain text by its content. Text has no beginning of its own, so it is what no program would take for anything else: every byte
/// belongs to a character that people write, and it does not begin like markup, a script or another kind of file.
/// </summary>
public static class TextSignature
{
    // What browsers take for a page or a document when nobody tells them what it is (WHATWG, MIME Sniffing, 7.1), SVG, and what other
    // programs act upon by its first characters.
    private static readonly string[] Beginnings =
    [
        "<!doctype", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style", "<title", "<b", "<body", "<br", "<p",
        "<!--", "<?", "<svg", "<!", "<%", "<img", "<object", "<embed", "<link", "<meta", "<form", "<math", "<xsl",
    ];

    private static readonly string[] OtherFiles = ["%pdf-", "%!ps", "gif87a", "gif89a", "{\\rtf", "#!", "@echo"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether it is plain text: UTF-8, UTF-16 with its mark, or the code page of older Windows programs.</summary>
    /// <param name="content">The whole file.</param>
    public static bool IsPlainText(ReadOnlySpan<byte> content) => Read(content) is { } text && IsWritten(text) && !IsSomethingElse(text);

    private static string? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content[2..]);
            }

            if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content[2..]);
            }

            return Strict.GetString(content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content);
        }
        catch (DecoderFallbackException)
        {
            // What says that it is UTF-16 and is not whole is nothing else.
            return content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? null : ReadOldWindows(content);
        }
    }

    // Windows-1252 has a character for every byte but five; in Latin-1 those between 0x80 and 0x9F are controls.
    private static string? ReadOldWindows(ReadOnlySpan<byte> content)
    {
        if (content.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0)
        {
            return null;
        }

        var text = new char[content.Length];
        for (var place = 0; place < text.Length; place++)
        {
            text[place] = content[place] is >= 0x80 and <= 0x9F ? '\u2022' : (char)content[place];
        }

        return new string(text);
    }

    private static bool IsWritten(string text)
    {
        var hasCharacter = false;
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f'))
            {
                return false;
            }

            hasCharacter |= !char.IsWhiteSpace(character) && character != '\uFEFF';
        }

        return hasCharacter;
    }

    private static bool IsSomethingElse(string text)
    {
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        foreach (var other in OtherFiles)
        {
            if (start.StartsWith(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var beginning in Beginnings)
        {
            // "<b" is markup where the name ends there: "<bob> hello" is a line of a chat.
            if (start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
                && (!char.IsAsciiLetterOrDigit(beginning[^1]) || start.Length == beginning.Length || start[beginning.Length] is '>' or '/' || char.IsWhiteSpace(start[beginning.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
