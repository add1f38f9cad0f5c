using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Somebody whose password was right, and whose second factor is not there yet. It is kept in a cookie of ten minutes.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Stamp">Their security stamp at that moment: a new password or a deactivation since then ends it.</param>
public sealed record PendingSignIn(int PersonId, string Stamp);

/// <summary>What is typed on the second page of a sign-in: one of the two.</summary>
public sealed class SecondFactorForm
{
    /// <summary>A code of the authenticator app.</summary>
    [Display(Name = "Code from your authenticator app", Description = "Six digits. They change every 30 seconds")]
    public string? Code { get; set; }

    /// <summary>One of the recovery codes.</summary>
    [Display(Name = "Recovery code", Description = "One of the codes that you kept, like 4X7Q-9K2M-0TRB-H6WN. Each works once")]
    public string? RecoveryCode { get; set; }

    /// <summary>Whether the person has an authenticator app.</summary>
    [BindNever]
    public bool HasAuthenticator { get; set; }

    /// <summary>Whether the person has passkeys.</summary>
    [BindNever]
    public bool HasPasskeys { get; set; }
}

/// <summary>Finishes a sign-in that began with a password, by a code, a recovery code or a passkey.</summary>
public sealed class SignInWithSecondFactor(SocialGovDbContext database, Passwords passwords, SecondFactors factors, TimeProvider clock)
{
    /// <summary>What the person can finish with, or <see langword="null"/> when the sign-in has to begin again.</summary>
    public async Task<SecondFactorForm?> FindAsync(PendingSignIn pending, SecondFactorForm form, CancellationToken cancellationToken)
    {
        var account = await database.Users.AsNoTracking().SingleOrDefaultAsync(
            known => known.Id == pending.PersonId && known.SecurityStamp == pending.Stamp && known.TwoFactorEnabled, cancellationToken);
        if (account is null)
        {
            return null;
        }

        form.HasAuthenticator = account.HasAuthenticator;
        form.HasPasskeys = await database.UserPasskeys.AnyAsync(passkey => passkey.UserId == account.Id, cancellationToken);
        return form;
    }

    /// <summary>Tries what was typed. Wrong codes count like wrong passwords, and many sent at once are counted one after the other.</summary>
    /// <returns>The account to sign in.</returns>
    public Task<Result<SignInAccount>> RunAsync(PendingSignIn pending, SecondFactorForm form, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(form.RecoveryCode)
            ? DecideAsync(
                pending,
                (account, _, at) => Task.FromResult(factors.TryCode(account, form.Code, at)),
                "Wrong or used code from the authenticator app",
                SignInErrors.CodeWrong,
                cancellationToken)
            : DecideAsync(
                pending,
                (account, person, at) => Task.FromResult(factors.TryRecoveryCode(account, person, form.RecoveryCode, at)),
                "Wrong or used recovery code",
                SignInErrors.RecoveryCodeWrong,
                cancellationToken);

    /// <summary>The same with a passkey that proved to be there.</summary>
    public Task<Result<SignInAccount>> RunAsync(PendingSignIn pending, UsedPasskey used, CancellationToken cancellationToken) => DecideAsync(
        pending,
        (_, person, at) => factors.TryPasskeyAsync(used, person, at, cancellationToken),
        "Passkey not accepted",
        SignInErrors.PasskeyRefused,
        cancellationToken);

    private async Task<Result<SignInAccount>> DecideAsync(
        PendingSignIn pending, Func<SignInAccount, Person, DateTime, Task<bool>> tryAsync, string why, Error wrong, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == pending.PersonId, cancellationToken);
        var account = await database.Users.SingleOrDefaultAsync(known => known.Id == pending.PersonId, cancellationToken);
        Error? refusal = null;
        if (person?.Status != PersonStatus.Active || account is not { TwoFactorEnabled: true }
            || !string.Equals(account.SecurityStamp, pending.Stamp, StringComparison.Ordinal))
        {
            refusal = SignInErrors.BeginAgain;
            database.Note(new SignInRefused("Changed between password and second factor", Actor.NotSignedIn, at), person);
        }
        else if (account.IsLocked(at))
        {
            refusal = wrong;
            database.Note(new SignInRefused("Locked", Actor.NotSignedIn, at), person);
        }
        else if (!await tryAsync(account, person, at))
        {
            refusal = wrong;
            passwords.CountWrongTry(account, person, at);
            database.Note(new SignInRefused(why, Actor.NotSignedIn, at), person);
        }
        else
        {
            account.ForgetWrongTries();
            database.Note(new SignedIn(person.AsActor(), at), person);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return refusal is null ? account! : refusal;
    }
}
