using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The pages on which incidents are reported, looked at and dealt with. Who may know of which is decided for each (<see cref="IncidentsAuthorization"/>).</summary>
[Authorize(Policies.SignedIn)]
[Route("incidents")]
public sealed partial class IncidentsController(IncidentPageQueries queries, OpenIncident open, CurrentPerson person, TimeProvider clock) : PortalController
{
    /// <summary>One incident: whole to those to whom it is open, status and own report to whoever reported it.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.Details, IncidentAccess.Known, cancellationToken) is { } seen
            ? View(seen.IsOpen ? "Details" : "OwnReport", await queries.ViewAsync(seen, cancellationToken))
            : NotFound();

    /// <summary>
    /// Opens a form about an incident that is open to this person as a whole, and records that. What cannot be done now is said on the incident's own page.
    /// </summary>
    /// <typeparam name="TForm">The form.</typeparam>
    /// <param name="id">The incident.</param>
    /// <param name="view">The view.</param>
    /// <param name="form">The form, filled in with what the incident holds.</param>
    /// <param name="mayBe">Whether it can be done now.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    private async Task<IActionResult> OpenFormAsync<TForm>(
        int id, string view, Func<Incident, TForm> form, Func<Incident, Result> mayBe, CancellationToken cancellationToken)
        where TForm : IncidentForm
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is not { Incident: var incident })
        {
            return NotFound();
        }

        var may = mayBe(incident);
        if (may.IsRefused)
        {
            return may.Error.Kind == ErrorKind.Forbidden ? await RefuseAsync(may.Error) : RedirectToAction(nameof(Details), new { id });
        }

        var opened = form(incident);
        opened.Version = incident.Version;
        return await ShowFormAsync(incident, view, opened, isStale: false, cancellationToken);
    }

    /// <summary>Acts on a form about an incident, and shows it again where it is refused.</summary>
    /// <typeparam name="TForm">The form.</typeparam>
    /// <param name="id">The incident.</param>
    /// <param name="view">The view.</param>
    /// <param name="form">The form as it was sent.</param>
    /// <param name="act">The use case.</param>
    /// <param name="message">What the next page says.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="next">The action that it leads to.</param>
    private async Task<IActionResult> ActAsync<TForm>(
        int id, string view, TForm form, Func<Task<Result>> act, string message, CancellationToken cancellationToken, string next = nameof(Details))
        where TForm : IncidentForm
    {
        async Task<IActionResult> Again(bool isStale) =>
            await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { Incident: var incident }
                ? await ShowFormAsync(incident, view, form, isStale, cancellationToken)
                : NotFound();

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Again(isStale: false));
        }

        var acted = await act();
        if (acted.IsRefused)
        {
            return await RefuseAsync(acted.Error, () => Again(acted.Error == Error.Stale), "Form.");
        }

        Announce(message);
        return RedirectToAction(next, new { id });
    }

    private async Task<IActionResult> ShowFormAsync<TForm>(Incident incident, string view, TForm form, bool isStale, CancellationToken cancellationToken)
        where TForm : IncidentForm
    {
        if (isStale)
        {
            form.Version = incident.Version;
            ModelState.Remove("Form.Version");
        }

        return View(view, new IncidentAction<TForm>(incident, form)
        {
            IsStale = isStale,
            People = await queries.PeopleAsync(cancellationToken),
            Now = clock.UtcNow(),
        });
    }
}
