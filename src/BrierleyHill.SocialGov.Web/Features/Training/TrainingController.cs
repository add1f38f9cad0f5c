using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>The pages of training: courses here, sessions and people's records in the other parts of the class.</summary>
[Authorize(Policies.SignedIn)]
[Route("training")]
public sealed partial class TrainingController(CourseQueries courses, SessionQueries sessions, PersonTrainingQueries people) : PortalController
{
    /// <summary>The courses.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CourseFilter filter, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the list without that filter.
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("title", Descending: false), CourseQueries.SortColumns);
        return View(await courses.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>One course with its sessions.</summary>
    [HttpGet("courses/{id:int}")]
    public async Task<IActionResult> Course(int id, [FromQuery] int? page, CancellationToken cancellationToken) =>
        await courses.FindAsync(id, page, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form of a new course.</summary>
    [HttpGet("courses/new")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public IActionResult SetUpCourse() => View(new CourseFormView(null, new CourseForm()));

    /// <summary>Sets up a course.</summary>
    [HttpPost("courses/new")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> SetUpCourse(CourseForm form, [FromServices] SetUpCourse setUp, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(new CourseFormView(null, form)));
        return await ActUponAsync(() => setUp.RunAsync(form, cancellationToken), Form, made =>
        {
            Announce("You have set up the course. Plan its first session next.");
            return RedirectToAction(nameof(Course), new { id = made });
        }, "Form.");
    }

    /// <summary>The form that changes a course.</summary>
    [HttpGet("courses/{id:int}/edit")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EditCourse(int id, CancellationToken cancellationToken) =>
        await courses.FindCourseAsync(id, cancellationToken) is { } course
            ? View(new CourseFormView(course, CourseForm.Of(course)))
            : NotFound();

    /// <summary>Changes a course.</summary>
    [HttpPost("courses/{id:int}/edit")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EditCourse(int id, CourseForm form, [FromServices] EditCourse edit, CancellationToken cancellationToken)
    {
        var isStale = false;
        async Task<IActionResult> Form()
        {
            if (await courses.FindCourseAsync(id, cancellationToken) is not { } course)
            {
                return NotFound();
            }

            // The page shows the course as it is now, so the next try is about that one. So too in the other parts of this class.
            form.Version = isStale ? course.Version : form.Version;
            return View(new CourseFormView(course, form, isStale));
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

        Announce("The course has been saved.");
        return RedirectToAction(nameof(Course), new { id });
    }

    /// <summary>What ending a course means, and the button.</summary>
    [HttpGet("courses/{id:int}/end")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EndCourse(int id, CancellationToken cancellationToken) =>
        await courses.FindCourseAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Status: CourseStatus.Ended } => RedirectToAction(nameof(Course), new { id }),
            var course => View(course),
        };

    /// <summary>Ends a course.</summary>
    [HttpPost("courses/{id:int}/end")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> EndCourse(int id, VersionForm form, [FromServices] EndCourse end, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Page() => await courses.FindCourseAsync(id, cancellationToken) is { } course ? View(course) : NotFound();
        var ended = ModelState.IsValid ? await end.RunAsync(id, form, cancellationToken) : Error.Stale;
        if (ended.IsRefused)
        {
            return await RefuseAsync(ended.Error, Page);
        }

        Announce("You have ended the course.");
        return RedirectToAction(nameof(Course), new { id });
    }

    /// <summary>Opens an ended course again.</summary>
    [HttpPost("courses/{id:int}/reopen")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> ReopenCourse(int id, VersionForm form, [FromServices] ReopenCourse reopen, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Page() =>
            await courses.FindAsync(id, null, cancellationToken) is { } found ? View(nameof(Course), found) : NotFound();
        var reopened = ModelState.IsValid ? await reopen.RunAsync(id, form, cancellationToken) : Error.Stale;
        if (reopened.IsRefused)
        {
            return await RefuseAsync(reopened.Error, Page);
        }

        Announce("The course is open again.");
        return RedirectToAction(nameof(Course), new { id });
    }
}
