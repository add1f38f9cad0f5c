using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Monitoring;

/// <summary>The job asks for each check once: at its slot, over a downtime, over two instances, and not for accounts that are not in use.</summary>
[Trait("Clause", "MON-1")]
public class ExpectChecksTests
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public async Task A_slot_becomes_a_check_with_a_deadline_once_and_not_before_it_comes()
    {
        await using var portal = new PortalFactory();
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        await portal.PlanRotaAsync(account.Id, lead.AsActor(), (Nine, deputy.Id));

        // Planned at ten on Tuesday: not for nine that morning.
        Assert.Equal((0, 0), (await RunAtAsync(portal, 10, 10), await RunAtAsync(portal, 11, 8, 59)));
        Assert.Equal((1, 0), (await RunAtAsync(portal, 11, 9), await RunAtAsync(portal, 11, 9, 30)));

        var check = Assert.Single(await portal.ChecksAsync(account.Id));
        Assert.Equal((CheckStatus.Expected, (int?)deputy.Id, (DutyReason?)DutyReason.OwnSlot), (check.Status, check.OnDutyId, check.OnDutyBecause));
        var deadline = await portal.UseDatabaseAsync(database => database.Deadlines.AsNoTracking().SingleAsync());
        Assert.Equal((DeadlineSubject.MonitoringCheck, check.Id, check.Reference), (deadline.Subject, deadline.SubjectId, deadline.SubjectReference));
        Assert.Equal((check.SlotAt, check.SlotAt!.Value.AddHours(2), check.SlotAt.Value.AddHours(4)), (deadline.DueSoonAt, deadline.DueAt, deadline.EscalatesAt));
    }

    [Fact]
    public async Task After_a_downtime_three_days_are_on_record_and_the_last_slot_alone_is_asked_for()
    {
        await using var portal = new PortalFactory();
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        await portal.PlanRotaAsync(account.Id, lead.AsActor(), (Nine, lead.Id));

        // A week later, at half past nine: 15, 16 and 17 March, and of 18 March that morning.
        Assert.Equal(3, await RunAtAsync(portal, 18, 9, 30));

        var checks = await portal.ChecksAsync(account.Id);
        Assert.Equal([16, 17, 18], checks.Select(check => check.SlotAt!.Value.Day));
        Assert.Equal([CheckStatus.Missed, CheckStatus.Missed, CheckStatus.Expected], checks.Select(check => check.Status));
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Deadlines.CountAsync()));
        Assert.Equal(0, await RunAtAsync(portal, 18, 9, 32));
    }

    [Theory]
    [InlineData(AccountStatus.Suspended)]
    [InlineData(AccountStatus.Closed)]
    [InlineData(AccountStatus.AwaitingCreation)]
    public async Task Nobody_is_asked_to_look_at_an_account_that_is_not_in_use(AccountStatus status)
    {
        await using var portal = new PortalFactory();
        var account = await portal.AddLiveAccountAsync();
        var lead = account.Assignments.Single(assignment => assignment.Role == AssignmentRole.LeadAdministrator).PersonId;
        await portal.PlanRotaAsync(account.Id, Rotas.Administrator, (Nine, lead));
        await portal.UseDatabaseAsync(async database =>
        {
            LiveAccounts.Bring(await database.Accounts.SingleAsync(found => found.Id == account.Id), status, portal.Now);
            await database.SaveChangesAsync();
        });

        Assert.Equal(0, await RunAtAsync(portal, 11, 9, 30));
    }

    [Fact]
    public async Task Suspending_calls_off_what_waits_and_nothing_is_asked_for_the_time_in_between()
    {
        await using var portal = new PortalFactory();
        var (id, lead, _) = await portal.AddAccountMadeLiveAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        await portal.PlanRotaAsync(id, lead.AsActor(), (Nine, lead.Id));
        Assert.Equal(1, await RunAtAsync(portal, 11, 9));

        await portal.ChangeAccountAsync(id, account => account.Suspend("A copy of it is about.", leader.AsActor(), portal.Now));

        Assert.Equal(CheckStatus.CalledOff, Assert.Single(await portal.ChecksAsync(id)).Status);
        Assert.NotNull(await portal.UseDatabaseAsync(database => database.Deadlines.Select(deadline => deadline.EndedAt).SingleAsync()));
        Assert.Equal(0, await RunAtAsync(portal, 12, 12));
        await portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync(found => found.Id == id);
            Support.Accounts.Done(account.Resume("It is gone.", await database.LoadGoingLiveCircumstancesAsync(account, CancellationToken.None), leader.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });
        Assert.Equal((0, 1), (await RunAtAsync(portal, 12, 13), await RunAtAsync(portal, 13, 9)));
    }

    [Fact]
    public async Task A_bank_holiday_asks_for_nothing()
    {
        await using var portal = new PortalFactory();
        var lead = await portal.AddPersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 2, 20, 0, 0, TimeSpan.Zero));
        await portal.PlanRotaAsync(account.Id, lead.AsActor(), (Nine, lead.Id));

        // Good Friday, and the Saturday after it.
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 3, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync(portal));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 4, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RunAsync(portal));
    }

    [Fact]
    public async Task Two_instances_on_one_database_ask_for_each_check_once()
    {
        await using var one = await PortalServices.StartAsync(also: services => services.AddMonitoring());
        await using var other = await PortalServices.StartAsync(also: services => services.AddMonitoring(), beside: one);
        foreach (var (name, roles) in new[] { ("Aisha", Roles.None), ("Joan", Roles.None), ("Helen", Roles.SeniorLeader) })
        {
            await one.AddPersonAsync(name, roles);
        }

        await one.DoAsync(async database =>
        {
            var people = await database.People.OrderBy(person => person.Id).ToListAsync();
            var (at, directory) = (PortalServices.Start.UtcDateTime, await database.LoadDirectoryAsync(CancellationToken.None));
            foreach (var name in new[] { "Science Club", "Choir", "Chess Club" })
            {
                var application = AccountApplication.Start(people[0].AsActor(), at);
                database.Applications.Add(application);
                BusinessCases.Answer(application, people[0].AsActor(), directory, people[0].Id, people[1].Id, name, at);
                Support.Accounts.Done(application.Submit("", directory, people[0].AsActor(), at));
                Support.Accounts.Done(application.Approve(Weighed.Everything, "", directory, people[2].AsActor(), at));
                await database.SaveChangesAsync();
                var account = SocialMediaAccount.FromApproval(application, people[2].AsActor(), at);
                LiveAccounts.Bring(account, AccountStatus.Active, at);
                database.Accounts.Add(account);
                await database.SaveChangesAsync();
                database.MonitoringRotas.Add(MonitoringRota.Plan(
                    MonitoredAccount.Of(account, directory), Rotas.Plan(Rotas.Line(Nine, people[0].Id)), people[0].AsActor(), at).Value);
                await database.SaveChangesAsync();
            }
        });
        one.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 12, 9, 5, 0, TimeSpan.Zero));

        var created = await Task.WhenAll(Enumerable.Range(0, 6).Select(place => Task.Run(() => (place % 2 == 0 ? one : other).RunAsync<ExpectChecks>())));

        // Of each account Wednesday's, which is missed, and Thursday's.
        Assert.Equal(6, created.Sum());
        Assert.Equal(6, await one.ReadAsync(database => database.MonitoringChecks.CountAsync()));
        Assert.Equal(3, await one.ReadAsync(database => database.Deadlines.CountAsync()));
        Assert.Equal(3, await one.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(MonitoringCheckExpected))));
    }

    internal static Task<int> RunAtAsync(PortalFactory portal, int day, int hour, int minute = 0)
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, day, hour, minute, 0, TimeSpan.Zero));
        return RunAsync(portal);
    }

    internal static Task<int> RunAsync(PortalFactory portal) =>
        portal.UseAsync(services => services.GetRequiredService<ExpectChecks>().RunAsync(CancellationToken.None));
}
