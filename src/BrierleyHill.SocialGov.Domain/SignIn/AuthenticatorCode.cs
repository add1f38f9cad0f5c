using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>
/// The codes of an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which is what every app takes for granted
/// when it reads a QR code. The time is told, never read: Identity's own provider reads the machine's clock.
/// </summary>
public static class AuthenticatorCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>How long one code is shown, in seconds.</summary>
    public const int StepSeconds = 30;

    /// <summary>How many steps a phone's clock may be off, either way (RFC 6238, section 6; section 5.2 advises one).</summary>
    public const int DriftSteps = 1;

    /// <summary>Length of a new key in bytes: that of the hash (RFC 4226, section 4, R6).</summary>
    public const int KeyLength = 20;

    private const int Modulus = 1_000_000;

    /// <summary>The step that an instant lies in.</summary>
    /// <param name="at">The instant, UTC.</param>
    public static long StepAt(DateTime at) => (long)Math.Floor((at - DateTime.UnixEpoch).TotalSeconds / StepSeconds);

    /// <summary>The code of a step.</summary>
    /// <param name="key">The key, as bytes.</param>
    /// <param name="step">The step.</param>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and the authenticator apps use HMAC-SHA-1; collisions do not weaken it here.")]
    public static string Of(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);

        // RFC 4226, section 5.3: the last four bits say where the 31 bits of the code begin.
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed, or <see langword="null"/> for a wrong code and for one that was accepted before: each code counts once,
    /// and so does every older one.
    /// </summary>
    /// <param name="key">The key, as bytes.</param>
    /// <param name="typed">What was typed; spaces between the digits are as people read them.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="lastAccepted">The step of the last code that was accepted.</param>
    public static long? FindStep(ReadOnlySpan<byte> key, string? typed, DateTime at, long? lastAccepted)
    {
        var code = Encoding.UTF8.GetBytes(Clean(typed));
        if (code.Length != Digits)
        {
            return null;
        }

        // Every candidate is looked at, so that the time it takes says nothing.
        long? found = null;
        var now = StepAt(at);
        for (var step = now - DriftSteps; step <= now + DriftSteps; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(Of(key, step))) && step > (lastAccepted ?? long.MinValue))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>A code without the spaces and hyphens that people type between its parts.</summary>
    public static string Clean(string? typed) =>
        string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character != '-'));
}
