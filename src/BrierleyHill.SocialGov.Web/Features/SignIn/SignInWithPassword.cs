using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What is typed to sign in.</summary>
public sealed class SignInForm
{
    /// <summary>The person's e-mail address.</summary>
    [Display(Name = "E-mail address")]
    [DataType(DataType.EmailAddress)]
    public string? EmailAddress { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The page that was asked for before signing in.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>Whether a form was sent after the session had ended: nothing of it was saved.</summary>
    [BindNever]
    public bool HasSessionEnded { get; set; }

    /// <summary>The demonstration people; empty outside Development.</summary>
    [BindNever]
    public IReadOnlyList<DemonstrationGroup> Demonstration { get; set; } = [];
}

/// <summary>Signs a person in by e-mail address and password.</summary>
public sealed class SignInWithPassword(SocialGovDbContext database, Passwords passwords, TimeProvider clock)
{
    /// <summary>
    /// Verifies the password, then decides in a transaction that serialises: many guesses sent at once are counted one after the
    /// other, so that no more than five of them are ever answered.
    /// </summary>
    /// <returns>The account to sign in, at once or after a second factor, or the one refusal that there is.</returns>
    public async Task<Result<OpenedSignIn>> RunAsync(SignInForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var password = form.Password ?? "";
        var address = Person.NormaliseEmailAddress(form.EmailAddress ?? "");
        var presented = await (
            from account in database.Users
            join known in database.People on account.Id equals known.Id
            where known.NormalisedEmailAddress == address
            select account)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        var verified = passwords.Verify(presented, password);

        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleOrDefaultAsync(known => known.NormalisedEmailAddress == address, cancellationToken);
        var personId = person?.Id ?? 0;
        var found = await database.Users.SingleOrDefaultAsync(account => account.Id == personId, cancellationToken);
        var refusal = Judge(person, found, presented, verified, at);
        if (refusal is null)
        {
            if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            {
                found!.PasswordHash = passwords.Hash(found, password);
            }

            // Wrong tries are forgotten only once everything is given: whoever knows the password wins no new tries at the codes by it.
            if (!found!.TwoFactorEnabled)
            {
                found.ForgetWrongTries();
                database.Note(new SignedIn(person!.AsActor(), at), person);
            }
        }
        else
        {
            database.Note(new SignInRefused(refusal, Actor.NotSignedIn, at), person);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return refusal is null ? new OpenedSignIn(found!, found!.TwoFactorEnabled) : PeopleErrors.SignInRefused;
    }

    /// <summary>Why the sign-in is refused, for the audit alone; <see langword="null"/> when it is not.</summary>
    private string? Judge(
        Person? person, SignInAccount? found, SignInAccount? presented, PasswordVerificationResult verified, DateTime at)
    {
        if (person is null)
        {
            return "Nobody has this address";
        }

        if (person.Status != PersonStatus.Active || found is null)
        {
            return person.Status == PersonStatus.Invited ? "Invitation not taken up" : "Deactivated";
        }

        if (found.IsLocked(at))
        {
            return "Locked";
        }

        // The password may have been changed between verifying it and now.
        if (verified == PasswordVerificationResult.Failed || !string.Equals(found.PasswordHash, presented?.PasswordHash, StringComparison.Ordinal))
        {
            passwords.CountWrongTry(found, person, at);
            return "Wrong password";
        }

        return null;
    }
}
