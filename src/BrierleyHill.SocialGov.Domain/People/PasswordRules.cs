using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>
/// What a password must be. Length counts, kinds of characters do not (NCSC, "Three random words"; NIST SP 800-63B, section
/// 5.1.1.2: at least eight characters, at least 64 allowed, checked against common and context-specific words).
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int MinimumLength = 12;

    /// <summary>The most characters. Hashing endless ones would keep the server busy.</summary>
    public const int MaximumLength = 128;

    /// <summary>The fewest characters that differ from each other.</summary>
    public const int MinimumDifferentCharacters = 5;

    /// <summary>The name of the answer that the refusals belong to.</summary>
    public const string Field = "NewPassword";

    // A name of one or two letters is part of too many words to be refused.
    private const int ShortestTellingName = 3;

    // The long ones among the passwords that are tried first: everything shorter is refused by its length.
    private static readonly string[] Common =
    [
        "password", "passw0rd", "qwertyuiop", "qwerty", "letmein", "welcome", "iloveyou", "administrator", "changeme", "football",
        "liverpool", "sunshine", "princess", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsx", "asdfghjkl", "zxcvbnm", "secret",
        "threerandomwords", "correcthorsebatterystaple", "abcdefghijkl", "socialmedia", "teacher", "school",
    ];

    private static readonly string[] Sequences =
    [
        "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
    ];

    // What many schools share in their names, and what says nothing by itself.
    private static readonly string[] SchoolWords =
    [
        "the", "of", "and", "st", "primary", "secondary", "infant", "infants", "junior", "juniors", "nursery", "high", "school",
        "academy", "college", "community", "voluntary", "aided", "controlled", "church", "england", "cofe", "ce", "rc", "catholic",
    ];

    /// <summary>Refuses a password that is too short or too long, or that others would try first.</summary>
    /// <param name="password">What was typed; nothing is trimmed.</param>
    /// <param name="person">Whose it is to be.</param>
    /// <param name="schoolName">The school's name.</param>
    public static Result Check(string? password, Person person, string schoolName)
    {
        if (string.IsNullOrEmpty(password))
        {
            return Missing;
        }

        if (password.Length < MinimumLength)
        {
            return TooShort;
        }

        if (password.Length > MaximumLength)
        {
            return TooLong;
        }

        var letters = Bare(password);
        if (TellingNames(person, schoolName).Any(name => letters.Contains(name, StringComparison.Ordinal)))
        {
            return HoldsName;
        }

        return password.Distinct().Count() < MinimumDifferentCharacters || IsCommon(letters) ? TooCommon : Result.Done;
    }

    /// <summary>Nothing was typed.</summary>
    public static Error Missing { get; } = new("Password.Missing", "Enter a new password.", Field: Field);

    /// <summary>Too few characters.</summary>
    public static Error TooShort { get; } = new(
        "Password.TooShort", $"Your password must be {MinimumLength} characters or more. Three random words are a good password.", Field: Field);

    /// <summary>Too many characters.</summary>
    public static Error TooLong { get; } = new(
        "Password.TooLong", $"Your password must be {MaximumLength} characters or fewer.", Field: Field);

    /// <summary>A name that anybody who knows the person would try.</summary>
    public static Error HoldsName { get; } = new(
        "Password.HoldsName",
        "Your password must not contain your name, your e-mail address or the name of the school. Try three random words.",
        Field: Field);

    /// <summary>One of those that are tried first.</summary>
    public static Error TooCommon { get; } = new(
        "Password.TooCommon", "This password is too easy to guess: many people use it. Try three random words.", Field: Field);

    private static IEnumerable<string> TellingNames(Person person, string schoolName)
    {
        var local = person.EmailAddress.Split('@')[0];
        string[] names = [person.Forename, person.Surname, local, .. local.Split('.', '-', '_', '+')];
        var school = string.Concat(Words(schoolName).Where(word => !SchoolWords.Contains(word)));
        return names.Select(Bare).Append(school).Where(name => name.Length >= ShortestTellingName);
    }

    /// <summary>One word, a sequence of keys, or either of them repeated: with numbers around it or without.</summary>
    private static bool IsCommon(string letters)
    {
        var word = letters.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        string[] forms = [letters, word];
        return forms.Any(form => IsOneRepeated(form) || Common.Any(common => IsRepetitionOf(form, common)))
            || Sequences.Any(sequence => sequence.Contains(letters, StringComparison.Ordinal)
                || (word.Length > 0 && sequence.Contains(word, StringComparison.Ordinal)))
            || word.Length == 0;
    }

    private static bool IsRepetitionOf(string text, string part) =>
        text.Length > 0 && text.Length % part.Length == 0 && text.Replace(part, "", StringComparison.Ordinal).Length == 0;

    // "abcabcabcabc": a short beginning that makes up the whole.
    private static bool IsOneRepeated(string text) =>
        Enumerable.Range(1, Math.Max(0, Math.Min(4, text.Length / 3))).Any(length => IsRepetitionOf(text, text[..length]));

    private static IEnumerable<string> Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
