using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>What a course is, as it is typed.</summary>
public sealed class CourseForm
{
    /// <summary>The version of the course that was read; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The title.</summary>
    [Display(Name = "Title")]
    [MaximumCharacters(TrainingCourse.TitleMaximumLength)]
    public string? Title { get; set; }

    /// <summary>What it teaches.</summary>
    [Display(Name = "What does it teach, and whom?")]
    [MaximumCharacters(TrainingCourse.DescriptionMaximumLength)]
    public string? Description { get; set; }

    /// <summary>Whom it is for.</summary>
    [Display(Name = "Whom is it for?")]
    public TrainingAudience? Audience { get; set; }

    /// <summary>Whether everybody who runs an account must have attended it.</summary>
    [Display(Name = "Everybody who runs an account must have attended it")]
    public bool IsNeededToRunAccounts { get; set; }

    /// <summary>For how many months it counts.</summary>
    [Display(
        Name = "Number of months it counts for",
        Description = "From 1 to 60. Leave this empty if it does not run out. A change holds for attendances that are recorded from then on")]
    public int? ValidityMonths { get; set; }

    /// <summary>Fills the form with a course.</summary>
    public static CourseForm Of(TrainingCourse course) => new()
    {
        Version = course.Version,
        Title = course.Title,
        Description = course.Description,
        Audience = course.Audience,
        IsNeededToRunAccounts = course.IsNeededToRunAccounts,
        ValidityMonths = course.ValidityMonths,
    };

    /// <summary>What the domain takes.</summary>
    public CourseDetails ToDetails() => new(Title, Description, Audience, IsNeededToRunAccounts, ValidityMonths);
}

/// <summary>Sets up a course.</summary>
public sealed class SetUpCourse(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Sets it up.</summary>
    /// <returns>The number of the new course.</returns>
    public async Task<Result<int>> RunAsync(CourseForm form, CancellationToken cancellationToken)
    {
        var course = TrainingCourse.SetUp(form.ToDetails(), person.Actor, clock.UtcNow());
        if (course.IsRefused)
        {
            return course.Error;
        }

        database.TrainingCourses.Add(course.Value);
        await database.SaveChangesAsync(cancellationToken);
        return course.Value.Id;
    }
}
