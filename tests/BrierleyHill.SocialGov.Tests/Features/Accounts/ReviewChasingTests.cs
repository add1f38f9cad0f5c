using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>Reviews and verifications are chased: each reminder once, also after a downtime, also by two processes on one database.</summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "ADM-4")]
public class ReviewChasingTests
{
    [Fact]
    public async Task Verifications_go_to_administrators_and_reviews_to_leaders_once_for_each_step()
    {
        await using var portal = new PortalFactory();
        var (lead, leads, poster) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync());
        var (leader, administrator) = (await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.Administrator));
        var account = await portal.AddLiveAccountAsync(lead, leads);
        await portal.AddLiveAccountAsync(status: AccountStatus.AwaitingCreation);
        await portal.AddLiveAccountAsync(status: AccountStatus.Closed);
        await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.Accounts.SingleAsync(saved => saved.Id == account.Id);
            Assert.False(found.Assign(poster.Id, AssignmentRole.Poster, await database.LoadDirectoryAsync(CancellationToken.None), administrator.AsActor(), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        async Task<int> RunAtAsync(int year, int month, int day, int hour = 9, int minute = 0)
        {
            portal.Clock.SetUtcNow(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero));
            return await portal.UseAsync(services => services.GetRequiredService<ReviewChasing>().RunAsync(CancellationToken.None));
        }

        async Task<(int Verification, int Review)> ToldAsync(Person person) => await portal.UseDatabaseAsync(async database => (
            await database.Notifications.CountAsync(told => told.PersonId == person.Id && told.Text.StartsWith("The verification of")),
            await database.Notifications.CountAsync(told => told.PersonId == person.Id && told.Text.StartsWith("The review of"))));

        // Live since 10 March 2026: the verification is due on Sunday 6 September.
        Assert.Equal(0, await RunAtAsync(2026, 7, 7));
        Assert.Equal(0, await RunAtAsync(2026, 7, 8, 6, 59));
        Assert.Equal((1, 0), (await RunAtAsync(2026, 7, 8, 7), await RunAtAsync(2026, 7, 8)));
        Assert.Equal(((1, 0), (1, 0), (1, 0)), (await ToldAsync(lead), await ToldAsync(leads), await ToldAsync(administrator)));
        Assert.Equal(((0, 0), (0, 0)), (await ToldAsync(leader), await ToldAsync(poster)));

        // Down over two steps: the latest alone. 31 August is a bank holiday.
        Assert.Equal(0, await RunAtAsync(2026, 8, 31));
        Assert.Equal((1, 0), (await RunAtAsync(2026, 9, 1), await RunAtAsync(2026, 9, 2)));
        Assert.Equal((1, 0), (await RunAtAsync(2026, 9, 7), await RunAtAsync(2026, 9, 11)));
        Assert.Equal(1, await RunAtAsync(2026, 9, 14));
        Assert.Equal((4, 0), await ToldAsync(administrator));

        // The review is due on 10 March 2027; one of the leaders looks after the account, and is not asked to review it.
        Assert.Equal(2, await RunAtAsync(2027, 1, 11));
        Assert.Equal((0, 1), await ToldAsync(leader));
        Assert.Equal(0, (await ToldAsync(leads)).Review);
        var email = await portal.UseDatabaseAsync(database => database.OutgoingEmails.OrderBy(sent => sent.Id).LastAsync(sent => sent.PersonId == leader.Id));
        Assert.Equal($"{account.Reference}: the review is due soon", email.Subject);
        Assert.DoesNotContain(account.Name, email.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_every_leader_looks_after_the_account_all_of_them_are_told()
    {
        await using var portal = new PortalFactory();
        var (one, other) = (await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.SeniorLeader));
        await portal.AddLiveAccountAsync(one, other);
        await portal.UseDatabaseAsync(database => database.People
            .Where(person => person.Id != one.Id && person.Id != other.Id)
            .ExecuteUpdateAsync(person => person.SetProperty(found => found.Roles, Roles.None)));
        portal.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 11, 9, 0, 0, TimeSpan.Zero));

        await portal.UseAsync(services => services.GetRequiredService<ReviewChasing>().RunAsync(CancellationToken.None));

        Assert.Equal(
            [one.Id, other.Id],
            await portal.UseDatabaseAsync(database => database.Notifications.Where(told => told.Text.StartsWith("The review of")).Select(told => told.PersonId).Order().ToListAsync()));
    }

    [Fact]
    public async Task Two_processes_on_one_database_remind_once()
    {
        await using var one = await PortalServices.StartAsync(also: services => services.AddAccounts());
        await using var other = await PortalServices.StartAsync(also: services => services.AddAccounts(), beside: one);
        await one.AddPersonAsync("Aisha");
        await one.AddPersonAsync("Joan");
        await one.AddPersonAsync("Helen", Roles.SeniorLeader);
        await one.AddPersonAsync("Petra", Roles.Administrator);
        await one.DoAsync(async database =>
        {
            var people = await database.People.OrderBy(person => person.Id).ToListAsync();
            var (at, directory) = (PortalServices.Start.UtcDateTime, await database.LoadDirectoryAsync(CancellationToken.None));
            var application = AccountApplication.Start(people[0].AsActor(), at);
            database.Applications.Add(application);
            BusinessCases.Answer(application, people[0].AsActor(), directory, people[0].Id, people[1].Id, "Science Club", at);
            Assert.False(application.Submit("", directory, people[0].AsActor(), at).IsRefused);
            Assert.False(application.Approve(Weighed.Everything, "", directory, people[2].AsActor(), at).IsRefused);
            await database.SaveChangesAsync();
            var account = SocialMediaAccount.FromApproval(application, people[2].AsActor(), at);
            LiveAccounts.Bring(account, AccountStatus.Active, at);
            database.Accounts.Add(account);
            await database.SaveChangesAsync();
        });
        var due = await one.ReadAsync(database => database.Accounts.Select(account => account.VerificationDueOn).SingleAsync());
        // A Wednesday, long after the verification was due and before anybody is reminded of the review.
        var now = new DateTimeOffset(due!.Value.AddDays(14).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        while (now.DayOfWeek != DayOfWeek.Wednesday)
        {
            now = now.AddDays(1);
        }

        one.Clock.SetUtcNow(now);

        var reminded = await Task.WhenAll(Enumerable.Range(0, 6).Select(place => Task.Run(() => (place % 2 == 0 ? one : other).RunAsync<ReviewChasing>())));

        Assert.Equal(1, reminded.Sum());
        Assert.Equal(3, await one.ReadAsync(database => database.Notifications.CountAsync(told => told.Text.StartsWith("The verification of"))));
        Assert.Equal(1, await one.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == "AccountVerificationReminded")));
    }
}
