using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>
/// The secret part of a link to acknowledge the policy: a random number and the instant at which it runs out, sealed with the
/// portal's keys. What nobody here has made is told from what has run out without asking the database. The record keeps the hash
/// alone, so that a link works once. The framework's own time-limited protector reads the machine's clock, which nothing here does.
/// </summary>
public sealed class AcknowledgementLinks(IDataProtectionProvider protection)
{
    private const int RandomLength = 32;
    private const int LongestToken = 1000;

    private readonly IDataProtector _protector = protection.CreateProtector("BrierleyHill.SocialGov.AcknowledgementRequest.Link");

    /// <summary>Makes a secret part.</summary>
    /// <param name="expiresAt">When it runs out, UTC.</param>
    /// <returns>What goes into the link and is kept nowhere, and the hash to keep.</returns>
    public (string Token, string Hash) Make(DateTime expiresAt)
    {
        var sealedPart = new byte[sizeof(long) + RandomLength];
        BinaryPrimitives.WriteInt64BigEndian(sealedPart, expiresAt.Ticks);
        RandomNumberGenerator.Fill(sealedPart.AsSpan(sizeof(long)));
        var token = WebEncoders.Base64UrlEncode(_protector.Protect(sealedPart));
        return (token, HashOf(token));
    }

    /// <summary>The hash by which a presented secret part is looked up.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it was made here, and when it runs out.</summary>
    /// <param name="token">What was presented.</param>
    /// <returns>The instant, UTC, or <see langword="null"/> when it was not made here.</returns>
    public DateTime? Read(string token)
    {
        if (token.Length > LongestToken)
        {
            return null;
        }

        try
        {
            var opened = _protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            return opened.Length == sizeof(long) + RandomLength
                ? new DateTime(BinaryPrimitives.ReadInt64BigEndian(opened), DateTimeKind.Utc)
                : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
