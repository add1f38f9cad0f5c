using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <content>The pages of the sessions.</content>
public sealed partial class TrainingController
{
    /// <summary>The form of a new session.</summary>
    [HttpGet("courses/{id:int}/sessions/new")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> PlanSession(int id, CancellationToken cancellationToken) =>
        await courses.FindCourseAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Status: CourseStatus.Ended } => RedirectToAction(nameof(Course), new { id }),
            var course => View(new SessionFormView(course, null, new SessionForm())),
        };

    /// <summary>Plans a session.</summary>
    [HttpPost("courses/{id:int}/sessions/new")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> PlanSession(int id, SessionForm form, [FromServices] PlanSession plan, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() =>
            await courses.FindCourseAsync(id, cancellationToken) is { } course ? View(new SessionFormView(course, null, form)) : NotFound();
        return await ActUponAsync(() => plan.RunAsync(id, form, cancellationToken), Form, outcome =>
        {
            Announce("You have planned the session.");
            return RedirectToAction(nameof(Session), new { id = outcome });
        }, "Form.");
    }

    /// <summary>One session.</summary>
    [HttpGet("sessions/{id:int}")]
    public async Task<IActionResult> Session(int id, CancellationToken cancellationToken) =>
        await ShowSessionAsync(id, new PlaceForm(), cancellationToken);

    /// <summary>The form that changes a session.</summary>
    [HttpGet("sessions/{id:int}/edit")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EditSession(int id, CancellationToken cancellationToken) =>
        await sessions.FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Session.Status: not SessionStatus.Planned } => RedirectToAction(nameof(Session), new { id }),
            var found => View(new SessionFormView(found.Course, found.Session, SessionForm.Of(found.Session))),
        };

    /// <summary>Changes a session.</summary>
    [HttpPost("sessions/{id:int}/edit")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EditSession(int id, SessionForm form, [FromServices] EditSession edit, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await sessions.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Session.Version : form.Version;
            return View(new SessionFormView(found.Course, found.Session, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var edited = await edit.RunAsync(id, form, cancellationToken);
        isStale = edited.Error == Error.Stale;
        if (edited.IsRefused)
        {
            return await RefuseAsync(edited.Error, Form, "Form.");
        }

        Announce("The session has been saved.");
        return RedirectToAction(nameof(Session), new { id });
    }

    /// <summary>The form that cancels a session.</summary>
    [HttpGet("sessions/{id:int}/cancel")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> CancelSession(int id, CancellationToken cancellationToken) =>
        await sessions.FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Session.Status: not SessionStatus.Planned } => RedirectToAction(nameof(Session), new { id }),
            var found => View(new SessionAction<ReasonForm>(found, new ReasonForm { Version = found.Session.Version })),
        };

    /// <summary>Cancels a session.</summary>
    [HttpPost("sessions/{id:int}/cancel")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> CancelSession(int id, ReasonForm form, [FromServices] CancelSession cancel, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await sessions.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Session.Version : form.Version;
            return View(new SessionAction<ReasonForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var cancelled = await cancel.RunAsync(id, form, cancellationToken);
        isStale = cancelled.Error == Error.Stale;
        if (cancelled.IsRefused)
        {
            return await RefuseAsync(cancelled.Error, Form, "Form.");
        }

        Announce("You have cancelled the session. Whoever had a place has been told.");
        return RedirectToAction(nameof(Session), new { id });
    }

    /// <summary>Books a place, for oneself or, where one keeps training, for somebody else.</summary>
    [HttpPost("sessions/{id:int}/book")]
    public async Task<IActionResult> Book(int id, PlaceForm form, [FromServices] BookPlace book, CancellationToken cancellationToken)
    {
        var booked = ModelState.IsValid ? await book.RunAsync(id, form, cancellationToken) : TrainingErrors.NotActive;
        if (booked.IsRefused)
        {
            return await RefuseAsync(booked.Error, () => ShowSessionAsync(id, form, cancellationToken), "Form.");
        }

        Announce("The place has been booked.");
        return RedirectToAction(nameof(Session), new { id });
    }

    /// <summary>Gives a place back.</summary>
    [HttpPost("sessions/{id:int}/cancel-booking")]
    public async Task<IActionResult> CancelBooking(int id, PlaceForm form, [FromServices] CancelBooking cancel, CancellationToken cancellationToken)
    {
        var cancelled = ModelState.IsValid ? await cancel.RunAsync(id, form, cancellationToken) : TrainingErrors.NotBooked;
        if (cancelled.IsRefused)
        {
            return await RefuseAsync(cancelled.Error, () => ShowSessionAsync(id, form, cancellationToken), "Form.");
        }

        Announce("The booking has been cancelled.");
        return RedirectToAction(nameof(Session), new { id });
    }

    /// <summary>The attendance table.</summary>
    [HttpGet("sessions/{id:int}/attendance")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Attendance(int id, CancellationToken cancellationToken) =>
        await sessions.FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { CanBeRecorded: false } or { Session.Audience: not TrainingAudience.Staff } => RedirectToAction(nameof(Session), new { id }),
            var found => View(new SessionAction<AttendanceForm>(
                found, AttendanceForm.Of(found.Session, found.Bookings.Select(booking => booking.PersonId)))),
        };

    /// <summary>Records or corrects who attended.</summary>
    [HttpPost("sessions/{id:int}/attendance")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Attendance(int id, AttendanceForm form, [FromServices] RecordAttendance record, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await sessions.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            if (isStale)
            {
                // Whoever was booked meanwhile gets a line too, and whoever is no longer booked keeps theirs only if something was said.
                form.Version = found.Session.Version;
                var known = form.Lines.Select(line => line.PersonId).ToHashSet();
                form.Lines.AddRange(found.Bookings
                    .Where(booking => !known.Contains(booking.PersonId))
                    .Select(booking => new AttendanceLine { PersonId = booking.PersonId, Attendance = booking.Attendance }));
            }

            return View(new SessionAction<AttendanceForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var recorded = await record.RunAsync(id, form, cancellationToken);
        isStale = recorded.Error == Error.Stale;
        if (recorded.IsRefused)
        {
            return await RefuseAsync(recorded.Error, Form, "Form.");
        }

        Announce("Attendance has been saved.");
        return RedirectToAction(nameof(Session), new { id });
    }

    /// <summary>What was covered and how many came.</summary>
    [HttpGet("sessions/{id:int}/programme")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Programme(int id, CancellationToken cancellationToken) =>
        await sessions.FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { CanBeRecorded: false } or { Session.Audience: TrainingAudience.Staff } => RedirectToAction(nameof(Session), new { id }),
            var found => View(new SessionAction<ProgrammeForm>(found, ProgrammeForm.Of(found.Session))),
        };

    /// <summary>Records or corrects what was covered and how many came.</summary>
    [HttpPost("sessions/{id:int}/programme")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> Programme(int id, ProgrammeForm form, [FromServices] RecordProgramme record, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await sessions.FindAsync(id, cancellationToken) is not { } found)
            {
                return NotFound();
            }

            form.Version = isStale ? found.Session.Version : form.Version;
            return View(new SessionAction<ProgrammeForm>(found, form, isStale));
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var recorded = await record.RunAsync(id, form, cancellationToken);
        isStale = recorded.Error == Error.Stale;
        if (recorded.IsRefused)
        {
            return await RefuseAsync(recorded.Error, Form, "Form.");
        }

        Announce("What was covered and how many came has been saved.");
        return RedirectToAction(nameof(Session), new { id });
    }

    private async Task<IActionResult> ShowSessionAsync(int id, PlaceForm form, CancellationToken cancellationToken) =>
        await sessions.FindAsync(id, cancellationToken) is { } found ? View(nameof(Session), new SessionPage(found, form)) : NotFound();
}
