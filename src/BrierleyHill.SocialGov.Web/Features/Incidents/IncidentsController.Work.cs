using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Assessment and investigators; and what the forms of those, of the routes and of the end do alike.</content>
public sealed partial class IncidentsController
{
    private static readonly IncidentWords AssessWords = new(
        "Assess the incident",
        "Whoever reported it is told that it has been assessed, and sees no more than that.",
        "",
        "Save the assessment");

    private static readonly IncidentWords ReassessWords = new(
        "Assess the incident anew",
        "More has become known. The assessment so far stays in the chronology.",
        "",
        "Save the assessment");

    private static readonly IncidentWords ReleaseWords = new(
        "Take the investigation from somebody",
        "They no longer see the incident, unless a role of theirs lets them, and are told. Appoint somebody else before or after.",
        "Why do they look into it no more?",
        "Take it from them");

    /// <summary>The first question of an assessment; with its answer, the rest.</summary>
    [HttpGet("{id:int}/assess")]
    public Task<IActionResult> Assess(
        int id, [FromQuery(Name = "Form.Scope")] IncidentScope? scope, bool asked, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the question.
        ModelState.Clear();
        if (scope == IncidentScope.PersonalOutOfScope)
        {
            return Task.FromResult<IActionResult>(RedirectToAction(nameof(OutOfScope), new { id }));
        }

        var isAnswered = scope is IncidentScope.Professional or IncidentScope.PersonalInScope;
        if (asked && !isAnswered)
        {
            ModelState.AddModelError("Form.Scope", IncidentErrors.ScopeMissing.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return OpenWorkAsync(
            id,
            isAnswered ? "Assess" : "Scope",
            view => view.Incident.CheckMayAssess(view.Reader),
            new AssessForm { Scope = isAnswered ? scope : null },
            work,
            cancellationToken,
            AssessWords);
    }

    /// <summary>Assesses it.</summary>
    [HttpPost("{id:int}/assess")]
    public async Task<IActionResult> Assess(
        int id,
        [Bind(Prefix = "Form")] AssessForm form,
        [FromServices] AssessIncident assess,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken)
    {
        var sent = await SendWorkAsync(
            id, "Assess", form, () => assess.AssessAsync(id, form, cancellationToken), "The assessment is saved. Choose the routes next.", work, cancellationToken, AssessWords);
        return sent is RedirectToActionResult ? RedirectToAction(nameof(Routes), new { id }) : sent;
    }

    /// <summary>The form that assesses it anew.</summary>
    [HttpGet("{id:int}/reassess")]
    public Task<IActionResult> Reassess(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id,
        "Assess",
        view => view.Incident.CheckMayReassess(view.Reader),
        new AssessForm(),
        work,
        cancellationToken,
        ReassessWords,
        (view, form) => (form.Scope, form.Severity, form.Because, form.ImmediateActions, form.NextSteps) = (
            view.Incident.Scope, view.Incident.Severity, view.Incident.AssessedBecause, view.Incident.ImmediateActions, view.Incident.NextSteps));

    /// <summary>Assesses it anew.</summary>
    [HttpPost("{id:int}/reassess")]
    public Task<IActionResult> Reassess(
        int id,
        [Bind(Prefix = "Form")] AssessForm form,
        [FromServices] AssessIncident assess,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id, "Assess", form, () => assess.ReassessAsync(id, form, cancellationToken), "The new assessment is saved.", work, cancellationToken, ReassessWords);

    /// <summary>The form that leaves it alone.</summary>
    [HttpGet("{id:int}/out-of-scope")]
    public Task<IActionResult> OutOfScope(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id, "OutOfScope", view => view.Incident.CheckMayLeaveAlone(view.Circumstances, view.Reader), new LeaveAloneForm(), work, cancellationToken);

    /// <summary>Leaves it alone.</summary>
    [HttpPost("{id:int}/out-of-scope")]
    public Task<IActionResult> OutOfScope(
        int id,
        [Bind(Prefix = "Form")] LeaveAloneForm form,
        [FromServices] AssessIncident assess,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id,
        "OutOfScope",
        form,
        () => assess.LeaveAloneAsync(id, form, cancellationToken),
        "It is left alone. What was recorded has been taken away.",
        work,
        cancellationToken);

    /// <summary>Who looks into it, and the form that appoints somebody.</summary>
    [HttpGet("{id:int}/investigators")]
    public Task<IActionResult> Investigators(int id, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) =>
        OpenWorkAsync(id, "Investigators", view => view.Incident.CheckMayAppoint(view.Reader), new AppointForm(), work, cancellationToken);

    /// <summary>Appoints somebody.</summary>
    [HttpPost("{id:int}/investigators")]
    public Task<IActionResult> Investigators(
        int id,
        [Bind(Prefix = "Form")] AppointForm form,
        [FromServices] AppointInvestigator appoint,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id, "Investigators", form, () => appoint.AppointAsync(id, form, cancellationToken), "They are appointed, and have been told.", work, cancellationToken);

    /// <summary>The form that takes it from somebody.</summary>
    [HttpGet("{id:int}/investigators/{number:int}/release")]
    public Task<IActionResult> Release(int id, int number, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id,
        "WorkReason",
        view => view.Incident.CheckMayAppoint(view.Reader) is { IsRefused: true } refusal
            ? refusal
            : view.Incident.Appointments.ElementAtOrDefault(number - 1) is { IsCurrent: true } ? Result.Done : IncidentErrors.InvestigatorNotThere,
        new WorkReasonForm(),
        work,
        cancellationToken,
        ReleaseWords);

    /// <summary>Takes it from somebody.</summary>
    [HttpPost("{id:int}/investigators/{number:int}/release")]
    public async Task<IActionResult> Release(
        int id,
        int number,
        [Bind(Prefix = "Form")] WorkReasonForm form,
        [FromServices] AppointInvestigator appoint,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken)
    {
        var sent = await SendWorkAsync(
            id, "WorkReason", form, () => appoint.ReleaseAsync(id, number, form, cancellationToken), "They look into it no more.", work, cancellationToken, ReleaseWords);
        return sent is RedirectToActionResult ? RedirectToAction(nameof(Investigators), new { id }) : sent;
    }

    /// <summary>The form that corrects who somebody is in it.</summary>
    [HttpGet("{id:int}/people/{number:int}/correct")]
    public Task<IActionResult> CorrectPerson(int id, int number, [FromServices] IncidentWorkQueries work, CancellationToken cancellationToken) => OpenWorkAsync(
        id,
        "CorrectPerson",
        view => view.Incident.CheckMayInvestigate(view.Reader) is { IsRefused: true } refusal
            ? refusal
            : view.Incident.IsOver || view.Incident.Involved.All(one => one.Number != number) ? IncidentErrors.NotInvolved : Result.Done,
        new CorrectPersonForm(),
        work,
        cancellationToken,
        fill: (view, form) =>
        {
            var involved = view.Incident.Involved.Single(one => one.Number == number);
            (form.Type, form.Role) = (involved.Type, involved.Role);
        },
        about: About(person: number));

    /// <summary>Corrects who somebody is in it.</summary>
    [HttpPost("{id:int}/people/{number:int}/correct")]
    public Task<IActionResult> CorrectPerson(
        int id,
        int number,
        [Bind(Prefix = "Form")] CorrectPersonForm form,
        [FromServices] CorrectInvolvedPerson correct,
        [FromServices] IncidentWorkQueries work,
        CancellationToken cancellationToken) => SendWorkAsync(
        id, "CorrectPerson", form, () => correct.RunAsync(id, number, form, cancellationToken), "It is corrected.", work, cancellationToken, about: About(person: number));

    private static WorkSubject About(int? route = null, RouteStepKind? step = null, int? person = null) => new(route, step, person);

    /// <summary>Shows a form, or says why there is none for this person. What cannot be done now is said on the incident's own page.</summary>
    private async Task<IActionResult> OpenWorkAsync<TForm>(
        int id,
        string view,
        Func<IncidentWorkView, Result> may,
        TForm form,
        IncidentWorkQueries work,
        CancellationToken cancellationToken,
        IncidentWords? words = null,
        Action<IncidentWorkView, TForm>? fill = null,
        WorkSubject? about = null)
        where TForm : IncidentForm
    {
        if (await work.OpenAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var allowed = may(found);
        if (allowed.IsRefused)
        {
            return allowed.Error.Kind == ErrorKind.Conflict ? RedirectToAction(nameof(Details), new { id }) : await RefuseAsync(allowed.Error);
        }

        form.Version = found.Incident.Version;
        fill?.Invoke(found, form);
        return View(view, WorkOf(found, form, words, about, isStale: false));
    }

    private async Task<IActionResult> SendWorkAsync<TForm>(
        int id,
        string view,
        TForm form,
        Func<Task<Result>> run,
        string message,
        IncidentWorkQueries work,
        CancellationToken cancellationToken,
        IncidentWords? words = null,
        WorkSubject? about = null)
        where TForm : IncidentForm
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await work.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            // The page shows the incident as it is now, so the next try is about that one.
            form.Version = isStale ? found.Incident.Version : form.Version;
            return View(view, WorkOf(found, form, words, about, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var done = await run();
        isStale = done.Error is { Kind: ErrorKind.Conflict };
        if (done.IsRefused)
        {
            return await RefuseAsync(done.Error, Form, "Form.");
        }

        Announce(message);
        return RedirectToAction(nameof(Details), new { id });
    }

    private static IncidentWork<TForm> WorkOf<TForm>(IncidentWorkView found, TForm form, IncidentWords? words, WorkSubject? about, bool isStale)
        where TForm : IncidentForm
    {
        var route = found.Incident.Routes.FirstOrDefault(one => one.Number == about?.Route);
        return new IncidentWork<TForm>(found, form)
        {
            IsStale = isStale,
            Words = words,
            Route = route,
            Step = route?.Steps.FirstOrDefault(one => one.Kind == about?.Step),
            Involved = found.Incident.Involved.FirstOrDefault(one => one.Number == about?.Person),
        };
    }

    // What part of the incident a form is about, by its number.
    private sealed record WorkSubject(int? Route, RouteStepKind? Step, int? Person);
}
