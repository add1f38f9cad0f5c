using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Changes a course.</summary>
public sealed class EditCourse(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<Result> RunAsync(int id, CourseForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingCourses.FindAsync([id], cancellationToken) is not { } course)
        {
            return Error.NotFound;
        }

        if (course.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var edited = course.Edit(form.ToDetails(), person.Actor, clock.UtcNow());
        return edited.IsRefused ? edited : await database.TrySaveAsync(cancellationToken);
    }
}
