using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Reads what the vault's pages show. No page here shows a secret: <see cref="RevealSecret"/> alone opens one.</summary>
public sealed class VaultPages(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The account of a sign-in.</summary>
    public Task<Result<int>> FindAccountOfAsync(int id, CancellationToken cancellationToken) =>
        database.FindAccountOfCredentialAsync(id, person.Actor, clock.UtcNow(), cancellationToken);

    /// <summary>The vault of an account.</summary>
    public async Task<Result<VaultView>> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        var credentials = await database.Credentials.AsNoTracking().AsSplitQuery()
            .Where(credential => credential.AccountId == accountId)
            .OrderBy(credential => credential.NormalisedLabel).ThenBy(credential => credential.Id)
            .ToListAsync(cancellationToken);
        return new VaultView(
            vault.Value,
            [.. credentials.Where(credential => credential.IsInUse)],
            [.. credentials.Where(credential => !credential.IsInUse)],
            await database.LoadRotationsDueAsync([accountId], clock.UtcNow(), cancellationToken),
            await RolesAsync(accountId, cancellationToken));
    }

    /// <summary>One sign-in.</summary>
    public async Task<Result<CredentialView>> FindCredentialAsync(int accountId, int id, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var due = await database.LoadRotationsDueAsync([accountId], clock.UtcNow(), cancellationToken);
        return new CredentialView(opened.Value.Vault, opened.Value.Credential, [.. due.Where(secret => secret.CredentialId == id)]);
    }

    /// <summary>Who holds which role on the platform, for whoever may see the vault.</summary>
    public async Task<Result<PlatformRolesView>> FindRolesAsync(int accountId, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        return vault.IsRefused ? vault.Error : new PlatformRolesView(vault.Value, await RolesAsync(accountId, cancellationToken));
    }

    private Task<List<PlatformRole>> RolesAsync(int accountId, CancellationToken cancellationToken) => database.PlatformRoles.AsNoTracking()
        .Where(role => role.AccountId == accountId)
        .OrderBy(role => role.RemovedAt == null ? 0 : 1).ThenBy(role => role.NormalisedRole).ThenBy(role => role.Id)
        .ToListAsync(cancellationToken);
}

/// <summary>The vault of an account.</summary>
/// <param name="Vault">The vault, as the reader may open it.</param>
/// <param name="InUse">Its sign-ins.</param>
/// <param name="Withdrawn">Those that are out of use.</param>
/// <param name="Due">What is due for rotation.</param>
/// <param name="Roles">Who holds which role on the platform, removed ones too.</param>
public sealed record VaultView(
    OpenedVault Vault,
    IReadOnlyList<StoredCredential> InUse,
    IReadOnlyList<StoredCredential> Withdrawn,
    IReadOnlyList<RotationDue> Due,
    IReadOnlyList<PlatformRole> Roles)
{
    /// <summary>The secrets of one sign-in that are due.</summary>
    public IReadOnlyList<RotationDue> DueOf(StoredCredential credential) => [.. Due.Where(due => due.CredentialId == credential.Id)];
}

/// <summary>One sign-in.</summary>
/// <param name="Vault">The vault, as the reader may open it.</param>
/// <param name="Credential">The sign-in.</param>
/// <param name="Due">Which of its secrets are due for rotation.</param>
public sealed record CredentialView(OpenedVault Vault, StoredCredential Credential, IReadOnlyList<RotationDue> Due)
{
    /// <summary>The kinds in the order of a sign-in: who, what, the second factor, the way back in.</summary>
    public static IReadOnlyList<SecretKind> Kinds { get; } =
    [
        SecretKind.UserName, SecretKind.Password, SecretKind.OneTimeCodeSecret, SecretKind.RecoveryCode, SecretKind.RecoveryEmail, SecretKind.RecoveryPhone,
        SecretKind.Notes,
    ];

    /// <summary>Whether something of this kind is stored.</summary>
    public bool Holds(SecretKind kind) => kind == SecretKind.RecoveryCode ? Credential.RecoveryCodes.Count > 0 : Credential.Current(kind) is not null;

    /// <summary>Who stored the secret, and when.</summary>
    public string StoredInWords(StoredSecret secret) =>
        $"Stored by {Vault.Directory.NameOf(secret.SetById)} on {LondonTime.Display(secret.SetAt)}";

    /// <summary>Why this kind is due for rotation, if it is.</summary>
    public RotationDue? DueFor(SecretKind kind) => Due.FirstOrDefault(due => due.Kind == kind);
}

/// <summary>Who holds which role on the platform.</summary>
/// <param name="Vault">The vault, as the reader may open it.</param>
/// <param name="Roles">The roles, those that are held first.</param>
public sealed record PlatformRolesView(OpenedVault Vault, IReadOnlyList<PlatformRole> Roles);

/// <summary>A page that does something to one sign-in.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Found">The sign-in.</param>
/// <param name="Form">What was typed.</param>
public sealed record CredentialAction<TForm>(CredentialView Found, TForm Form);

/// <summary>A page that does something to one secret.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Found">The sign-in.</param>
/// <param name="Kind">Which secret.</param>
/// <param name="Form">What was typed.</param>
public sealed record SecretAction<TForm>(CredentialView Found, SecretKind Kind, TForm Form);

/// <summary>The people to choose from.</summary>
internal static class PeopleToChoose
{
    /// <summary>Those who can sign in, and one who is chosen already.</summary>
    public static IReadOnlyList<Choice> Active(this PeopleDirectory directory, int? chosen) => Among(directory, person => person.IsActive || person.Id == chosen);

    /// <summary>Everybody, with a word about those who cannot sign in.</summary>
    public static IReadOnlyList<Choice> Everybody(this PeopleDirectory directory) => Among(directory, _ => true);

    private static IReadOnlyList<Choice> Among(PeopleDirectory directory, Func<DirectoryPerson, bool> which) =>
    [
        .. directory.People.Where(which)
            .OrderBy(person => person.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Forename, StringComparer.OrdinalIgnoreCase)
            .Select(person => new Choice(
                person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                person.Status == PersonStatus.Deactivated ? $"{person.FullName} (cannot sign in any more)" : person.FullName)),
    ];
}
