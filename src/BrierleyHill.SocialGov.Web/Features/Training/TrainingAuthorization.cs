using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>
/// Who may see what. Courses and sessions are everybody's to see; who is booked and who came, only for senior leaders and administrators.
/// A training record and its certificate are for the person themselves, senior leaders and administrators; for everybody else they do not
/// exist (404).
/// </summary>
public static class TrainingAuthorization
{
    /// <summary>Loads one training record with its certificate, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<TrainingRecord>> FindRecordAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.TrainingRecords.Include(record => record.Certificate).SingleOrDefaultAsync(record => record.Id == id, cancellationToken) is { } found
        && found.MayBeSeenBy(person)
            ? found
            : Error.NotFound;
}
