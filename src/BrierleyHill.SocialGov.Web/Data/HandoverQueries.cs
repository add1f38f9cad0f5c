using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads about leaving and handing over that more than one feature needs. None of them reads a secret.</summary>
public static class HandoverQueries
{
    /// <summary>The accounts that are not closed and that a person administers or posts to now, by name.</summary>
    public static Task<List<SocialMediaAccount>> LoadAccountsLookedAfterByAsync(
        this SocialGovDbContext database, int personId, CancellationToken cancellationToken) =>
        database.Accounts.AsNoTracking()
            .Where(account => account.Status != AccountStatus.Closed
                && account.Assignments.Any(assignment => assignment.PersonId == personId && assignment.Until == null))
            .OrderBy(account => account.Name).ThenBy(account => account.Id)
            .ToListAsync(cancellationToken);

    /// <summary>What the portal sees of a hand-over: everything that it knows by itself is loaded here, and nowhere else.</summary>
    /// <param name="database">The database.</param>
    /// <param name="handover">The hand-over.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<HandoverCircumstances> LoadHandoverCircumstancesAsync(
        this SocialGovDbContext database, Handover handover, DateTime at, CancellationToken cancellationToken)
    {
        var holding = (await database.LoadVaultHoldingsAsync([handover.AccountId], cancellationToken))[handover.AccountId];
        return new HandoverCircumstances(
            await database.LoadDirectoryAsync(cancellationToken),
            await database.LoadReadinessFactsAsync(cancellationToken),
            await database.LoadRotationsDueAsync([handover.AccountId], at, cancellationToken),
            await database.LoadSecretsKnownToAsync(handover.AccountId, handover.LeaverId, cancellationToken),
            PlatformRolesOfLeaver: [.. holding.PlatformRoles.Where(role => role.PersonId == handover.LeaverId).Select(role => role.Role)],
            DevicesHeldByLeaver: [.. holding.Devices.Where(device => device.PersonId == handover.LeaverId).Select(device => $"{device.Label}, the second-factor device")],
            at);
    }

    /// <summary>
    /// The secrets in force of an account that a person stored or was shown, in words. They let somebody in, so they fall due for rotation
    /// when that person goes: asking for them beforehand lets a hand-over be finished before the last day.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="personId">The person; nobody knows nothing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<IReadOnlyList<string>> LoadSecretsKnownToAsync(
        this SocialGovDbContext database, int accountId, int? personId, CancellationToken cancellationToken)
    {
        if (personId is not { } id)
        {
            return [];
        }

        SecretKind[] lettingIn = [.. Enum.GetValues<SecretKind>().Where(kind => kind.LetsIn())];
        var known = await database.Credentials.AsNoTracking()
            .Where(credential => credential.AccountId == accountId && credential.WithdrawnAt == null)
            .SelectMany(
                credential => credential.Secrets.Where(secret => secret.ReplacedAt == null && secret.UsedAt == null && lettingIn.Contains(secret.Kind)
                    && (secret.SetById == id || secret.Reveals.Any(reveal => reveal.PersonId == id))),
                (credential, secret) => new { credential.Label, secret.Kind })
            .ToListAsync(cancellationToken);

        // The recovery codes of one sign-in together are one secret.
        return
        [
            .. known.Distinct()
                .OrderBy(secret => secret.Label, StringComparer.Ordinal).ThenBy(secret => secret.Kind)
                .Select(secret => $"{secret.Label}, {secret.Kind.InWords().ToLowerInvariant()}"),
        ];
    }
}
