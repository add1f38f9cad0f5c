using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// The private address at which a calendar program reads a person's own dates, without a sign-in. The secret part is in the address alone:
/// the database keeps its SHA-256. A person has one at most; a new one ends the old. Lifecycle: <c>Works → Ended</c>.
/// </summary>
public sealed class CalendarSubscription : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "SUB";

    /// <summary>The secret part, in characters: 256 bits in hexadecimal.</summary>
    public const int TokenLength = 64;

    private CalendarSubscription()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Whose dates it shows.</summary>
    public int PersonId { get; private set; }

    /// <summary>SHA-256 of the secret part, in hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it was ended, UTC; <see langword="null"/> while it works.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Makes an address for whoever asks: nobody makes one for somebody else.</summary>
    /// <param name="by">The person.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The record to keep, and the secret part, which is kept nowhere.</returns>
    /// <exception cref="ArgumentException">The actor is not a person.</exception>
    public static (CalendarSubscription Subscription, string Token) Make(Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2));
        var subscription = new CalendarSubscription
        {
            PersonId = by.PersonId ?? throw new ArgumentException("A calendar is a person's.", nameof(by)),
            TokenHash = HashOf(token),
            MadeAt = at,
        };
        subscription.Record(new CalendarSubscriptionMade(by, at));
        return (subscription, token);
    }

    /// <summary>Whether a text can be the secret part of an address.</summary>
    /// <param name="token">What was asked for.</param>
    public static bool IsToken(string? token) => token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower);

    /// <summary>The hash by which a presented secret is looked up.</summary>
    /// <param name="token">The secret part.</param>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Ends it: calendar programs that still ask get nothing more. Ending it twice keeps the first time.</summary>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    public void End(Actor by, DateTime at)
    {
        if (EndedAt is not null)
        {
            return;
        }

        EndedAt = at;
        Record(new CalendarSubscriptionEnded(by, at));
    }
}
