using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>
/// Creates the checks whose slots have come, each once per account and slot, whichever instance runs. After a downtime it goes back three
/// days: far enough that a weekend on which the portal stood still is on record, near enough that nobody is asked about a week that is
/// over. Of several slots of one account that went by in that time the last alone is asked for; the others are on record as missed.
/// </summary>
public sealed class ExpectChecks(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <summary>How far back slots are looked for.</summary>
    public static TimeSpan LooksBack { get; } = TimeSpan.FromDays(3);

    /// <inheritdoc />
    public override string Name => "Monitoring checks";

    /// <inheritdoc />
    public override string Description =>
        "Asks for the checks of the accounts that have come due by the monitoring rotas. After a downtime it goes back three days.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var since = now - LooksBack;
        var rotas = await database.MonitoringRotas.AsNoTracking()
            .Where(rota => database.Accounts.Any(account => account.Id == rota.AccountId && account.Status == AccountStatus.Active))
            .OrderBy(rota => rota.Id)
            .ToListAsync(cancellationToken);
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var due = rotas
            .Select(rota => (Rota: rota, Slots: rota.SlotsBetween(since, now, calendar)))
            .Where(one => one.Slots.Count > 0)
            .ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        int[] accounts = [.. due.Select(one => one.Rota.AccountId)];
        var there = (await database.MonitoringChecks.AsNoTracking()
                .Where(check => accounts.Contains(check.AccountId) && check.SlotAt > since)
                .Select(check => new { check.AccountId, check.SlotAt })
                .ToListAsync(cancellationToken))
            .Select(check => (check.AccountId, check.SlotAt!.Value))
            .ToHashSet();
        var missing = due.ConvertAll(one => (one.Rota, Slots: one.Slots.Where(slot => !there.Contains((one.Rota.AccountId, slot.At))).ToList()));
        missing.RemoveAll(one => one.Slots.Count == 0);
        if (missing.Count == 0)
        {
            return 0;
        }

        var known = await database.LoadMonitoredAccountsAsync(
            [.. missing.Select(one => one.Rota.AccountId)], await database.LoadDirectoryAsync(cancellationToken), cancellationToken);
        var created = 0;
        foreach (var (rota, slots) in missing)
        {
            var last = due.Single(one => one.Rota == rota).Slots[^1].At;
            foreach (var (at, slot) in slots)
            {
                var duty = rota.DutyAt(slot, at, known[rota.AccountId].Team);
                created += await AddAsync(
                    at < last && at.AddHours(rota.PatienceHours) <= now
                        ? MonitoringCheck.MissedInDowntime(rota, duty, Actor.Portal(Name), now)
                        : MonitoringCheck.Expect(rota, duty, Actor.Portal(Name), now),
                    cancellationToken) ? 1 : 0;
            }
        }

        return created;
    }

    // Another instance may have created it in the meantime: the index decides, and whoever loses goes on.
    private async Task<bool> AddAsync(MonitoringCheck check, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        database.MonitoringChecks.Add(check);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (!await database.MonitoringChecks.AnyAsync(other => other.AccountId == check.AccountId && other.SlotAt == check.SlotAt, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }
}
