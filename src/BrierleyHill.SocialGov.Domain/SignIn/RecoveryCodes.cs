using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>
/// Codes on paper for the day on which the phone is lost. Each has 80 random bits, so that a plain hash protects it: nobody can try them all.
/// </summary>
public static class RecoveryCodes
{
    /// <summary>How many a set has.</summary>
    public const int Count = 10;

    /// <summary>With this many left, or fewer, the person is told to make new ones.</summary>
    public const int Few = 3;

    private const int Length = 16;
    private const int GroupLength = 4;

    // Crockford's letters: no I, L, O and U, which are misread or misspelt when copied from paper.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new set, as it is shown to the person, once.</summary>
    public static IReadOnlyList<string> Make() => [.. Enumerable.Range(0, Count).Select(_ =>
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));
    })];

    /// <summary>
    /// What is kept of a code. The person's number goes into it, so that equal codes of two people, and a hash copied from one row to another, do not match.
    /// </summary>
    /// <param name="personId">Whose code.</param>
    /// <param name="code">The code, as it is typed: small letters, spaces and the letters that look alike are forgiven.</param>
    public static string HashOf(int personId, string? code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"recovery-code:{personId}:{Clean(code)}"))));

    private static string Clean(string? code) => AuthenticatorCode.Clean(code).ToUpperInvariant()
        .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
