using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// Brings what people type or paste into the form in which it is encrypted, or says what is wrong with it. The limits keep every
/// ciphertext within its column.
/// </summary>
public static class SecretText
{
    /// <summary>Longest password, in characters: longer than any platform takes.</summary>
    public const int PasswordMaximumLength = 200;

    /// <summary>Longest user name, in characters.</summary>
    public const int UserNameMaximumLength = 254;

    /// <summary>Longest recovery e-mail address, in characters.</summary>
    public const int EmailMaximumLength = 254;

    /// <summary>Longest telephone number, in characters.</summary>
    public const int PhoneMaximumLength = 30;

    /// <summary>Longest notes, in characters.</summary>
    public const int NotesMaximumLength = 1500;

    /// <summary>Longest recovery code, in characters.</summary>
    public const int RecoveryCodeMaximumLength = 100;

    /// <summary>Most recovery codes of a sign-in.</summary>
    public const int RecoveryCodesMost = 50;

    private const int FewestDigitsOfPhone = 5;

    /// <summary>Reads a secret of any kind but a list of recovery codes (<see cref="ReadRecoveryCodes"/>).</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="typed">What was typed. A password is taken to the character; everything else is trimmed.</param>
    /// <exception cref="ArgumentOutOfRangeException">Recovery codes.</exception>
    public static Result<string> Read(SecretKind kind, string? typed) => kind switch
    {
        SecretKind.Password => ReadPassword(typed),
        SecretKind.OneTimeCodeSecret => ReadOneTimeCodeSecret(typed),
        SecretKind.UserName => ReadLine(kind, typed, UserNameMaximumLength),
        SecretKind.RecoveryEmail => ReadEmail(typed),
        SecretKind.RecoveryPhone => ReadPhone(typed),
        SecretKind.Notes => Bound(kind, PlainText.Clean(typed), NotesMaximumLength),
        SecretKind.RecoveryCode => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Recovery codes are read as a list."),
    };

    /// <summary>Reads a pasted list of recovery codes, one on each line.</summary>
    public static Result<IReadOnlyList<string>> ReadRecoveryCodes(string? typed)
    {
        var codes = PlainText.Clean(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.Length == 0)
        {
            return VaultErrors.RecoveryCodesMissing;
        }

        if (codes.Length > RecoveryCodesMost)
        {
            return VaultErrors.RecoveryCodesTooMany;
        }

        if (Array.Exists(codes, code => code.Length > RecoveryCodeMaximumLength))
        {
            return VaultErrors.RecoveryCodeTooLong;
        }

        return codes.Distinct(StringComparer.Ordinal).Count() < codes.Length ? VaultErrors.RecoveryCodesTwice : codes;
    }

    private static Result<string> ReadPassword(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return VaultErrors.SecretMissing(SecretKind.Password);
        }

        if (typed.Length > PasswordMaximumLength)
        {
            return VaultErrors.SecretTooLong(PasswordMaximumLength);
        }

        if (typed.Any(char.IsControl))
        {
            return VaultErrors.PasswordLines;
        }

        return char.IsWhiteSpace(typed[0]) || char.IsWhiteSpace(typed[^1]) ? VaultErrors.PasswordEdges : typed;
    }

    private static Result<string> ReadOneTimeCodeSecret(string? typed)
    {
        var read = OneTimeCodeSecret.Read(typed);
        return read.IsRefused ? read.Error : read.Value.ToText();
    }

    private static Result<string> ReadEmail(string? typed)
    {
        var line = ReadLine(SecretKind.RecoveryEmail, typed, EmailMaximumLength);
        if (line.IsRefused)
        {
            return line;
        }

        var at = line.Value.IndexOf('@', StringComparison.Ordinal);
        var isAddress = at > 0 && at == line.Value.LastIndexOf('@') && line.Value.IndexOf('.', at) > at + 1 && !line.Value.EndsWith('.') && !line.Value.Contains(' ', StringComparison.Ordinal);
        return isAddress ? line : VaultErrors.EmailWrong;
    }

    private static Result<string> ReadPhone(string? typed)
    {
        var line = ReadLine(SecretKind.RecoveryPhone, typed, PhoneMaximumLength);
        if (line.IsRefused)
        {
            return line;
        }

        return line.Value.Count(char.IsAsciiDigit) >= FewestDigitsOfPhone && line.Value.All(character => char.IsAsciiDigit(character) || " +-().".Contains(character, StringComparison.Ordinal))
            ? line
            : VaultErrors.PhoneWrong;
    }

    private static Result<string> ReadLine(SecretKind kind, string? typed, int maximum) => Bound(kind, PlainText.CleanLine(typed), maximum);

    private static Result<string> Bound(SecretKind kind, string text, int maximum)
    {
        if (text.Length == 0)
        {
            return VaultErrors.SecretMissing(kind);
        }

        return text.Length > maximum ? VaultErrors.SecretTooLong(maximum) : text;
    }
}
