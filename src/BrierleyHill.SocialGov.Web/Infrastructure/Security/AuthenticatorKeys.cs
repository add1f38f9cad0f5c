using System.Globalization;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The key of an authenticator app that is being set up: shown, and not kept before a first code confirms it.</summary>
/// <param name="Key">The key in base 32, as apps take it.</param>
/// <param name="Sealed">The key, for whom and when it was made, encrypted: what the form carries.</param>
public sealed record NewAuthenticatorKey(string Key, string Sealed);

/// <summary>
/// Makes the keys of authenticator apps and encrypts them, each for one person, with the key ring of cookies. A key that cannot be decrypted,
/// because the key ring was lost, accepts no code: recovery codes and passkeys do not depend on it.
/// </summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection, TimeProvider clock, ILogger<AuthenticatorKeys> log)
{
    /// <summary>How long the page with a new key may stay open.</summary>
    public static readonly TimeSpan SetUpLifetime = TimeSpan.FromMinutes(30);

    private static readonly Action<ILogger, int, Exception?> CannotBeRead = LoggerMessage.Define<int>(
        LogLevel.Error,
        new EventId(1, nameof(CannotBeRead)),
        "The authenticator key of person {PersonId} cannot be decrypted: the keys that sessions are protected with are not those it was made with.");

    private readonly IDataProtector _protector = protection.CreateProtector("BrierleyHill.SocialGov.SignIn.AuthenticatorKey");
    private readonly IDataProtector _setUp = protection.CreateProtector("BrierleyHill.SocialGov.SignIn.AuthenticatorSetUp");

    /// <summary>Makes a key.</summary>
    /// <param name="personId">For whom.</param>
    public NewAuthenticatorKey Make(int personId)
    {
        var key = Base32.Write(RandomNumberGenerator.GetBytes(AuthenticatorCode.KeyLength));
        var made = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
        return new NewAuthenticatorKey(key, For(_setUp, personId).Protect($"{made} {key}"));
    }

    /// <summary>The key that a form carries, or <see langword="null"/> when it is too old, somebody else's, or none.</summary>
    /// <param name="personId">Whose form.</param>
    /// <param name="carried">What the form carries.</param>
    public NewAuthenticatorKey? Open(int personId, string? carried)
    {
        try
        {
            var parts = For(_setUp, personId).Unprotect(carried ?? "").Split(' ');
            var age = clock.GetUtcNow() - new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return age >= TimeSpan.Zero && age < SetUpLifetime ? new NewAuthenticatorKey(parts[1], carried!) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Encrypts a key, to be kept.</summary>
    public string Protect(int personId, string key) => For(_protector, personId).Protect(key);

    /// <summary>The step of the code that was typed, or <see langword="null"/> where it is not to be accepted.</summary>
    /// <param name="account">Whose code.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="at">Now, UTC.</param>
    public long? FindStep(SignInAccount account, string? typed, DateTime at)
    {
        if (account.ProtectedAuthenticatorKey is not { } kept)
        {
            return null;
        }

        try
        {
            return AuthenticatorCode.FindStep(Base32.Read(For(_protector, account.Id).Unprotect(kept)), typed, at, account.LastAcceptedStep);
        }
        catch (CryptographicException lost)
        {
            CannotBeRead(log, account.Id, lost);
            return null;
        }
    }

    private static IDataProtector For(IDataProtector protector, int personId) =>
        protector.CreateProtector(personId.ToString(CultureInfo.InvariantCulture));
}
