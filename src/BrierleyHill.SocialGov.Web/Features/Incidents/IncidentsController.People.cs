using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Who is involved.</content>
public sealed partial class IncidentsController
{
    /// <summary>The form that names somebody who is involved.</summary>
    [HttpGet("{id:int}/people")]
    public Task<IActionResult> People(int id, CancellationToken cancellationToken) =>
        OpenFormAsync(id, "People", _ => new NameInvolvedForm(), NotOver, cancellationToken);

    /// <summary>Names somebody who is involved.</summary>
    [HttpPost("{id:int}/people")]
    public Task<IActionResult> People(int id, [Bind(Prefix = "Form")] NameInvolvedForm form, [FromServices] NameInvolved name, CancellationToken cancellationToken) =>
        ActAsync(id, "People", form, () => name.NameAsync(id, form, cancellationToken), "They are named.", cancellationToken);

    /// <summary>The form that takes somebody off.</summary>
    [HttpGet("{id:int}/people/{number:int}/take-off")]
    public async Task<IActionResult> TakeOff(int id, int number, CancellationToken cancellationToken) =>
        await OpenFormAsync(
            id,
            "TakeOff",
            _ => new TakeOffInvolvedForm(),
            incident => NotOver(incident) is { IsRefused: true } over ? over : incident.Involved.Any(person => person.Number == number) ? Result.Done : IncidentErrors.NotInvolved,
            cancellationToken);

    /// <summary>Takes somebody off.</summary>
    [HttpPost("{id:int}/people/{number:int}/take-off")]
    public Task<IActionResult> TakeOff(
        int id, int number, [Bind(Prefix = "Form")] TakeOffInvolvedForm form, [FromServices] NameInvolved name, CancellationToken cancellationToken) =>
        ActAsync(id, "TakeOff", form, () => name.TakeOffAsync(id, number, form, cancellationToken), "They are taken off.", cancellationToken);

    private static Result NotOver(Incident incident) => incident.IsOver ? IncidentErrors.Closed : Result.Done;
}
