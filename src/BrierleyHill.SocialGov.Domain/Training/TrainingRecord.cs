using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>
/// Lifecycle of a training record: <c>Stands ⇄ Withdrawn</c>. It is withdrawn when the attendance is corrected, or when training taken
/// elsewhere was recorded by mistake (then for good).
/// </summary>
public enum TrainingRecordStatus
{
    /// <summary>It counts until it runs out.</summary>
    [Display(Name = "On record")]
    Stands,

    /// <summary>It was made by mistake.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>Training taken at another school, online or otherwise, as it is typed.</summary>
/// <param name="Date">The day, London.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="Kind">The whole course or a refresher.</param>
public sealed record TrainingElsewhere(DateOnly? Date, string? Provider, SessionKind? Kind);

/// <summary>
/// That a person was trained (clauses SLT-7, STF-2): in a session of the school or elsewhere, on which day, until when it counts, and the
/// certificate. One for each person and session. Lifecycle: see <see cref="TrainingRecordStatus"/>.
/// </summary>
public sealed class TrainingRecord : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ATT";

    /// <summary>Longest text by which the occasion is known, in characters.</summary>
    public const int OccasionMaximumLength = 60;

    private TrainingRecord()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Who was trained.</summary>
    public int PersonId { get; private set; }

    /// <summary>In which course.</summary>
    public int CourseId { get; private set; }

    /// <summary>In which session of the school; <see langword="null"/> where the training was taken elsewhere.</summary>
    public int? SessionId { get; private set; }

    /// <summary>The occasion, for the database: no person has two records of one occasion.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>The whole course or a refresher.</summary>
    public SessionKind Kind { get; private set; }

    /// <summary>Who gave it.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>On which day, London.</summary>
    public DateOnly AttendedOn { get; private set; }

    /// <summary>The last day on which it counts, London; <see langword="null"/> where it does not run out. Settled when it was recorded.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Where it stands.</summary>
    public TrainingRecordStatus Status { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The step of <see cref="ReminderSchedule"/> that the person was last reminded of; 0 for none.</summary>
    public int LastReminderStep { get; private set; }

    /// <summary>The number of the certificate's file, where there is one.</summary>
    public int? CertificateId { get; private set; }

    /// <summary>The certificate's file, where there is one and it was loaded.</summary>
    public StoredFile? Certificate { get; private set; }

    /// <summary>Whether the training was taken elsewhere.</summary>
    public bool IsElsewhere => SessionId is null;

    /// <summary>The record as the standing needs it.</summary>
    public CourseAttendance AsAttendance() => new(Id, PersonId, CourseId, Kind, AttendedOn, ValidUntil);

    /// <summary>Records training that a person took elsewhere.</summary>
    /// <param name="course">The course that it counts for, which must be for staff.</param>
    /// <param name="personId">Who.</param>
    /// <param name="training">When, by whom, the whole course or a refresher.</param>
    /// <param name="records">Every training record of this person and course, whatever its state.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A senior leader or administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<TrainingRecord> TakenElsewhere(
        TrainingCourse course, int personId, TrainingElsewhere training, IReadOnlyList<TrainingRecord> records, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var provider = PlainText.CleanLine(training.Provider);
        if (course.Audience != TrainingAudience.Staff)
        {
            return TrainingErrors.CourseMissing;
        }

        if (directory.Find(personId) is null)
        {
            return TrainingErrors.PersonUnknown;
        }

        if (training.Date is not { } date)
        {
            return TrainingErrors.DateMissing;
        }

        var today = LondonTime.DateOf(at);
        if (date > today)
        {
            return TrainingErrors.ElsewhereAhead;
        }

        if (date < today.AddYears(-TrainingSession.DateYears))
        {
            return TrainingErrors.DateAbsurd;
        }

        if (provider.Length == 0)
        {
            return TrainingErrors.ProviderMissing;
        }

        if (provider.Length > TrainingSession.LineMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(Provider), "provider", TrainingSession.LineMaximumLength);
        }

        if (training.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return TrainingErrors.KindMissing;
        }

        var own = records.Where(record => record.PersonId == personId && record.CourseId == course.Id).ToList();
        if (own.Exists(record => record.Status == TrainingRecordStatus.Stands && record.AttendedOn == date))
        {
            return TrainingErrors.AlreadyRecorded;
        }

        return kind == SessionKind.Refresher && !HasFullBefore(date, own)
            ? TrainingErrors.RefresherWithoutFull(directory.NameOf(personId), course.Title, date)
            : New(course, personId, null, string.Create(CultureInfo.InvariantCulture, $"{course.Reference} elsewhere {date:yyyy-MM-dd}"), kind, provider, date, by, at);
    }

    /// <summary>Takes back a record of training elsewhere that was made by mistake.</summary>
    public Result Withdraw(string? reason, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsElsewhere)
        {
            return TrainingErrors.RecordOfSession;
        }

        if (Status == TrainingRecordStatus.Withdrawn)
        {
            return TrainingErrors.RecordWithdrawn;
        }

        if (because.Length == 0)
        {
            return TrainingErrors.ReasonMissing;
        }

        if (because.Length > TrainingSession.TextMaximumLength)
        {
            return TrainingErrors.TooLong("Reason", "reason", TrainingSession.TextMaximumLength);
        }

        TakeBack(because, by, at);
        // The right one may be of the same day.
        Occasion = string.Create(CultureInfo.InvariantCulture, $"{Occasion} withdrawn {Id}");
        return Result.Done;
    }

    /// <summary>Whether this person may see the record and its certificate: the person themselves, senior leaders and administrators.</summary>
    public bool MayBeSeenBy(Actor person) => person.Is(PersonId) || !TrainingCourse.CheckMayKeep(person).IsRefused;

    /// <summary>Attaches a certificate, in place of the earlier one if there is one.</summary>
    /// <param name="file">The new file.</param>
    /// <param name="by">The person themselves, a senior leader or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result AttachCertificate(StoredFile file, Actor by, DateTime at)
    {
        if (CheckMayChangeCertificate(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var replaced = Certificate;
        replaced?.Remove(by, at);
        Certificate = file;
        Record(new CertificateAttached(replaced?.InWords, file.InWords, by, at));
        return Result.Done;
    }

    /// <summary>Takes the certificate away.</summary>
    public Result RemoveCertificate(string? reason, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (CheckMayChangeCertificate(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Certificate is not { } file)
        {
            return TrainingErrors.NoCertificate;
        }

        if (because.Length == 0)
        {
            return TrainingErrors.ReasonMissing;
        }

        if (because.Length > TrainingSession.TextMaximumLength)
        {
            return TrainingErrors.TooLong("Reason", "reason", TrainingSession.TextMaximumLength);
        }

        file.Remove(by, at);
        (Certificate, CertificateId) = (null, null);
        Record(new CertificateRemoved(file.InWords, because, by, at));
        return Result.Done;
    }

    /// <summary>Reminds the person that the training runs out, once for each step of the schedule.</summary>
    /// <param name="course">The course: of an ended one nobody is reminded.</param>
    /// <param name="attendances">Every attendance of this person and course that stands: only the one that lasts longest is reminded of.</param>
    /// <param name="person">The person: only somebody active is reminded.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="by">The portal.</param>
    /// <param name="at">When, UTC.</param>
    public Result Remind(
        TrainingCourse course, IEnumerable<CourseAttendance> attendances, DirectoryPerson person, WorkingCalendar calendar, Actor by, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        if (Status != TrainingRecordStatus.Stands
            || course.Status != CourseStatus.Open
            || !person.IsActive
            || person.LeavingDate < today
            || ValidUntil is not { } until
            || TrainingStanding.LastsLongest(attendances) is not { } longest
            || longest.RecordId != Id
            || ReminderSchedule.DueStep(until, LastReminderStep, weeklyAfterwards: false, calendar, at) is not { } step)
        {
            return TrainingErrors.NotDueForReminder;
        }

        LastReminderStep = step;
        Record(new TrainingReminderGiven(until.DayNumber - today.DayNumber, by, at));
        return Result.Done;
    }

    internal static TrainingRecord OfSession(TrainingSession session, TrainingCourse course, int personId, Actor by, DateTime at) =>
        New(course, personId, session.Id, session.Reference, session.Kind, session.Provider, session.Date, by, at);

    /// <summary>Whether a full session before that day stands among the records.</summary>
    internal static bool HasFullBefore(DateOnly date, IEnumerable<TrainingRecord> records) =>
        records.Any(record => record.Status == TrainingRecordStatus.Stands && record.Kind == SessionKind.Full && record.AttendedOn < date);

    internal void TakeBack(string reason, Actor by, DateTime at)
    {
        Status = TrainingRecordStatus.Withdrawn;
        Record(new TrainingRecordWithdrawn(reason, by, at));
    }

    internal void Reinstate(Actor by, DateTime at)
    {
        Status = TrainingRecordStatus.Stands;
        Record(new TrainingRecordReinstated(by, at));
    }

    private static TrainingRecord New(
        TrainingCourse course, int personId, int? sessionId, string occasion, SessionKind kind, string provider, DateOnly date, Actor by, DateTime at)
    {
        var until = course.ValidUntil(date);
        var record = new TrainingRecord
        {
            PersonId = personId,
            CourseId = course.Id,
            SessionId = sessionId,
            Occasion = occasion,
            Kind = kind,
            Provider = provider,
            AttendedOn = date,
            ValidUntil = until,
            Status = TrainingRecordStatus.Stands,
            RecordedAt = at,
            // Recorded late, it does not begin with reminders whose day has gone by.
            LastReminderStep = until is { } end ? ReminderSchedule.StepToBeginWith(end, LondonTime.DateOf(at)) : 0,
        };
        record.Record(new TrainingRecorded(course.Title, date, until, by, at));
        return record;
    }

    private Result CheckMayChangeCertificate(Actor by)
    {
        if (!MayBeSeenBy(by))
        {
            return TrainingErrors.CertificateNotYours;
        }

        return Status == TrainingRecordStatus.Withdrawn ? TrainingErrors.RecordWithdrawn : Result.Done;
    }
}
