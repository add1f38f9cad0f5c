using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>
/// Who was shown what, and who changed what, in the vault of one account: read from the audit, which nobody can change, for the account's
/// administrators.
/// </summary>
public sealed class AccessHistory(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["when", "who"];

    /// <summary>What the list can be narrowed to.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        nameof(SecretRevealed), nameof(GlassBroken), nameof(OneTimeCodeShown), nameof(SecretStored), nameof(StoredRecoveryCodeUsed), nameof(CredentialAdded),
        nameof(CredentialDescribed), nameof(CredentialWithdrawn), nameof(SecretFoundUnreadable),
    ];

    /// <summary>One page of it.</summary>
    public async Task<Result<AccessHistoryView>> ListAsync(int accountId, AccessHistoryFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var vault = await database.OpenVaultAsync(accountId, person.Actor, clock.UtcNow(), cancellationToken);
        if (vault.IsRefused)
        {
            return vault.Error;
        }

        if (vault.Value.Access.CheckAdministers() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var credentials = await database.Credentials.AsNoTracking()
            .Where(credential => credential.AccountId == accountId)
            .Select(credential => new { credential.Id, credential.Label })
            .ToDictionaryAsync(credential => credential.Id, credential => credential.Label, cancellationToken);
        var ids = credentials.Keys.ToList();
        var events = Events.Contains(filter.Event) ? [filter.Event!] : Events.ToList();
        var all = database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(StoredCredential) && line.RecordId != null && ids.Contains(line.RecordId.Value));
        var people = await all.Where(line => line.ActorId != null).Select(line => line.ActorId!.Value).Distinct().ToListAsync(cancellationToken);
        var lines = all.Where(line => events.Contains(line.Name));
        if (filter.PersonId is { } who)
        {
            lines = lines.Where(line => line.ActorId == who);
        }

        if (filter.CredentialId is { } which)
        {
            lines = lines.Where(line => line.RecordId == which);
        }

        lines = (order.Column, order.Descending) switch
        {
            ("who", false) => lines.OrderBy(line => line.ActorName).ThenByDescending(line => line.Sequence),
            ("who", true) => lines.OrderByDescending(line => line.ActorName).ThenByDescending(line => line.Sequence),
            (_, false) => lines.OrderBy(line => line.Sequence),
            (_, true) => lines.OrderByDescending(line => line.Sequence),
        };
        var page = await PagedList<AuditEvent>.ReadAsync(lines, filter.Page, cancellationToken);
        return new AccessHistoryView(vault.Value, page, credentials, people, filter, order);
    }
}

/// <summary>What the history is narrowed to.</summary>
public sealed class AccessHistoryFilter
{
    /// <summary>Who.</summary>
    public int? PersonId { get; set; }

    /// <summary>What happened, by the event's name.</summary>
    public string? Event { get; set; }

    /// <summary>Which sign-in.</summary>
    public int? CredentialId { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => PersonId is not null || CredentialId is not null || !string.IsNullOrEmpty(Event);
}

/// <summary>The access history of an account's vault.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Lines">The lines of the audit.</param>
/// <param name="Credentials">The sign-ins' names by number, withdrawn ones too.</param>
/// <param name="People">Who is in it.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
public sealed record AccessHistoryView(
    OpenedVault Vault,
    PagedList<AuditEvent> Lines,
    IReadOnlyDictionary<int, string> Credentials,
    IReadOnlyList<int> People,
    AccessHistoryFilter Filter,
    SortOrder Order);
