using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Training;

/// <summary>That a person was trained: elsewhere, with a certificate, and the reminders before it runs out.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-2")]
public class TrainingRecordTests
{
    private static readonly TrainingCourse Course = Trainings.Course(months: 24);
    private static readonly Actor Portal = Actor.Portal("Training reminders");
    private static readonly DirectoryPerson Somebody = Trainings.Directory.Find(2)!;

    private static Result<TrainingRecord> Elsewhere(
        DateOnly? on, SessionKind? kind = SessionKind.Full, string? provider = "Another school", TrainingCourse? course = null, Actor? by = null, int person = 2, params TrainingRecord[] records) =>
        TrainingRecord.TakenElsewhere(course ?? Course, person, new TrainingElsewhere(on, provider, kind), records, Trainings.Directory, by ?? Trainings.Keeper, Trainings.At);

    // Runs out so many days from today.
    private static TrainingRecord RunsOutIn(int days)
    {
        var record = Elsewhere(Trainings.Today.AddDays(days).AddMonths(-24)).Value;
        record.TakeEvents();
        return record;
    }

    private static StoredFile File(int person = 2) =>
        StoredFile.Add(FilePurpose.TrainingCertificate, new string('a', 32), "a.pdf", FileType.Pdf, 10, new string('b', 64), Support.People.Actor(person), Trainings.At);

    private static Result Remind(TrainingRecord record, int daysLater, DirectoryPerson? person = null, TrainingCourse? course = null, params CourseAttendance[] also) => record.Remind(
        course ?? Course, [record.AsAttendance(), .. also], person ?? Somebody, WorkingCalendar.EnglandAndWales, Portal, Trainings.At.AddDays(daysLater));

    [Fact]
    public void Training_elsewhere_is_checked_like_a_session()
    {
        var yesterday = Trainings.Today.AddDays(-1);
        Assert.Equal(TrainingErrors.OnlyKeepers, Elsewhere(yesterday, by: Trainings.Staff).Error);
        Assert.Equal(TrainingErrors.DateMissing, Elsewhere(null).Error);
        Assert.Equal(TrainingErrors.ElsewhereAhead, Elsewhere(Trainings.Today.AddDays(1)).Error);
        Assert.Equal(TrainingErrors.DateAbsurd, Elsewhere(Trainings.Today.AddYears(-6)).Error);
        Assert.Equal(TrainingErrors.ProviderMissing, Elsewhere(yesterday, provider: " ").Error);
        Assert.Equal("Training.TooLong", Elsewhere(yesterday, provider: new string('p', 201)).Error?.Code);
        Assert.Equal(TrainingErrors.KindMissing, Elsewhere(yesterday, kind: null).Error);
        Assert.Equal(TrainingErrors.PersonUnknown, Elsewhere(yesterday, person: 99).Error);
        Assert.Equal(TrainingErrors.CourseMissing, Elsewhere(yesterday, course: Trainings.Course(TrainingAudience.Pupils)).Error);
        Assert.Equal("Training.RefresherWithoutFull", Elsewhere(yesterday, SessionKind.Refresher).Error?.Code);
        Assert.False(Elsewhere(Trainings.Today).IsRefused);

        var first = Elsewhere(yesterday).Value;
        Assert.Equal(TrainingErrors.AlreadyRecorded, Elsewhere(yesterday, records: first).Error);
        Assert.False(Elsewhere(Trainings.Today, SessionKind.Refresher, records: first).IsRefused);
    }

    [Fact]
    public void A_record_made_by_mistake_is_withdrawn_with_a_reason_and_frees_its_day()
    {
        var record = Elsewhere(Trainings.Today).Value;

        Assert.Equal(TrainingErrors.OnlyKeepers, record.Withdraw("Wrong.", Trainings.Staff, Trainings.At).Error);
        Assert.Equal(TrainingErrors.ReasonMissing, record.Withdraw(" ", Trainings.Keeper, Trainings.At).Error);
        Assert.False(record.Withdraw("Wrong.", Trainings.Keeper, Trainings.At).IsRefused);
        Assert.Equal(TrainingErrors.RecordWithdrawn, record.Withdraw("Again.", Trainings.Keeper, Trainings.At).Error);
        var second = Elsewhere(Trainings.Today, records: record).Value;
        Assert.NotEqual(record.Occasion, second.Occasion);
        Assert.True(record.Occasion.Length <= TrainingRecord.OccasionMaximumLength);
    }

    [Fact]
    public void The_record_of_a_session_is_corrected_in_its_table_alone()
    {
        var session = Trainings.Session(Course);
        var record = session.RecordAttendance(Course, [new AttendanceEntry(2, Attendance.Attended)], [], Trainings.Directory, Trainings.Keeper, Trainings.At).Value[0];
        // A session that is saved has a number; here it is that it has one at all.
        Assert.False(record.IsElsewhere);
        Assert.Equal(TrainingErrors.RecordOfSession, record.Withdraw("Wrong.", Trainings.Keeper, Trainings.At).Error);
    }

    [Theory]
    [InlineData(2, Roles.None, true)]
    [InlineData(3, Roles.None, false)]
    [InlineData(3, Roles.SeniorLeader, true)]
    [InlineData(3, Roles.Administrator, true)]
    [InlineData(3, Roles.PortalManager, false)]
    [InlineData(3, Roles.DataProtectionOfficer, false)]
    public void The_person_leaders_and_administrators_see_the_record_and_change_its_certificate(int person, Roles roles, bool may)
    {
        var record = Elsewhere(Trainings.Today).Value;
        var by = Support.People.Actor(person, roles);

        Assert.Equal(may, record.MayBeSeenBy(by));
        Assert.Equal(may ? null : TrainingErrors.CertificateNotYours, record.AttachCertificate(File(), by, Trainings.At).Error);
    }

    [Fact]
    public void A_replaced_certificate_and_a_removed_one_are_gone_and_stay_in_the_history()
    {
        var record = Elsewhere(Trainings.Today).Value;
        var (first, second) = (File(), File());
        Assert.Equal(TrainingErrors.NoCertificate, record.RemoveCertificate("Wrong.", Trainings.Staff, Trainings.At).Error);
        record.AttachCertificate(first, Trainings.Staff, Trainings.At);
        record.TakeEvents();

        Assert.False(record.AttachCertificate(second, Trainings.Staff, Trainings.At).IsRefused);
        Assert.Equal((Trainings.At, null, second), (first.RemovedAt, second.RemovedAt, record.Certificate));
        Assert.Equal(TrainingErrors.ReasonMissing, record.RemoveCertificate("", Trainings.Staff, Trainings.At).Error);
        Assert.False(record.RemoveCertificate("Not mine.", Trainings.Staff, Trainings.At).IsRefused);
        Assert.Equal((Trainings.At, null), (second.RemovedAt, record.Certificate));
        Assert.Equal([typeof(CertificateAttached), typeof(CertificateRemoved)], record.UnsavedEvents.Select(happened => happened.GetType()));
        Assert.DoesNotContain(record.UnsavedEvents.SelectMany(happened => happened.Changes), change => $"{change.Before}{change.After}".Contains("a.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_reminder_is_given_once_and_none_after_it_ran_out()
    {
        // Runs out on Wednesday 10 June 2026: 60 days before is Saturday 11 April, 30 days before Monday 11 May, 7 days before Wednesday 3 June.
        var record = RunsOutIn(92);

        var reminded = Enumerable.Range(0, 120).Where(day => !Remind(record, day).IsRefused).Select(day => Trainings.Today.AddDays(day)).ToList();

        Assert.Equal([new DateOnly(2026, 4, 13), new DateOnly(2026, 5, 11), new DateOnly(2026, 6, 3)], reminded);
    }

    [Theory]
    [InlineData(92, 0)]
    [InlineData(60, 1)]
    [InlineData(20, 2)]
    [InlineData(3, 3)]
    [InlineData(-3, 3)]
    public void Recorded_late_it_begins_with_the_next_reminder(int runsOutIn, int step) => Assert.Equal(step, RunsOutIn(runsOutIn).LastReminderStep);

    [Fact]
    public void Nobody_is_reminded_of_what_is_renewed_ended_withdrawn_or_endless_or_who_has_gone()
    {
        const int Day = 80;
        CourseAttendance renewed = new(77, 2, Course.Id, SessionKind.Full, Trainings.Today, Trainings.Today.AddYears(3));
        var ended = Trainings.Course();
        ended.End(Trainings.Keeper, Trainings.At);
        var withdrawn = RunsOutIn(92);
        withdrawn.Withdraw("Wrong.", Trainings.Keeper, Trainings.At);
        Result[] refused =
        [
            Remind(RunsOutIn(92), Day, also: renewed),
            Remind(RunsOutIn(92), Day, course: ended),
            Remind(withdrawn, Day),
            Remind(Elsewhere(Trainings.Today, course: Trainings.Course(months: null)).Value, Day),
            Remind(RunsOutIn(92), Day, Somebody with { Status = PersonStatus.Deactivated }),
            Remind(RunsOutIn(92), Day, Somebody with { Status = PersonStatus.Invited }),
            Remind(RunsOutIn(92), Day, Somebody with { LeavingDate = Trainings.Today.AddDays(Day - 1) }),
        ];

        Assert.All(refused, result => Assert.Equal(TrainingErrors.NotDueForReminder, result.Error));
        Assert.False(Remind(RunsOutIn(92), Day, Somebody with { LeavingDate = Trainings.Today.AddDays(Day) }).IsRefused);
    }
}
