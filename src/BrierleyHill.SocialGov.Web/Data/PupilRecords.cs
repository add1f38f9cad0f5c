using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>What several pages read of pupils.</summary>
public static class PupilRecords
{
    /// <summary>A pupil with every answer, to act on; <see langword="null"/> where there is none.</summary>
    public static Task<Pupil?> FindPupilAsync(this SocialGovDbContext database, int id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Pupils.AsSplitQuery().SingleOrDefaultAsync(pupil => pupil.Id == id, cancellationToken);
    }

    /// <summary>The uses of pictures that people can be asked about now.</summary>
    public static async Task<IReadOnlyList<ImageUse>> LoadImageUsesAsync(this SocialGovDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return ImageUse.Offered(await database.Accounts.AsNoTracking()
            .Where(account => account.Status != AccountStatus.Closed)
            .Select(account => new AccountPlace(account.Platform, account.PlatformName, account.Openness))
            .Distinct()
            .ToListAsync(cancellationToken));
    }

    /// <summary>The classes with pupils in them, by name.</summary>
    /// <param name="database">The database.</param>
    /// <param name="today">Today, London.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<string>> LoadClassesAsync(this SocialGovDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Pupils.AsNoTracking()
            .Where(pupil => pupil.ClassName != "" && (pupil.LeavingOn == null || pupil.LeavingOn >= today))
            .Select(pupil => pupil.ClassName)
            .Distinct()
            .OrderBy(name => name)
            .ToListAsync(cancellationToken);
    }
}
