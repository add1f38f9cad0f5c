using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes accounts of the register through the domain's own methods, in every status.</summary>
public static class Accounts
{
    public static DateTime At { get; } = BusinessCases.At;

    /// <summary>An administrator by role who has nothing else to do with the account.</summary>
    public static Actor Administrator { get; } = People.Actor(8, Roles.Administrator);

    /// <summary>A senior leader who has nothing else to do with the account.</summary>
    public static Actor Leader { get; } = BusinessCases.Leader;

    /// <summary>Circumstances in which every gate that does not hang on the account itself is open.</summary>
    public static GoingLiveCircumstances Circumstances(
        PeopleDirectory? directory = null, ReadinessFacts? readiness = null, ImpactAssessmentStanding? assessment = null, bool signInDetails = true) =>
        new(directory ?? BusinessCases.Directory(), readiness ?? BusinessCases.EverybodyReady, assessment ?? Settled, signInDetails);

    /// <summary>An assessment that covers the account.</summary>
    public static ImpactAssessmentStanding Settled { get; } = new(1, "It covers this account", CoversSigned: true);

    /// <summary>Everybody is ready but these.</summary>
    public static ReadinessFacts ReadyBut(params int[] notReady) => new(
        [new PublishedPolicy(1, true, At.AddDays(-90))],
        [.. Enumerable.Range(1, 40).Except(notReady).Select(id => new AcknowledgedPolicy(id, 1, At.AddDays(-80)))],
        [new NeededCourse(1, "Running an account")],
        [.. Enumerable.Range(1, 40).Select(id => new AttendedCourse(id, 1, new DateOnly(2026, 1, 12), null))]);

    /// <summary>An account that was just approved; person 2 leads it, person 3 is the deputy.</summary>
    public static SocialMediaAccount Approved(bool learning = false, bool personalData = false)
    {
        var application = BusinessCases.Complete();
        if (learning)
        {
            Done(application.AnswerPlatformAndName(Platform.LearningPlatform, "Seesaw", AccountKind.LearningPlatform, "Science Club", "", BusinessCases.Applicant, At));
        }

        if (personalData)
        {
            Done(application.AnswerPersonalData(true, "Pictures.", null, [], BusinessCases.Applicant, At));
        }

        Done(application.Submit("", BusinessCases.Directory(), BusinessCases.Applicant, At));
        Done(application.Approve(Weighed.Everything, "", BusinessCases.Directory(), Leader, At));
        var account = SocialMediaAccount.FromApproval(application, Leader, At);
        account.TakeEvents();
        return account;
    }

    /// <summary>An account for which all is done that is done on it.</summary>
    public static SocialMediaAccount Prepared(bool learning = false, bool personalData = false)
    {
        var account = Approved(learning, personalData);
        Done(account.RecordAddress(Address(), Administrator, At));
        Done(account.CheckSettings([.. AsAgreed()], Administrator, At));
        if (learning)
        {
            Done(account.RecordAcceptableUse(new DateOnly(2026, 3, 1), Administrator, At));
        }

        account.TakeEvents();
        return account;
    }

    /// <summary>An account in the given status.</summary>
    public static SocialMediaAccount In(AccountStatus status, bool learning = false, bool personalData = false)
    {
        var account = Prepared(learning, personalData);
        if (status is AccountStatus.Active or AccountStatus.Suspended)
        {
            Done(account.GoLive(Circumstances(), Administrator, At));
        }

        Done(status switch
        {
            AccountStatus.AwaitingCreation or AccountStatus.Active => Result.Done,
            AccountStatus.Suspended => account.Suspend("For a time.", Administrator, At),
            AccountStatus.Closed => account.Close("Over.", Administrator, At),
        });
        Assert.Equal(status, account.Status);
        account.TakeEvents();
        return account;
    }

    public static PlatformAddress Address(string name = "scienceclub") => new("@" + name, $"https://www.facebook.com/{name}", $"facebook:{name}");

    /// <summary>Each setting as agreed, but for some.</summary>
    public static IEnumerable<SettingAnswer> AsAgreed(params AccountSetting[] but) =>
        AccountSettings.Each.Except(but).Select(setting => new SettingAnswer(setting, true));

    /// <summary>Direct messages by anybody, where nobody was agreed.</summary>
    public static SettingAnswer Departure(AccountSetting setting = AccountSetting.DirectMessages, string instead = nameof(WhoMay.Anybody), string because = "It cannot be switched off.") =>
        new(setting, false, instead, because);

    /// <summary>Adds an approved account to the portal's database.</summary>
    /// <returns>Its number.</returns>
    public static async Task<int> AddAccountAsync(
        this PortalFactory portal, Person? lead = null, Person? deputy = null, string name = "Science Club", Action<AccountApplication, Actor>? also = null)
    {
        var application = await portal.AddApplicationAsync(
            await portal.AddPersonAsync(),
            lead ?? await portal.AddPersonAsync(),
            deputy ?? await portal.AddPersonAsync(),
            ApplicationStatus.Approved,
            await portal.AddPersonAsync(Roles.SeniorLeader),
            name,
            also);
        return await portal.UseDatabaseAsync(database =>
            database.Accounts.Where(account => account.ApplicationId == application).Select(account => account.Id).SingleAsync());
    }

    /// <summary>The account as it is saved.</summary>
    public static Task<SocialMediaAccount> AccountAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(account => account.Id == id));

    /// <summary>Changes an account as somebody would.</summary>
    public static Task ChangeAccountAsync(this PortalFactory portal, int id, Func<SocialMediaAccount, Result> change) => portal.UseDatabaseAsync(async database =>
    {
        Done(change(await database.Accounts.SingleAsync(account => account.Id == id)));
        await database.SaveChangesAsync();
    });

    /// <summary>Publishes a policy and sets up a course, where there is none yet, and lets these people acknowledge the one and attend the other.</summary>
    public static async Task MakeReadyAsync(this PortalFactory portal, params Person[] people)
    {
        if (!await portal.UseDatabaseAsync(database => database.PolicyVersions.AnyAsync()))
        {
            var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
            await portal.PublishPolicyAsync(leader);
            await portal.UseDatabaseAsync(async database =>
            {
                database.TrainingCourses.Add(TrainingCourse.SetUp(Trainings.Details(months: null), leader.AsActor(), portal.Now).Value);
                await database.SaveChangesAsync();
            });
        }

        await portal.UseDatabaseAsync(async database =>
        {
            var directory = await database.LoadDirectoryAsync(CancellationToken.None);
            var course = await database.TrainingCourses.OrderBy(found => found.Id).FirstAsync();
            var policy = await database.PolicyVersions.SingleAsync(found => found.Status == PolicyStatus.Published);
            foreach (var person in people)
            {
                var training = new TrainingElsewhere(new DateOnly(2026, 3, 2), "A provider", SessionKind.Full);
                database.TrainingRecords.Add(TrainingRecord.TakenElsewhere(course, person.Id, training, [], directory, Trainings.Keeper with { PersonId = person.Id }, portal.Now).Value);
                database.Acknowledgements.Add(Acknowledgement.Give(policy, policy.ContentHash, Confirmed.Everything, person.AsActor(), portal.Now).Value);
            }

            await database.SaveChangesAsync();
        });
    }

    /// <summary>Stores a password of the account.</summary>
    public static Task StorePasswordAsync(this PortalFactory portal, int accountId, Person by) => portal.UseAsync(async services =>
    {
        var (database, cipher) = (services.GetRequiredService<SocialGovDbContext>(), services.GetRequiredService<SecretCipher>());
        var credential = StoredCredential.Create(accountId, "Main sign-in");
        credential.Keep(SecretKind.Password, cipher.Protect(credential.PlaceOf(SecretKind.Password, 1), "Wet-Marble-71-Gander"), by.AsActor(), portal.Now);
        database.Credentials.Add(credential);
        await database.SaveChangesAsync();
        return true;
    });

    /// <summary>An account of two ready people, live.</summary>
    public static async Task<(int Id, Person Lead, Person Deputy)> AddAccountMadeLiveAsync(this PortalFactory portal, string name = "Science Club")
    {
        var (lead, deputy, administrator) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.Administrator));
        var id = await portal.AddAccountAsync(lead, deputy, name);
        await portal.MakeReadyAsync(lead, deputy);
        await portal.StorePasswordAsync(id, lead);
        await portal.ChangeAccountAsync(id, account => account.RecordAddress(
            Address(string.Create(CultureInfo.InvariantCulture, $"account.{id}")), administrator.AsActor(), portal.Now));
        await portal.ChangeAccountAsync(id, account => account.CheckSettings([.. AsAgreed()], administrator.AsActor(), portal.Now));
        await portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync(found => found.Id == id);
            Done(account.GoLive(await database.LoadGoingLiveCircumstancesAsync(account, CancellationToken.None), administrator.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });
        return (id, lead, deputy);
    }

    public static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);
}
