using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The outcome and the end.</content>
public sealed partial class IncidentsController
{
    private static readonly IncidentWords ReopenWords = new(
        "Reopen the incident",
        "There is more to be looked into. It is under investigation again; the outcome so far stays in the chronology.",
        "What is still to be looked into?",
        "Reopen the incident");

    /// <summary>The form of the outcome.</summary>
    [HttpGet("{id:int}/resolve")]
    public Task<IActionResult> Resolve(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) =>
        OpenWorkAsync(id, "Resolve", view => view.Incident.CheckMayResolve(view.Reader), new ResolveForm(), work, cancellationToken);

    /// <summary>Records the outcome.</summary>
    [HttpPost("{id:int}/resolve")]
    public Task<IActionResult> Resolve(
        int id,
        [Bind(Prefix = "Form")] ResolveForm form,
        [FromServices] EndIncident end,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) =>
        SendWorkAsync(id, "Resolve", form, () => end.ResolveAsync(id, form, cancellationToken), "The outcome is recorded.", work, cancellationToken);

    /// <summary>What is left before it can be closed, or the button that closes it.</summary>
    [HttpGet("{id:int}/close")]
    public Task<IActionResult> Close(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) =>
        OpenWorkAsync(id, "Close", view => view.Incident.CheckMayClose(view.Reader), new IncidentVersionForm(), work, cancellationToken);

    /// <summary>Closes it.</summary>
    [HttpPost("{id:int}/close")]
    public Task<IActionResult> Close(
        int id,
        [Bind(Prefix = "Form")] IncidentVersionForm form,
        [FromServices] EndIncident end,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) =>
        SendWorkAsync(id, "Close", form, () => end.CloseAsync(id, form, cancellationToken), "The incident is closed.", work, cancellationToken);

    /// <summary>The form that reopens it.</summary>
    [HttpGet("{id:int}/reopen")]
    public Task<IActionResult> Reopen(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id, "WorkReason", view => view.Incident.CheckMayReopen(view.Reader), new WorkReasonForm(), work, cancellationToken, ReopenWords);

    /// <summary>Reopens it.</summary>
    [HttpPost("{id:int}/reopen")]
    public Task<IActionResult> Reopen(
        int id,
        [Bind(Prefix = "Form")] WorkReasonForm form,
        [FromServices] EndIncident end,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id, "WorkReason", form, () => end.ReopenAsync(id, form, cancellationToken), "The incident is open again.", work, cancellationToken, ReopenWords);
}
