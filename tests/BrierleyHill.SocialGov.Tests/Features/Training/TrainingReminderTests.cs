using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Training;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Training;

/// <summary>Reminders before training runs out, with a clock that is moved: each once, whatever happens to the portal meanwhile.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-2")]
public sealed class TrainingReminderTests : IAsyncLifetime
{
    private PortalServices _portal = null!;
    private int _personId;
    private int _courseId;

    private static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        services.AddFiles();
        services.AddTraining();
    }

    public async Task InitializeAsync()
    {
        _portal = await PortalServices.StartAsync(also: Register);
        _personId = await _portal.AddPersonAsync("Aisha");
        _courseId = await _portal.ReadAsync(async database =>
        {
            var course = Trainings.Course(months: 24);
            database.TrainingCourses.Add(course);
            await database.SaveChangesAsync();
            return course.Id;
        });
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    // Runs out so many days after 10 March 2026, a Tuesday.
    private Task<int> RecordAsync(int runsOutIn, int? courseId = null) => _portal.ReadAsync(async database =>
    {
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var course = await database.TrainingCourses.SingleAsync(its => its.Id == (courseId ?? _courseId));
        var on = Trainings.Today.AddDays(runsOutIn).AddMonths(-24);
        var record = TrainingRecord.TakenElsewhere(
            course, _personId, new TrainingElsewhere(on, "A provider", SessionKind.Full), [], directory, Trainings.Keeper, _portal.Clock.GetUtcNow().UtcDateTime).Value;
        database.TrainingRecords.Add(record);
        await database.SaveChangesAsync();
        return record.Id;
    });

    private async Task<int> OnDayAsync(int day, PortalServices? portal = null)
    {
        _portal.Clock.SetUtcNow(PortalServices.Start.AddDays(day));
        return await (portal ?? _portal).RunAsync<RemindOfTraining>();
    }

    private Task<(int Notifications, int Emails)> ToldAsync() => _portal.ReadAsync(async database =>
        (await database.Notifications.CountAsync(told => told.PersonId == _personId), await database.OutgoingEmails.CountAsync(email => email.PersonId == _personId)));

    [Fact]
    public async Task Each_reminder_goes_once_to_the_portal_and_by_e_mail_without_saying_what_or_when()
    {
        await RecordAsync(62);
        var reminded = new List<int>();
        for (var day = 0; day < 80; day++)
        {
            // The job runs every quarter of an hour.
            if (await OnDayAsync(day) + await OnDayAsync(day) > 0)
            {
                reminded.Add(day);
            }
        }

        // 60 days before is Thursday, 30 days before Saturday (so Monday), 7 days before Monday 4 May, a bank holiday (so Tuesday).
        Assert.Equal([2, 34, 56], reminded);
        Assert.Equal((3, 3), await ToldAsync());
        await _portal.DoAsync(async database =>
        {
            var told = await database.Notifications.AsNoTracking().OrderBy(one => one.Id).FirstAsync();
            Assert.Equal(("Your training “Safe accounts” runs out on 11 May 2026.", "/training/mine"), (told.Text, told.Path));
            Assert.All(await database.OutgoingEmails.AsNoTracking().ToListAsync(), email =>
            {
                Assert.DoesNotContain("Safe accounts", email.Subject, StringComparison.Ordinal);
                Assert.DoesNotContain("2026", email.Subject, StringComparison.Ordinal);
            });
            Assert.Equal(3, await database.AuditEvents.CountAsync(line => line.Name == nameof(TrainingReminderGiven)));
        });
    }

    [Theory]
    [InlineData(1, 9, 1)]
    [InlineData(1, 41, 1)]
    [InlineData(28, 35, 1)]
    [InlineData(50, 57, 1)]
    [InlineData(50, 62, 1)]
    [InlineData(50, 63, 0)]
    public async Task After_a_downtime_one_reminder_is_given_and_none_once_it_ran_out(int lastRun, int nextRun, int reminders)
    {
        await RecordAsync(62);
        for (var day = 0; day <= lastRun; day++)
        {
            await OnDayAsync(day);
        }

        var before = await ToldAsync();
        Assert.Equal(reminders, await OnDayAsync(nextRun));
        Assert.Equal(before.Notifications + reminders, (await ToldAsync()).Notifications);
        Assert.Equal(0, await OnDayAsync(nextRun));
    }

    [Fact]
    public async Task Two_portals_on_one_database_at_once_remind_once()
    {
        for (var course = 0; course < 8; course++)
        {
            var id = await _portal.ReadAsync(async database =>
            {
                var another = Trainings.Course(months: 24, needed: course % 2 == 0);
                database.TrainingCourses.Add(another);
                await database.SaveChangesAsync();
                return another.Id;
            });
            await RecordAsync(62, id);
        }

        await using var second = await PortalServices.StartAsync(also: Register, beside: _portal);
        _portal.Clock.SetUtcNow(PortalServices.Start.AddDays(2));

        var reminded = await Task.WhenAll(
            Task.Run(() => _portal.RunAsync<RemindOfTraining>()), Task.Run(() => second.RunAsync<RemindOfTraining>()));

        Assert.Equal(8, reminded.Sum());
        Assert.Equal((8, 8), await ToldAsync());
    }

    [Fact]
    public async Task Training_that_was_renewed_meanwhile_is_not_reminded_of_any_more()
    {
        await RecordAsync(62);
        Assert.Equal(1, await OnDayAsync(2));
        var renewed = await RecordAsync(700);

        Assert.Equal(0, await OnDayAsync(34));
        Assert.Equal(0, await OnDayAsync(56));

        // The renewal was a mistake: the older one lasts longest again, and its next reminder is given.
        await _portal.DoAsync(async database =>
        {
            var record = await database.TrainingRecords.SingleAsync(its => its.Id == renewed);
            Assert.False(record.Withdraw("Wrong person.", Trainings.Keeper, _portal.Clock.GetUtcNow().UtcDateTime).IsRefused);
            await database.SaveChangesAsync();
        });
        Assert.Equal(1, await OnDayAsync(57));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_an_ended_course_at_night_or_who_was_deactivated()
    {
        await RecordAsync(62);
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 12, 7, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, await _portal.RunAsync<RemindOfTraining>());

        await ChangeAsync(database => database.TrainingCourses.SingleAsync(its => its.Id == _courseId), course => course.End(Trainings.Keeper, Trainings.At));
        Assert.Equal(0, await OnDayAsync(2));
        await ChangeAsync(database => database.TrainingCourses.SingleAsync(its => its.Id == _courseId), course => course.Reopen(Trainings.Keeper, Trainings.At));

        await ChangeAsync(database => database.People.SingleAsync(its => its.Id == _personId), person => person.Deactivate("Left.", 1, PeopleActors.CommandLine, Trainings.At));
        Assert.Equal(0, await OnDayAsync(3));
        Assert.Equal((0, 0), await ToldAsync());
    }

    private Task ChangeAsync<T>(Func<SocialGovDbContext, Task<T>> find, Func<T, Result> change) => _portal.DoAsync(async database =>
    {
        Assert.False(change(await find(database)).IsRefused);
        await database.SaveChangesAsync();
    });
}
