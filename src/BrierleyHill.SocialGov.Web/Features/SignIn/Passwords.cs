using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Checks, hashes and verifies passwords with ASP.NET Core Identity, and counts wrong ones.</summary>
public sealed class Passwords(UserManager<SignInAccount> accounts, SocialGovDbContext database, EmailOutbox outbox, SchoolSettings school)
{
    // What is verified where there is no password: an address that nobody has must take as long as one that somebody has.
    private static readonly Lazy<string> NobodysHash = new(
        () => new PasswordHasher<SignInAccount>().HashPassword(new SignInAccount(), Guid.NewGuid().ToString()));

    /// <summary>Refuses a password that is too short or too easy to guess.</summary>
    public Result Check(string? password, Person person) => PasswordRules.Check(password, person, school.Name);

    /// <summary>Whether the password is right, and whether its hash is to be renewed. It takes equally long for nobody.</summary>
    /// <param name="account">Whose password, or <see langword="null"/> for nobody's.</param>
    /// <param name="password">What was typed.</param>
    public PasswordVerificationResult Verify(SignInAccount? account, string password)
    {
        var verified = accounts.PasswordHasher.VerifyHashedPassword(
            account ?? new SignInAccount(), account?.PasswordHash ?? NobodysHash.Value, password);
        return account?.PasswordHash is null ? PasswordVerificationResult.Failed : verified;
    }

    /// <summary>Hashes a password as Identity does now.</summary>
    public string Hash(SignInAccount account, string password) => accounts.PasswordHasher.HashPassword(account, password);

    /// <summary>Sets a new password. Every session of the person ends.</summary>
    public void Set(SignInAccount account, string password) => account.SetPassword(Hash(account, password));

    /// <summary>Counts a wrong password, and tells the person when it locks their sign-in.</summary>
    public void CountWrongTry(SignInAccount account, Person person, DateTime at)
    {
        if (account.CountWrongTry(at, accounts.Options.Lockout))
        {
            database.Note(new SignInLocked(account.LockoutEnd!.Value.UtcDateTime, Actor.NotSignedIn, at), person);
            outbox.Queue(database, person, SignInEmails.Locked(), at);
        }
    }
}
