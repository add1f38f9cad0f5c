using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>A form that is a button: the version of the record that was on the page.</summary>
public sealed class VersionForm
{
    /// <summary>The version that was read.</summary>
    public int Version { get; set; }
}

/// <summary>Ends a course.</summary>
public sealed class EndCourse(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Ends it.</summary>
    public async Task<Result> RunAsync(int id, VersionForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingCourses.FindAsync([id], cancellationToken) is not { } course)
        {
            return Error.NotFound;
        }

        if (course.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var ended = course.End(person.Actor, clock.UtcNow());
        return ended.IsRefused ? ended : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>Opens an ended course again.</summary>
public sealed class ReopenCourse(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    public async Task<Result> RunAsync(int id, VersionForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingCourses.FindAsync([id], cancellationToken) is not { } course)
        {
            return Error.NotFound;
        }

        if (course.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var reopened = course.Reopen(person.Actor, clock.UtcNow());
        return reopened.IsRefused ? reopened : await database.TrySaveAsync(cancellationToken);
    }
}
