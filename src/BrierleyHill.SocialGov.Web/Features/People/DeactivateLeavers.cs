using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>
/// Ends the access of those whose last day is over, at 6pm in London on that day or, after a downtime or for a date in the past, with the
/// next run (ADM-5, STF-1). Each once: the record's status and version decide, whoever runs.
/// </summary>
public sealed class DeactivateLeavers(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Leavers";

    /// <inheritdoc />
    public override string Description => "Ends the access of people at 6pm on their leaving date.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var today = LondonTime.DateOf(now);
        var candidates = await database.People.AsNoTracking()
            .Where(person => person.Status != PersonStatus.Deactivated && person.LeavingDate <= today)
            .OrderBy(person => person.Id)
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        var handled = 0;
        foreach (var id in candidates)
        {
            database.ChangeTracker.Clear();
            var ended = await database.EndAccessAsync(id, (person, others) => person.DeactivateOnLeaving(others, now), now, cancellationToken);
            if (!ended.IsRefused || (ended.Error == PeopleErrors.LastPortalManager && await HoldBackAsync(id, now, cancellationToken)))
            {
                handled++;
            }
        }

        return handled;
    }

    private async Task<bool> HoldBackAsync(int id, DateTime now, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        return await database.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } last
            && !last.HoldBack(now).IsRefused
            && !(await database.TrySaveAsync(cancellationToken)).IsRefused;
    }
}
