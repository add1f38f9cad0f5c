using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>One passkey as its owner sees it.</summary>
/// <param name="Number">By what pages name it.</param>
/// <param name="Name">The name that the person gave it.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
/// <param name="LastUsedAt">When it was last used, UTC.</param>
public sealed record PasskeyLine(Guid Number, string Name, DateTime AddedAt, DateTime? LastUsedAt);

/// <summary>With what the person signs in.</summary>
/// <param name="AuthenticatorSetUpAt">When the authenticator app was set up, UTC; <see langword="null"/> where there is none.</param>
/// <param name="Passkeys">The passkeys.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are left.</param>
/// <param name="RecoveryCodesMadeAt">When they were made, UTC.</param>
/// <param name="IsAskedFor">Whether the person's roles ask for a second factor.</param>
/// <param name="ReturnUrl">The page that was asked for before one was set up.</param>
public sealed record SignInSettingsView(
    DateTime? AuthenticatorSetUpAt,
    IReadOnlyList<PasskeyLine> Passkeys,
    int RecoveryCodesLeft,
    DateTime? RecoveryCodesMadeAt,
    bool IsAskedFor,
    string? ReturnUrl)
{
    /// <summary>Whether there is a second factor.</summary>
    public bool HasSecondFactor => AuthenticatorSetUpAt is not null || Passkeys.Count > 0;

    /// <summary>Whether one has to be set up before anything else.</summary>
    public bool MustSetUp => IsAskedFor && !HasSecondFactor;

    /// <summary>Whether so few recovery codes are left that new ones should be made.</summary>
    public bool HasFewRecoveryCodes => HasSecondFactor && RecoveryCodesLeft <= RecoveryCodes.Few;
}

/// <summary>Reads of one's own sign-in.</summary>
public sealed class SignInSettingsQueries(SocialGovDbContext database, CurrentPerson current, SecondFactorSettings settings)
{
    /// <summary>With what the person signs in.</summary>
    public async Task<SignInSettingsView> ReadAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        var account = await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken);
        var passkeys = await database.LoadPasskeysAsync(current.Id, cancellationToken);
        return new SignInSettingsView(
            account.AuthenticatorSetUpAt,
            [.. passkeys.Select(passkey => new PasskeyLine(passkey.Number, passkey.Name, passkey.Data.CreatedAt.UtcDateTime, passkey.LastUsedAt))],
            account.RecoveryCodesLeft,
            account.RecoveryCodesMadeAt,
            settings.IsAskedOf(current.Actor.Roles),
            returnUrl);
    }

    /// <summary>The page of the recovery codes.</summary>
    /// <param name="shown">The codes that were just made.</param>
    /// <param name="returnUrl">The page to lead on to.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<RecoveryCodesView> ReadRecoveryCodesAsync(IReadOnlyList<string> shown, string? returnUrl, CancellationToken cancellationToken)
    {
        var account = await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken);
        var address = await database.People.Where(known => known.Id == current.Id).Select(known => known.EmailAddress).SingleAsync(cancellationToken);
        return new RecoveryCodesView(shown, account.RecoveryCodesLeft, account.RecoveryCodesMadeAt, account.TwoFactorEnabled, returnUrl, address);
    }
}
