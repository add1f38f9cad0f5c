using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Reads what the signed-in person has to check and to follow up, and, where they answer for the school, which accounts nobody is asked to look at.</summary>
public sealed class MonitoringTasks(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The tasks, checks first: they are the work of the hour.</summary>
    public async Task<IReadOnlyList<OwnTask>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var today = LondonTime.DateOf(now);
        List<OwnTask> tasks =
        [
            .. (await database.LoadWaitingChecksAsync(person.Id, now, cancellationToken)).Take(DashboardQueries.Shown).Select(check => new OwnTask(
                $"Look at “{check.AccountName}”",
                $"/monitoring/checks/{check.Id}",
                check.DueAt > now
                    ? $"By {LondonTime.DisplayTime(check.DueAt)}"
                    : check.IsOnDuty ? $"It should have been done by {LondonTime.Display(check.DueAt)}" : $"Nobody has since {LondonTime.Display(check.At)}",
                true)),
            .. (await database.LoadWaitingFollowUpsAsync(person.Id, cancellationToken)).Take(DashboardQueries.Shown).Select(followUp => new OwnTask(
                $"Follow up {Reference.Of(MonitoringFollowUp.ReferenceKind, followUp.Id)}",
                $"/monitoring/checks/{followUp.CheckId}",
                followUp.DueOn < today ? $"It was due on {LondonTime.DisplayDate(followUp.DueOn)}" : $"Due by {LondonTime.DisplayDate(followUp.DueOn)}",
                followUp.DueOn <= today)),
        ];
        if ((person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator)) && await NotMonitoredAsync(cancellationToken) is > 0 and var count)
        {
            tasks.Add(new OwnTask("Plan who looks at accounts that are not monitored", "/monitoring?Show=NotMonitored", count == 1 ? "1 account" : $"{count} accounts", true));
        }

        return tasks;
    }

    private async Task<int> NotMonitoredAsync(CancellationToken cancellationToken) => (await database.KnownAsync(
        "accounts not monitored", () => database.NotMonitored().Select(account => account.Id).ToListAsync(cancellationToken))).Count;
}
