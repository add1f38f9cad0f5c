using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>
/// Reminds whoever an open hand-over waits for, each day at most once (ADM-5). Before that it opens what is missing: for those whose leaving
/// was recorded before the portal had hand-overs, or at the very moment at which the account was given to them.
/// </summary>
public sealed class ChaseHandovers(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Hand-overs";

    /// <inheritdoc />
    public override string Description =>
        "Reminds people of hand-overs that are open: weekly from 14 days before the last day, every working day in the last week and after it. It opens hand-overs that are missing, too.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await OpenMissingAsync(now, cancellationToken) + await ChaseAsync(now, cancellationToken);
    }

    private async Task<int> OpenMissingAsync(DateTime now, CancellationToken cancellationToken)
    {
        // One that was cancelled since the person was assigned stays cancelled: somebody said why.
        var missing = await database.Accounts.AsNoTracking()
            .Where(account => account.Status != AccountStatus.Closed)
            .SelectMany(
                account => account.Assignments.Where(assignment => assignment.Until == null),
                (account, assignment) => new { AccountId = account.Id, assignment.PersonId, assignment.From })
            .Where(assigned => database.People.Any(person => person.Id == assigned.PersonId
                && (person.LeavingDate != null || person.Status == PersonStatus.Deactivated)))
            .Where(assigned => !database.Handovers.Any(handover => handover.AccountId == assigned.AccountId
                && handover.LeaverId == assigned.PersonId
                && (handover.Status == HandoverStatus.Open || handover.OpenedAt >= assigned.From)))
            .OrderBy(assigned => assigned.AccountId).ThenBy(assigned => assigned.PersonId)
            .ToListAsync(cancellationToken);
        var opened = 0;
        foreach (var one in missing)
        {
            database.ChangeTracker.Clear();
            var account = await database.Accounts.AsNoTracking().SingleAsync(found => found.Id == one.AccountId, cancellationToken);
            var leaver = await database.People.AsNoTracking().SingleAsync(found => found.Id == one.PersonId, cancellationToken);
            if (account.Status != AccountStatus.Closed && account.RoleOf(leaver.Id) is not null
                && await database.OpenOneAsync(
                    account,
                    leaver,
                    leaver.LeavingDate ?? LondonTime.DateOf(now),
                    leaver.LeavingDate is null ? HandoverCause.Deactivated : HandoverCause.LeavingDate,
                    Actor.Portal(Name),
                    now,
                    cancellationToken)
                && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                opened++;
            }
        }

        return opened;
    }

    private async Task<int> ChaseAsync(DateTime now, CancellationToken cancellationToken)
    {
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        if (!ReminderSchedule.IsTimeToRemind(calendar, now))
        {
            return 0;
        }

        var today = LondonTime.DateOf(now);
        var candidates = await database.Handovers.AsNoTracking()
            .Where(handover => handover.Status == HandoverStatus.Open && handover.LastChasedOn < today)
            .OrderBy(handover => handover.Id)
            .Select(handover => handover.Id)
            .ToListAsync(cancellationToken);
        var chased = 0;
        foreach (var id in candidates)
        {
            database.ChangeTracker.Clear();
            // Read one by one: what was completed a moment ago is not chased, and of two portals the record's version lets one through.
            if (await database.Handovers.FindAsync([id], cancellationToken) is { } handover
                && !handover.Chase(calendar, Actor.Portal(Name), now).IsRefused
                && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                chased++;
            }
        }

        return chased;
    }
}
