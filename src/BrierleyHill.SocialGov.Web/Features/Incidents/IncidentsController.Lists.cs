using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The lists.</content>
public sealed partial class IncidentsController
{
    /// <summary>Those that are open to this person, the most urgent first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(IncidentFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        return View(await queries.ListAsync(filter, Order(), cancellationToken));
    }

    /// <summary>What the filter shows, as a file.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(IncidentFilter filter, [FromServices] ExportIncidents export, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var made = await export.RunAsync(filter, Order(), cancellationToken);
        return made.IsRefused ? await RefuseAsync(made.Error) : made.Value;
    }

    /// <summary>Those that this person reported.</summary>
    [HttpGet("mine")]
    public async Task<IActionResult> Mine(int? page, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await queries.MineAsync(page, cancellationToken));
    }

    private SortOrder Order() => SortOrder.From(Request.Query, new SortOrder("urgency", Descending: false), IncidentPageQueries.SortColumns);
}
