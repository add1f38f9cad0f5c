using System.Linq.Expressions;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Training;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of training that several features need.</summary>
public static class TrainingQueries
{
    /// <summary>The courses that everybody who runs an account must have attended: those that are needed and have not ended.</summary>
    public static async Task<IReadOnlyList<NeededCourse>> LoadNeededCoursesAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        await database.TrainingCourses.AsNoTracking()
            .Where(course => course.IsNeededToRunAccounts && course.Status == CourseStatus.Open)
            .OrderBy(course => course.Id)
            .Select(course => new NeededCourse(course.Id, course.Title))
            .ToListAsync(cancellationToken);

    /// <summary>Every attendance of those courses that counts: withdrawn ones, and refreshers without a full session before, are left out.</summary>
    public static async Task<IReadOnlyList<AttendedCourse>> LoadAttendedCoursesAsync(this SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var needed = database.TrainingCourses.Where(course => course.IsNeededToRunAccounts && course.Status == CourseStatus.Open).Select(course => course.Id);
        var attendances = await database.LoadAttendancesAsync(record => needed.Contains(record.CourseId), cancellationToken);
        return
        [
            .. TrainingStanding.ThatCount(attendances)
                .Select(attended => new AttendedCourse(attended.PersonId, attended.CourseId, attended.AttendedOn, attended.ValidUntil)),
        ];
    }

    /// <summary>The attendances that stand among the records that fit the condition.</summary>
    public static async Task<IReadOnlyList<CourseAttendance>> LoadAttendancesAsync(
        this SocialGovDbContext database, Expression<Func<TrainingRecord, bool>> condition, CancellationToken cancellationToken) =>
        await database.TrainingRecords.AsNoTracking()
            .Where(record => record.Status == TrainingRecordStatus.Stands)
            .Where(condition)
            .OrderBy(record => record.Id)
            .Select(record => new CourseAttendance(record.Id, record.PersonId, record.CourseId, record.Kind, record.AttendedOn, record.ValidUntil))
            .ToListAsync(cancellationToken);
}
