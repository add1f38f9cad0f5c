using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The page of the recovery codes.</summary>
/// <param name="New">The codes that were just made: shown this once.</param>
/// <param name="Left">How many are left.</param>
/// <param name="MadeAt">When they were made, UTC.</param>
/// <param name="HasSecondFactor">Whether there is anything that they stand in for.</param>
/// <param name="ReturnUrl">The page to lead on to.</param>
/// <param name="EmailAddress">Whose they are, for the paper.</param>
public sealed record RecoveryCodesView(
    IReadOnlyList<string> New, int Left, DateTime? MadeAt, bool HasSecondFactor, string? ReturnUrl, string EmailAddress);

/// <summary>A set of recovery codes that was just made.</summary>
/// <param name="Codes">The codes, to show once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Makes a new set of recovery codes in place of the old one.</summary>
public sealed class MakeRecoveryCodes(SocialGovDbContext database, CurrentPerson current, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>Makes them.</summary>
    public async Task<Result<NewRecoveryCodes>> RunAsync(CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        if (!account.TwoFactorEnabled)
        {
            return SignInErrors.NoSecondFactorOfOwn;
        }

        var codes = RecoveryCodes.Make();
        account.KeepRecoveryCodes(codes, at);
        database.Note(new RecoveryCodesMade(current.Actor, at), person);
        outbox.Queue(database, person, SignInEmails.RecoveryCodesMade(), at);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : new NewRecoveryCodes(codes);
    }
}

/// <summary>The first recovery codes.</summary>
internal static class FirstRecoveryCodes
{
    /// <summary>Gives a set to whoever has none: with the first factor, so that a lost phone does not lock them out.</summary>
    /// <returns>The codes, to show once; empty where some are left.</returns>
    public static IReadOnlyList<string> GiveFirstRecoveryCodes(this SignInAccount account, DateTime at)
    {
        if (account.RecoveryCodesLeft > 0)
        {
            return [];
        }

        var codes = RecoveryCodes.Make();
        account.KeepRecoveryCodes(codes, at);
        return codes;
    }
}
