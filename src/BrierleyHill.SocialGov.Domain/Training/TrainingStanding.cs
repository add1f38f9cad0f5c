using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>An attendance that stands.</summary>
/// <param name="RecordId">The training record.</param>
/// <param name="PersonId">Who.</param>
/// <param name="CourseId">In which course.</param>
/// <param name="Kind">The whole course or a refresher.</param>
/// <param name="AttendedOn">On which day, London.</param>
/// <param name="ValidUntil">The last day on which it counts, London; <see langword="null"/> where it does not run out.</param>
public sealed record CourseAttendance(int RecordId, int PersonId, int CourseId, SessionKind Kind, DateOnly AttendedOn, DateOnly? ValidUntil);

/// <summary>How a person stands with a course.</summary>
public enum TrainingState
{
    /// <summary>Never attended, or only a refresher that does not count.</summary>
    [Display(Name = "Not attended")]
    NotAttended,

    /// <summary>In date.</summary>
    [Display(Name = "In date")]
    InDate,

    /// <summary>In date, and the first reminder is due.</summary>
    [Display(Name = "Runs out soon")]
    RunsOutSoon,

    /// <summary>Was in date.</summary>
    [Display(Name = "Ran out")]
    RanOut,
}

/// <summary>How a person stands with a course on a day.</summary>
/// <param name="State">In date or not.</param>
/// <param name="Attendance">The attendance that lasts longest, where there is one that counts.</param>
public sealed record CourseStanding(TrainingState State, CourseAttendance? Attendance);

/// <summary>
/// What attendances are worth (clauses SLT-7, STF-2). Pure functions: a refresher counts only where a full session of the same course
/// was attended before it, and of all that count the one that lasts longest decides.
/// </summary>
public static class TrainingStanding
{
    /// <summary>The attendances that count, of any people and courses: full sessions, and refreshers after one.</summary>
    /// <param name="attendances">Every attendance that stands.</param>
    public static IReadOnlyList<CourseAttendance> ThatCount(IEnumerable<CourseAttendance> attendances) =>
    [
        .. attendances
            .GroupBy(attended => (attended.PersonId, attended.CourseId))
            .SelectMany(own =>
            {
                var full = own.Where(attended => attended.Kind == SessionKind.Full).Select(attended => (DateOnly?)attended.AttendedOn).Min();
                return own.Where(attended => attended.Kind == SessionKind.Full || full < attended.AttendedOn);
            }),
    ];

    /// <summary>Of one person's attendances of one course, the one that counts and lasts longest, or <see langword="null"/>.</summary>
    public static CourseAttendance? LastsLongest(IEnumerable<CourseAttendance> attendances) =>
        ThatCount(attendances).MaxBy(attended => (attended.ValidUntil ?? DateOnly.MaxValue, attended.AttendedOn, attended.RecordId));

    /// <summary>How one person stands with one course.</summary>
    /// <param name="attendances">Every attendance of this person and course that stands.</param>
    /// <param name="today">The day, London.</param>
    public static CourseStanding Of(IEnumerable<CourseAttendance> attendances, DateOnly today)
    {
        if (LastsLongest(attendances.Where(attended => attended.AttendedOn <= today)) is not { } longest)
        {
            return new CourseStanding(TrainingState.NotAttended, null);
        }

        var daysLeft = longest.ValidUntil is { } until ? until.DayNumber - today.DayNumber : int.MaxValue;
        return new CourseStanding(
            daysLeft < 0 ? TrainingState.RanOut : daysLeft <= ReminderSchedule.DaysBefore[0] ? TrainingState.RunsOutSoon : TrainingState.InDate,
            longest);
    }
}
