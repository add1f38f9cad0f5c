using System.Text;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>Bytes as capital letters and the digits 2 to 7 (RFC 4648, section 6), without padding: how authenticator apps take a key that is typed.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerCharacter = 5;

    /// <summary>Writes bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (pending, bits) = (0, 0);
        foreach (var value in bytes)
        {
            pending = (pending << 8) | value;
            bits += 8;
            while (bits >= BitsPerCharacter)
            {
                bits -= BitsPerCharacter;
                text.Append(Alphabet[(pending >> bits) & 0x1f]);
            }

            pending &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(pending << (BitsPerCharacter - bits)) & 0x1f]).ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It holds another character.</exception>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>();
        var (pending, bits) = (0, 0);
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("This is no text in base 32.");
            }

            pending = (pending << BitsPerCharacter) | value;
            bits += BitsPerCharacter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(pending >> bits));
                pending &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
