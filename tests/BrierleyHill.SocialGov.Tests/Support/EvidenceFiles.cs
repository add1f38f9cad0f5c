using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Files as people hand them in as evidence, and as somebody would who means harm. All are made here, byte by byte.</summary>
public static class EvidenceFiles
{
    /// <summary>A text.</summary>
    public static byte[] Text(string mark = "") => Encoding.UTF8.GetBytes($"12/03/2026, 10:00 – Somebody: this is what was written. £5 “really” {mark}\r\n");

    /// <summary>An e-mail with an attachment, as a mail program saves it.</summary>
    public static byte[] Email(string mark = "") => Encoding.ASCII.GetBytes(string.Join("\r\n",
    [
        "Return-Path: <somebody@parents.example>",
        "Received: from mail.parents.example by mx.school.example; Tue, 10 Mar 2026 09:12:00 +0000",
        "From: \"Some Body\" <somebody@parents.example>",
        "To: office@school.example",
        "Subject: About last week",
        "Date: Tue, 10 Mar 2026 09:11:58 +0000",
        "Message-ID: <1@parents.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        $"I am not happy. {mark}",
        "",
    ]));

    /// <summary>A JPEG with the given application segments.</summary>
    public static byte[] Jpeg(params (byte Marker, byte[] Content)[] segments) =>
    [
        0xFF, 0xD8,
        .. segments.SelectMany(segment => (byte[])[0xFF, segment.Marker, .. Big16(segment.Content.Length + 2), .. segment.Content]),
        0xFF, 0xC0, 0x00, 0x04, 3, 4, 0xFF, 0xDA, 0x00, 0x04, 5, 6, 7, 8, 0xFF, 0x00, 9, 0xFF, 0xD0, 10, 0xFF, 0xD9,
    ];

    /// <summary>A JPEG that says where it was taken, as a phone writes it.</summary>
    public static byte[] JpegWithLocation(bool isBigEndian = false) => Jpeg((0xE1, [.. "Exif\0\0"u8, .. Exif(isBigEndian)]));

    /// <summary>The same without the place.</summary>
    public static byte[] JpegWithoutLocation() => Jpeg((0xE1, [.. "Exif\0\0"u8, .. Exif(isBigEndian: false, positionTag: 29)]), (0xFE, [.. "A comment"u8]));

    /// <summary>A JPEG with markup in its comment.</summary>
    public static byte[] JpegWithMarkup() => Jpeg((0xFE, [.. "<html><script>alert(1)</script></html>"u8]));

    /// <summary>A TIFF structure with a directory of the position (Exif 2.32): latitude and longitude where the tag is 2.</summary>
    public static byte[] Exif(bool isBigEndian, ushort positionTag = 2)
    {
        byte[] Short(int value) => isBigEndian ? Big16(value) : Little32(value)[..2];
        byte[] Long(int value) => isBigEndian ? Big32(value) : Little32(value);
        return
        [
            .. (isBigEndian ? "MM\0*"u8 : "II*\0"u8), .. Long(8),
            // The first directory: one entry, which points to the one of the position.
            .. Short(1), .. Short(0x8825), .. Short(4), .. Long(1), .. Long(26), .. Long(0),
            // The position: 52° 28′ north.
            .. Short(2), .. Short(1), .. Short(2), .. Long(2), (byte)'N', 0, 0, 0, .. Short(positionTag), .. Short(5), .. Long(3), .. Long(56), .. Long(0),
            .. Long(52), .. Long(1), .. Long(28), .. Long(1), .. Long(0), .. Long(1),
        ];
    }

    /// <summary>A PNG with further chunks before its end.</summary>
    public static byte[] Png(params (string Name, byte[] Content)[] chunks) =>
    [
        .. Trainings.Png[..^12],
        .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Content)),
        .. Trainings.Png[^12..],
    ];

    /// <summary>An XMP packet in the PNG's text chunk.</summary>
    public static byte[] PngText(byte[] packet, bool isCompressed) => [.. "XML:com.adobe.xmp\0"u8, (byte)(isCompressed ? 1 : 0), 0, 0, 0, .. (isCompressed ? Deflate(packet) : packet)];

    /// <summary>An XMP packet with a place.</summary>
    public static byte[] Xmp { get; } = Encoding.UTF8.GetBytes("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:Description exif:GPSLatitude=\"52,28N\"/></x:xmpmeta>");

    /// <summary>A WebP with further chunks.</summary>
    public static byte[] WebP(params (string Name, byte[] Content)[] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. RiffChunk("VP8 ", [1, 2, 3]), .. chunks.SelectMany(chunk => RiffChunk(chunk.Name, chunk.Content))];
        return [.. "RIFF"u8, .. Little32(body.Length), .. body];
    }

    /// <summary>A ZIP archive.</summary>
    /// <param name="comment">What stands behind its end record.</param>
    /// <param name="zeros">How many zeros the file in it unpacks to.</param>
    public static byte[] Zip(string comment = "", int zeros = 100)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = comment;
            using var entry = archive.CreateEntry("a.txt", CompressionLevel.SmallestSize).Open();
            var block = new byte[Math.Min(zeros, 1024 * 1024)];
            for (var written = 0; written < zeros; written += block.Length)
            {
                entry.Write(block);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A PDF that is an archive as well: what looks from the front sees one, what looks from the end the other.</summary>
    public static byte[] PdfAndZip()
    {
        // The offsets count from the beginning of the archive; programs that unpack allow for what stands before it.
        var comment = "\n%%EOF\n";
        return [.. Trainings.Pdf(), .. Zip(comment)];
    }

    /// <summary>Zeros, packed by zlib.</summary>
    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(string name, byte[] content) => [.. Big32(content.Length), .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];

    private static byte[] RiffChunk(string name, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(name), .. Little32(content.Length), .. content, .. new byte[content.Length % 2]];

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Big32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
