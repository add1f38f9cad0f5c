using System.Globalization;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>What the pages of the parts of an incident do alike.</content>
public sealed partial class IncidentsController
{
    private CurrentPerson Reader => HttpContext.RequestServices.GetRequiredService<CurrentPerson>();

    /// <summary>Opens the page of a part of an incident that is open to this person as a whole, and records that; <see langword="null"/> where there is none.</summary>
    private async Task<IncidentPartView<TPart>?> OpenPartAsync<TPart>(int id, int number, IncidentPage page, IncidentPartPages pages, CancellationToken cancellationToken)
        where TPart : IncidentPart =>
        await open.RunAsync(id, page, IncidentAccess.Open, cancellationToken) is { } seen ? await pages.FindAsync<TPart>(seen, number, cancellationToken) : null;

    /// <summary>Opens a form about a part. What cannot be done now is said on the part's own page.</summary>
    private async Task<IActionResult> OpenPartFormAsync<TPart, TForm>(
        IncidentPartView<TPart>? found, string view, Func<IncidentPartView<TPart>, TForm> form, Func<IncidentPartView<TPart>, Result> may, string page)
        where TPart : IncidentPart
        where TForm : IncidentPartForm
    {
        if (found is null)
        {
            return NotFound();
        }

        var allowed = may(found);
        if (allowed.IsRefused)
        {
            return allowed.Error.Kind == ErrorKind.Conflict ? RedirectToAction(page, new { id = found.Incident.Id, number = found.Part.Number }) : await RefuseAsync(allowed.Error);
        }

        var opened = form(found);
        opened.Version = found.Part.Version;
        return View(view, new IncidentPartAction<TPart, TForm>(found, opened));
    }

    /// <summary>Acts on a form about a part, and shows it again where it is refused.</summary>
    private async Task<IActionResult> ActOnPartAsync<TPart, TForm>(
        string view, TForm form, Func<Task<IncidentPartView<TPart>?>> find, Func<Task<Result>> act, string message, IActionResult next)
        where TPart : IncidentPart
        where TForm : IncidentPartForm
    {
        var isStale = false;
        async Task<IActionResult> Again()
        {
            if (await find() is not { } found)
            {
                return NotFound();
            }

            if (isStale)
            {
                // The page shows the part as it is now, so the next try is about that one.
                form.Version = found.Part.Version;
                ModelState.SetModelValue("Form.Version", form.Version, form.Version.ToString(CultureInfo.InvariantCulture));
            }

            return View(view, new IncidentPartAction<TPart, TForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Again);
        }

        var done = await act();
        isStale = done.Error == Error.Stale;
        if (done.IsRefused)
        {
            return await RefuseAsync(done.Error, Again, "Form.");
        }

        Announce(message);
        return next;
    }

    // Finds a part without recording that it was opened: for a form that is shown again.
    private async Task<IncidentPartView<TPart>?> FindPartAsync<TPart>(int id, int number, IncidentPartPages pages, CancellationToken cancellationToken)
        where TPart : IncidentPart =>
        await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { } seen ? await pages.FindAsync<TPart>(seen, number, cancellationToken) : null;

    // What stands in fields that belong to another answer is of no meaning.
    private void ForgetField(string field)
    {
        foreach (var key in ModelState.Keys.Where(key => key == field || key.StartsWith(field + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
