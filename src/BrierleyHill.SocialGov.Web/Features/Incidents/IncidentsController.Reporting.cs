using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Reporting.</content>
public sealed partial class IncidentsController
{
    /// <summary>The form that reports one. Everything that is known of the record that it is reported from is filled in.</summary>
    [HttpGet("report")]
    public async Task<IActionResult> Report(string? enquiry, string? check, string? mention, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var form = new ReportIncidentForm { Enquiry = enquiry, Check = check, Mention = mention };
        if (await queries.FindSourceAsync(form.From, cancellationToken) is { } source)
        {
            Fill(form, source);
        }

        return await ShowReportAsync(form, cancellationToken);
    }

    /// <summary>Reports one, or adds a row for one more person.</summary>
    [HttpPost("report")]
    public async Task<IActionResult> Report(
        [Bind(Prefix = "Form")] ReportIncidentForm form, string? more, [FromServices] ReportIncident report, CancellationToken cancellationToken)
    {
        if (form.When != WhenHappened.Earlier)
        {
            // What stands in the fields of "earlier" is of no meaning then.
            Forget("Form.HappenedOn");
        }

        if (more is not null)
        {
            // Nothing is judged before the form is sent, and nothing that was typed is lost.
            foreach (var entry in ModelState.Values)
            {
                entry.Errors.Clear();
            }

            if (form.People.Count < Incident.MostPeople)
            {
                form.People.Add(new InvolvedPersonForm());
            }

            return await ShowReportAsync(form, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowReportAsync(form, cancellationToken));
        }

        var reported = await report.RunAsync(form, cancellationToken);
        return reported.IsRefused
            ? await RefuseAsync(reported.Error, () => ShowReportAsync(form, cancellationToken), "Form.")
            : RedirectToAction(nameof(Reported), new { id = reported.Value.Id });
    }

    /// <summary>What happens now: whom to call, where somebody is in danger, and who has been told.</summary>
    [HttpGet("{id:int}/reported")]
    public async Task<IActionResult> Reported(int id, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.OwnReport, IncidentAccess.Known, cancellationToken) switch
        {
            null => NotFound(),
            var seen when seen.Incident.ReportedById != person.Id => RedirectToAction(nameof(Details), new { id }),
            var seen => View(await queries.ReportedAsync(seen, cancellationToken)),
        };

    /// <summary>The form that reports a mistake of one's own.</summary>
    [HttpGet("mistake")]
    public Task<IActionResult> Mistake(CancellationToken cancellationToken) => ShowMistakeAsync(new ReportMistakeForm(), cancellationToken);

    /// <summary>Reports a mistake of one's own.</summary>
    [HttpPost("mistake")]
    public async Task<IActionResult> Mistake([Bind(Prefix = "Form")] ReportMistakeForm form, [FromServices] ReportMistake report, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowMistakeAsync(form, cancellationToken));
        }

        var reported = await report.RunAsync(form, cancellationToken);
        return reported.IsRefused
            ? await RefuseAsync(reported.Error, () => ShowMistakeAsync(form, cancellationToken), "Form.")
            : RedirectToAction(nameof(Reported), new { id = reported.Value.Id });
    }

    private static void Fill(ReportIncidentForm form, SourceRecord source)
    {
        (form.What, form.Link) = (source.What, source.Link);
        (form.Where, form.AccountId, form.Place) = source.AccountId is { } account
            ? (IncidentWhere.SchoolAccount, (int?)account, "")
            : (IncidentWhere.Elsewhere, null, source.Place);
        form.Noticed = source.Source switch
        {
            IncidentSource.Enquiry => NoticedHow.Enquiry,
            IncidentSource.MonitoringCheck => NoticedHow.MonitoringCheck,
            IncidentSource.PublicMention => NoticedHow.PublicMention,
            _ => null,
        };
        if (source.At is { } at)
        {
            (form.When, form.HappenedOn, form.HappenedTime) = (WhenHappened.Earlier, LondonTime.DateOf(at), LondonTime.DisplayTime(at));
        }
    }

    private async Task<IActionResult> ShowMistakeAsync(ReportMistakeForm form, CancellationToken cancellationToken) =>
        View("Mistake", new ReportMistakeView(form, await queries.AccountsAsync(cancellationToken), form.HasDetails || !ModelState.IsValid));

    private async Task<IActionResult> ShowReportAsync(ReportIncidentForm form, CancellationToken cancellationToken)
    {
        if (form.People.Count == 0)
        {
            form.People.Add(new InvolvedPersonForm());
        }

        return View("Report", await queries.FormAsync(form, cancellationToken));
    }
}
