using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Reminds people 60, 30 and 7 days before their training runs out, each time once (SLT-7, STF-2).</summary>
public sealed class RemindOfTraining(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Training reminders";

    /// <inheritdoc />
    public override string Description => "Reminds people 60, 30 and 7 days before their training runs out.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        if (!ReminderSchedule.IsTimeToRemind(calendar, now))
        {
            return 0;
        }

        var today = LondonTime.DateOf(now);
        var last = today.AddDays(ReminderSchedule.DaysBefore[0]);
        var candidates = await database.TrainingRecords.AsNoTracking()
            .Where(record => record.Status == TrainingRecordStatus.Stands && record.ValidUntil >= today && record.ValidUntil <= last)
            .Where(record => record.LastReminderStep < ReminderSchedule.DaysBefore.Count)
            .OrderBy(record => record.Id)
            .Select(record => record.Id)
            .ToListAsync(cancellationToken);
        var reminded = 0;
        foreach (var id in candidates)
        {
            database.ChangeTracker.Clear();
            // Read one by one: what was renewed a moment ago is not reminded of, and of two portals the record's version lets one through.
            if (await database.TrainingRecords.FindAsync([id], cancellationToken) is not { } record)
            {
                continue;
            }

            var course = await database.TrainingCourses.AsNoTracking().SingleAsync(its => its.Id == record.CourseId, cancellationToken);
            var person = await database.People.AsNoTracking()
                .Where(its => its.Id == record.PersonId)
                .Select(its => new DirectoryPerson(its.Id, its.Forename, its.Surname, its.Status, its.LeavingDate))
                .SingleAsync(cancellationToken);
            var (personId, courseId) = (record.PersonId, record.CourseId);
            var attendances = await database.LoadAttendancesAsync(its => its.PersonId == personId && its.CourseId == courseId, cancellationToken);
            if (!record.Remind(course, attendances, person, calendar, Actor.Portal(Name), now).IsRefused
                && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                reminded++;
            }
        }

        return reminded;
    }
}
