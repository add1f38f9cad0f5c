using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Files that the demonstration's people hand in. All are made here, so that none is anybody's.</summary>
internal static class DemoFiles
{
    private const int Width = 360;
    private const int Height = 240;

    /// <summary>One page that every reader of PDF opens: header, objects, their places, trailer (ISO 32000-1, 7.5).</summary>
    /// <param name="heading">The heading, in plain letters without brackets.</param>
    /// <param name="line">The line below it.</param>
    public static byte[] Pdf(string heading, string line)
    {
        var text = $"BT /F1 24 Tf 72 700 Td ({heading}) Tj /F1 14 Tf 0 -40 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var document = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        for (var number = 1; number <= objects.Length; number++)
        {
            places.Append(CultureInfo.InvariantCulture, $"{document.Length:D10} 00000 n \n");
            document.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var start = document.Length;
        document.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{places}");
        document.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(document.ToString());
    }

    /// <summary>An e-mail with its headers, as a mail program saves it (RFC 5322).</summary>
    /// <param name="from">Whom it is from.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">What it says.</param>
    /// <param name="at">When it was written, UTC.</param>
    public static byte[] Email(string from, string subject, string text, DateTime at) => Encoding.ASCII.GetBytes(string.Join("\r\n",
    [
        $"From: {from}",
        "To: office@brierleyhill.example",
        $"Subject: {subject}",
        string.Create(CultureInfo.InvariantCulture, $"Date: {at:ddd, dd MMM yyyy HH:mm:ss} +0000"),
        "Message-ID: <demonstration@parents.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        text,
        "",
    ]));

    /// <summary>A picture, as of a screen with three messages, that holds where it was taken (PNG, third edition; Exif 2.32).</summary>
    public static byte[] PictureWithLocation()
    {
        // One byte of filter and one a point: 0 ink, 1 ground, 2 and 3 the bubbles of two people.
        var points = new byte[(Width + 1) * Height];
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                points[(row * (Width + 1)) + 1 + column] = Colour(column, row);
            }
        }

        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(points);
        }

        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", [.. Number(Width), .. Number(Height), 8, 3, 0, 0, 0]),
            .. Chunk("PLTE", [0x2B, 0x2B, 0x2B, 0xF3, 0xF2, 0xF1, 0xCF, 0xE4, 0xF5, 0xFF, 0xFF, 0xFF]),
            .. Chunk("eXIf", Location()),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte Colour(int column, int row)
    {
        for (var message = 0; message < 3; message++)
        {
            var (left, top) = (message % 2 == 0 ? 20 : 120, 20 + (message * 70));
            var (x, y) = (column - left, row - top);
            if (x is >= 0 and < 220 && y is >= 0 and < 56)
            {
                return y % 16 is >= 10 and < 14 && x > 14 && x < 200 - (y * 2) && x % 29 > 3 ? (byte)0 : (byte)(message % 2 == 0 ? 3 : 2);
            }
        }

        return 1;
    }

    // A directory that points to the one of the position: latitude 52° 28′ north. It is the middle of a lake.
    private static byte[] Location() =>
    [
        .. "MM\0*"u8, .. Number(8),
        0, 1, 0x88, 0x25, 0, 4, .. Number(1), .. Number(26), .. Number(0),
        0, 2, 0, 1, 0, 2, .. Number(2), (byte)'N', 0, 0, 0, 0, 2, 0, 5, .. Number(3), .. Number(56), .. Number(0),
        .. Number(52), .. Number(1), .. Number(28), .. Number(1), .. Number(0), .. Number(1),
    ];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Number(content.Length), .. checkedPart, .. Number((int)Checksum(checkedPart))];
    }

    // CRC-32 as PNG has it (annex D).
    private static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
