using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>A sign-in to add.</summary>
public sealed class AddCredentialForm
{
    /// <summary>What it is called.</summary>
    [Display(Name = "What is this sign-in called?", Description = "For example: the school’s own profile. Everybody who may see this vault reads the name, so put no secret into it")]
    [MaximumCharacters(StoredCredential.LabelMaximumLength)]
    public string? Label { get; set; }

    /// <summary>The user name.</summary>
    [Display(Name = "User name", Description = "Or the e-mail address or phone number that you sign in with")]
    public string? UserName { get; set; }

    /// <summary>The password. Never sent back, but for one that the portal made a moment ago.</summary>
    [Display(Name = "Password", Description = "Stored encrypted. It is shown to nobody without a reason that stays on record")]
    public string? Password { get; set; }

    /// <summary>A password that was typed in a form that was refused: encrypted, so that it need not be typed again.</summary>
    public string? HeldPassword { get; set; }

    /// <summary>Who holds the second-factor device.</summary>
    [Display(Name = "Who holds the phone or device for the second factor?", Description = "Leave it empty if there is none")]
    public int? DeviceHolderId { get; set; }
}

/// <summary>The form that adds a sign-in.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Recipe">How a password for the platform is made.</param>
/// <param name="IsGenerated">Whether the password in the form was made by the portal just now.</param>
/// <param name="Form">What was typed.</param>
public sealed record AddCredentialView(OpenedVault Vault, PasswordRecipe Recipe, bool IsGenerated, AddCredentialForm Form)
{
    /// <summary>Who can hold the device.</summary>
    public IReadOnlyList<Choice> Holders => Vault.Directory.Active(null);
}

/// <summary>Adds a sign-in, with user name and password where they were entered.</summary>
public sealed class AddCredential(SocialGovDbContext database, HeldSecrets held, SecretCipher cipher, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The form's vault, for whoever may store.</summary>
    public async Task<Result<OpenedVault>> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        return vault.IsRefused || vault.Value.Access.CheckMayStore() is not { IsRefused: true } refusal ? vault : refusal.Error;
    }

    /// <summary>Adds it.</summary>
    /// <returns>Its number.</returns>
    public async Task<Result<int>> RunAsync(int accountId, AddCredentialForm form, CancellationToken cancellationToken)
    {
        var vault = await FindAsync(accountId, cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        var (access, now) = (vault.Value.Access, clock.UtcNow());
        var added = StoredCredential.Add(form.Label, form.DeviceHolderId, access, vault.Value.Directory, now);
        if (added.IsRefused)
        {
            return added.Error;
        }

        if (cipher.CheckMayProtect() is { IsRefused: true } closed)
        {
            return closed.Error;
        }

        var credential = added.Value;
        (SecretKind Kind, string? Typed, string Field)[] typed =
        [
            (SecretKind.UserName, form.UserName, nameof(form.UserName)),
            (SecretKind.Password, held.Resolve(form.Password, form.HeldPassword, accountId, SecretKind.Password), nameof(form.Password)),
        ];
        foreach (var (kind, text, field) in typed.Where(secret => !string.IsNullOrEmpty(secret.Typed)))
        {
            var read = SecretText.Read(kind, text);
            if (read.IsRefused)
            {
                return read.Error with { Field = field };
            }

            var stored = credential.Store(kind, cipher.Protect(credential.PlaceOf(kind, credential.NextNumber(kind)), read.Value), access, now);
            if (stored.IsRefused)
            {
                return stored.Error;
            }
        }

        var label = credential.NormalisedLabel;
        if (await database.IsLabelTakenAsync(accountId, label, except: 0, cancellationToken))
        {
            return VaultErrors.LabelTaken;
        }

        database.Credentials.Add(credential);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return credential.Id;
        }
        catch (DbUpdateException)
        {
            // Somebody else added one of the same name at the same moment: the unique index keeps one.
            database.ChangeTracker.Clear();
            if (!await database.IsLabelTakenAsync(accountId, label, except: 0, cancellationToken))
            {
                throw;
            }

            return VaultErrors.LabelTaken;
        }
    }
}

internal static class LabelReads
{
    public static Task<bool> IsLabelTakenAsync(
        this SocialGovDbContext database, int accountId, string normalisedLabel, int except, CancellationToken cancellationToken) =>
        database.Credentials.AnyAsync(
            other => other.AccountId == accountId && other.NormalisedLabel == normalisedLabel && other.WithdrawnAt == null && other.Id != except, cancellationToken);
}
