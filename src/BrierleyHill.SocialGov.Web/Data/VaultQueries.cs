using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of the vault that more than one feature needs. None of them reads a secret.</summary>
public static class VaultQueries
{
    /// <summary>The secrets of these accounts that are due for rotation, by account, sign-in and kind. The same few queries, however many there are.</summary>
    /// <param name="database">The database.</param>
    /// <param name="accountIds">The accounts; <see langword="null"/> for all that are not closed.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<IReadOnlyList<RotationDue>> LoadRotationsDueAsync(
        this SocialGovDbContext database, IReadOnlyCollection<int>? accountIds, DateTime at, CancellationToken cancellationToken)
    {
        var inForce = await database.KnownAsync("secrets in force", () => ReadSecretsInForceAsync(database, cancellationToken));
        if (inForce.Secrets.Count == 0)
        {
            return [];
        }

        var accounts = (await database.LoadRegisterAsync(cancellationToken))
            .FindAll(account => accountIds is null ? account.Status != AccountStatus.Closed : accountIds.Contains(account.Id));
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var today = LondonTime.DateOf(at);
        var administrators = accounts.ToDictionary(account => account.Id, account => account.CurrentAdministrators(directory, today));
        return
        [
            .. inForce.Secrets
                .Where(secret => administrators.ContainsKey(secret.AccountId))
                .GroupBy(secret => (secret.AccountId, secret.CredentialId, secret.Label))
                .OrderBy(credential => credential.Key.AccountId).ThenBy(credential => credential.Key.CredentialId)
                .SelectMany(credential => ExposedSecret.Of(
                    credential.Key.AccountId,
                    credential.Key.CredentialId,
                    credential.Key.Label,
                    credential.Select(secret => new SecretInForce(secret.Kind, secret.SetById, secret.SetAt, IsUsed: false, [.. inForce.Shown[secret.Id]]))))
                .Select(exposed => exposed.DueWith(administrators[exposed.AccountId], directory, today))
                .OfType<RotationDue>(),
        ];
    }

    private static async Task<SecretsInForce> ReadSecretsInForceAsync(SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var credentials = database.Credentials.AsNoTracking().Where(credential => credential.WithdrawnAt == null);
        var secrets = await credentials
            .SelectMany(
                credential => credential.Secrets.Where(secret => secret.ReplacedAt == null && secret.UsedAt == null
                    && (secret.Kind == SecretKind.Password || secret.Kind == SecretKind.OneTimeCodeSecret || secret.Kind == SecretKind.RecoveryCode)),
                (credential, secret) => new SecretLine(credential.AccountId, credential.Id, credential.Label, secret.Id, secret.Kind, secret.SetById, secret.SetAt))
            .ToListAsync(cancellationToken);
        // One row for a secret and a person, however often they looked.
        var shown = await credentials
            .SelectMany(credential => credential.Secrets.Where(secret => secret.ReplacedAt == null && secret.UsedAt == null)
                .SelectMany(secret => secret.Reveals, (secret, reveal) => new { SecretId = secret.Id, reveal.PersonId, reveal.At }))
            .GroupBy(reveal => new { reveal.SecretId, reveal.PersonId })
            .Select(seen => new { seen.Key.SecretId, seen.Key.PersonId, At = seen.Max(reveal => reveal.At) })
            .ToListAsync(cancellationToken);
        return new SecretsInForce(secrets, shown.ToLookup(seen => seen.SecretId, seen => new SecretSighting(seen.PersonId, seen.At)));
    }

    private sealed record SecretLine(int AccountId, int CredentialId, string Label, int Id, SecretKind Kind, int SetById, DateTime SetAt);

    private sealed record SecretsInForce(IReadOnlyList<SecretLine> Secrets, ILookup<int, SecretSighting> Shown);

    /// <summary>
    /// What the vault holds of these accounts, without a secret, for the gate of going live and for the hand-over. An account without anything
    /// has a holding too. Three queries, however many accounts.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<IReadOnlyDictionary<int, VaultHolding>> LoadVaultHoldingsAsync(
        this SocialGovDbContext database, IReadOnlyCollection<int> accountIds, CancellationToken cancellationToken)
    {
        var credentials = await database.Credentials.AsNoTracking()
            .Where(credential => credential.WithdrawnAt == null && accountIds.Contains(credential.AccountId))
            .OrderBy(credential => credential.Id)
            .Select(credential => new { credential.AccountId, credential.Id, credential.Label, credential.DeviceHolderId })
            .ToListAsync(cancellationToken);
        var secrets = await database.Credentials.AsNoTracking()
            .Where(credential => credential.WithdrawnAt == null && accountIds.Contains(credential.AccountId))
            .SelectMany(
                credential => credential.Secrets.Where(secret => secret.ReplacedAt == null && secret.UsedAt == null),
                (credential, secret) => new { credential.AccountId, Held = new { CredentialId = credential.Id, credential.Label, secret.Kind, secret.SetById, secret.SetAt } })
            .ToListAsync(cancellationToken);
        var roles = await database.PlatformRoles.AsNoTracking()
            .Where(role => role.RemovedAt == null && accountIds.Contains(role.AccountId))
            .OrderBy(role => role.Id)
            .ToListAsync(cancellationToken);
        return accountIds.Distinct().ToDictionary(
            account => account,
            account => new VaultHolding(
                account,
                [
                    .. secrets.Where(secret => secret.AccountId == account)
                        .Select(secret => secret.Held)
                        .GroupBy(held => (held.CredentialId, held.Label, held.Kind))
                        .Select(kind => new HeldSecret(kind.Key.CredentialId, kind.Key.Label, kind.Key.Kind, kind.First().SetById, kind.Max(held => held.SetAt)))
                        .OrderBy(held => held.CredentialId).ThenBy(held => held.Kind),
                ],
                [
                    .. credentials.Where(credential => credential.AccountId == account && credential.DeviceHolderId != null)
                        .Select(credential => new HeldDevice(credential.Id, credential.Label, credential.DeviceHolderId!.Value)),
                ],
                [.. roles.Where(role => role.AccountId == account)]));
    }
}

/// <summary>That a secret is stored, and since when: never the secret.</summary>
/// <param name="CredentialId">The sign-in.</param>
/// <param name="Label">Its name.</param>
/// <param name="Kind">What it is. The unused recovery codes of a sign-in are one.</param>
/// <param name="SetById">Who stored it.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
public sealed record HeldSecret(int CredentialId, string Label, SecretKind Kind, int SetById, DateTime ChangedAt);

/// <summary>Who holds the second-factor device of a sign-in.</summary>
/// <param name="CredentialId">The sign-in.</param>
/// <param name="Label">Its name.</param>
/// <param name="PersonId">Who.</param>
public sealed record HeldDevice(int CredentialId, string Label, int PersonId);

/// <summary>What the vault holds of one account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Secrets">What is stored.</param>
/// <param name="Devices">Who holds which second-factor device.</param>
/// <param name="PlatformRoles">Who holds which role on the platform itself.</param>
public sealed record VaultHolding(
    int AccountId, IReadOnlyList<HeldSecret> Secrets, IReadOnlyList<HeldDevice> Devices, IReadOnlyList<PlatformRole> PlatformRoles)
{
    /// <summary>Whether something is stored that lets somebody in.</summary>
    public bool HasCurrentSecret => Secrets.Any(secret => secret.Kind.LetsIn());

    /// <summary>Whether a recovery e-mail address is stored.</summary>
    public bool HasRecoveryEmail => Has(SecretKind.RecoveryEmail);

    /// <summary>Whether a recovery phone number is stored.</summary>
    public bool HasRecoveryPhone => Has(SecretKind.RecoveryPhone);

    private bool Has(SecretKind kind) => Secrets.Any(secret => secret.Kind == kind);
}
