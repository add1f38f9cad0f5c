using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>A school with one account: a lead and a deputy who will leave, somebody to follow, and those who look after it all.</summary>
internal sealed record HandoverSchool(
    Person Lead, Person Leaver, Person Follower, Person Administrator, Person Leader, Person Manager, int AccountId, string AccountName);

/// <summary>Brings leaving and handing over into a portal's database, as its people would have done.</summary>
internal static class HandoverPages
{
    private static int _accounts;

    /// <summary>Three weeks after the tests' day.</summary>
    public static DateOnly LastDay { get; } = new(2026, 3, 31);

    /// <summary>A school in which everybody is ready.</summary>
    public static async Task<HandoverSchool> HandoverSchoolAsync(this PortalFactory portal)
    {
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var (lead, leaver, follower) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (administrator, manager) = (await portal.AddPersonAsync(Roles.Administrator), await portal.AddPersonAsync(Roles.PortalManager));
        if (!await portal.UseDatabaseAsync(database => database.PolicyVersions.AnyAsync()))
        {
            await portal.PublishPolicyAsync(leader);
            await portal.AddCourseAsync();
        }

        foreach (var person in new[] { lead, leaver, follower, administrator, leader })
        {
            await portal.MakeReadyAsync(person);
        }

        var account = await portal.AddAccountAsync(lead, leaver, leader);
        return new HandoverSchool(lead, leaver, follower, administrator, leader, manager, account.Id, account.Name);
    }

    /// <summary>An account in the register, of its own name.</summary>
    public static async Task<SocialMediaAccount> AddAccountAsync(this PortalFactory portal, Person lead, Person deputy, Person leader)
    {
        var name = $"Club of {string.Concat(Interlocked.Increment(ref _accounts).ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('b' + (digit - '0'))))}";
        var application = await portal.AddApplicationAsync(await portal.AddPersonAsync(), lead, deputy, ApplicationStatus.Approved, leader, name);
        return await portal.UseDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(account => account.ApplicationId == application));
    }

    /// <summary>Records a leaving date as a portal manager does.</summary>
    public static Task RecordLeavingAsync(this PortalFactory portal, Person person, DateOnly? date, Person by) => portal.ChangePersonAsync(
        person, found => found.RecordLeavingDate(date, by.AsActor(), portal.Now));

    /// <summary>Does something to somebody's record and saves it, rules and all.</summary>
    public static Task ChangePersonAsync(this PortalFactory portal, Person person, Func<Person, Result> change) => portal.UseDatabaseAsync(async database =>
    {
        Handovers.Done(change(await database.People.SingleAsync(found => found.Id == person.Id)));
        await database.SaveChangesAsync();
    });

    /// <summary>Does something to an account and saves it, rules and all.</summary>
    public static Task ChangeAccountAsync(this PortalFactory portal, int id, Func<SocialMediaAccount, PeopleDirectory, Result> change) =>
        portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync(found => found.Id == id);
            Handovers.Done(change(account, await database.LoadDirectoryAsync(CancellationToken.None)));
            await database.SaveChangesAsync();
        });

    /// <summary>Does something to a hand-over and saves it, rules and all.</summary>
    public static Task ChangeHandoverAsync(
        this PortalFactory portal, int id, Func<Handover, SocialMediaAccount, HandoverCircumstances, Result> change) => portal.UseDatabaseAsync(async database =>
    {
        var handover = await database.Handovers.SingleAsync(found => found.Id == id);
        var account = await database.Accounts.SingleAsync(found => found.Id == handover.AccountId);
        Handovers.Done(change(handover, account, await database.LoadHandoverCircumstancesAsync(handover, portal.Now, CancellationToken.None)));
        await database.SaveChangesAsync();
    });

    /// <summary>Sees to every step as somebody, so that nothing stands in the way.</summary>
    public static Task SettleAllAsync(this PortalFactory portal, int id, Person by, Person follower) => portal.ChangeHandoverAsync(id, (handover, account, sees) =>
    {
        foreach (var kind in handover.Checklist.Where(step => !step.IsSettled).Select(step => step.Kind))
        {
            if (kind == HandoverStepKind.Successor)
            {
                Handovers.Done(handover.NameSuccessor(follower.Id, AssignmentRole.DeputyAdministrator, account, sees.Directory, by.AsActor(), portal.Now));
            }
            else if (kind.IsTicked())
            {
                Handovers.Done(handover.SettleStep(kind, HandoverStepState.Done, "Looked, and it is so.", account, sees, by.AsActor(), portal.Now));
            }
        }

        return Result.Done;
    });

    /// <summary>The hand-overs because of somebody, oldest first.</summary>
    public static Task<List<Handover>> HandoversOfAsync(this PortalFactory portal, Person leaver) => portal.UseDatabaseAsync(database =>
        database.Handovers.AsNoTracking().Where(handover => handover.LeaverId == leaver.Id).OrderBy(handover => handover.Id).ToListAsync());

    /// <summary>The one open hand-over because of somebody.</summary>
    public static async Task<Handover> OpenHandoverOfAsync(this PortalFactory portal, Person leaver) =>
        Assert.Single(await portal.HandoversOfAsync(leaver), handover => handover.Status == HandoverStatus.Open);

    /// <summary>A school whose deputy will leave, and the hand-over that this opened.</summary>
    public static async Task<(HandoverSchool School, int Id)> HandoverAsync(this PortalFactory portal)
    {
        var school = await portal.HandoverSchoolAsync();
        await portal.RecordLeavingAsync(school.Leaver, LastDay, school.Manager);
        return (school, (await portal.OpenHandoverOfAsync(school.Leaver)).Id);
    }

    /// <summary>The hand-over as it is saved.</summary>
    public static Task<Handover> HandoverAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.Handovers.AsNoTracking().SingleAsync(handover => handover.Id == id));

    /// <summary>Runs a job once.</summary>
    public static Task<int> RunJobAsync<TJob>(this PortalFactory portal)
        where TJob : Job => portal.UseAsync(services => services.GetRequiredService<TJob>().RunAsync(CancellationToken.None));

    /// <summary>The subjects of the e-mails to somebody, oldest first.</summary>
    public static Task<List<string>> SubjectsToAsync(this PortalFactory portal, Person person) => portal.UseDatabaseAsync(database =>
        database.OutgoingEmails.AsNoTracking().Where(mail => mail.PersonId == person.Id).OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync());

    /// <summary>What somebody is told in the portal, oldest first.</summary>
    public static Task<List<string>> ToldAsync(this PortalFactory portal, Person person) => portal.UseDatabaseAsync(database =>
        database.Notifications.AsNoTracking().Where(told => told.PersonId == person.Id).OrderBy(told => told.Id).Select(told => told.Text).ToListAsync());
}
