using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Training;

/// <summary>Places, attendance and what a programme covered.</summary>
[Trait("Clause", "STF-2")]
[Trait("Clause", "SLT-1")]
public class TrainingSessionTests
{
    private static readonly TrainingCourse Course = Trainings.Course();

    private static Result<IReadOnlyList<TrainingRecord>> Attend(
        TrainingSession session, TrainingCourse? course = null, IReadOnlyList<TrainingRecord>? records = null, params (int Person, Attendance Said)[] table) =>
        session.RecordAttendance(
            course ?? Course, [.. table.Select(line => new AttendanceEntry(line.Person, line.Said))], records ?? [], Trainings.Directory, Trainings.Keeper, Trainings.At);

    [Theory]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager, false)]
    [InlineData(Roles.None, false)]
    public void Only_senior_leaders_and_administrators_plan_change_cancel_record_and_book_for_others(Roles roles, bool may)
    {
        var by = Support.People.Actor(9, roles);
        Error?[] errors =
        [
            TrainingSession.Plan(Course, Trainings.When(Trainings.Today), by, Trainings.At).Error,
            Trainings.Session().Edit(Trainings.When(Trainings.Today), by, Trainings.At).Error,
            Trainings.Session().Cancel("Ill.", by, Trainings.At).Error,
            Trainings.Session().Book(2, Trainings.Directory, by, Trainings.At).Error,
            Trainings.Session().RecordAttendance(Course, [new AttendanceEntry(2, Attendance.Attended)], [], Trainings.Directory, by, Trainings.At).Error,
            Trainings.Session(Trainings.Course(TrainingAudience.Pupils)).RecordProgramme("Kindness.", 3, by, Trainings.At).Error,
        ];

        Assert.All(errors, error => Assert.Equal(may ? null : TrainingErrors.OnlyKeepers, error));
    }

    [Fact]
    public void What_is_missing_or_out_of_range_is_named()
    {
        var fine = Trainings.When(Trainings.Today);
        (SessionDetails Details, string Code)[] wrong =
        [
            (fine with { Date = null }, "DateMissing"),
            (fine with { Date = new DateOnly(2036, 1, 1) }, "DateAbsurd"),
            (fine with { Provider = " " }, "ProviderMissing"),
            (fine with { Provider = new string('p', TrainingSession.LineMaximumLength + 1) }, "TooLong"),
            (fine with { Place = null }, "PlaceMissing"),
            (fine with { Place = new string('p', TrainingSession.LineMaximumLength + 1) }, "TooLong"),
            (fine with { Capacity = 0 }, "CapacityWrong"),
            (fine with { Capacity = TrainingSession.MostPlaces + 1 }, "CapacityWrong"),
            (fine with { Kind = null }, "KindMissing"),
            (fine with { Kind = (SessionKind)9 }, "KindMissing"),
            (fine with { Material = new string('m', TrainingSession.TextMaximumLength + 1) }, "TooLong"),
        ];

        Assert.All(wrong, one => Assert.Equal("Training." + one.Code, TrainingSession.Plan(Course, one.Details, Trainings.Keeper, Trainings.At).Error?.Code));
        Assert.False(TrainingSession.Plan(Course, fine with { StartTime = null, Capacity = TrainingSession.MostPlaces, Material = null }, Trainings.Keeper, Trainings.At).IsRefused);
    }

    [Fact]
    public void The_last_place_goes_once_and_a_place_given_back_can_be_taken()
    {
        var session = Trainings.Session(capacity: 1);

        Assert.False(session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At).IsRefused);
        Assert.Equal(0, session.PlacesLeft);
        Assert.Equal(TrainingErrors.Full, session.Book(3, Trainings.Directory, Support.People.Actor(3), Trainings.At).Error);
        Assert.Equal(TrainingErrors.AlreadyBooked, session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At).Error);

        Assert.False(session.CancelBooking(2, Trainings.Directory, Trainings.Staff, Trainings.At).IsRefused);
        Assert.Equal(TrainingErrors.NotBooked, session.CancelBooking(2, Trainings.Directory, Trainings.Staff, Trainings.At).Error);
        Assert.False(session.Book(3, Trainings.Directory, Support.People.Actor(3), Trainings.At).IsRefused);
    }

    [Fact]
    public void Every_booking_changes_the_session_itself_so_that_its_version_decides_the_race()
    {
        var session = Trainings.Session();
        session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At);
        Assert.Equal(1, session.ChangeCount);
        session.CancelBooking(2, Trainings.Directory, Trainings.Staff, Trainings.At);
        Assert.Equal(2, session.ChangeCount);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(99)]
    public void Whoever_cannot_sign_in_gets_no_place(int person) =>
        Assert.Equal(TrainingErrors.NotActive, Trainings.Session().Book(person, Trainings.Directory, Trainings.Keeper, Trainings.At).Error);

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "Training.DayGoneBy")]
    public void Places_are_booked_and_given_back_until_the_day_is_over(int days, string? error)
    {
        var session = Trainings.Session(date: Trainings.Today.AddDays(days));

        Assert.Equal(error, session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At).Error?.Code);
        Assert.Equal(error ?? "Training.NotBooked", session.CancelBooking(3, Trainings.Directory, Trainings.Keeper, Trainings.At).Error?.Code);
    }

    [Fact]
    public void There_cannot_be_fewer_places_than_people_booked()
    {
        var session = Trainings.Session(capacity: 3);
        session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At);
        session.Book(3, Trainings.Directory, Trainings.Keeper, Trainings.At);

        Assert.Equal("Training.CapacityBelowBooked", session.Edit(Trainings.When(Trainings.Today, capacity: 1), Trainings.Keeper, Trainings.At).Error?.Code);
        Assert.False(session.Edit(Trainings.When(Trainings.Today, capacity: 2), Trainings.Keeper, Trainings.At).IsRefused);
    }

    [Fact]
    public void A_cancellation_needs_a_reason()
    {
        Assert.Equal(TrainingErrors.ReasonMissing, Trainings.Session().Cancel(" ", Trainings.Keeper, Trainings.At).Error);
        Assert.Equal("Training.TooLong", Trainings.Session().Cancel(new string('r', TrainingSession.TextMaximumLength + 1), Trainings.Keeper, Trainings.At).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public void Whoever_attended_gets_a_record_that_counts_as_long_as_the_course_says_at_that_moment()
    {
        var course = Trainings.Course(months: 12);
        var session = Trainings.Session(course, Trainings.Today.AddDays(-1));

        var records = Attend(session, course, null, (2, Attendance.Attended), (3, Attendance.Absent), (4, Attendance.NotSaid)).Value;
        course.Edit(Trainings.Details(months: 1), Trainings.Keeper, Trainings.At);

        var record = Assert.Single(records);
        Assert.Equal((2, Trainings.Today.AddDays(-1), (DateOnly?)Trainings.Today.AddDays(-1).AddMonths(12)), (record.PersonId, record.AttendedOn, record.ValidUntil));
        Assert.Equal([(2, Attendance.Attended), (3, Attendance.Absent)], session.Bookings.Select(booking => (booking.PersonId, booking.Attendance)));
    }

    [Fact]
    public void Attendance_can_be_recorded_from_the_day_on()
    {
        Assert.Equal(TrainingErrors.NotYetHeld, Attend(Trainings.Session(date: Trainings.Today.AddDays(1)), null, null, (2, Attendance.Attended)).Error);
        Assert.False(Attend(Trainings.Session(), null, null, (2, Attendance.Attended)).IsRefused);
    }

    [Fact]
    public void A_table_with_a_line_that_is_wrong_is_refused_as_a_whole()
    {
        (IReadOnlyList<AttendanceEntry> Table, Error Error)[] wrong =
        [
            ([new(2, Attendance.Attended), new(2, Attendance.Absent)], TrainingErrors.NamedTwice),
            ([new(2, Attendance.Attended), new(99, Attendance.Attended)], TrainingErrors.PersonUnknown),
            ([new(2, Attendance.Attended), new(3, (Attendance)9)], TrainingErrors.AttendanceWrong),
            ([new(2, Attendance.NotSaid)], TrainingErrors.NothingSaid),
            ([], TrainingErrors.NothingSaid),
        ];

        Assert.All(wrong, one =>
        {
            var session = Trainings.Session();
            Assert.Equal(one.Error, session.RecordAttendance(Course, one.Table, [], Trainings.Directory, Trainings.Keeper, Trainings.At).Error);
            Assert.Equal((SessionStatus.Planned, 0, 0), (session.Status, session.Bookings.Count, session.UnsavedEvents.Count));
        });
    }

    [Fact]
    public void A_correction_takes_the_record_back_and_another_lets_it_stand_again()
    {
        var session = Trainings.Session();
        var records = Attend(session, null, null, (2, Attendance.Attended)).Value;
        session.TakeEvents();

        Assert.Empty(Attend(session, null, records, (2, Attendance.Absent)).Value);
        Assert.Equal(TrainingRecordStatus.Withdrawn, records[0].Status);
        Assert.Equal([new Change("Aisha Second", "Attended", "Absent")], Assert.IsType<TrainingAttendanceCorrected>(Assert.Single(session.TakeEvents())).Changes);

        Assert.Empty(Attend(session, null, records, (2, Attendance.Attended)).Value);
        Assert.Equal(TrainingRecordStatus.Stands, records[0].Status);

        session.TakeEvents();
        Assert.Empty(Attend(session, null, records, (2, Attendance.Attended)).Value);
        Assert.Empty(session.UnsavedEvents);
    }

    [Fact]
    public void A_refresher_counts_only_for_somebody_who_attended_a_full_session_before()
    {
        var refresher = Trainings.Session(Course, Trainings.Today, kind: SessionKind.Refresher);
        var refused = Attend(refresher, null, null, (2, Attendance.Attended), (3, Attendance.Absent));
        Assert.StartsWith("Aisha Second has not attended a full session of Safe accounts before 10 March 2026", refused.Error?.Message, StringComparison.Ordinal);

        // A full one of the same day is not before it.
        var sameDay = Attend(Trainings.Session(), null, null, (2, Attendance.Attended)).Value;
        Assert.Equal("Training.RefresherWithoutFull", Attend(refresher, null, sameDay, (2, Attendance.Attended)).Error?.Code);

        var before = Attend(Trainings.Session(date: Trainings.Today.AddDays(-1)), null, null, (2, Attendance.Attended)).Value;
        Assert.Single(Attend(refresher, null, before, (2, Attendance.Attended)).Value);
    }

    [Fact]
    [Trait("Clause", "PUP-1")]
    [Trait("Clause", "PAR-1")]
    public void A_programme_keeps_what_was_covered_and_how_many_came_and_nobodys_name()
    {
        var session = Trainings.Session(Trainings.Course(TrainingAudience.Pupils));

        Assert.Equal(TrainingErrors.CoveredMissing, session.RecordProgramme(" ", 20, Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.NumberWrong, session.RecordProgramme("Kindness.", null, Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.NumberWrong, session.RecordProgramme("Kindness.", -1, Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.NumberWrong, session.RecordProgramme("Kindness.", TrainingSession.MostAttending + 1, Trainings.Keeper, Trainings.At).Error);
        Assert.False(session.RecordProgramme("Kindness.", 0, Trainings.Keeper, Trainings.At).IsRefused);
        Assert.Equal((SessionStatus.Held, "Kindness.", 0), (session.Status, session.WhatWasCovered, session.NumberAttended));
        Assert.Equal(new Change("What was covered", null, "9 characters"), session.UnsavedEvents[0].Changes[0]);
        Assert.Equal(TrainingErrors.NotYetHeld, Trainings.Session(Trainings.Course(TrainingAudience.ParentsAndCarers), Trainings.Today.AddDays(1))
            .RecordProgramme("Kindness.", 5, Trainings.Keeper, Trainings.At).Error);
    }

    [Theory]
    [InlineData(15, 30, "10 March 2026 at 3:30pm")]
    [InlineData(9, 0, "10 March 2026 at 9am")]
    [InlineData(12, 0, "10 March 2026 at midday")]
    public void When_it_is_reads_as_people_write_it(int hour, int minute, string words) =>
        Assert.Equal(words, TrainingSession.InWords(Trainings.Today, new TimeOnly(hour, minute)));
}
