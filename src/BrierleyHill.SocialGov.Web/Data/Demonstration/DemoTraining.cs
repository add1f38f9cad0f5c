using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Training at each stage: most people in date, one whose training runs out in some weeks, one whose training ran out last week, two who
/// never came; sessions planned, held and cancelled; the programmes for pupils and for parents and carers; one certificate.
/// </summary>
internal sealed class DemoTraining(DemoStory story, StoredContent files)
{
    private const int Validity = 24;

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        TellOfNeededCourse();
        TellOfPrivacyCourse();
        TellOfProgrammes();
    }

    private void TellOfNeededCourse()
    {
        var course = SetUp(43, 9, 10, new CourseDetails(
            "Running a school account safely",
            "For everybody who posts, answers or moderates for the school: what the policy asks, consent for pictures, unkind comments, journalists, and what to do when something goes wrong.",
            TrainingAudience.Staff, IsNeededToRunAccounts: true, Validity));

        var summer = Plan(course, 43, 9, 25, "Raman", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(-150)), new TimeOnly(15, 45), "Northfield Learning Partnership", "Library", 20, "", SessionKind.Full));
        RecordAttendance(course, summer, 42, 10, 0, "Raman",
            ["Okafor", "Raman", "Pugh", "Nowak", "Marchetti", "Bright", "Karim", "Forest", "Tandy", "Beech"], ["Adeyemi"]);

        // At another school, and so that they run out soon or have just done so.
        Elsewhere(course, "Whitcombe", story.Today.AddDays(20).AddMonths(-Validity), "Hillcrest Primary School", 42, 10, 30);
        Elsewhere(course, "Bevan", story.Today.AddDays(-7).AddMonths(-Validity), "Northfield Learning Partnership (online)", 42, 10, 40);

        var autumn = Plan(course, 30, 11, 0, "Pugh", new SessionDetails(
            story.DayBefore(15), new TimeOnly(16, 0), "Priya Raman", "Meeting room", 6, "Bring the policy, and one post that you were unsure about.", SessionKind.Full));
        Book(autumn, 28, 12, 20, "Llewellyn", "Llewellyn");
        Book(autumn, 27, 17, 5, "Cartwright", "Cartwright");
        var attended = RecordAttendance(course, autumn, 15, 17, 30, "Raman", ["Llewellyn"], ["Cartwright"]);
        story.Step(story.At(14, 8, 15), async () =>
        {
            var (by, at) = (story.By("Llewellyn"), story.At(14, 8, 15));
            var record = attended.Single(own => own.PersonId == story.Person("Llewellyn").Id);
            var file = DemoStory.Done(await files.KeepAsync(
                DemoFiles.Pdf("Certificate of attendance", "Running a school account safely"), "Certificate running a school account.pdf", FileType.Pdf, FilePurpose.TrainingCertificate, "File", by, at, CancellationToken.None));
            DemoStory.Done(record.AttachCertificate(file, by, at));
        });

        var cancelled = Plan(course, 12, 9, 0, "Pugh", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(5)), new TimeOnly(8, 0), "Northfield Learning Partnership", "Online", null, "", SessionKind.Refresher));
        story.Step(story.At(6, 9, 40), () => DemoStory.Done(cancelled.Session.Cancel("The trainer is away. The session after it takes its place.", story.By("Pugh"), story.At(6, 9, 40))));

        var next = Plan(course, 6, 9, 50, "Pugh", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(14)), new TimeOnly(15, 45), "Northfield Learning Partnership", "Library", 4,
            "Please read the policy beforehand.\nhttps://www.gov.uk/government/publications/keeping-children-safe-in-education--2", SessionKind.Full));
        Book(next, 5, 12, 10, "Bevan", "Bevan");
        Book(next, 4, 9, 30, "Whitcombe", "Whitcombe");
        Book(next, 3, 14, 45, "Adeyemi", "Pugh");
    }

    private void TellOfPrivacyCourse()
    {
        var course = SetUp(40, 13, 0, new CourseDetails(
            "Social media and your own privacy",
            "Privacy settings, what can be found about you, friend requests from parents, and what a disclaimer does.",
            TrainingAudience.Staff, IsNeededToRunAccounts: false, ValidityMonths: null));
        var held = Plan(course, 40, 13, 10, "Okafor", new SessionDetails(
            story.DayBefore(21), new TimeOnly(12, 30), "Helen Marchetti", "Staff room", null, "", SessionKind.Full));
        RecordAttendance(course, held, 21, 15, 0, "Okafor", ["Karim", "Cartwright", "Llewellyn", "Forest"], []);
        Plan(course, 9, 10, 0, "Okafor", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(30)), new TimeOnly(12, 30), "Helen Marchetti", "Staff room", null, "Bring your phone.", SessionKind.Full));

        var blog = SetUp(41, 14, 0, new CourseDetails(
            "Writing for the old school blog", "How to write for the blog that was closed.", TrainingAudience.Staff, IsNeededToRunAccounts: false, ValidityMonths: 12));
        story.Step(story.At(18, 14, 0), () => DemoStory.Done(blog.Course.End(story.By("Raman"), story.At(18, 14, 0))));
    }

    private void TellOfProgrammes()
    {
        var pupils = SetUp(39, 9, 0, new CourseDetails(
            "Staying kind online", "Being kind in messages and comments, what to share and what not, and whom to tell when something is wrong.",
            TrainingAudience.Pupils, IsNeededToRunAccounts: false, ValidityMonths: null));
        Programme(pupils, 25, "Aisha Karim", "Hall", "Kind and unkind comments, in small plays. How to block and report, and that telling an adult is always right.", 58);
        Programme(pupils, 11, "Rhys Bevan", "Year 6 classroom", "Why platforms have age limits, and what a picture tells about its maker.", 31);
        Plan(pupils, 4, 9, 0, "Raman", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(21)), new TimeOnly(9, 15), "Aisha Karim", "Hall", null, "", SessionKind.Full));

        var parents = SetUp(38, 9, 0, new CourseDetails(
            "Your child and social media", "An evening for parents and carers: age limits, settings at home, and how to behave on the class’s learning platform.",
            TrainingAudience.ParentsAndCarers, IsNeededToRunAccounts: false, ValidityMonths: null));
        Programme(parents, 10, "Margaret Okafor", "Hall", "Age limits and settings, the school’s accounts, acceptable use of the learning platform, and how to raise a worry.", 34);
        Plan(parents, 3, 9, 0, "Okafor", new SessionDetails(
            WorkingDayFrom(story.Today.AddDays(28)), new TimeOnly(18, 30), "Margaret Okafor", "Hall", null, "", SessionKind.Full));
    }

    private MadeCourse SetUp(int daysAgo, int hour, int minute, CourseDetails details)
    {
        var made = new MadeCourse();
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, () =>
        {
            made.Course = DemoStory.Done(TrainingCourse.SetUp(details, story.By("Raman"), at));
            story.Database.TrainingCourses.Add(made.Course);
        });
        return made;
    }

    private MadeSession Plan(MadeCourse course, int daysAgo, int hour, int minute, string by, SessionDetails details)
    {
        var made = new MadeSession();
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, () =>
        {
            made.Session = DemoStory.Done(TrainingSession.Plan(course.Course, details, story.By(by), at));
            story.Database.TrainingSessions.Add(made.Session);
        });
        return made;
    }

    private void Book(MadeSession session, int daysAgo, int hour, int minute, string person, string by)
    {
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, () => DemoStory.Done(session.Session.Book(story.Person(person).Id, story.Directory(), story.By(by), at)));
    }

    // The records are there once the step has been told.
    private List<TrainingRecord> RecordAttendance(
        MadeCourse course, MadeSession session, int daysAgo, int hour, int minute, string by, string[] attended, string[] absent)
    {
        var made = new List<TrainingRecord>();
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, async () =>
        {
            AttendanceEntry[] table =
            [
                .. attended.Select(surname => new AttendanceEntry(story.Person(surname).Id, Attendance.Attended)),
                .. absent.Select(surname => new AttendanceEntry(story.Person(surname).Id, Attendance.Absent)),
            ];
            var records = await story.Database.TrainingRecords.Where(record => record.CourseId == course.Course.Id).ToListAsync();
            made.AddRange(DemoStory.Done(session.Session.RecordAttendance(course.Course, table, records, story.Directory(), story.By(by), at)));
            story.Database.TrainingRecords.AddRange(made);
        });
        return made;
    }

    private void Elsewhere(MadeCourse course, string person, DateOnly on, string provider, int daysAgo, int hour, int minute)
    {
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, () => story.Database.TrainingRecords.Add(DemoStory.Done(TrainingRecord.TakenElsewhere(
            course.Course, story.Person(person).Id, new TrainingElsewhere(on, provider, SessionKind.Full), [], story.Directory(), story.By("Raman"), at))));
    }

    private void Programme(MadeCourse course, int daysAgo, string provider, string place, string covered, int number)
    {
        var session = Plan(course, daysAgo + 6, 10, 0, "Raman", new SessionDetails(
            story.DayBefore(daysAgo), new TimeOnly(13, 30), provider, place, null, "", SessionKind.Full));
        var at = story.At(daysAgo, 16, 10);
        story.Step(at, () => DemoStory.Done(session.Session.RecordProgramme(covered, number, story.By("Raman"), at)));
    }

    private static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!WorkingCalendar.EnglandAndWales.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>A course that later steps go on with. It is there once its own step has been told.</summary>
    private sealed class MadeCourse
    {
        public TrainingCourse Course { get; set; } = null!;
    }

    /// <summary>A session, likewise.</summary>
    private sealed class MadeSession
    {
        public TrainingSession Session { get; set; } = null!;
    }
}
