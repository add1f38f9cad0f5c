using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The routes that the policy fixes.</content>
public sealed partial class IncidentsController
{
    private static readonly IncidentWords TakeOffWords = new(
        "Take the route off",
        "Nothing of it has been done, and it is not needed after all. It can be started again.",
        "Why is it not needed?",
        "Take the route off");

    private static readonly IncidentWords TakeStepBackWords = new(
        "Take the step back",
        "What was recorded here was a mistake. The step is to do again; what was recorded stays in the chronology.",
        "How did the mistake come about?",
        "Take it back");

    /// <summary>The form that starts routes. Those that are suggested are ticked.</summary>
    [HttpGet("{id:int}/routes")]
    public Task<IActionResult> Routes(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id,
        "Routes",
        view => view.Incident.CheckMayInvestigate(view.Reader) is { IsRefused: true } refusal
            ? refusal
            : view.MayStartRoutes ? Result.Done : IncidentErrors.RouteStarted,
        new StartRoutesForm(),
        work,
        cancellationToken,
        fill: (view, form) => form.Routes = [.. view.Incident.SuggestedRoutes.Select(one => one.Kind).Intersect(view.RoutesLeft)]);

    /// <summary>Starts routes.</summary>
    [HttpPost("{id:int}/routes")]
    public Task<IActionResult> Routes(
        int id,
        [Bind(Prefix = "Form")] StartRoutesForm form,
        [FromServices] FollowRoutes follow,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id,
        "Routes",
        form,
        () => follow.StartAsync(id, form, cancellationToken),
        form.Routes.Contains(IncidentRouteKind.Safeguarding)
            ? "The routes are started. The safeguarding lead has been told: speak to them in person as well."
            : "The routes are started.",
        work,
        cancellationToken);

    /// <summary>The form that takes a route off.</summary>
    [HttpGet("{id:int}/routes/{number:int}/take-off")]
    public Task<IActionResult> TakeRouteOff(int id, int number, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id, "WorkReason", view => view.Incident.CheckMayTakeOff(number, view.Reader), new WorkReasonForm(), work, cancellationToken, TakeOffWords, about: About(number));

    /// <summary>Takes a route off.</summary>
    [HttpPost("{id:int}/routes/{number:int}/take-off")]
    public Task<IActionResult> TakeRouteOff(
        int id,
        int number,
        [Bind(Prefix = "Form")] WorkReasonForm form,
        [FromServices] FollowRoutes follow,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id,
        "WorkReason",
        form,
        () => follow.TakeOffAsync(id, number, form, cancellationToken),
        "The route is taken off.",
        work,
        cancellationToken,
        TakeOffWords,
        About(number));

    /// <summary>The form of one step.</summary>
    [HttpGet("{id:int}/routes/{number:int}/{step}")]
    public async Task<IActionResult> RouteStep(int id, int number, string step, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) =>
        RouteStepNames.Find(step) is { } kind
            ? await OpenWorkAsync(
                id,
                "RouteStep",
                view => view.Incident.CheckMaySettle(number, kind, view.Reader),
                new RouteStepForm(),
                work,
                cancellationToken,
                about: About(number, kind))
            : NotFound();

    /// <summary>Says that a step is done, or skips it.</summary>
    [HttpPost("{id:int}/routes/{number:int}/{step}")]
    public async Task<IActionResult> RouteStep(
        int id,
        int number,
        string step,
        [Bind(Prefix = "Form")] RouteStepForm form,
        [FromServices] FollowRoutes follow,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) =>
        RouteStepNames.Find(step) is { } kind
            ? await SendWorkAsync(
                id,
                "RouteStep",
                form,
                () => follow.SettleAsync(id, number, kind, form, cancellationToken),
                "The step is saved.",
                work,
                cancellationToken,
                about: About(number, kind))
            : NotFound();

    /// <summary>The form that takes a step back.</summary>
    [HttpGet("{id:int}/routes/{number:int}/{step}/take-back")]
    public async Task<IActionResult> TakeRouteStepBack(
        int id, int number, string step, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) =>
        RouteStepNames.Find(step) is { } kind
            ? await OpenWorkAsync(
                id,
                "WorkReason",
                view => view.Incident.CheckMayTakeBack(number, kind, view.Reader),
                new WorkReasonForm(),
                work,
                cancellationToken,
                TakeStepBackWords,
                about: About(number, kind))
            : NotFound();

    /// <summary>Takes a step back.</summary>
    [HttpPost("{id:int}/routes/{number:int}/{step}/take-back")]
    public async Task<IActionResult> TakeRouteStepBack(
        int id,
        int number,
        string step,
        [Bind(Prefix = "Form")] WorkReasonForm form,
        [FromServices] FollowRoutes follow,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) =>
        RouteStepNames.Find(step) is { } kind
            ? await SendWorkAsync(
                id,
                "WorkReason",
                form,
                () => follow.TakeBackAsync(id, number, kind, form, cancellationToken),
                "The step is to do again.",
                work,
                cancellationToken,
                TakeStepBackWords,
                About(number, kind))
            : NotFound();
}
