using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Reads what the signed-in person has to do about accounts: their own, those of the school that they answer for, and hand-overs.</summary>
public sealed class AccountTasks(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The tasks, in no order. Their number does not grow with the register for those who answer for the whole of it: these get a count and a list.</summary>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="readiness">What readiness is worked out from.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<OwnTask>> ReadAsync(PeopleDirectory directory, ReadinessFacts readiness, CancellationToken cancellationToken)
    {
        List<OwnTask> tasks = [];
        // Accounts that are closed ask nothing of anybody.
        var register = (await database.LoadRegisterAsync(cancellationToken)).FindAll(account => account.Status != AccountStatus.Closed);
        await AddOwnAccountsAsync(tasks, register, cancellationToken);
        await AddHandoversAsync(tasks, cancellationToken);
        if (person.Holds(Roles.SeniorLeader))
        {
            AddDepartures(tasks, register);
            AddReviews(tasks, register);
        }

        if (person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator))
        {
            await AddOutOfPolicyAsync(tasks, register, directory, readiness, cancellationToken);
        }

        return tasks;
    }

    private static string Few(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    private async Task AddOwnAccountsAsync(List<OwnTask> tasks, List<SocialMediaAccount> register, CancellationToken cancellationToken)
    {
        var own = register.Where(account => account.RoleOf(person.Id) is { } role && role != AssignmentRole.Poster)
            .OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id)
            .ToList();
        if (own.Count == 0)
        {
            return;
        }

        var today = clock.Today();
        var due = (await database.LoadRotationsDueAsync([.. own.Select(account => account.Id)], clock.UtcNow(), cancellationToken)).ToLookup(rotation => rotation.AccountId);
        foreach (var account in own)
        {
            if (due[account.Id].ToList() is { Count: > 0 } rotations)
            {
                tasks.Add(new OwnTask(
                    $"Change sign-in details of “{account.Name}” that others know",
                    $"/accounts/{account.Id}/vault",
                    string.Join(", ", rotations.Select(rotation => $"{rotation.Label}: {rotation.Kind.InWords().ToLowerInvariant()}")) + " due for rotation",
                    true));
            }

            if (account.Status != AccountStatus.AwaitingCreation && account.VerificationDueOn is { } day && day.DayNumber - today.DayNumber <= ReminderSchedule.DaysBefore[^1])
            {
                tasks.Add(new OwnTask(
                    $"Verify “{account.Name}” on its platform",
                    $"/accounts/{account.Id}/verify",
                    day < today ? $"It was due on {LondonTime.DisplayDate(day)}" : $"Due by {LondonTime.DisplayDate(day)}",
                    day < today));
            }
        }
    }

    private async Task AddHandoversAsync(List<OwnTask> tasks, CancellationToken cancellationToken)
    {
        var id = person.Id;
        var answersForAll = person.Holds(Roles.Administrator);
        var open = await database.Handovers.AsNoTracking()
            .Where(handover => handover.Status == HandoverStatus.Open && (answersForAll || handover.LeaverId == id))
            .Select(handover => new { handover.Id, handover.LeaverId, handover.LeavingDate, handover.StepsToDo })
            .ToListAsync(cancellationToken);
        if (open.Where(handover => handover.LeaverId == id).ToList() is { Count: > 0 } own)
        {
            tasks.Add(new OwnTask(
                "Hand over what you look after",
                "/handovers",
                own.Select(handover => handover.LeavingDate).Min() is { } last
                    ? $"{Few(own.Count, "account", "accounts")}, by {LondonTime.DisplayDate(last)}"
                    : Few(own.Count, "account", "accounts"),
                true));
        }

        if (open.Where(handover => handover.LeaverId != id).ToList() is { Count: > 0 } others && answersForAll)
        {
            var today = clock.Today();
            var late = others.Count(handover => handover.LeavingDate < today);
            var waiting = others.Count(handover => handover.StepsToDo == 0);
            tasks.Add(new OwnTask(
                "See hand-overs through",
                "/handovers",
                Few(others.Count, "is open", "are open")
                    + (late > 0 ? $", {late} past the last day" : "")
                    + (waiting > 0 ? $", {waiting} to be signed off" : ""),
                late > 0 || waiting > 0));
        }
    }

    private void AddDepartures(List<OwnTask> tasks, List<SocialMediaAccount> register)
    {
        var departures = register.Where(account => account.RoleOf(person.Id) is null)
            .Select(account => new { account.Id, account.Name, Count = account.SettingChecks.Count(check => check.State == SettingCheckState.DepartureUndecided) })
            .Where(account => account.Count > 0)
            .OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id)
            .Take(DashboardQueries.Shown);
        tasks.AddRange(departures.Select(account => new OwnTask(
            $"Decide what differs from what was agreed for “{account.Name}”",
            $"/accounts/{account.Id}",
            Few(account.Count, "setting waits", "settings wait"),
            true)));
    }

    private void AddReviews(List<OwnTask> tasks, List<SocialMediaAccount> register)
    {
        var today = clock.Today();
        var soon = today.AddDays(ReminderSchedule.DaysBefore[1]);
        var due = register.Where(account => account.Status is AccountStatus.Active or AccountStatus.Suspended && account.NextReviewOn <= soon && account.RoleOf(person.Id) is null)
            .Select(account => account.NextReviewOn)
            .ToList();
        if (due.Count > 0)
        {
            var late = due.Count(day => day < today);
            tasks.Add(new OwnTask(
                "Review the school’s accounts",
                "/accounts/reviews",
                late > 0 ? Few(late, "review is overdue", "reviews are overdue") : $"The next is due by {LondonTime.DisplayDate(due.Min()!.Value)}",
                late > 0));
        }
    }

    private async Task AddOutOfPolicyAsync(
        List<OwnTask> tasks, List<SocialMediaAccount> register, PeopleDirectory directory, ReadinessFacts readiness, CancellationToken cancellationToken)
    {
        // As the register counts them: an account that is prepared can be out of policy too.
        var standings = await database.LoadAccountStandingsAsync(register, directory, readiness, clock.UtcNow(), cancellationToken);
        if (standings.Values.Count(standing => standing.IsOutOfPolicy) is > 0 and var count)
        {
            tasks.Add(new OwnTask("Put accounts right that are out of policy", "/accounts?OutOfPolicy=true", Few(count, "account", "accounts"), true));
        }
    }
}
