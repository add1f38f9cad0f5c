using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What the browser sends after a passkey was used.</summary>
public sealed class PasskeyForm
{
    /// <summary>What <c>navigator.credentials.get</c> gave, JSON.</summary>
    public string? Credential { get; set; }

    /// <summary>The page to lead on to.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>
/// Signs a person in by a passkey alone. The device has checked who holds it, so it is both factors. A wrong one counts for nobody: it cannot be
/// guessed, and a stranger must not lock somebody out by sending rubbish in their name.
/// </summary>
public sealed class SignInWithPasskey(SocialGovDbContext database, SecondFactors factors, TimeProvider clock)
{
    /// <summary>Decides in a transaction that serialises.</summary>
    /// <param name="verified">What <see cref="PasskeyCeremonies"/> found.</param>
    /// <param name="cancellationToken">Ends the work; nobody is then signed in.</param>
    public async Task<Result<SignInAccount>> RunAsync(Result<UsedPasskey> verified, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var personId = verified.IsRefused ? 0 : verified.Value.PersonId;
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == personId, cancellationToken);
        var account = await database.Users.SingleOrDefaultAsync(known => known.Id == personId, cancellationToken);
        var why = verified switch
        {
            { IsRefused: true } => "Passkey not accepted",
            _ when person?.Status != PersonStatus.Active || account is null => "Deactivated",
            _ when account.IsLocked(at) => "Locked",
            _ when !await factors.TryPasskeyAsync(verified.Value, person, at, cancellationToken) => "Passkey not accepted",
            _ => null,
        };
        if (why is null)
        {
            account!.ForgetWrongTries();
            database.Note(new SignedIn(person!.AsActor(), at), person);
        }
        else
        {
            database.Note(new SignInRefused(why, Actor.NotSignedIn, at), person);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return why is null ? account! : verified.IsRefused ? verified.Error : SignInErrors.PasskeyRefused;
    }
}
