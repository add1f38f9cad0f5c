using System.Buffers.Binary;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Tells what a file is by its content; its name and what the browser calls it count for nothing. It is strict about the beginning and
/// looks for the end, so that a program that is called .pdf, or carries a PDF inside it, is not taken in. It does not judge what the
/// document says or does when it is opened: files leave the portal as downloads alone.
/// </summary>
public static class FileSignatures
{
    // A PDF says its end within the last 1024 bytes (Adobe's implementation notes to ISO 32000-1, H.3, 18).
    private const int PdfEnd = 1024;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <summary>What the content is, or why it is not taken.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="field">The field of the form that it came by.</param>
    public static Result<FileType> Detect(ReadOnlySpan<byte> content, string field)
    {
        if (content.IsEmpty)
        {
            return FileErrors.Empty(field);
        }

        FileType type;
        bool isWhole;
        if (content.StartsWith("%PDF-"u8))
        {
            (type, isWhole) = (FileType.Pdf, IsWholePdf(content));
        }
        else if (content.StartsWith(PngSignature))
        {
            (type, isWhole) = (FileType.Png, IsWholePng(content));
        }
        else if (content.StartsWith(JpegStart))
        {
            (type, isWhole) = (FileType.Jpeg, IsWholeJpeg(content));
        }
        else
        {
            return FileErrors.NotTaken(field);
        }

        return isWhole ? type : FileErrors.NotWhole(field, type);
    }

    /// <summary>What browsers are told that the file is.</summary>
    public static string ContentTypeOf(FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
    };

    private static bool IsWholePdf(ReadOnlySpan<byte> content) =>
        content.Length > 8
        && char.IsAsciiDigit((char)content[5]) && content[6] == '.' && char.IsAsciiDigit((char)content[7])
        && content[Math.Max(8, content.Length - PdfEnd)..].IndexOf("%%EOF"u8) >= 0;

    // The chunks lead from the header to the end, one behind the other, and nothing follows (PNG, third edition, section 5).
    private static bool IsWholePng(ReadOnlySpan<byte> content)
    {
        var rest = content[PngSignature.Length..];
        var (isFirst, hasData) = (true, false);
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                return false;
            }

            var name = rest.Slice(4, 4);
            if (isFirst && (!name.SequenceEqual("IHDR"u8) || length != 13))
            {
                return false;
            }

            isFirst = false;
            hasData |= name.SequenceEqual("IDAT"u8);
            rest = rest[(12 + (int)length)..];
            if (name.SequenceEqual("IEND"u8))
            {
                return hasData && rest.IsEmpty;
            }
        }

        return false;
    }

    // The segments lead from the start over a frame to the scan, and the end is there (ITU-T T.81, annex B). Cameras write more behind it.
    private static bool IsWholeJpeg(ReadOnlySpan<byte> content)
    {
        var place = 2;
        var hasFrame = false;
        while (place + 3 < content.Length)
        {
            if (content[place] != 0xFF)
            {
                return false;
            }

            var marker = content[place + 1];
            if (marker == 0xFF)
            {
                place++;
                continue;
            }

            if (marker == 0xDA)
            {
                return hasFrame && content[place..].LastIndexOf(JpegEnd) > 0;
            }

            if (marker is 0x00 or 0xD8 or 0xD9)
            {
                return false;
            }

            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            place += marker is 0x01 or (>= 0xD0 and <= 0xD7)
                ? 2
                : 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(content[(place + 2)..]));
        }

        return false;
    }
}
