using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes business cases through the domain's own methods, in every status.</summary>
public static class BusinessCases
{
    /// <summary>Settings that nothing speaks against.</summary>
    public static AgreedSettings CarefulSettings { get; } =
        new(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, FollowersApproved: true, PostsApproved: true, WhoMay.Nobody);

    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = PortalFactory.Start.UtcDateTime;

    /// <summary>The person who writes it.</summary>
    public static Actor Applicant { get; } = new(1, "Person 1", Roles.None);

    /// <summary>A senior leader who has nothing to do with it.</summary>
    public static Actor Leader { get; } = new(9, "Person 9", Roles.SeniorLeader);

    /// <summary>Persons 1 to 15, all active, under names that are part of no account's name.</summary>
    public static PeopleDirectory Directory(params DirectoryPerson[] instead) => new(
    [
        .. Enumerable.Range(1, 15).Where(id => !Array.Exists(instead, person => person.Id == id))
            .Select(id => new DirectoryPerson(id, $"Quillan{(char)('a' + id)}", $"Zephyrson{(char)('a' + id)}", PersonStatus.Active, null)),
        .. instead,
    ]);

    /// <summary>Circumstances in which nothing else speaks against anything: everybody is ready, and the assessment covers it.</summary>
    public static ApplicationCircumstances Circumstances(
        PeopleDirectory? directory = null, ReadinessFacts? readiness = null, ImpactAssessmentStanding? assessment = null) =>
        new(directory ?? Directory(), readiness ?? EverybodyReady, assessment ?? new ImpactAssessmentStanding(1, "Covers this account", CoversSigned: true), At);

    /// <summary>Persons 1 to 40 have acknowledged the policy and are trained.</summary>
    public static ReadinessFacts EverybodyReady { get; } = new(
        [new PublishedPolicy(1, true, At.AddDays(-90))],
        [.. Enumerable.Range(1, 40).Select(id => new AcknowledgedPolicy(id, 1, At.AddDays(-80)))],
        [new NeededCourse(1, "Running an account")],
        [.. Enumerable.Range(1, 40).Select(id => new AttendedCourse(id, 1, new DateOnly(2026, 1, 12), null))]);

    /// <summary>A draft with every answer, whose events are taken.</summary>
    public static AccountApplication Complete(
        Actor? applicant = null, PeopleDirectory? directory = null, int leadId = 2, int deputyId = 3, string name = "Science Club", DateTime? at = null)
    {
        var (by, when) = (applicant ?? Applicant, at ?? At);
        var application = AccountApplication.Start(by, when);
        Answer(application, by, directory ?? Directory(), leadId, deputyId, name, when);
        return application;
    }

    /// <summary>Gives every answer.</summary>
    public static void Answer(AccountApplication application, Actor by, PeopleDirectory directory, int leadId, int deputyId, string name, DateTime at)
    {
        Done(application.AnswerPlatformAndName(Platform.Facebook, "", AccountKind.GroupOrPage, name, "", by, at));
        Done(application.AnswerAim("Families see what pupils find out.", by, at));
        Done(application.AnswerAudience("Parents and carers of Year 3.", "The newsletter.", by, at));
        Done(application.NameAdministrators(leadId, [deputyId], directory, by, at));
        Done(application.AnswerOpenness(Openness.Closed, "Pupils are seen at work.", by, at));
        Done(application.AnswerSettings(CarefulSettings, by, at));
        Done(application.AnswerMessages("The lead answers within a day.", "Complaints go to the office.", by, at));
        Done(application.AnswerPersonalData(processes: false, "", null, [], by, at));
    }

    /// <summary>A complete business case in the given status, whose events are taken.</summary>
    public static AccountApplication In(ApplicationStatus status, PeopleDirectory? directory = null, Actor? applicant = null, DateTime? at = null)
    {
        var (everybody, when, by) = (directory ?? Directory(), at ?? At, applicant ?? Applicant);
        var application = Complete(by, everybody, at: when);
        if (status is not (ApplicationStatus.Draft or ApplicationStatus.Withdrawn))
        {
            Done(application.Submit("", everybody, by, when));
        }

        Done(status switch
        {
            ApplicationStatus.Draft or ApplicationStatus.Submitted => Result.Done,
            ApplicationStatus.ChangesRequested => application.RequestChanges("Say more.", Leader, when),
            ApplicationStatus.Approved => application.Approve(Weighed.Everything, "", everybody, Leader, when),
            ApplicationStatus.Rejected => application.Reject("Not needed.", Leader, when),
            ApplicationStatus.Withdrawn => application.Withdraw("", everybody, by, when),
        });
        Assert.Equal(status, application.Status);
        application.TakeEvents();
        return application;
    }

    /// <summary>Adds a complete business case to the portal's database, in the given status, as its people would have brought it there.</summary>
    /// <returns>Its number.</returns>
    public static Task<int> AddApplicationAsync(
        this PortalFactory portal,
        Person applicant,
        Person lead,
        Person deputy,
        ApplicationStatus status = ApplicationStatus.Submitted,
        Person? leader = null,
        string name = "Science Club",
        Action<AccountApplication, Actor>? also = null) => portal.UseDatabaseAsync(async database =>
    {
        var (by, at) = (applicant.AsActor(), portal.Now);
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var application = AccountApplication.Start(by, at);
        database.Applications.Add(application);
        await database.SaveChangesAsync();
        Answer(application, by, directory, lead.Id, deputy.Id, name, at);
        also?.Invoke(application, by);
        await database.SaveChangesAsync();
        if (status is ApplicationStatus.Draft)
        {
            return application.Id;
        }

        Done(application.Submit("", directory, by, at));
        await database.SaveChangesAsync();
        var decider = leader?.AsActor();
        Done(status switch
        {
            ApplicationStatus.Draft or ApplicationStatus.Submitted => Result.Done,
            ApplicationStatus.ChangesRequested => application.RequestChanges("Say more.", decider!, at),
            ApplicationStatus.Approved => application.Approve(Weighed.Everything, "Review after a year.", directory, decider!, at),
            ApplicationStatus.Rejected => application.Reject("Not needed.", decider!, at),
            ApplicationStatus.Withdrawn => application.Withdraw("", directory, by, at),
        });
        if (status is ApplicationStatus.Approved)
        {
            database.Accounts.Add(SocialMediaAccount.FromApproval(application, decider!, at));
        }

        await database.SaveChangesAsync();
        return application.Id;
    });

    private static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);
}
