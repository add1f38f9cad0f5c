using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>
/// Lifecycle of a session: <c>Planned → Held</c>, <c>Planned → Cancelled</c>. Recording who attended, or what was covered, makes it
/// held; that record can be corrected afterwards.
/// </summary>
public enum SessionStatus
{
    /// <summary>It will take place, or has and nothing was recorded yet.</summary>
    [Display(Name = "Planned")]
    Planned,

    /// <summary>It took place.</summary>
    [Display(Name = "Held")]
    Held,

    /// <summary>It does not take place.</summary>
    [Display(Name = "Cancelled")]
    Cancelled,
}

/// <summary>The whole course, or what keeps it fresh.</summary>
public enum SessionKind
{
    /// <summary>The whole course.</summary>
    [Display(Name = "Full session")]
    Full,

    /// <summary>Counts only for somebody who attended a full session before.</summary>
    [Display(Name = "Refresher", Description = "Counts only for people who have attended a full session of this course before")]
    Refresher,
}

/// <summary>Whether somebody came.</summary>
public enum Attendance
{
    /// <summary>Nobody has said so yet.</summary>
    [Display(Name = "Not said")]
    NotSaid,

    /// <summary>They came.</summary>
    [Display(Name = "Attended")]
    Attended,

    /// <summary>They did not.</summary>
    [Display(Name = "Absent")]
    Absent,
}

/// <summary>Where and when a session is, as it is typed.</summary>
/// <param name="Date">The day, London.</param>
/// <param name="StartTime">When it begins, London, if that is settled.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Place">Where.</param>
/// <param name="Capacity">How many can come; <see langword="null"/> for no limit.</param>
/// <param name="Material">Text and links for those who come.</param>
/// <param name="Kind">The whole course or a refresher. A programme has full sessions alone.</param>
public sealed record SessionDetails(DateOnly? Date, TimeOnly? StartTime, string? Provider, string? Place, int? Capacity, string? Material, SessionKind? Kind);

/// <summary>One line of the attendance table.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Attendance">Whether they came.</param>
public sealed record AttendanceEntry(int PersonId, Attendance Attendance);

/// <summary>Somebody's place on a session, and whether they came.</summary>
public sealed class SessionBooking
{
    private SessionBooking()
    {
    }

    internal SessionBooking(int personId, bool isBooked, DateTime at)
    {
        PersonId = personId;
        IsBooked = isBooked;
        AddedAt = at;
    }

    /// <summary>The number.</summary>
    public int Id { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>Whether a place was booked beforehand; else they were added to the attendance table.</summary>
    public bool IsBooked { get; private set; }

    /// <summary>When it was booked or added, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>Whether they came.</summary>
    public Attendance Attendance { get; internal set; }
}

/// <summary>
/// A session of a course (clauses SLT-1, STF-2, PUP-1, PAR-1). For staff it keeps who is booked and who came; for the programmes for
/// pupils and for parents and carers, what was covered and how many came. Lifecycle: see <see cref="SessionStatus"/>.
/// </summary>
public sealed class TrainingSession : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "SES";

    /// <summary>Longest provider or place, in characters.</summary>
    public const int LineMaximumLength = 200;

    /// <summary>Longest material, account of what was covered, or reason, in characters.</summary>
    public const int TextMaximumLength = 2000;

    /// <summary>The most places that can be offered.</summary>
    public const int MostPlaces = 500;

    /// <summary>The most people that can have come to a session of a programme.</summary>
    public const int MostAttending = 5000;

    /// <summary>How far a session may lie from the day on which it is planned, in years: farther off it is a slip of the keyboard.</summary>
    public const int DateYears = 5;

    private readonly List<SessionBooking> _bookings = [];

    private TrainingSession()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The course.</summary>
    public int CourseId { get; private set; }

    /// <summary>Whom the course is for.</summary>
    public TrainingAudience Audience { get; private set; }

    /// <summary>Where it stands.</summary>
    public SessionStatus Status { get; private set; }

    /// <summary>The whole course or a refresher.</summary>
    public SessionKind Kind { get; private set; }

    /// <summary>The day, London.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>When it begins, London, if that is settled.</summary>
    public TimeOnly? StartTime { get; private set; }

    /// <summary>Who gives it.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Where.</summary>
    public string Place { get; private set; } = "";

    /// <summary>How many can come; <see langword="null"/> for no limit.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Text and links for those who come.</summary>
    public string Material { get; private set; } = "";

    /// <summary>Why it was cancelled.</summary>
    public string CancellationReason { get; private set; } = "";

    /// <summary>What was covered, in a session of a programme.</summary>
    public string WhatWasCovered { get; private set; } = "";

    /// <summary>How many came to a session of a programme.</summary>
    public int? NumberAttended { get; private set; }

    /// <summary>Counts what was done to the session, so that a change of its bookings alone moves its version too: the last place goes once.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>Who is booked or was added.</summary>
    public IReadOnlyList<SessionBooking> Bookings => _bookings;

    /// <summary>How many places are left; <see langword="null"/> for no limit.</summary>
    public int? PlacesLeft => Capacity is { } places ? Math.Max(0, places - _bookings.Count(booking => booking.IsBooked)) : null;

    /// <summary>When it is, in words: "9 March 2026 at 3:30pm".</summary>
    public string WhenInWords => InWords(Date, StartTime);

    /// <summary>When a session is, in words.</summary>
    public static string InWords(DateOnly date, TimeOnly? startTime) => startTime is { } time
        ? $"{LondonTime.DisplayDate(date)} at {TimeInWords(time)}"
        : LondonTime.DisplayDate(date);

    /// <summary>Plans a session.</summary>
    /// <param name="course">The course, which must be open.</param>
    /// <param name="details">Where and when. It may lie in the past: a session is often entered after it was held.</param>
    /// <param name="by">A senior leader or administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<TrainingSession> Plan(TrainingCourse course, SessionDetails details, Actor by, DateTime at)
    {
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (course.Status == CourseStatus.Ended)
        {
            return TrainingErrors.CourseEnded;
        }

        var session = new TrainingSession { CourseId = course.Id, Audience = course.Audience, Status = SessionStatus.Planned };
        if (session.Check(details, at, out var clean) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        session.Record(new TrainingSessionPlanned(session.Take(clean, isNew: true).Changes, by, at));
        return session;
    }

    /// <summary>Changes a planned session.</summary>
    public Result Edit(SessionDetails details, Actor by, DateTime at)
    {
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != SessionStatus.Planned)
        {
            return TrainingErrors.NotPlanned;
        }

        if (Check(details, at, out var clean) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var before = (Date, StartTime, Place);
        var changes = Take(clean, isNew: false);
        if (changes.Any)
        {
            Happened(new TrainingSessionChanged(before != (Date, StartTime, Place), changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Says that it does not take place. Whoever is booked is told.</summary>
    public Result Cancel(string? reason, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != SessionStatus.Planned)
        {
            return TrainingErrors.NotPlanned;
        }

        if (because.Length == 0)
        {
            return TrainingErrors.ReasonMissing;
        }

        if (because.Length > TextMaximumLength)
        {
            return TrainingErrors.TooLong("Reason", "reason", TextMaximumLength);
        }

        (Status, CancellationReason) = (SessionStatus.Cancelled, because);
        Happened(new TrainingSessionCancelled(because, by, at));
        return Result.Done;
    }

    /// <summary>Books a place. Whether the last one is still there is decided by the session's version, so it goes once.</summary>
    /// <param name="personId">For whom: oneself, or anybody where a senior leader or administrator books.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Who books.</param>
    /// <param name="at">When, UTC.</param>
    public Result Book(int personId, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayBookFor(personId, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!directory.IsActive(personId))
        {
            return TrainingErrors.NotActive;
        }

        if (_bookings.Exists(booking => booking.PersonId == personId))
        {
            return TrainingErrors.AlreadyBooked;
        }

        if (PlacesLeft == 0)
        {
            return TrainingErrors.Full;
        }

        _bookings.Add(new SessionBooking(personId, isBooked: true, at));
        Happened(new TrainingPlaceBooked(personId, directory.NameOf(personId), by, at));
        return Result.Done;
    }

    /// <summary>Gives a place back.</summary>
    public Result CancelBooking(int personId, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayBookFor(personId, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (_bookings.Find(booking => booking.PersonId == personId) is not { } booked)
        {
            return TrainingErrors.NotBooked;
        }

        _bookings.Remove(booked);
        Happened(new TrainingBookingCancelled(personId, directory.NameOf(personId), by, at));
        return Result.Done;
    }

    /// <summary>
    /// Records or corrects who came, in one table. Whoever came gets a training record, and whoever is corrected to have been absent
    /// loses it again. All or nothing: one line that is refused refuses the table.
    /// </summary>
    /// <param name="course">The session's course: how long it counts is taken now.</param>
    /// <param name="table">Everybody of whom something is said; whoever is not in it stays as they are.</param>
    /// <param name="records">Every training record of this course of the people in the table, whatever its state.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A senior leader or administrator.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The new training records.</returns>
    public Result<IReadOnlyList<TrainingRecord>> RecordAttendance(
        TrainingCourse course, IReadOnlyList<AttendanceEntry> table, IReadOnlyList<TrainingRecord> records, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayRecord(by, at) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (CheckTable(course, table, records, directory) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var changes = new ChangeList();
        var added = new List<TrainingRecord>();
        foreach (var entry in table)
        {
            var booking = _bookings.Find(known => known.PersonId == entry.PersonId);
            if (booking is null)
            {
                if (entry.Attendance == Attendance.NotSaid)
                {
                    continue;
                }

                booking = new SessionBooking(entry.PersonId, isBooked: false, at);
                _bookings.Add(booking);
            }

            changes.Value(
                directory.NameOf(entry.PersonId),
                booking.Attendance == Attendance.NotSaid ? null : booking.Attendance.InWords(),
                entry.Attendance == Attendance.NotSaid ? null : entry.Attendance.InWords());
            booking.Attendance = entry.Attendance;
            var own = RecordOf(entry.PersonId, records);
            if (entry.Attendance == Attendance.Attended && own is null)
            {
                added.Add(TrainingRecord.OfSession(this, course, entry.PersonId, by, at));
            }
            else if (entry.Attendance == Attendance.Attended && own is { Status: TrainingRecordStatus.Withdrawn })
            {
                own.Reinstate(by, at);
            }
            else if (entry.Attendance != Attendance.Attended && own is { Status: TrainingRecordStatus.Stands })
            {
                own.TakeBack("The attendance was corrected.", by, at);
            }
        }

        var isFirst = Status == SessionStatus.Planned;
        Status = SessionStatus.Held;
        if (isFirst)
        {
            Happened(new TrainingAttendanceRecorded(changes.Changes, by, at));
        }
        else if (changes.Any)
        {
            Happened(new TrainingAttendanceCorrected(changes.Changes, by, at));
        }

        return added;
    }

    /// <summary>Records or corrects what a session of a programme covered and how many came. No child is named.</summary>
    public Result RecordProgramme(string? whatWasCovered, int? numberAttended, Actor by, DateTime at)
    {
        var covered = PlainText.Clean(whatWasCovered);
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Audience == TrainingAudience.Staff)
        {
            return TrainingErrors.ForStaff;
        }

        if (CheckTookPlace(at) is { IsRefused: true } notYet)
        {
            return notYet;
        }

        if (covered.Length == 0)
        {
            return TrainingErrors.CoveredMissing;
        }

        if (covered.Length > TextMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(WhatWasCovered), "account of what was covered", TextMaximumLength);
        }

        if (numberAttended is not { } number || number is < 0 or > MostAttending)
        {
            return TrainingErrors.NumberWrong;
        }

        var changes = new ChangeList()
            .Text("What was covered", WhatWasCovered, covered)
            .Value("How many came", NumberAttended?.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture));
        if (changes.Any)
        {
            (Status, WhatWasCovered, NumberAttended) = (SessionStatus.Held, covered, number);
            Happened(new ProgrammeSessionRecorded(changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Whether this person may book, or give back, this person's place now.</summary>
    public Result CheckMayBookFor(int personId, Actor by, DateTime at)
    {
        if (!by.Is(personId) && TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Audience != TrainingAudience.Staff)
        {
            return TrainingErrors.NotForStaff;
        }

        if (Status != SessionStatus.Planned)
        {
            return TrainingErrors.NotPlanned;
        }

        return LondonTime.DateOf(at) > Date ? TrainingErrors.DayGoneBy : Result.Done;
    }

    private Result CheckMayRecord(Actor by, DateTime at)
    {
        if (TrainingCourse.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Audience != TrainingAudience.Staff ? TrainingErrors.NotForStaff : CheckTookPlace(at);
    }

    private Result CheckTookPlace(DateTime at)
    {
        if (Status == SessionStatus.Cancelled)
        {
            return TrainingErrors.SessionCancelled;
        }

        return LondonTime.DateOf(at) < Date ? TrainingErrors.NotYetHeld : Result.Done;
    }

    private Result CheckTable(
        TrainingCourse course, IReadOnlyList<AttendanceEntry> table, IReadOnlyList<TrainingRecord> records, PeopleDirectory directory)
    {
        if (table.DistinctBy(entry => entry.PersonId).Count() != table.Count)
        {
            return TrainingErrors.NamedTwice;
        }

        if (table.Any(entry => !Enum.IsDefined(entry.Attendance)))
        {
            return TrainingErrors.AttendanceWrong;
        }

        if (table.Any(entry => directory.Find(entry.PersonId) is null))
        {
            return TrainingErrors.PersonUnknown;
        }

        if (Status == SessionStatus.Planned && table.All(entry => entry.Attendance == Attendance.NotSaid))
        {
            return TrainingErrors.NothingSaid;
        }

        foreach (var entry in table.Where(entry => entry.Attendance == Attendance.Attended && Kind == SessionKind.Refresher))
        {
            // What stands already is not put in question by a correction of another line.
            if (RecordOf(entry.PersonId, records) is not { Status: TrainingRecordStatus.Stands }
                && !TrainingRecord.HasFullBefore(Date, records.Where(record => record.PersonId == entry.PersonId)))
            {
                return TrainingErrors.RefresherWithoutFull(directory.NameOf(entry.PersonId), course.Title, Date);
            }
        }

        return Result.Done;
    }

    private TrainingRecord? RecordOf(int personId, IReadOnlyList<TrainingRecord> records) =>
        records.FirstOrDefault(record => record.PersonId == personId && record.SessionId == Id);

    private Result Check(SessionDetails details, DateTime at, out SessionDetails clean)
    {
        clean = details with
        {
            Provider = PlainText.CleanLine(details.Provider),
            Place = PlainText.CleanLine(details.Place),
            Material = PlainText.Clean(details.Material),
            Kind = Audience == TrainingAudience.Staff ? details.Kind : SessionKind.Full,
            // Nobody is booked on a session of a programme.
            Capacity = Audience == TrainingAudience.Staff ? details.Capacity : null,
        };
        if (clean.Date is not { } date)
        {
            return TrainingErrors.DateMissing;
        }

        if (Math.Abs(date.Year - LondonTime.DateOf(at).Year) > DateYears)
        {
            return TrainingErrors.DateAbsurd;
        }

        if (clean.Provider!.Length == 0)
        {
            return TrainingErrors.ProviderMissing;
        }

        if (clean.Provider.Length > LineMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(Provider), "provider", LineMaximumLength);
        }

        if (clean.Place!.Length == 0)
        {
            return TrainingErrors.PlaceMissing;
        }

        if (clean.Place.Length > LineMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(Place), "place", LineMaximumLength);
        }

        if (clean.Capacity is < 1 or > MostPlaces)
        {
            return TrainingErrors.CapacityWrong;
        }

        if (clean.Capacity < _bookings.Count)
        {
            return TrainingErrors.CapacityBelowBooked(_bookings.Count);
        }

        if (clean.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return TrainingErrors.KindMissing;
        }

        return clean.Material!.Length > TextMaximumLength
            ? TrainingErrors.TooLong(nameof(Material), "material", TextMaximumLength)
            : Result.Done;
    }

    private ChangeList Take(SessionDetails clean, bool isNew)
    {
        var changes = new ChangeList()
            .Value("When", isNew ? null : WhenInWords, InWords(clean.Date!.Value, clean.StartTime))
            .Value("Provider", isNew ? null : Provider, clean.Provider)
            .Value("Place", isNew ? null : Place, clean.Place)
            .Value("Places", Capacity?.ToString(CultureInfo.InvariantCulture), clean.Capacity?.ToString(CultureInfo.InvariantCulture))
            .Value("Kind", isNew ? null : Kind.InWords(), clean.Kind!.Value.InWords())
            .Text("Material", Material, clean.Material);
        (Date, StartTime, Provider, Place, Capacity, Material, Kind) =
            (clean.Date.Value, clean.StartTime, clean.Provider!, clean.Place!, clean.Capacity, clean.Material!, clean.Kind.Value);
        return changes;
    }

    private void Happened(DomainEvent happened)
    {
        ChangeCount++;
        Record(happened);
    }

    private static string TimeInWords(TimeOnly time)
    {
        var half = time.Hour < 12 ? "am" : "pm";
        return (time.Hour, time.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            (_, 0) => time.ToString("%h", CultureInfo.InvariantCulture) + half,
            _ => time.ToString("h':'mm", CultureInfo.InvariantCulture) + half,
        };
    }
}
