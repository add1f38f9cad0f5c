using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>
/// Encrypts what the vault keeps (clause ADM-3): ASP.NET Core Data Protection under the newest key of the vault's own ring, bound to the
/// secret's place. What was altered, moved, or lost its key does not open.
/// </summary>
/// <param name="ring">The keys.</param>
public sealed class VaultCipher(VaultKeyRing ring) : SecretCipher
{
    // A character that has no encoding is refused, instead of being stored as another.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc />
    public override Result CheckMayProtect() => ring.KeyForNewSecrets() is { IsRefused: true } refused ? refused.Error : Result.Done;

    /// <inheritdoc />
    public override string Protect(SecretPlace place, string secret)
    {
        var key = ring.KeyForNewSecrets();
        return key.IsRefused
            ? throw new InvalidOperationException(key.Error.Message)
            : Base64Url.EncodeToString(key.Value.For(place).Protect(Strict.GetBytes(secret)));
    }

    /// <inheritdoc />
    public override Result<string> Unprotect(SecretPlace place, string ciphertext)
    {
        if (VaultCiphertext.KeyOf(ciphertext) is not { } id || VaultCiphertext.Decode(ciphertext) is not { } payload)
        {
            return VaultErrors.CannotBeOpened;
        }

        // Another process may have made the key since the ring was read.
        if ((ring.Known.Readable(id) ?? ring.Read().Readable(id)) is not { } key)
        {
            return VaultErrors.CannotBeOpened;
        }

        try
        {
            return Strict.GetString(key.For(place).Unprotect(payload));
        }
        catch (Exception altered) when (altered is CryptographicException or DecoderFallbackException)
        {
            return VaultErrors.CannotBeOpened;
        }
    }
}

/// <summary>What can be read of a ciphertext without a key: Data Protection writes four bytes that are always the same, then the number of the key.</summary>
public static class VaultCiphertext
{
    /// <summary>How much of a ciphertext <see cref="KeyOf"/> needs, in characters.</summary>
    public const int HeadLength = 28;

    private const int MagicLength = 4;
    private const int KeyIdLength = 16;
    private static readonly byte[] Magic = [0x09, 0xF0, 0xC9, 0xF0];

    /// <summary>The key under which it was encrypted, or <see langword="null"/> when it is no ciphertext.</summary>
    /// <param name="ciphertext">The ciphertext, or its head.</param>
    public static Guid? KeyOf(string ciphertext)
    {
        Span<byte> head = stackalloc byte[HeadLength / 4 * 3];
        return ciphertext.Length >= HeadLength
            && Base64Url.IsValid(ciphertext.AsSpan(0, HeadLength))
            && Base64Url.TryDecodeFromChars(ciphertext.AsSpan(0, HeadLength), head, out _)
            && head[..MagicLength].SequenceEqual(Magic)
                ? new Guid(head.Slice(MagicLength, KeyIdLength))
                : null;
    }

    /// <summary>
    /// The bytes, or <see langword="null"/> when it is not exactly how they are written: base64url has characters and bits that a reader
    /// passes over, and what was altered there was altered.
    /// </summary>
    public static byte[]? Decode(string ciphertext)
    {
        if (!Base64Url.IsValid(ciphertext))
        {
            return null;
        }

        var payload = Base64Url.DecodeFromChars(ciphertext);
        return string.Equals(Base64Url.EncodeToString(payload), ciphertext, StringComparison.Ordinal) ? payload : null;
    }
}
