using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Accounts;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// How a password for a platform is made: as long as the platform takes, out of characters that it takes and that nobody mistakes for
/// another when typing them on a phone (no 0 and O, no 1, l and I).
/// </summary>
/// <param name="Length">How many characters: with 60 to choose from, 20 are about 118 bits, which no attacker tries through.</param>
/// <param name="Symbols">The symbols to choose from, beside letters and digits.</param>
/// <param name="Why">What is known of the platform, in words.</param>
public sealed record PasswordRecipe(int Length, string Symbols, string Why)
{
    /// <summary>The letters and digits to choose from.</summary>
    public const string LettersAndDigits = Small + Capital + Digit;

    private const string Small = "abcdefghijkmnopqrstuvwxyz";
    private const string Capital = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digit = "23456789";

    // Taken by every platform below, and typed without a second keyboard page on most phones.
    private const string CommonSymbols = "-_.!@#";

    /// <summary>
    /// The recipe for a platform. Sources, looked up in November 2025: TikTok's app asks for 8 to 20 characters with a letter, a digit and a
    /// symbol (techadvisor.com, "How to change your TikTok password"). Google, which YouTube and Classroom sign in with, takes printable
    /// ASCII from 8 to 100 characters, and no space at either end (support.google.com/accounts/answer/32040). Mastodon takes 8 to 72
    /// (config/initializers/devise.rb; bcrypt reads no more). Facebook, Instagram and Threads take 6 and more, X and LinkedIn 8 and more,
    /// without a limit that a generated password meets. Of a platform that publishes nothing the narrowest of these is assumed.
    /// </summary>
    public static PasswordRecipe For(Platform platform) => platform switch
    {
        Platform.TikTok => new(20, CommonSymbols, "TikTok takes 8 to 20 characters, with a letter, a digit and a symbol"),
        Platform.YouTube => new(24, CommonSymbols, "Google takes 8 to 100 characters without accents"),
        Platform.Mastodon => new(24, CommonSymbols, "Mastodon takes 8 to 72 characters"),
        Platform.Facebook or Platform.Instagram or Platform.Threads => new(24, CommonSymbols, "Meta takes 6 characters and more"),
        Platform.X or Platform.LinkedIn => new(24, CommonSymbols, "The platform takes 8 characters and more"),
        Platform.Bluesky or Platform.WhatsAppChannel or Platform.LearningPlatform or Platform.Blog or Platform.Other =>
            new(20, CommonSymbols, "The platform publishes no limit, so it is kept to 20 characters that every platform takes"),
    };

    /// <summary>Makes a password by the operating system's own random numbers. It has a small and a capital letter, a digit and a symbol.</summary>
    public string Generate()
    {
        while (true)
        {
            // Thrown again until every kind is there, rather than putting one of each in place: so each such password is as likely as any other.
            var password = RandomNumberGenerator.GetString(LettersAndDigits + Symbols, Length);
            if (((IReadOnlyList<string>)[Small, Capital, Digit, Symbols]).All(kind => password.Any(character => kind.Contains(character, StringComparison.Ordinal))))
            {
                return password;
            }
        }
    }
}
