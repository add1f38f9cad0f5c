using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// A passkey of a person, as ASP.NET Core Identity keeps them: the public half of a key whose private half never leaves the person's device.
/// </summary>
public sealed class SignInPasskey : IdentityUserPasskey<int>
{
    /// <summary>Longest credential identifier, in bytes. WebAuthn allows 1,023; SQL Server's primary key takes 900, and devices use far fewer.</summary>
    public const int CredentialIdMaximumLength = 900;

    /// <summary>By what pages name it: the credential's own identifier is long, and stands in no address.</summary>
    public Guid Number { get; set; }

    /// <summary>When it was last used, UTC. A challenge that was given out before then is not accepted any more, so that no answer counts twice.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>The name that the person gave it.</summary>
    public string Name => Data.Name ?? "";

    /// <summary>Keeps a passkey that a device has just made.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="made">What the device said, verified.</param>
    /// <param name="name">The name the person gives it.</param>
    /// <param name="at">When, UTC.</param>
    public static SignInPasskey Keep(int personId, UserPasskeyInfo made, string name, DateTime at) => new()
    {
        UserId = personId,
        CredentialId = made.CredentialId,
        Number = Guid.NewGuid(),
        Data = new IdentityPasskeyData
        {
            PublicKey = made.PublicKey,
            Name = name,
            CreatedAt = new DateTimeOffset(at, TimeSpan.Zero),
            SignCount = made.SignCount,
            Transports = made.Transports,
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientDataJson = made.ClientDataJson,
        },
    };

    /// <summary>Writes down a use.</summary>
    /// <param name="used">What the device said, verified.</param>
    /// <param name="at">When, UTC.</param>
    public void Use(UserPasskeyInfo used, DateTime at)
    {
        Data.SignCount = used.SignCount;
        Data.IsBackedUp = used.IsBackedUp;
        LastUsedAt = at;
    }
}

/// <summary>Reads about second factors that several features need.</summary>
public static class SecondFactorQueries
{
    /// <summary>The passkeys of a person, by when they were added.</summary>
    public static async Task<List<SignInPasskey>> LoadPasskeysAsync(this SocialGovDbContext database, int personId, CancellationToken cancellationToken)
    {
        var passkeys = await database.UserPasskeys.Where(passkey => passkey.UserId == personId).ToListAsync(cancellationToken);
        return [.. passkeys.OrderBy(passkey => passkey.Data.CreatedAt).ThenBy(passkey => passkey.Number)];
    }

    /// <summary>Takes away a person's authenticator app, passkeys and recovery codes. The use case saves, and notes why.</summary>
    /// <returns>Whether there was anything to take away.</returns>
    public static async Task<bool> TakeAwaySecondFactorAsync(this SocialGovDbContext database, SignInAccount account, CancellationToken cancellationToken)
    {
        var hadSecondFactor = account.TwoFactorEnabled;
        database.UserPasskeys.RemoveRange(await database.LoadPasskeysAsync(account.Id, cancellationToken));
        account.ForgetSecondFactor();
        return hadSecondFactor;
    }
}
