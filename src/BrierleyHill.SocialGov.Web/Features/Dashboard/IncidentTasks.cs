using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Reads what the signed-in person has to do about incidents, of those that are open to them: what may be dangerous, what waits for a leader’s assessment, and what they investigate.</summary>
public sealed class IncidentTasks(SocialGovDbContext database, CurrentPerson person)
{
    /// <summary>The tasks, by one query.</summary>
    public async Task<IReadOnlyList<OwnTask>> ReadAsync(CancellationToken cancellationToken)
    {
        var open = await database.LoadIncidentLinesAsync(person.Actor, cancellationToken);
        List<OwnTask> tasks = [];
        var isLeader = person.Holds(Roles.SeniorLeader);
        Add(tasks, open.Where(line => line is { IsDanger: true, Status: IncidentStatus.Reported }), "Look at an incident: somebody may be in danger", "Look at {0} incidents: somebody may be in danger", "?Danger=true", isLate: true);
        if (isLeader || person.Holds(Roles.DataProtectionOfficer))
        {
            AddBreaches(tasks, [.. open.Where(line => line.BreachAwareAt is not null).OrderBy(line => line.BreachAwareAt)]);
        }

        if (isLeader)
        {
            Add(tasks, open.Where(line => line is { IsDanger: false, Status: IncidentStatus.Reported }), "Assess 1 incident", "Assess {0} incidents", "?State=Reported", isLate: true);
        }

        Add(tasks, open.Where(line => line is { IsInvestigated: true, Status: not IncidentStatus.Reported }), "Go on with the incident that you investigate", "Go on with the {0} incidents that you investigate", "", isLate: false);
        return tasks;
    }

    // The first to run out is named: its 72 hours are the law's.
    private static void AddBreaches(List<OwnTask> tasks, List<IncidentLineItem> running)
    {
        if (running.Count == 0)
        {
            return;
        }

        var first = running[0];
        tasks.Add(new OwnTask(
            running.Count == 1 ? "Decide about telling the ICO of a personal data breach" : string.Create(CultureInfo.InvariantCulture, $"Decide about telling the ICO of {running.Count} personal data breaches"),
            running.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"/incidents/{first.Id}/breach") : "/incidents/breaches?Standing=Running",
            $"{Reference.Of(Incident.ReferenceKind, first.Id)}, the 72 hours end on {LondonTime.Display(BreachClock.DueAt(first.BreachAwareAt!.Value))}",
            true));
    }

    private static void Add(List<OwnTask> tasks, IEnumerable<IncidentLineItem> lines, string one, string many, string query, bool isLate)
    {
        if (lines.ToList() is not { Count: > 0 } found)
        {
            return;
        }

        tasks.Add(new OwnTask(
            found.Count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, found.Count),
            found.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"/incidents/{found[0].Id}") : "/incidents" + query,
            found.Count == 1
                ? $"{Reference.Of(Incident.ReferenceKind, found[0].Id)}, reported {LondonTime.Display(found[0].ReportedAt)}"
                : $"The first was reported {LondonTime.Display(found[0].ReportedAt)}",
            isLate));
    }
}
