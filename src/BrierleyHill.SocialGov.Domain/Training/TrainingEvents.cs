using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>A course was set up.</summary>
[Description("Set up the course")]
public sealed record TrainingCourseSetUp(TrainingAudience Audience, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Audience", null, Audience.InWords()), .. Differences];
}

/// <summary>A course was changed.</summary>
[Description("Changed the course")]
public sealed record TrainingCourseChanged(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A course was ended.</summary>
[Description("Ended the course")]
public sealed record TrainingCourseEnded(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>An ended course was opened again.</summary>
[Description("Opened the course again")]
public sealed record TrainingCourseReopened(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A session was planned.</summary>
[Description("Planned the session")]
public sealed record TrainingSessionPlanned(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A planned session was changed.</summary>
/// <param name="IsElsewhereOrAnotherTime">Whether date, time or place differ: whoever is booked must hear of it.</param>
/// <param name="Differences">What differs.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Changed the session")]
public sealed record TrainingSessionChanged(bool IsElsewhereOrAnotherTime, IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A planned session will not take place.</summary>
[Description("Cancelled the session")]
public sealed record TrainingSessionCancelled(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A place was booked.</summary>
[Description("Booked a place")]
public sealed record TrainingPlaceBooked(int PersonId, string Person, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Place", null, Person)];
}

/// <summary>A place was given back.</summary>
[Description("Cancelled a booking")]
public sealed record TrainingBookingCancelled(int PersonId, string Person, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Place", Person, null)];
}

/// <summary>Attendance was recorded for the first time: the session was held.</summary>
[Description("Recorded who attended")]
public sealed record TrainingAttendanceRecorded(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>Attendance was corrected.</summary>
[Description("Corrected who attended")]
public sealed record TrainingAttendanceCorrected(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>A session of a programme was held, or what was recorded of it was corrected.</summary>
[Description("Recorded what was covered and how many came")]
public sealed record ProgrammeSessionRecorded(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>It was recorded that a person was trained.</summary>
[Description("Recorded a person’s training")]
public sealed record TrainingRecorded(string Course, DateOnly AttendedOn, DateOnly? ValidUntil, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Course", null, Course),
        new("Attended on", null, LondonTime.DisplayDate(AttendedOn)),
        new("Counts until", null, ValidUntil is { } until ? LondonTime.DisplayDate(until) : "Does not run out"),
    ];
}

/// <summary>A training record was withdrawn: it had been made by mistake.</summary>
[Description("Withdrew a training record")]
public sealed record TrainingRecordWithdrawn(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>A withdrawn training record stands again: the attendance was corrected once more.</summary>
[Description("Let a training record stand again")]
public sealed record TrainingRecordReinstated(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A certificate was attached, in place of an earlier one or for the first time.</summary>
[Description("Attached a certificate")]
public sealed record CertificateAttached(string? Replaced, string Attached, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Certificate", Replaced, Attached)];
}

/// <summary>A certificate was taken away.</summary>
[Description("Removed a certificate")]
public sealed record CertificateRemoved(string Removed, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Certificate", Removed, null)];
}

/// <summary>A person was reminded that their training runs out.</summary>
[Description("Reminded the person that their training runs out")]
public sealed record TrainingReminderGiven(int DaysLeft, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Days left", null, DaysLeft.ToString(CultureInfo.InvariantCulture))];
}
