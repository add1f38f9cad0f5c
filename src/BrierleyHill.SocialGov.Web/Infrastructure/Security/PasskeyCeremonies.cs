using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>What a passkey is asked for.</summary>
public enum PasskeyPurpose
{
    /// <summary>A new passkey is made.</summary>
    Add,

    /// <summary>Signing in, by whoever has the passkey.</summary>
    SignIn,

    /// <summary>The second step of a sign-in with a password.</summary>
    SecondFactor,

    /// <summary>A proof within a session.</summary>
    Proof,
}

/// <summary>A passkey that proved to be there.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Passkey">What the device said.</param>
/// <param name="AskedAt">When its challenge was given out, UTC.</param>
public sealed record UsedPasskey(int PersonId, UserPasskeyInfo Passkey, DateTime AskedAt);

/// <summary>
/// The two halves of WebAuthn's ceremonies, by ASP.NET Core Identity's own handler. What the browser is asked is remembered in a cookie of
/// five minutes that only this portal can read, and that is taken back with the answer.
/// </summary>
public sealed class PasskeyCeremonies(
    IPasskeyHandler<SignInAccount> handler, SocialGovDbContext database, IDataProtectionProvider protection, SecurityCookies cookies, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("BrierleyHill.SocialGov.SignIn.PasskeyCeremony");

    /// <summary>What to ask the browser for, to make a passkey: JSON for <c>navigator.credentials.create</c>.</summary>
    public async Task<string> AskToMakeAsync(HttpContext context, Person person)
    {
        var options = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = person.Id.ToString(CultureInfo.InvariantCulture),
                Name = person.EmailAddress,
                DisplayName = person.FullName,
            },
            context);
        Remember(context, new Ceremony(PasskeyPurpose.Add, person.Id, options.AttestationState, clock.UtcNow()));
        return options.CreationOptionsJson;
    }

    /// <summary>What to ask the browser for, to use a passkey: JSON for <c>navigator.credentials.get</c>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="personId">Whose passkeys are asked for; <see langword="null"/> for whoever's the device has.</param>
    public async Task<string> AskToUseAsync(HttpContext context, PasskeyPurpose purpose, int? personId)
    {
        var account = personId is { } id ? await database.Users.FindAsync([id], context.RequestAborted) : null;
        var options = await handler.MakeRequestOptionsAsync(account, context);
        Remember(context, new Ceremony(purpose, personId, options.AssertionState, clock.UtcNow()));
        return options.RequestOptionsJson;
    }

    /// <summary>Verifies a passkey that was just made.</summary>
    public async Task<Result<UserPasskeyInfo>> VerifyMadeAsync(HttpContext context, string? credential, int personId)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return SignInErrors.PasskeyMissing;
        }

        if (Recall(context, PasskeyPurpose.Add, personId) is not { } ceremony)
        {
            return SignInErrors.PasskeyNotMade;
        }

        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = context,
            CredentialJson = credential,
            AttestationState = ceremony.State,
        });
        database.ChangeTracker.Clear();
        return made.Succeeded && made.Passkey.CredentialId.Length <= SignInPasskey.CredentialIdMaximumLength
            ? made.Passkey
            : SignInErrors.PasskeyNotMade;
    }

    /// <summary>Verifies a passkey that was just used.</summary>
    /// <param name="context">The request.</param>
    /// <param name="credential">What the browser gave, JSON.</param>
    /// <param name="purpose">What it was asked for.</param>
    /// <param name="personId">Whose passkey it has to be; <see langword="null"/> for anybody's.</param>
    public async Task<Result<UsedPasskey>> VerifyUsedAsync(HttpContext context, string? credential, PasskeyPurpose purpose, int? personId)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return SignInErrors.PasskeyMissing;
        }

        if (Recall(context, purpose, personId) is not { } ceremony)
        {
            return SignInErrors.PasskeyRefused;
        }

        var used = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = context,
            CredentialJson = credential,
            AssertionState = ceremony.State,
        });

        // What the handler has read is decided upon anew, inside the transaction.
        database.ChangeTracker.Clear();
        return used.Succeeded ? new UsedPasskey(used.User.Id, used.Passkey, ceremony.AskedAt) : SignInErrors.PasskeyRefused;
    }

    private void Remember(HttpContext context, Ceremony ceremony) => context.Response.Cookies.Append(
        cookies.PasskeyName,
        _protector.Protect(JsonSerializer.Serialize(ceremony)),
        cookies.ForMinutes(Lifetime));

    private Ceremony? Recall(HttpContext context, PasskeyPurpose purpose, int? personId)
    {
        var kept = context.Request.Cookies[cookies.PasskeyName];
        context.Response.Cookies.Delete(cookies.PasskeyName, cookies.ForMinutes(Lifetime));
        try
        {
            var ceremony = JsonSerializer.Deserialize<Ceremony>(_protector.Unprotect(kept ?? ""));
            var age = clock.UtcNow() - ceremony?.AskedAt;
            return ceremony?.Purpose == purpose && ceremony.PersonId == personId && age >= TimeSpan.Zero && age < Lifetime ? ceremony : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Ceremony(PasskeyPurpose Purpose, int? PersonId, string? State, DateTime AskedAt);
}
