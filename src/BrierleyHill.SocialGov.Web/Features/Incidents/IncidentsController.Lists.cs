using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The lists.</content>
public sealed partial class IncidentsController
{
    /// <summary>Those that are open to this person.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await queries.ListAsync(IncidentAccess.Open, cancellationToken));

    /// <summary>Those that this person reported.</summary>
    [HttpGet("mine")]
    public async Task<IActionResult> Mine(CancellationToken cancellationToken) => View("Index", await queries.ListAsync(IncidentAccess.Known, cancellationToken));
}
