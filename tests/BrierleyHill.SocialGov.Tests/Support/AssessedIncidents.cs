using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Takes incidents through assessment, routes and end by the domain's own methods.</summary>
public static class AssessedIncidents
{
    /// <summary>Somebody who can look into it.</summary>
    public const int Investigator = 5;

    /// <summary>What is assessed, where nothing else is said.</summary>
    public static AssessmentAnswers Assessment(
        IncidentSeverity? severity = IncidentSeverity.Medium,
        IncidentScope? scope = IncidentScope.PersonalInScope,
        string? because = "It names the school.",
        string? actions = "The comment was hidden.",
        string? next = "The deputy head speaks to the family tomorrow.") => new(severity, scope, because, actions, next);

    /// <summary>What is said of a step that was done.</summary>
    public static RouteStepAnswers StepDone(string? note = "Rang them at noon.", string? outcome = "They took it down.", RemovalMeans means = RemovalMeans.Deleted) =>
        new(RouteStepState.Done, means, note, outcome, null);

    /// <summary>What is said of a step that is skipped.</summary>
    public static RouteStepAnswers StepSkipped(string? because = "It was taken down by then.") => new(RouteStepState.Skipped, RemovalMeans.None, null, null, because);

    /// <summary>How it ended, where nothing else is said.</summary>
    public static ResolvingAnswers Resolving(
        IncidentFinding? finding = IncidentFinding.AsReported, string? outcome = "It was taken down.", string? lessons = "We talk to parents earlier.", params string[] clauses) =>
        new(finding, outcome, lessons, clauses.Length == 0 ? ["PAR-2", "OFF-1"] : clauses);

    public static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Code);

    /// <summary>
    /// One in the given status, whose events are taken: with somebody involved (number 1), a route of which nothing was done (1) and one of which the first
    /// step was (2), except where it is out of scope.
    /// </summary>
    public static Incident In(IncidentStatus status)
    {
        var incident = IncidentBuilder.Reported(IncidentBuilder.Answers(people: new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Alleged, null, "A parent")));
        var (leader, at) = (IncidentBuilder.Leader, IncidentBuilder.At.AddHours(1));
        if (status == IncidentStatus.OutOfScope)
        {
            Done(incident.LeaveAlone("Neither names nor affects us.", ClosingCircumstances.None, leader, at));
        }
        else
        {
            Done(incident.StartRoute(IncidentRouteKind.Safeguarding, leader, at));
            Done(incident.StartRoute(IncidentRouteKind.IllegalConduct, leader, at));
            Done(incident.SettleRouteStep(2, RouteStepKind.EvidenceKept, StepDone(), leader, at));
        }

        if (status is IncidentStatus.Assessed or IncidentStatus.UnderInvestigation or IncidentStatus.Resolved or IncidentStatus.Closed)
        {
            Done(incident.Assess(Assessment(), leader, at));
        }

        if (status is IncidentStatus.UnderInvestigation or IncidentStatus.Resolved or IncidentStatus.Closed)
        {
            Done(incident.AppointInvestigator(Investigator, IncidentBuilder.Directory, leader, at.AddHours(1)));
        }

        if (status is IncidentStatus.Resolved or IncidentStatus.Closed)
        {
            Done(incident.Resolve(Resolving(), leader, at.AddHours(5)));
        }

        if (status == IncidentStatus.Closed)
        {
            FinishRoutes(incident);
            Done(incident.Close(ClosingCircumstances.None, leader, at.AddHours(6)));
        }

        incident.TakeEvents();
        return incident;
    }

    /// <summary>Skips whatever is left of every route.</summary>
    public static void FinishRoutes(Incident incident)
    {
        foreach (var route in incident.RoutesTaken.ToList())
        {
            while (route.Next is { } next)
            {
                Done(incident.SettleRouteStep(route.Number, next.Kind, StepSkipped(), IncidentBuilder.Leader, IncidentBuilder.At.AddHours(6)));
            }
        }

        incident.TakeEvents();
    }

    /// <summary>Does something to an incident in the database and saves it, rules and all.</summary>
    public static Task ChangeIncidentAsync(this PortalFactory portal, int id, Func<Incident, PeopleDirectory, Result> change) => portal.UseDatabaseAsync(async database =>
    {
        var incident = await database.Incidents.SingleAsync(found => found.Id == id);
        Done(change(incident, await database.LoadDirectoryAsync(CancellationToken.None)));
        await database.SaveChangesAsync();
    });

    /// <summary>Takes one that was reported as far as an investigation.</summary>
    public static Task InvestigateByAsync(this PortalFactory portal, int id, Person leader, Person investigator) => portal.ChangeIncidentAsync(id, (incident, directory) =>
    {
        Done(incident.Assess(Assessment(), leader.AsActor(), portal.Now));
        return incident.AppointInvestigator(investigator.Id, directory, leader.AsActor(), portal.Now);
    });
}
