using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>One secret to store, in the place of the one so far.</summary>
public sealed class StoreSecretForm
{
    /// <summary>The version of the sign-in that was read.</summary>
    public int Version { get; set; }

    /// <summary>The secret. What lets somebody in is never sent back, but for a password that the portal made a moment ago.</summary>
    [Display(Name = "Secret")]
    public string? Secret { get; set; }

    /// <summary>The secret typed in a form that was refused: encrypted, so that it need not be typed again.</summary>
    public string? Held { get; set; }

    /// <summary>The hash of a one-time code secret.</summary>
    [Display(Name = "Algorithm")]
    public OneTimeCodeAlgorithm Algorithm { get; set; }

    /// <summary>How many digits a one-time code has.</summary>
    [Display(Name = "Digits of a code")]
    public int Digits { get; set; } = 6;

    /// <summary>For how many seconds a one-time code holds.</summary>
    [Display(Name = "Seconds that a code holds")]
    public int Seconds { get; set; } = 30;
}

/// <summary>The form of one secret.</summary>
/// <param name="Found">The sign-in.</param>
/// <param name="Kind">Which secret.</param>
/// <param name="Recipe">How a password for the platform is made.</param>
/// <param name="IsGenerated">Whether the password in the form was made by the portal just now.</param>
/// <param name="Form">What was typed.</param>
public sealed record StoreSecretView(CredentialView Found, SecretKind Kind, PasswordRecipe Recipe, bool IsGenerated, StoreSecretForm Form);

/// <summary>Stores a secret: the first, or a new one in the place of the one so far.</summary>
public sealed class StoreSecret(SocialGovDbContext database, HeldSecrets held, SecretCipher cipher, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Stores it.</summary>
    public async Task<Result> RunAsync(int accountId, int id, SecretKind kind, StoreSecretForm form, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var (vault, credential) = opened.Value;
        if (credential.CheckMayChange(vault.Access) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (credential.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        if (cipher.CheckMayProtect() is { IsRefused: true } closed)
        {
            return closed;
        }

        var typed = held.Resolve(form.Secret, form.Held, accountId, kind);
        var stored = kind == SecretKind.RecoveryCode ? StoreCodes(credential, vault.Access, typed) : StoreOne(credential, vault.Access, kind, typed, form);
        return stored.IsRefused ? stored : await database.TrySaveAsync(cancellationToken);
    }

    private Result StoreOne(StoredCredential credential, VaultAccess access, SecretKind kind, string? typed, StoreSecretForm form)
    {
        var read = SecretText.Read(kind, kind == SecretKind.OneTimeCodeSecret ? OneTimeCodeSecret.Address(typed, form.Algorithm, form.Digits, form.Seconds) : typed);
        return read.IsRefused
            ? read.Error
            : credential.Store(kind, cipher.Protect(credential.PlaceOf(kind, credential.NextNumber(kind)), read.Value), access, clock.UtcNow());
    }

    private Result StoreCodes(StoredCredential credential, VaultAccess access, string? typed)
    {
        var read = SecretText.ReadRecoveryCodes(typed);
        if (read.IsRefused)
        {
            return read.Error;
        }

        var first = credential.NextNumber(SecretKind.RecoveryCode);
        return credential.StoreRecoveryCodes(
            [.. read.Value.Select((code, index) => cipher.Protect(credential.PlaceOf(SecretKind.RecoveryCode, first + index), code))], access, clock.UtcNow());
    }
}
