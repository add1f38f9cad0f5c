using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Whom a right password, a one-time link or a passkey lets in, and whether that is enough.</summary>
/// <param name="Account">Whose sign-in.</param>
/// <param name="AsksForSecondFactor">Whether a second factor is asked for before a session begins.</param>
public sealed record OpenedSignIn(SignInAccount Account, bool AsksForSecondFactor);

/// <summary>
/// Tries codes and passkeys. Each is used up by being accepted, in the transaction of the use case that asks, and that transaction serialises.
/// </summary>
public sealed class SecondFactors(SocialGovDbContext database, AuthenticatorKeys keys, EmailOutbox outbox)
{
    /// <summary>Whether the code is the app's of this moment, and was not accepted before.</summary>
    public bool TryCode(SignInAccount account, string? typed, DateTime at)
    {
        if (keys.FindStep(account, typed, at) is not { } step)
        {
            return false;
        }

        account.AcceptCode(step);
        return true;
    }

    /// <summary>Whether the code is one of those on the person's paper. The person hears of its use by e-mail.</summary>
    public bool TryRecoveryCode(SignInAccount account, Person person, string? typed, DateTime at)
    {
        if (!account.UseRecoveryCode(typed))
        {
            return false;
        }

        database.Note(new RecoveryCodeUsed(account.RecoveryCodesLeft, person.AsActor(), at), person);
        outbox.Queue(database, person, SignInEmails.RecoveryCodeUsed(), at);
        return true;
    }

    /// <summary>
    /// Whether the passkey, which proved to be there, may count: it is still the person's, and was asked for after its last use, so that an
    /// answer that was overheard is worth nothing.
    /// </summary>
    public async Task<bool> TryPasskeyAsync(UsedPasskey used, Person person, DateTime at, CancellationToken cancellationToken)
    {
        var passkey = await database.UserPasskeys.SingleOrDefaultAsync(
            known => known.CredentialId == used.Passkey.CredentialId && known.UserId == person.Id, cancellationToken);
        if (passkey is null || used.AskedAt <= passkey.LastUsedAt)
        {
            return false;
        }

        passkey.Use(used.Passkey, at);
        database.Note(new PasskeyUsed(person.AsActor(), at), person);
        return true;
    }
}
