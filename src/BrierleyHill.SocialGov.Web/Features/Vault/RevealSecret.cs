using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Why somebody needs to see a secret.</summary>
public sealed class RevealForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why do you need it?", Description = "For example: to post the newsletter. The account’s administrators see your reason. Do not name any child")]
    [MaximumCharacters(StoredCredential.ReasonMaximumLength)]
    public string? Reason { get; set; }
}

/// <summary>The page that asks why.</summary>
/// <param name="Found">The sign-in.</param>
/// <param name="Kind">Which secret.</param>
/// <param name="Secret">The very secret that will be shown as things stand.</param>
/// <param name="IsFormer">Whether a former version was asked for by its number.</param>
/// <param name="Form">What was typed.</param>
public sealed record RevealView(CredentialView Found, SecretKind Kind, StoredSecret Secret, bool IsFormer, RevealForm Form);

/// <summary>A secret that is shown, once, for half a minute.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Credential">The sign-in.</param>
/// <param name="Secret">What was opened.</param>
/// <param name="Text">The secret.</param>
/// <param name="IsReplaced">Whether another has taken its place: it was a former one, or somebody changed it at this very moment.</param>
public sealed record ShownSecret(OpenedVault Vault, StoredCredential Credential, StoredSecret Secret, string Text, bool IsReplaced)
{
    /// <summary>How long it is shown.</summary>
    public const int Seconds = 30;

    /// <summary>How codes are worked out from it, where it is a one-time code secret.</summary>
    public string? Details { get; init; }
}

/// <summary>
/// Shows one secret (clause ADM-3): decrypts it and writes down who was shown it and why, before it leaves. To look changes nothing that others
/// edit, so two who look, or one who looks while another changes, are not in each other's way.
/// </summary>
public sealed class RevealSecret(SocialGovDbContext database, SecretCipher cipher, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Shows it.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="id">The sign-in.</param>
    /// <param name="kind">Which secret.</param>
    /// <param name="number">Its number; <see langword="null"/> for the one in force at this moment, whatever was in force when the page was opened.</param>
    /// <param name="form">Why.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Result<ShownSecret>> RunAsync(
        int accountId, int id, SecretKind kind, int? number, RevealForm form, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var ((vault, credential), now) = (opened.Value, clock.UtcNow());
        var isProven = person.HasFreshProof(now);
        var found = credential.FindToReveal(kind, number, form.Reason, isProven, vault.Access);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var text = await database.OpenSecretAsync(cipher, credential, found.Value, person.Actor, now, cancellationToken);
        if (text.IsRefused)
        {
            return text.Error;
        }

        var revealed = credential.Reveal(kind, number, form.Reason, isProven, vault.Access, now);
        if (revealed.IsRefused)
        {
            return revealed.Error;
        }

        if (await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost)
        {
            return lost.Error;
        }

        var secretId = revealed.Value.Id;
        var isReplaced = await database.Credentials.AsNoTracking()
            .Where(its => its.Id == id)
            .SelectMany(its => its.Secrets)
            .AnyAsync(secret => secret.Id == secretId && secret.ReplacedAt != null, cancellationToken);
        var shown = new ShownSecret(vault, credential, revealed.Value, text.Value, isReplaced);
        if (kind != SecretKind.OneTimeCodeSecret)
        {
            return shown;
        }

        // What an authenticator app takes is the key; how it is used stands beside it.
        var secretOfCodes = OneTimeCodeSecret.Read(text.Value).Value;
        return shown with { Text = secretOfCodes.Base32, Details = secretOfCodes.InWords };
    }
}

/// <summary>A one-time code that is shown.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Credential">The sign-in.</param>
/// <param name="Code">The code of this moment.</param>
/// <param name="SecondsLeft">For how long it holds.</param>
/// <param name="Next">The code after it.</param>
public sealed record ShownCode(OpenedVault Vault, StoredCredential Credential, string Code, int SecondsLeft, string Next);

/// <summary>
/// Shows the one-time code of this moment without the secret that it comes from, so that two people can share one second factor and nothing
/// becomes due when one of them leaves.
/// </summary>
public sealed class ShowOneTimeCode(SocialGovDbContext database, SecretCipher cipher, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Shows it.</summary>
    public async Task<Result<ShownCode>> RunAsync(int accountId, int id, RevealForm form, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var ((vault, credential), now) = (opened.Value, clock.UtcNow());
        var secret = credential.ShowOneTimeCode(form.Reason, person.HasFreshProof(now), vault.Access, now);
        if (secret.IsRefused)
        {
            return secret.Error;
        }

        var text = await database.OpenSecretAsync(cipher, credential, secret.Value, person.Actor, now, cancellationToken);
        if (text.IsRefused)
        {
            return text.Error;
        }

        if (await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost)
        {
            return lost.Error;
        }

        var codes = OneTimeCodeSecret.Read(text.Value).Value;
        var left = OneTimeCodes.SecondsLeft(codes, now);
        return new ShownCode(vault, credential, OneTimeCodes.At(codes, now), left, OneTimeCodes.At(codes, now.AddSeconds(left)));
    }
}

/// <summary>One-time codes (RFC 6238).</summary>
public static class OneTimeCodes
{
    /// <summary>The code at an instant.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="at">When, UTC.</param>
    public static string At(OneTimeCodeSecret secret, DateTime at) =>
        new Totp(secret.Key, secret.Seconds, ModeOf(secret.Algorithm), secret.Digits).ComputeTotp(at);

    /// <summary>For how many more seconds the code of an instant holds, from 1.</summary>
    public static int SecondsLeft(OneTimeCodeSecret secret, DateTime at)
    {
        var second = (long)Math.Floor((at - DateTime.UnixEpoch).TotalSeconds);
        return secret.Seconds - (int)(second % secret.Seconds);
    }

    private static OtpHashMode ModeOf(OneTimeCodeAlgorithm algorithm) => algorithm switch
    {
        OneTimeCodeAlgorithm.Sha1 => OtpHashMode.Sha1,
        OneTimeCodeAlgorithm.Sha256 => OtpHashMode.Sha256,
        OneTimeCodeAlgorithm.Sha512 => OtpHashMode.Sha512,
    };
}

internal static class OpenedSecrets
{
    /// <summary>Decrypts a secret. One that cannot be opened is written down as such, and nobody is recorded as having seen it.</summary>
    public static async Task<Result<string>> OpenSecretAsync(
        this SocialGovDbContext database, SecretCipher cipher, StoredCredential credential, StoredSecret secret, Domain.Shared.Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var text = cipher.Unprotect(credential.PlaceOf(secret.Kind, secret.Number), secret.Ciphertext);
        if (text.IsRefused)
        {
            credential.TakeEvents();
            credential.FindUnreadable(secret.Kind, by, at);
            await database.SaveChangesAsync(cancellationToken);
        }

        return text;
    }
}
