using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Readiness;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads what readiness is worked out from. The application, a person's page, the register and the lists of readiness ask here.</summary>
public static class ReadinessQueries
{
    /// <summary>What readiness is worked out from, for everybody at once: four queries, whatever the number of people.</summary>
    public static Task<ReadinessFacts> LoadReadinessFactsAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.KnownAsync("readiness", async () => new ReadinessFacts(
            await database.LoadPublishedPoliciesAsync(cancellationToken),
            await database.LoadAcknowledgedPoliciesAsync(cancellationToken),
            await database.LoadNeededCoursesAsync(cancellationToken),
            await database.LoadAttendedCoursesAsync(cancellationToken)));

    /// <summary>
    /// Everybody who runs an account that is not closed, or is to run one by a business case that waits for its decision. What an
    /// applicant has not submitted is nobody else's yet, and does not count.
    /// </summary>
    public static Task<IReadOnlySet<int>> LoadPeopleWhoRunAccountsAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.KnownAsync("people who run accounts", () => ReadPeopleWhoRunAccountsAsync(database, cancellationToken));

    private static async Task<IReadOnlySet<int>> ReadPeopleWhoRunAccountsAsync(SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var run = await database.Accounts.AsNoTracking()
            .Where(account => account.Status != AccountStatus.Closed)
            .SelectMany(account => account.Assignments.Select(assignment => assignment.PersonId))
            .ToListAsync(cancellationToken);
        var named = await database.Applications.AsNoTracking()
            .Where(application => application.Status == ApplicationStatus.Submitted)
            .SelectMany(application => application.Administrators.Select(administrator => administrator.PersonId))
            .ToListAsync(cancellationToken);
        return run.Concat(named).ToHashSet();
    }
}
