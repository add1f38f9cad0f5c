using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>The chronology.</content>
public sealed partial class IncidentsController
{
    private const string EntryView = "Entry";

    /// <summary>The chronology.</summary>
    [HttpGet("{id:int}/chronology")]
    public async Task<IActionResult> Chronology(int id, [FromServices] ChronologyQueries chronologies, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.Chronology, IncidentAccess.Open, cancellationToken) is { } seen
            ? View(await chronologies.ReadAsync(seen, cancellationToken))
            : NotFound();

    /// <summary>The form that writes an entry.</summary>
    [HttpGet("{id:int}/chronology/add")]
    public Task<IActionResult> AddEntry(int id, CancellationToken cancellationToken) =>
        OpenFormAsync(id, EntryView, _ => new WriteEntryForm { When = WhenOfEntry.JustNow }, NotOver, cancellationToken);

    /// <summary>Writes an entry.</summary>
    [HttpPost("{id:int}/chronology/add")]
    public Task<IActionResult> AddEntry(int id, [Bind(Prefix = "Form")] WriteEntryForm form, [FromServices] WriteEntry write, CancellationToken cancellationToken)
    {
        ForgetTime(form);
        return ActAsync(
            id, EntryView, form, () => write.RunAsync(id, null, form, cancellationToken), "The entry is written.", cancellationToken, nameof(Chronology));
    }

    /// <summary>The form that corrects an entry by a further one.</summary>
    [HttpGet("{id:int}/chronology/{number:int}/correct")]
    public async Task<IActionResult> CorrectEntry(int id, int number, [FromServices] ChronologyQueries chronologies, CancellationToken cancellationToken)
    {
        // What is corrected is looked for only once it is known that the incident is open to this person.
        if (await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is null || await chronologies.FindAsync(id, number, cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        ViewData[CorrectedKey] = entry;
        return await OpenFormAsync(
            id,
            EntryView,
            _ => new WriteEntryForm
            {
                Kind = ChronologyEntry.IsByHand(entry.Kind) ? entry.Kind : ChronologyKind.Note,
                When = WhenOfEntry.Earlier,
                HappenedOn = LondonTime.DateOf(entry.HappenedAt),
                HappenedTime = LondonTime.DisplayTime(entry.HappenedAt),
            },
            NotOver,
            cancellationToken);
    }

    /// <summary>Corrects an entry by a further one.</summary>
    [HttpPost("{id:int}/chronology/{number:int}/correct")]
    public async Task<IActionResult> CorrectEntry(
        int id,
        int number,
        [Bind(Prefix = "Form")] WriteEntryForm form,
        [FromServices] WriteEntry write,
        [FromServices] ChronologyQueries chronologies,
        CancellationToken cancellationToken)
    {
        if (await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is null || await chronologies.FindAsync(id, number, cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        ViewData[CorrectedKey] = entry;
        ForgetTime(form);
        return await ActAsync(
            id, EntryView, form, () => write.RunAsync(id, number, form, cancellationToken), "The correction is written. The entry itself stays as it is.", cancellationToken, nameof(Chronology));
    }

    /// <summary>Where the form finds the entry that it corrects.</summary>
    internal const string CorrectedKey = "CorrectedEntry";

    // What stands in the fields of "earlier" is of no meaning once "just now" is chosen.
    private void ForgetTime(WriteEntryForm form)
    {
        if (form.When == WhenOfEntry.JustNow)
        {
            Forget("Form.HappenedOn");
        }
    }

    private void Forget(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
