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

    private static ReadOnlySpan<byte> ZipEnd => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <summary>What the content is, or why it is not taken.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="field">The field of the form that it came by.</param>
    /// <param name="rule">What is taken for the purpose.</param>
    public static Result<FileType> Detect(ReadOnlySpan<byte> content, string field, FileRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (content.IsEmpty)
        {
            return FileErrors.Empty(field);
        }

        if (TypeOf(content) is not { } type || !rule.Types.Contains(type))
        {
            return FileErrors.NotTaken(field, rule);
        }

        var isWhole = type switch
        {
            FileType.Pdf => IsWholePdf(content),
            FileType.Png => IsWholePng(content),
            FileType.Jpeg => IsWholeJpeg(content),
            FileType.WebP => IsWholeWebP(content),
            FileType.Text or FileType.Email => true,
        };
        return !isWhole ? FileErrors.NotWhole(field, type, rule)
            : IsArchiveToo(content) || (type == FileType.Jpeg && HasAnotherFileBehind(content)) ? FileErrors.TwoInOne(field, type)
            : type;
    }

    /// <summary>What browsers are told that the file is.</summary>
    public static string ContentTypeOf(FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.WebP => "image/webp",
        FileType.Text => "text/plain",
        FileType.Email => "message/rfc822",
    };

    /// <summary>Whether it is a picture that browsers show.</summary>
    public static bool IsPicture(FileType type) => type is FileType.Png or FileType.Jpeg or FileType.WebP;

    // By the beginning, which text has none of: what is left when every other kind is ruled out may be an e-mail or plain text.
    private static FileType? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? FileType.Pdf
        : content.StartsWith(PngSignature) ? FileType.Png
        : content.StartsWith(JpegStart) ? FileType.Jpeg
        : content.StartsWith("RIFF"u8) && content.Length >= 12 && content.Slice(8, 4).SequenceEqual("WEBP"u8) ? FileType.WebP
        : EmailSignature.IsEmail(content) ? FileType.Email
        : TextSignature.IsPlainText(content) ? FileType.Text
        : null;

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

            hasFrame |= IsFrame(marker);
            place += marker is 0x01 or (>= 0xD0 and <= 0xD7)
                ? 2
                : 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(content[(place + 2)..]));
        }

        return false;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // The chunks fill the container exactly, and a picture is among them (RFC 9649, section 2).
    private static bool IsWholeWebP(ReadOnlySpan<byte> content)
    {
        if (content.Length < 20 || BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) != content.Length - 8)
        {
            return false;
        }

        var rest = content[12..];
        var (isFirst, hasPicture) = (true, false);
        while (rest.Length >= 8)
        {
            var name = rest[..4];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var padded = (long)length + (length & 1);
            if (padded > rest.Length - 8)
            {
                return false;
            }

            var isPicture = name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8);
            if (isFirst && !isPicture && !name.SequenceEqual("VP8X"u8))
            {
                return false;
            }

            isFirst = false;
            hasPicture |= isPicture || name.SequenceEqual("ANMF"u8);
            rest = rest[(8 + (int)padded)..];
        }

        return hasPicture && rest.IsEmpty;
    }

    // A ZIP is read from its end: the end record's comment leads exactly to the end of the file, and the directory lies before it
    // (APPNOTE 4.3.16). Programs open such a file as an archive, whatever it begins with.
    private static bool IsArchiveToo(ReadOnlySpan<byte> content)
    {
        const int EndRecord = 22;
        var from = Math.Max(0, content.Length - EndRecord - ushort.MaxValue);
        var tail = content[from..];
        for (var place = tail.LastIndexOf(ZipEnd); place >= 0; place = tail[..place].LastIndexOf(ZipEnd))
        {
            if (tail.Length - place < EndRecord)
            {
                continue;
            }

            var record = tail[place..];
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            var directory = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            var begins = from + place - (long)directory;
            if (EndRecord + comment == record.Length && directory > 0 && begins >= 0 && content[(int)begins..].StartsWith("PK\u0001\u0002"u8))
            {
                return true;
            }
        }

        return false;
    }

    // Phones write a film or a second picture behind the end of a picture, which is taken with it. Archives, documents, programs and
    // markup have no business there.
    private static bool HasAnotherFileBehind(ReadOnlySpan<byte> content)
    {
        var behind = content[EndOfPicture(content)..].TrimStart((ReadOnlySpan<byte>)[0, (byte)' ', (byte)'\r', (byte)'\n', (byte)'\t']);
        return behind.StartsWith("PK\u0003\u0004"u8) || behind.StartsWith("Rar!"u8) || behind.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
            || behind.StartsWith("%PDF-"u8) || behind.StartsWith("MZ"u8) || behind.StartsWith("\u007fELF"u8) || behind.StartsWith("#!"u8) || behind.StartsWith("<"u8);
    }

    // Where the first picture of a JPEG ends: in what is coded, 0xFF is followed by zero or by a restart mark, and every other mark by a
    // length (ITU-T T.81, B.1.1). What does not fit ends at the last end mark.
    private static int EndOfPicture(ReadOnlySpan<byte> content)
    {
        var place = 2;
        while (place + 3 < content.Length && content[place] == 0xFF && content[place + 1] is not 0xD9)
        {
            var marker = content[place + 1];
            place += marker is 0xFF ? 1
                : marker is 0x01 or (>= 0xD0 and <= 0xD7) ? 2
                : 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(content[(place + 2)..]));
            if (marker != 0xDA || place >= content.Length)
            {
                continue;
            }

            while (place + 1 < content.Length && (content[place] != 0xFF || content[place + 1] is 0x00 or (>= 0xD0 and <= 0xD7)))
            {
                place++;
            }
        }

        return place + 1 < content.Length && content[place] == 0xFF && content[place + 1] == 0xD9
            ? place + 2
            : Math.Max(0, content.LastIndexOf(JpegEnd)) + JpegEnd.Length;
    }
}
