using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Brings training into a portal's database, as a leader would have done.</summary>
internal static class TrainingPages
{
    public static Task<int> AddCourseAsync(this PortalFactory portal, TrainingAudience audience = TrainingAudience.Staff, int? months = 24, string title = "Safe accounts") =>
        portal.UseDatabaseAsync(async database =>
        {
            var course = TrainingCourse.SetUp(Trainings.Details(audience, months, needed: true, title), Trainings.Keeper with { PersonId = null }, portal.Now).Value;
            database.TrainingCourses.Add(course);
            await database.SaveChangesAsync();
            return course.Id;
        });

    public static Task<int> AddSessionAsync(
        this PortalFactory portal, int courseId, int days = 0, int? capacity = null, SessionKind kind = SessionKind.Full, params Person[] booked) =>
        portal.UseDatabaseAsync(async database =>
        {
            var course = await database.TrainingCourses.SingleAsync(its => its.Id == courseId);
            var session = TrainingSession.Plan(course, Trainings.When(Trainings.Today.AddDays(Math.Max(days, 0)), capacity, kind), Keeper, portal.Now).Value;
            var directory = await database.LoadDirectoryAsync(CancellationToken.None);
            foreach (var person in booked)
            {
                Assert.False(session.Book(person.Id, directory, person.AsActor(), portal.Now).IsRefused);
            }

            if (days < 0)
            {
                Assert.False(session.Edit(Trainings.When(Trainings.Today.AddDays(days), capacity, kind), Keeper, portal.Now).IsRefused);
            }

            database.TrainingSessions.Add(session);
            await database.SaveChangesAsync();
            return session.Id;
        });

    public static Task<int> AddRecordAsync(this PortalFactory portal, int courseId, Person person, int daysAgo = 10) => portal.UseDatabaseAsync(async database =>
    {
        var course = await database.TrainingCourses.SingleAsync(its => its.Id == courseId);
        var record = TrainingRecord.TakenElsewhere(
            course, person.Id, new TrainingElsewhere(Trainings.Today.AddDays(-daysAgo), "A provider", SessionKind.Full), [],
            await database.LoadDirectoryAsync(CancellationToken.None), Keeper, portal.Now).Value;
        database.TrainingRecords.Add(record);
        await database.SaveChangesAsync();
        return record.Id;
    });

    public static Task<TrainingSession> SessionAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.TrainingSessions.AsNoTracking().SingleAsync(session => session.Id == id));

    public static Task<TrainingRecord> RecordAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.TrainingRecords.AsNoTracking().Include(record => record.Certificate).SingleAsync(record => record.Id == id));

    // Somebody from before the test, who is in no table.
    private static Actor Keeper { get; } = Trainings.Keeper with { PersonId = null };
}
