using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Tells an e-mail as it was sent (RFC 5322) by its content: it begins with headers that say whom it is from and when it was written or
/// carried. Nothing of its body is unpacked or decoded, so nothing in it can make the portal work hard.
/// </summary>
public static class EmailSignature
{
    // Where the headers of an e-mail end, at the latest: mail servers refuse longer ones.
    private const int LongestHeaders = 256 * 1024;

    private static readonly HeaderId[] SaysWhen = [HeaderId.Date, HeaderId.Received, HeaderId.MessageId];

    /// <summary>Whether it is an e-mail.</summary>
    /// <param name="content">The whole file.</param>
    public static bool IsEmail(ReadOnlySpan<byte> content)
    {
        // A zero byte is in no e-mail, and in nearly every other kind of file.
        if (!BeginsLikeHeader(content) || content.Contains((byte)0))
        {
            return false;
        }

        var beginning = content[..Math.Min(content.Length, LongestHeaders)];
        var (unix, windows) = (beginning.IndexOf("\n\n"u8), beginning.IndexOf("\r\n\r\n"u8));
        var end = (unix, windows) switch
        {
            (< 0, < 0) => -1,
            (< 0, _) => windows + 4,
            (_, < 0) => unix + 2,
            _ => Math.Min(unix + 2, windows + 4),
        };
        if (end < 0)
        {
            return false;
        }

        try
        {
            using var stream = new MemoryStream(content[..end].ToArray());
            var headers = new MimeParser(stream, MimeFormat.Entity).ParseHeaders();
            return headers.Contains(HeaderId.From) && SaysWhen.Any(headers.Contains);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // A name of printable characters without a space, a colon, and within one line (RFC 5322, section 2.2).
    private static bool BeginsLikeHeader(ReadOnlySpan<byte> content)
    {
        var colon = content[..Math.Min(content.Length, 78)].IndexOf((byte)':');
        if (colon <= 0)
        {
            return false;
        }

        foreach (var character in content[..colon])
        {
            if (character is < 0x21 or > 0x7E)
            {
                return false;
            }
        }

        return true;
    }
}
