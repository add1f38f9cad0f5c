using System.Buffers.Binary;
using System.IO.Compression;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Tells whether a picture holds where it was taken: the place in its Exif data, in its XMP packet, or the names of places in its IPTC
/// data. It never reads where. Whatever is broken, or says that it is larger than it is, counts as not there; nothing is decoded, and what
/// is compressed is unpacked to a small limit only.
/// </summary>
public static class PictureLocation
{
    private const int MostUnpacked = 1024 * 1024;
    private const int MostEntries = 512;
    private const ushort GpsPointer = 0x8825;

    /// <summary>Whether the picture holds it. What is no picture holds none.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="type">What it is.</param>
    public static bool IsHeldBy(ReadOnlySpan<byte> content, FileType type) => type switch
    {
        FileType.Jpeg => IsInJpeg(content),
        FileType.Png => IsInPng(content),
        FileType.WebP => IsInWebP(content),
        FileType.Pdf or FileType.Text or FileType.Email => false,
    };

    // Exif and XMP lie in application segments 1, IPTC in 13, all before the scan.
    private static bool IsInJpeg(ReadOnlySpan<byte> content)
    {
        var place = 2;
        while (place + 4 <= content.Length && content[place] == 0xFF)
        {
            var marker = content[place + 1];
            if (marker is 0xFF)
            {
                place++;
                continue;
            }

            if (marker is 0xDA or 0xD9)
            {
                return false;
            }

            var length = Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(content[(place + 2)..]));
            var segment = content.Slice(place + 4, Math.Clamp(length - 2, 0, content.Length - place - 4));
            if ((marker == 0xE1 && (IsInExif(segment) || IsInXmp(segment))) || (marker == 0xED && IsInIptc(segment)))
            {
                return true;
            }

            place += 2 + length;
        }

        return false;
    }

    private static bool IsInPng(ReadOnlySpan<byte> content)
    {
        var rest = content[8..];
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                return false;
            }

            var name = rest.Slice(4, 4);
            var chunk = rest.Slice(8, (int)length);
            if ((name.SequenceEqual("eXIf"u8) && IsInExif(chunk)) || (name.SequenceEqual("iTXt"u8) && IsInText(chunk)))
            {
                return true;
            }

            rest = rest[(12 + (int)length)..];
        }

        return false;
    }

    private static bool IsInWebP(ReadOnlySpan<byte> content)
    {
        var rest = content[12..];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - 8)
            {
                return false;
            }

            var name = rest[..4];
            var chunk = rest.Slice(8, (int)length);
            if ((name.SequenceEqual("EXIF"u8) && IsInExif(chunk)) || (name.SequenceEqual("XMP "u8) && IsInXmp(chunk)))
            {
                return true;
            }

            rest = rest[Math.Min(rest.Length, 8 + (int)length + (int)(length & 1))..];
        }

        return false;
    }

    // Keyword, zero, whether compressed, method, language, zero, translated keyword, zero, text (PNG, third edition, 11.3.3.4).
    private static bool IsInText(ReadOnlySpan<byte> chunk)
    {
        if (!chunk.StartsWith("XML:com.adobe.xmp\0"u8) || chunk.Length < 22)
        {
            return false;
        }

        var isCompressed = chunk[18] == 1;
        var rest = chunk[20..];
        for (var text = 0; text < 2; text++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }

        return IsInXmp(isCompressed ? Unpack(rest) : rest);
    }

    private static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var unpacked = new byte[MostUnpacked];
        var length = 0;
        try
        {
            using var source = new MemoryStream(packed.ToArray());
            using var stream = new ZLibStream(source, CompressionMode.Decompress);
            while (length < unpacked.Length && stream.Read(unpacked, length, unpacked.Length - length) is > 0 and var read)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // Broken: what was unpacked so far counts.
        }

        return unpacked[..length];
    }

    // The properties of a place, by their names alone (Exif for XMP, ISO 16684-2; IPTC Extension).
    private static bool IsInXmp(ReadOnlySpan<byte> packet) =>
        packet.IndexOf("GPSLatitude"u8) >= 0 || packet.IndexOf("GPSLongitude"u8) >= 0
        || packet.IndexOf("LocationCreated"u8) >= 0 || packet.IndexOf("photoshop:City"u8) >= 0 || packet.IndexOf("Iptc4xmpCore:Location"u8) >= 0;

    // Data set 2:90 is the city, 2:92 the place within it (IPTC IIM 4.2).
    private static bool IsInIptc(ReadOnlySpan<byte> segment) =>
        segment.StartsWith("Photoshop 3.0\0"u8)
        && (segment.IndexOf((ReadOnlySpan<byte>)[0x1C, 0x02, 90]) >= 0 || segment.IndexOf((ReadOnlySpan<byte>)[0x1C, 0x02, 92]) >= 0);

    // A TIFF structure: its first directory points to the one of the position, which holds a latitude or a longitude (Exif 2.32, 4.6.6).
    private static bool IsInExif(ReadOnlySpan<byte> segment)
    {
        var tiff = segment.StartsWith("Exif\0\0"u8) ? segment[6..] : segment;
        var isBigEndian = tiff.StartsWith("MM\0*"u8);
        if (!isBigEndian && !tiff.StartsWith("II*\0"u8))
        {
            return false;
        }

        return Long(tiff, 4, isBigEndian) is { } first
            && Find(tiff, first, isBigEndian, tag => tag == GpsPointer) is { } pointer
            && Long(tiff, pointer + 8, isBigEndian) is { } position
            && Find(tiff, position, isBigEndian, tag => tag is 2 or 4) is not null;
    }

    /// <summary>Where an entry of a directory begins. Each has twelve bytes: tag, type, number of values, value or place.</summary>
    private static long? Find(ReadOnlySpan<byte> tiff, long directory, bool isBigEndian, Func<ushort, bool> isWanted)
    {
        if (Short(tiff, directory, isBigEndian) is not { } entries)
        {
            return null;
        }

        for (var number = 0; number < Math.Min((int)entries, MostEntries); number++)
        {
            var entry = directory + 2 + (number * 12L);
            if (Short(tiff, entry, isBigEndian) is not { } tag)
            {
                return null;
            }

            if (isWanted(tag) && Long(tiff, entry + 4, isBigEndian) > 0)
            {
                return entry;
            }
        }

        return null;
    }

    private static ushort? Short(ReadOnlySpan<byte> tiff, long place, bool isBigEndian) =>
        place < 0 || place > tiff.Length - 2 ? null
        : isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(tiff[(int)place..])
        : BinaryPrimitives.ReadUInt16LittleEndian(tiff[(int)place..]);

    private static uint? Long(ReadOnlySpan<byte> tiff, long place, bool isBigEndian) =>
        place < 0 || place > tiff.Length - 4 ? null
        : isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(tiff[(int)place..])
        : BinaryPrimitives.ReadUInt32LittleEndian(tiff[(int)place..]);
}
