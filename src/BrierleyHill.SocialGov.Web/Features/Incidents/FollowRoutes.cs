using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Which routes are started.</summary>
public sealed class StartRoutesForm : IncidentForm
{
    /// <summary>Which.</summary>
    [Display(Name = "Which routes does it take?", Description = "Those that the portal suggests are ticked. You decide")]
    public List<IncidentRouteKind> Routes { get; set; } = [];
}

/// <summary>What is said of a step.</summary>
public sealed class RouteStepForm : IncidentForm
{
    /// <summary>Done or skipped.</summary>
    [Display(Name = "How does this step stand?")]
    public RouteStepState? State { get; set; }

    /// <summary>What was done to the comment.</summary>
    [Display(Name = "What was done to the comment?", Description = "Choose everything that was done")]
    public List<RemovalMeans> Means { get; set; } = [];

    /// <summary>What was done.</summary>
    [Display(Name = "What was done?", Description = "Who spoke to whom, when and how")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? Note { get; set; }

    /// <summary>What came of it.</summary>
    [Display(Name = "What came of it?")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? Outcome { get; set; }

    /// <summary>Why it is skipped.</summary>
    [Display(Name = "Why is it skipped?")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }

    /// <summary>What was answered.</summary>
    internal RouteStepAnswers Answers => new(State, Means.Aggregate(RemovalMeans.None, (all, one) => all | one), Note, Outcome, Because);
}

/// <summary>Starts the routes that the policy fixes, and follows them step by step (PUP-1, PAR-2, BEH-3, BEH-5, OFF-1 to OFF-3).</summary>
public sealed class FollowRoutes(IncidentWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Starts those that were chosen: all of them, or none where one cannot be.</summary>
    public Task<Result> StartAsync(int id, StartRoutesForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        incident =>
        {
            if (form.Routes.Count == 0)
            {
                return incident.StartRoute(null, person.Actor, clock.UtcNow());
            }

            foreach (var route in form.Routes.Distinct())
            {
                if (incident.StartRoute(route, person.Actor, clock.UtcNow()) is { IsRefused: true } refused)
                {
                    return refused;
                }
            }

            return Result.Done;
        },
        cancellationToken);

    /// <summary>Takes one off.</summary>
    public Task<Result> TakeOffAsync(int id, int number, WorkReasonForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, incident => incident.TakeRouteOff(number, form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Says that a step is done, or skips it.</summary>
    public Task<Result> SettleAsync(int id, int number, RouteStepKind step, RouteStepForm form, CancellationToken cancellationToken) => write.RunAsync(
        id, form.Version, incident => incident.SettleRouteStep(number, step, form.Answers, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Takes back what was said of a step.</summary>
    public Task<Result> TakeBackAsync(int id, int number, RouteStepKind step, WorkReasonForm form, CancellationToken cancellationToken) => write.RunAsync(
        id, form.Version, incident => incident.TakeRouteStepBack(number, step, form.Because, person.Actor, clock.UtcNow()), cancellationToken);
}
