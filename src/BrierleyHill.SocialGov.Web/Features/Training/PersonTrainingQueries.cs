using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Reads what one person attended, is booked on and lacks. Nothing is tracked.</summary>
public sealed class PersonTrainingQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The training of the person whose request it is.</summary>
    public async Task<PersonTrainingView> FindOwnAsync(CancellationToken cancellationToken) =>
        (await FindAsync(person.Id, cancellationToken))!;

    /// <summary>The training of a person, or <see langword="null"/> when there is nobody of that number.</summary>
    public async Task<PersonTrainingView?> FindAsync(int personId, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        if (directory.Find(personId) is not { } whose)
        {
            return null;
        }

        var today = clock.Today();
        var courses = await database.TrainingCourses.AsNoTracking()
            .Where(course => course.Audience == TrainingAudience.Staff)
            .OrderBy(course => course.Title).ThenBy(course => course.Id)
            .ToListAsync(cancellationToken);
        var records = await database.TrainingRecords.AsNoTracking()
            .Include(record => record.Certificate)
            .Where(record => record.PersonId == personId)
            .OrderByDescending(record => record.AttendedOn).ThenByDescending(record => record.Id)
            .ToListAsync(cancellationToken);
        var planned = await database.TrainingSessions.AsNoTracking()
            .Where(session => session.Status == SessionStatus.Planned && session.Audience == TrainingAudience.Staff && session.Date >= today)
            .OrderBy(session => session.Date).ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);
        var counting = TrainingStanding.ThatCount(Standing(records)).Select(attended => attended.RecordId).ToHashSet();
        var titles = courses.ToDictionary(course => course.Id, course => course.Title);
        return new PersonTrainingView(
            whose,
            person.Actor.Is(personId),
            !TrainingCourse.CheckMayKeep(person.Actor).IsRefused,
            [
                .. courses
                    .Where(course => course.Status == CourseStatus.Open)
                    .Select(course => new CourseStandingRow(
                        course,
                        TrainingStanding.Of(Standing(records).Where(attended => attended.CourseId == course.Id), today),
                        planned.Find(session => session.CourseId == course.Id && session.PlacesLeft != 0)))
                    .Where(row => row.Course.IsNeededToRunAccounts || row.Standing.State != TrainingState.NotAttended)
                    .OrderByDescending(row => row.Course.IsNeededToRunAccounts),
            ],
            [
                .. planned
                    .Where(session => session.Bookings.Any(booking => booking.PersonId == personId))
                    .Select(session => new BookingRow(session, titles[session.CourseId])),
            ],
            [.. records.Select(record => new RecordRow(record, titles[record.CourseId], counting.Contains(record.Id)))]);
    }

    /// <summary>One training record as this person sees it, or <see langword="null"/> when there is none for them.</summary>
    public async Task<RecordView?> FindRecordAsync(int id, CancellationToken cancellationToken)
    {
        var found = await database.FindRecordAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return null;
        }

        var record = found.Value;
        var course = await database.TrainingCourses.AsNoTracking().SingleAsync(its => its.Id == record.CourseId, cancellationToken);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        return new RecordView(
            record,
            course,
            directory.NameOf(record.PersonId),
            person.Actor.Is(record.PersonId),
            !TrainingCourse.CheckMayKeep(person.Actor).IsRefused,
            await database.LoadHistoryAsync(nameof(TrainingRecord), id, cancellationToken));
    }

    /// <summary>The person and the open courses for staff, for the form of training elsewhere; <see langword="null"/> when there is nobody of that number.</summary>
    public async Task<(string Name, IReadOnlyList<Choice> Courses)?> FindForElsewhereAsync(int personId, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        if (directory.Find(personId) is not { } whose)
        {
            return null;
        }

        var courses = await database.TrainingCourses.AsNoTracking()
            .Where(course => course.Audience == TrainingAudience.Staff && course.Status == CourseStatus.Open)
            .OrderBy(course => course.Title).ThenBy(course => course.Id)
            .Select(course => new { course.Id, course.Title })
            .ToListAsync(cancellationToken);
        return (whose.FullName, [.. courses.Select(course => new Choice(course.Id.ToString(CultureInfo.InvariantCulture), course.Title))]);
    }

    private static IEnumerable<CourseAttendance> Standing(IEnumerable<TrainingRecord> records) =>
        records.Where(record => record.Status == TrainingRecordStatus.Stands).Select(record => record.AsAttendance());
}

/// <summary>How a person stands with one course.</summary>
/// <param name="Course">The course.</param>
/// <param name="Standing">How they stand.</param>
/// <param name="Next">The next planned session with a place left, if there is one.</param>
public sealed record CourseStandingRow(TrainingCourse Course, CourseStanding Standing, TrainingSession? Next);

/// <summary>A place that a person has.</summary>
public sealed record BookingRow(TrainingSession Session, string Course);

/// <summary>A training record in the list.</summary>
/// <param name="Record">The record.</param>
/// <param name="Course">The course's title.</param>
/// <param name="Counts">Whether it counts: a withdrawn one does not, nor a refresher without a full session before it.</param>
public sealed record RecordRow(TrainingRecord Record, string Course, bool Counts);

/// <summary>What one person attended, is booked on and lacks.</summary>
public sealed record PersonTrainingView(
    DirectoryPerson Person,
    bool IsOwn,
    bool MayKeep,
    IReadOnlyList<CourseStandingRow> Standings,
    IReadOnlyList<BookingRow> Bookings,
    IReadOnlyList<RecordRow> Records)
{
    /// <summary>The needed courses that are missing or have run out.</summary>
    public IEnumerable<CourseStandingRow> Missing => Standings.Where(row =>
        row.Course.IsNeededToRunAccounts && row.Standing.State is TrainingState.NotAttended or TrainingState.RanOut);
}

/// <summary>A training record as one person sees it.</summary>
public sealed record RecordView(
    TrainingRecord Record, TrainingCourse Course, string Person, bool IsOwn, bool MayKeep, IReadOnlyList<HistoryEntry> History);

/// <summary>The training record and a form that acts on it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public sealed record RecordAction<TForm>(RecordView Found, TForm Form);

/// <summary>The form of training elsewhere.</summary>
public sealed record ElsewhereView(int PersonId, string Person, IReadOnlyList<Choice> Courses, ElsewhereForm Form);
