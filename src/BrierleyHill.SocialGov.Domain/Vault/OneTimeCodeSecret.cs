using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>The hash that one-time codes are worked out with (RFC 6238, section 1.2).</summary>
public enum OneTimeCodeAlgorithm
{
    /// <summary>SHA-1, which nearly every platform uses.</summary>
    [Display(Name = "SHA-1")]
    Sha1,

    /// <summary>SHA-256.</summary>
    [Display(Name = "SHA-256")]
    Sha256,

    /// <summary>SHA-512.</summary>
    [Display(Name = "SHA-512")]
    Sha512,
}

/// <summary>
/// What an authenticator app is set up with: the key, and how codes are worked out from it (RFC 6238). Read from what a platform shows
/// beside its QR code: the key in Base32, or the whole address <c>otpauth://totp/…</c> (the key URI format of Google Authenticator).
/// </summary>
public sealed class OneTimeCodeSecret
{
    /// <summary>Shortest key, in bytes: the 16 letters that many platforms show.</summary>
    public const int FewestBytes = 10;

    /// <summary>Longest key, in bytes: a block of SHA-512.</summary>
    public const int MostBytes = 128;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Scheme = "otpauth://";
    private const string TimeBased = "totp";
    private const int BitsOfLetter = 5;
    private const int BitsOfByte = 8;

    private OneTimeCodeSecret(byte[] key, OneTimeCodeAlgorithm algorithm, int digits, int seconds) =>
        (Key, Algorithm, Digits, Seconds) = (key, algorithm, digits, seconds);

    /// <summary>The key.</summary>
    public byte[] Key { get; }

    /// <summary>The hash.</summary>
    public OneTimeCodeAlgorithm Algorithm { get; }

    /// <summary>How many digits a code has: 6 or 8.</summary>
    public int Digits { get; }

    /// <summary>For how many seconds a code holds: 30 or 60.</summary>
    public int Seconds { get; }

    /// <summary>The key in Base32, as an authenticator app takes it.</summary>
    public string Base32 => Encode(Key);

    /// <summary>How codes are worked out, in words.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Algorithm.InWords()}, {Digits} digits, a new code every {Seconds} seconds");

    /// <summary>Reads what was typed or pasted.</summary>
    public static Result<OneTimeCodeSecret> Read(string? typed)
    {
        var text = PlainText.CleanLine(typed);
        if (text.Length == 0)
        {
            return VaultErrors.SecretMissing(SecretKind.OneTimeCodeSecret);
        }

        return text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? ReadAddress(text[Scheme.Length..])
            : ReadKey(text, OneTimeCodeAlgorithm.Sha1, digits: 6, seconds: 30);
    }

    /// <summary>
    /// The address of a key that was typed by itself, with what was chosen beside it; an address that was pasted says it all, and stays as it is.
    /// </summary>
    public static string? Address(string? typed, OneTimeCodeAlgorithm algorithm, int digits, int seconds)
    {
        var text = PlainText.CleanLine(typed);
        return text.Length == 0 || text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Scheme}{TimeBased}/?algorithm={algorithm.ToString().ToUpperInvariant()}&digits={digits}&period={seconds}&secret={Uri.EscapeDataString(text)}");
    }

    /// <summary>The form in which it is encrypted: what <see cref="Read"/> reads, without label and issuer, which are no secret and of no use.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}{TimeBased}/?secret={Base32}&algorithm={Algorithm.ToString().ToUpperInvariant()}&digits={Digits}&period={Seconds}");

    private static Result<OneTimeCodeSecret> ReadAddress(string rest)
    {
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var kind = rest.Split('/', '?')[0];
        if (question < 0 || !kind.Equals(TimeBased, StringComparison.OrdinalIgnoreCase))
        {
            return VaultErrors.OtpauthWrong;
        }

        // The last of a name counts, as authenticator apps do it.
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in rest[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = pair.Split('=', 2);
            parts[halves[0]] = halves.Length == 2 ? Uri.UnescapeDataString(halves[1]) : "";
        }

        OneTimeCodeAlgorithm? algorithm = parts.GetValueOrDefault("algorithm", "SHA1").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SHA1" => OneTimeCodeAlgorithm.Sha1,
            "SHA256" => OneTimeCodeAlgorithm.Sha256,
            "SHA512" => OneTimeCodeAlgorithm.Sha512,
            _ => null,
        };
        int? digits = parts.GetValueOrDefault("digits", "6") switch { "6" => 6, "8" => 8, _ => null };
        int? seconds = parts.GetValueOrDefault("period", "30") switch { "30" => 30, "60" => 60, _ => null };
        return algorithm is { } hash && digits is { } length && seconds is { } period
            ? ReadKey(parts.GetValueOrDefault("secret", ""), hash, length, period)
            : VaultErrors.OtpauthWrong;
    }

    private static Result<OneTimeCodeSecret> ReadKey(string text, OneTimeCodeAlgorithm algorithm, int digits, int seconds)
    {
        var letters = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).TrimEnd('=').ToUpperInvariant();
        // Capitals of letters outside ASCII can be letters of the alphabet: ſ is one for S.
        if (!text.All(char.IsAscii) || letters.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)))
        {
            return VaultErrors.NotBase32;
        }

        if (letters.Length * BitsOfLetter / BitsOfByte < FewestBytes)
        {
            return VaultErrors.SecretTooShort;
        }

        // Lengths that no number of bytes encodes to (RFC 4648, section 6): a letter is missing.
        if (letters.Length % BitsOfByte is 1 or 3 or 6 || letters.Length * BitsOfLetter / BitsOfByte > MostBytes)
        {
            return VaultErrors.NotBase32;
        }

        return new OneTimeCodeSecret(Decode(letters), algorithm, digits, seconds);
    }

    private static byte[] Decode(string letters)
    {
        var bytes = new byte[letters.Length * BitsOfLetter / BitsOfByte];
        var (held, bits, next) = (0, 0, 0);
        foreach (var letter in letters)
        {
            held = ((held << BitsOfLetter) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += BitsOfLetter;
            if (bits >= BitsOfByte)
            {
                bits -= BitsOfByte;
                bytes[next++] = (byte)(held >> bits);
            }
        }

        return bytes;
    }

    private static string Encode(byte[] bytes)
    {
        var letters = new System.Text.StringBuilder((bytes.Length * BitsOfByte / BitsOfLetter) + 1);
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            held = ((held << BitsOfByte) | one) & 0xFFF;
            bits += BitsOfByte;
            while (bits >= BitsOfLetter)
            {
                bits -= BitsOfLetter;
                letters.Append(Alphabet[(held >> bits) & 0x1F]);
            }
        }

        if (bits > 0)
        {
            letters.Append(Alphabet[(held << (BitsOfLetter - bits)) & 0x1F]);
        }

        return letters.ToString();
    }
}
