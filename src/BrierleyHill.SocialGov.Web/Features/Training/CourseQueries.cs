using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Reads courses for the pages. Nothing is tracked.</summary>
public sealed class CourseQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["title", "audience", "next", "status"];

    /// <summary>Whether the person keeps courses, sessions and other people's records.</summary>
    public bool MayKeep => !TrainingCourse.CheckMayKeep(person.Actor).IsRefused;

    /// <summary>One page of the courses.</summary>
    public async Task<CourseList> ListAsync(CourseFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = database.TrainingCourses.AsNoTracking().Select(course => new
        {
            course,
            Next = database.TrainingSessions
                .Where(session => session.CourseId == course.Id && session.Status == SessionStatus.Planned && session.Date >= today)
                .OrderBy(session => session.Date)
                .Select(session => (DateOnly?)session.Date)
                .FirstOrDefault(),
        });
        if (filter.Audience is { } audience)
        {
            rows = rows.Where(row => row.course.Audience == audience);
        }

        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.course.Status == status);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind == TrainingCourse.ReferenceKind)
            {
                rows = rows.Where(row => row.course.Id == id);
            }
            else
            {
                // Lower case on both sides: the databases differ in whether they compare with or without case.
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                rows = rows.Where(row => row.course.Title.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        rows = (order.Column, order.Descending) switch
        {
            ("audience", false) => rows.OrderBy(row => row.course.Audience).ThenBy(row => row.course.Title).ThenBy(row => row.course.Id),
            ("audience", true) => rows.OrderByDescending(row => row.course.Audience).ThenBy(row => row.course.Title).ThenBy(row => row.course.Id),
            // Courses without a session come last, whichever way.
            ("next", false) => rows.OrderBy(row => row.Next == null).ThenBy(row => row.Next).ThenBy(row => row.course.Id),
            ("next", true) => rows.OrderBy(row => row.Next == null).ThenByDescending(row => row.Next).ThenBy(row => row.course.Id),
            ("status", false) => rows.OrderBy(row => row.course.Status).ThenBy(row => row.course.Title).ThenBy(row => row.course.Id),
            ("status", true) => rows.OrderByDescending(row => row.course.Status).ThenBy(row => row.course.Title).ThenBy(row => row.course.Id),
            (_, false) => rows.OrderBy(row => row.course.Title).ThenBy(row => row.course.Id),
            (_, true) => rows.OrderByDescending(row => row.course.Title).ThenBy(row => row.course.Id),
        };
        var page = await PagedList<CourseRow>.ReadAsync(
            rows.Select(row => new CourseRow(
                row.course.Id, row.course.Title, row.course.Audience, row.course.IsNeededToRunAccounts, row.course.Status, row.Next)),
            filter.Page,
            cancellationToken);
        return new CourseList(page, filter, order, MayKeep);
    }

    /// <summary>The course with its sessions, or <see langword="null"/>.</summary>
    public async Task<CourseView?> FindAsync(int id, int? page, CancellationToken cancellationToken)
    {
        if (await FindCourseAsync(id, cancellationToken) is not { } course)
        {
            return null;
        }

        // Sessions to come first, the nearest at the top; then those that were, the latest at the top.
        var today = clock.Today();
        var sessions = await PagedList<SessionRow>.ReadAsync(
            database.TrainingSessions.AsNoTracking()
                .Where(session => session.CourseId == id)
                .OrderBy(session => session.Status == SessionStatus.Planned && session.Date >= today ? 0 : 1)
                .ThenBy(session => session.Status == SessionStatus.Planned && session.Date >= today ? session.Date : today)
                .ThenByDescending(session => session.Date)
                .ThenBy(session => session.Id)
                .Select(session => new SessionRow(
                    session.Id,
                    session.Date,
                    session.StartTime,
                    session.Kind,
                    session.Provider,
                    session.Place,
                    session.Status,
                    session.Capacity,
                    session.Bookings.Count(booking => booking.IsBooked),
                    session.NumberAttended)),
            page,
            cancellationToken);
        return new CourseView(course, sessions, MayKeep, today, MayKeep ? await HistoryAsync(course, cancellationToken) : []);
    }

    /// <summary>The course alone, or <see langword="null"/>.</summary>
    public Task<TrainingCourse?> FindCourseAsync(int id, CancellationToken cancellationToken) =>
        database.TrainingCourses.AsNoTracking().SingleOrDefaultAsync(course => course.Id == id, cancellationToken);

    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TrainingCourse course, CancellationToken cancellationToken) =>
        await database.LoadHistoryAsync(nameof(TrainingCourse), course.Id, cancellationToken);
}

internal static class TrainingHistory
{
    public static async Task<IReadOnlyList<HistoryEntry>> LoadHistoryAsync(
        this SocialGovDbContext database, string kind, int id, CancellationToken cancellationToken)
    {
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == kind && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        return [.. lines.Select(HistoryEntry.From)];
    }
}

/// <summary>What the list of courses is narrowed to.</summary>
public sealed class CourseFilter
{
    /// <summary>Words of the title, or a reference.</summary>
    [Display(Name = "Title or reference")]
    public string? Text { get; set; }

    /// <summary>Whom it is for.</summary>
    [Display(Name = "For")]
    public TrainingAudience? Audience { get; set; }

    /// <summary>Open or ended.</summary>
    [Display(Name = "Status")]
    public CourseStatus? Status { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Audience is not null || Status is not null;
}

/// <summary>One course in the list.</summary>
public sealed record CourseRow(int Id, string Title, TrainingAudience Audience, bool IsNeededToRunAccounts, CourseStatus Status, DateOnly? Next)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(TrainingCourse.ReferenceKind, Id);
}

/// <summary>The list.</summary>
public sealed record CourseList(PagedList<CourseRow> Rows, CourseFilter Filter, SortOrder Order, bool MayKeep);

/// <summary>One session in a list.</summary>
public sealed record SessionRow(
    int Id,
    DateOnly Date,
    TimeOnly? StartTime,
    SessionKind Kind,
    string Provider,
    string Place,
    SessionStatus Status,
    int? Capacity,
    int Booked,
    int? NumberAttended)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(TrainingSession.ReferenceKind, Id);

    /// <summary>When it is.</summary>
    public string WhenInWords => TrainingSession.InWords(Date, StartTime);

    /// <summary>What is left, in words.</summary>
    public string PlacesInWords => PlacesText.InWords(Capacity, Booked);
}

/// <summary>A course as one person sees it.</summary>
public sealed record CourseView(
    TrainingCourse Course, PagedList<SessionRow> Sessions, bool MayKeep, DateOnly Today, IReadOnlyList<HistoryEntry> History);

/// <summary>A course, or none yet, and the form that sets it up or changes it.</summary>
/// <param name="Course">The course as it is saved.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether it was saved by somebody else after the form was opened.</param>
public sealed record CourseFormView(TrainingCourse? Course, CourseForm Form, bool IsStale = false);

/// <summary>Places in words.</summary>
public static class PlacesText
{
    /// <summary>What is left.</summary>
    public static string InWords(int? capacity, int booked) => (capacity, capacity - booked) switch
    {
        (null, _) => booked == 1 ? "1 booked, no limit" : $"{booked} booked, no limit",
        (_, <= 0) => "Full",
        (_, 1) => $"1 of {capacity} left",
        (_, var left) => $"{left} of {capacity} left",
    };
}

/// <summary>The colours of the states. The word carries the meaning, the colour only helps.</summary>
public static class TrainingColours
{
    /// <summary>The colour of a course's tag.</summary>
    public static string Of(CourseStatus status) => status switch
    {
        CourseStatus.Open => "green",
        CourseStatus.Ended => "grey",
    };

    /// <summary>The colour of a session's tag.</summary>
    public static string Of(SessionStatus status) => status switch
    {
        SessionStatus.Planned => "blue",
        SessionStatus.Held => "green",
        SessionStatus.Cancelled => "grey",
    };

    /// <summary>The colour of a standing's tag.</summary>
    public static string Of(TrainingState state, bool isNeeded) => state switch
    {
        TrainingState.NotAttended => isNeeded ? "red" : "grey",
        TrainingState.InDate => "green",
        TrainingState.RunsOutSoon => "orange",
        TrainingState.RanOut => "red",
    };

    /// <summary>The colour of a record's tag.</summary>
    public static string Of(TrainingRecordStatus status) => status switch
    {
        TrainingRecordStatus.Stands => "green",
        TrainingRecordStatus.Withdrawn => "grey",
    };
}
