using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Reminds whoever an undecided business case waits for, after the set number of working days and as many again each time.</summary>
public sealed class ChaseApplications(SocialGovDbContext database, ApplicationSettings settings, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Application chasing";

    /// <inheritdoc />
    public override string Description => "Reminds whoever a business case waits for: senior leaders of a decision, applicants of changes asked for.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        // Calendar days are never fewer than working days, so the database leaves out what cannot be due.
        var earliest = now.AddDays(1 - settings.ChaseAfterWorkingDays);
        int[] waiting = await database.Applications.AsNoTracking()
            .Where(application => application.Status == ApplicationStatus.Submitted || application.Status == ApplicationStatus.ChangesRequested)
            .Where(application => (application.LastChasedAt ?? application.StatusSince) < earliest)
            .OrderBy(application => application.Id)
            .Select(application => application.Id)
            .ToArrayAsync(cancellationToken);
        var chased = 0;
        foreach (var id in waiting)
        {
            database.ChangeTracker.Clear();
            if (await database.Applications.FindAsync([id], cancellationToken) is { } application
                && !application.Chase(calendar, settings.ChaseAfterWorkingDays, Actor.Portal(Name), now).IsRefused
                && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                chased++;
            }
        }

        return chased;
    }
}
