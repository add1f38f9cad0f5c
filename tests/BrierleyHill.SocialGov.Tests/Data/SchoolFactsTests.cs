using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Data;

/// <summary>What requests share is never older than the request.</summary>
public sealed class SchoolFactsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Two_instances_on_one_database_see_each_others_changes_from_the_next_request_on()
    {
        var person = await portal.AddPersonAsync(surname: "Hallowsby");
        var (here, there) = (new SchoolFacts(), new SchoolFacts());
        Assert.Equal("Hallowsby", await SurnameAsync(here, person.Id));
        Assert.Equal("Hallowsby", await SurnameAsync(there, person.Id));

        await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(found.CorrectDetails(
                new PersonDetails(found.Forename, "Thistlewick", found.EmailAddress, found.Affiliation), Support.People.Actor(999, Roles.PortalManager), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        Assert.Equal("Thistlewick", await SurnameAsync(here, person.Id));
        Assert.Equal("Thistlewick", await SurnameAsync(there, person.Id));
    }

    [Fact]
    public async Task What_was_read_is_given_again_while_nothing_changed()
    {
        var facts = new SchoolFacts();
        Assert.Same(await DirectoryAsync(facts), await DirectoryAsync(facts));
        await portal.UseDatabaseAsync(async database =>
        {
            var person = await database.People.FirstAsync();
            database.Notifications.Add(new Notification(person.Id, "APP-000001", "Something.", "/", portal.Now));
            await database.SaveChangesAsync();
        });
        Assert.Same(await DirectoryAsync(facts), await DirectoryAsync(facts));
        var before = await DirectoryAsync(facts);
        await portal.AddPersonAsync();
        Assert.NotSame(before, await DirectoryAsync(facts));
    }

    [Fact]
    public async Task Whoever_changes_something_reads_it_anew_in_the_same_request()
    {
        var added = await UseAsync(new SchoolFacts(), async database =>
        {
            var before = await database.LoadDirectoryAsync(default);
            var person = Support.People.Active(Roles.None, "Orla", "Fennimore", portal.Now);
            database.People.Add(person);
            await database.SaveChangesAsync();
            Assert.Null(before.Find(person.Id));
            return (await database.LoadDirectoryAsync(default)).Find(person.Id);
        });
        Assert.Equal("Fennimore", added?.Surname);
    }

    [Fact]
    public async Task Without_a_request_nothing_is_kept() => await portal.UseDatabaseAsync(async database =>
        Assert.NotSame(await database.LoadDirectoryAsync(default), await database.LoadDirectoryAsync(default)));

    private async Task<string?> SurnameAsync(SchoolFacts facts, int personId) => (await DirectoryAsync(facts)).Find(personId)?.Surname;

    private Task<PeopleDirectory> DirectoryAsync(SchoolFacts facts) => UseAsync(facts, database => database.LoadDirectoryAsync(default));

    // A request of an instance of the portal that keeps its own facts: it reads the stamp first, as the session does.
    private Task<T> UseAsync<T>(SchoolFacts facts, Func<SocialGovDbContext, Task<T>> use) => portal.UseAsync(async services =>
    {
        var stamp = await services.GetRequiredService<SocialGovDbContext>().SchoolFactsStamps.AsNoTracking().Select(row => row.Stamp).SingleAsync();
        var origin = new RequestOrigin { Facts = facts, FactsStamp = stamp };
        await using var database = (SocialGovDbContext)ActivatorUtilities.CreateInstance(
            services, services.GetRequiredService<SocialGovDbContext>().GetType(), origin, services.GetServices<EventRule>());
        return await use(database);
    });
}
