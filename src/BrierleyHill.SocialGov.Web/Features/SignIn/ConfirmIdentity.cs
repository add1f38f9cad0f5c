using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What is typed to prove who sits there: one of the two.</summary>
public sealed class ConfirmIdentityForm
{
    /// <summary>The password.</summary>
    [Display(Name = "Your password")]
    public string? Password { get; set; }

    /// <summary>A code of the authenticator app.</summary>
    [Display(Name = "Or a code from your authenticator app", Description = "Six digits. They change every 30 seconds")]
    public string? Code { get; set; }

    /// <summary>The page that asked for the proof.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The person's address, for the browser's password store.</summary>
    [BindNever]
    public string EmailAddress { get; set; } = "";

    /// <summary>Whether the person has an authenticator app.</summary>
    [BindNever]
    public bool HasAuthenticator { get; set; }

    /// <summary>Whether the person has passkeys.</summary>
    [BindNever]
    public bool HasPasskeys { get; set; }

    /// <summary>The password of demonstration people, where this is one.</summary>
    [BindNever]
    public string? DemonstrationPassword { get; set; }
}

/// <summary>
/// Renews the proof within a session that it is this person who sits there, before a secret is shown or a factor changed. Wrong proofs count
/// with wrong sign-ins and lock like them.
/// </summary>
public sealed class ConfirmIdentity(
    SocialGovDbContext database, CurrentPerson current, Passwords passwords, SecondFactors factors, TimeProvider clock)
{
    /// <summary>Fills in what the page shows.</summary>
    public async Task<ConfirmIdentityForm> FillAsync(ConfirmIdentityForm form, CancellationToken cancellationToken)
    {
        form.EmailAddress = await database.People.Where(known => known.Id == current.Id).Select(known => known.EmailAddress).SingleAsync(cancellationToken);
        form.HasAuthenticator = (await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken)).HasAuthenticator;
        form.HasPasskeys = await database.UserPasskeys.AnyAsync(passkey => passkey.UserId == current.Id, cancellationToken);
        return form;
    }

    /// <summary>Tries what was typed.</summary>
    /// <returns>The account, whose session goes on with the new proof.</returns>
    public async Task<Result<SignInAccount>> RunAsync(ConfirmIdentityForm form, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(form.Code))
        {
            return await DecideAsync(
                (account, _, at) => Task.FromResult(factors.TryCode(account, form.Code, at)),
                SignInMeans.AuthenticatorCode,
                SignInErrors.CodeWrong,
                cancellationToken);
        }

        // Verifying a password takes long on purpose: it is done before the transaction, and held against what stands there then.
        var presented = await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken);
        var verified = passwords.Verify(presented, form.Password ?? "");
        return await DecideAsync(
            (account, _, _) => Task.FromResult(verified != PasswordVerificationResult.Failed
                && string.Equals(account.PasswordHash, presented.PasswordHash, StringComparison.Ordinal)),
            SignInMeans.Password,
            SignInErrors.ProofPasswordWrong,
            cancellationToken);
    }

    /// <summary>The same with a passkey.</summary>
    /// <param name="verified">What <see cref="PasskeyCeremonies"/> found.</param>
    /// <param name="cancellationToken">Ends the work; nothing is then proved.</param>
    public async Task<Result<SignInAccount>> RunAsync(Result<UsedPasskey> verified, CancellationToken cancellationToken)
    {
        // A browser without JavaScript tried nothing.
        if (verified.IsRefused && verified.Error == SignInErrors.PasskeyMissing)
        {
            return verified.Error;
        }

        return await DecideAsync(
            async (_, person, at) => !verified.IsRefused && await factors.TryPasskeyAsync(verified.Value, person, at, cancellationToken),
            SignInMeans.Passkey,
            SignInErrors.PasskeyRefused,
            cancellationToken);
    }

    private async Task<Result<SignInAccount>> DecideAsync(
        Func<SignInAccount, Person, DateTime, Task<bool>> tryAsync, SignInMeans means, Error wrong, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var isLocked = account.IsLocked(at);
        var isProved = !isLocked && await tryAsync(account, person, at);
        if (isProved)
        {
            account.ForgetWrongTries();
            database.Note(new IdentityProved(means, current.Actor, at), person);
        }
        else
        {
            if (!isLocked)
            {
                passwords.CountWrongTry(account, person, at);
            }

            database.Note(new IdentityProofRefused(isLocked ? "Locked" : $"Wrong: {means.InWords()}", current.Actor, at), person);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isProved ? account : wrong;
    }
}
