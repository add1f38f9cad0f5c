using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// Several weeks of a school's life, for the Development environment alone. Everything is done through the records' own methods,
/// in the order and at the times at which people would have done it, so that audit, notifications and waits are what they would be.
/// </summary>
/// <param name="database">The database, empty of people.</param>
/// <param name="hasher">Hashes the password that all demonstration people share.</param>
/// <param name="clock">Now: the story ends today.</param>
public sealed class DemoData(SocialGovDbContext database, IPasswordHasher<SignInAccount> hasher, TimeProvider clock)
{
    /// <summary>What the addresses of demonstration people end in: a domain that can never exist (RFC 2606).</summary>
    public const string AddressEnding = "@brierleyhill.example";

    /// <summary>The password of every demonstration person, shown on the sign-in page in Development.</summary>
    public const string Password = "three random words";

    private readonly Dictionary<string, Person> _people = [];
    private DateOnly _today;

    /// <summary>Fills the database, all or nothing. One that has people in it is left as it is.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        if (await database.People.AnyAsync(cancellationToken))
        {
            return;
        }

        _today = clock.Today();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await AddPeopleAsync(cancellationToken);
        await TellStoryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private async Task AddPeopleAsync(CancellationToken cancellationToken)
    {
        var invited = At(45, 8, 15);
        (string Forename, string Surname, Affiliation Affiliation, Roles Roles)[] people =
        [
            ("Margaret", "Okafor", Affiliation.Employee, Roles.SeniorLeader),
            ("Daniel", "Whitcombe", Affiliation.Employee, Roles.SeniorLeader),
            ("Priya", "Raman", Affiliation.Employee, Roles.SeniorLeader | Roles.Administrator),
            ("Janet", "Pugh", Affiliation.Employee, Roles.PortalManager | Roles.Administrator),
            ("Tomasz", "Nowak", Affiliation.Employee, Roles.Administrator),
            ("Helen", "Marchetti", Affiliation.Contractor, Roles.DataProtectionOfficer),
            ("Owen", "Bright", Affiliation.Contractor, Roles.PortalManager),
            ("Aisha", "Karim", Affiliation.Employee, Roles.None),
            ("Benedict", "Forest", Affiliation.Employee, Roles.None),
            ("Chloe", "Llewellyn", Affiliation.Employee, Roles.None),
            ("Rhys", "Bevan", Affiliation.Employee, Roles.None),
            ("Sandra", "Cartwright", Affiliation.Parent, Roles.None),
            ("Geoffrey", "Tandy", Affiliation.Governor, Roles.None),
            ("Marcus", "Adeyemi", Affiliation.Volunteer, Roles.None),
            ("Laura", "Beech", Affiliation.Employee, Roles.None),
        ];
        foreach (var (forename, surname, affiliation, roles) in people)
        {
            await InviteAsync(forename, surname, affiliation, roles, invited, cancellationToken);
            invited = invited.AddMinutes(4);
        }

        var hash = hasher.HashPassword(new SignInAccount(0), Password);
        var accepted = At(44, 7, 50);
        foreach (var person in _people.Values)
        {
            Done(person.AcceptInvitation(accepted));
            database.Users.Add(new SignInAccount(person.Id) { PasswordHash = hash });
            await database.SaveChangesAsync(cancellationToken);
            accepted = accepted.AddMinutes(17);
        }

        // One who never took up the invitation.
        await InviteAsync("Eleanor", "Fairweather", Affiliation.Volunteer, Roles.None, At(6, 9, 30), cancellationToken);
    }

    private async Task TellStoryAsync(CancellationToken cancellationToken)
    {
        var (head, deputy, office) = (By("Okafor"), By("Whitcombe"), By("Pugh"));

        // Approved at the first go.
        var website = await SubmitAsync("Karim", 40, new Case(
            Platform.Facebook, "", AccountKind.GroupOrPage, "Brierley Hill Primary News", "",
            "To share news, dates and celebrations with families, so that fewer letters go missing. Most of our families read Facebook every day.",
            "Parents and carers, and people who live near the school. Pupils are too young to have accounts.",
            "The newsletter, the school’s website and a poster at the gate.",
            "Karim", ["Pugh"], Openness.Open, "It is news that anybody may read, and grandparents who live far away follow it too.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody),
            "The office looks at comments each working morning and afternoon and answers within a day.",
            "Complaints go to the school office, worries about a child to the safeguarding lead at once.",
            true, "Pictures of groups of pupils with consent on record, without names.", "DPIA 2026/02 Sharing pictures online"), cancellationToken);
        await DecideAsync(website, 38, 16, 5, application => application.Approve(
            Weighed.Everything, "Comments stay approved before they show for the whole of the first term.", Directory(), head, At(38, 16, 5)), head, cancellationToken);

        // Approved after a request for changes.
        var forest = await SubmitAsync("Forest", 33, new Case(
            Platform.Instagram, "", AccountKind.SocialNetworkAccount, "Forest School at Brierley Hill",
            "Forest School is the name of the outdoor learning programme. It was here before I was, and is not named after me.",
            "To show what the children make and find outdoors, so that families talk about it at home.",
            "Families of the classes that take part.",
            "A card in each book bag at the start of the half term.",
            "Forest", ["Nowak"], Openness.Open, "It is easier for families to find.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.FollowersOnly, false, false, WhoMay.FollowersOnly),
            "I answer in the evening.", "Everything is forwarded to me.",
            true, "Pictures of pupils outdoors.", ""), cancellationToken);
        await DecideAsync(forest, 31, 12, 40, application => application.RequestChanges(
            "Please make the account closed and approve followers one by one: these are pictures of children in a small group. Switch tagging off, and name the impact assessment that covers the pictures.",
            deputy, At(31, 12, 40)), deputy, cancellationToken);
        await ResubmitAsync(forest, 29, "Forest", "The account is closed now, followers are approved, tagging is off, and the assessment is named.", (application, by, at) =>
        {
            Done(application.AnswerOpenness(Openness.Closed, "Only families of the classes that take part need to see the pictures.", by, at));
            Done(application.AnswerSettings(new AgreedSettings(WhoMay.FollowersOnly, WhoMay.FollowersOnly, WhoMay.Nobody, true, true, WhoMay.Nobody), by, at));
            Done(application.AnswerMessages(
                "Tomasz Nowak and I look each working day and answer within 24 hours.",
                "Complaints go to the school office, worries about a child to the safeguarding lead at once.", by, at));
            Done(application.AnswerPersonalData(true, "Pictures of small groups of pupils outdoors, without names.", "DPIA 2026/02 Sharing pictures online", by, at));
        }, cancellationToken);
        await DecideAsync(forest, 27, 15, 20, application => application.Approve(
            Weighed.Everything, null, Directory(), head, At(27, 15, 20)), head, cancellationToken);

        // Rejected.
        var videos = await SubmitAsync("Bevan", 26, new Case(
            Platform.TikTok, "", AccountKind.SocialNetworkAccount, "Brierley Hill Sports Clips", "",
            "To show short clips of matches and sports days.",
            "Pupils and their friends.",
            "Children will share it.",
            "Bevan", ["Llewellyn"], Openness.Open, "So that clips are seen by many people.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Anybody, false, false, WhoMay.Anybody),
            "Whoever sees a comment first.", "Nowhere.",
            true, "Videos of pupils playing.", ""), cancellationToken);
        await DecideAsync(videos, 24, 11, 10, application => application.Reject(
            "The platform is not for children of primary age, and the audience named is pupils. Share the clips on the school’s own page instead, which is closed to strangers’ comments.",
            deputy, At(24, 11, 10)), deputy, cancellationToken);

        // Approved a few days ago: waits for an administrator.
        var learning = await SubmitAsync("Llewellyn", 20, new Case(
            Platform.LearningPlatform, "Seesaw", AccountKind.LearningPlatform, "Year 4 Music Room", "",
            "To let pupils practise at home, send in recordings and hear each other’s pieces.",
            "Pupils of Year 4 and their parents and carers.",
            "A letter home with each family’s own code.",
            "Llewellyn", ["Karim", "Nowak"], Openness.Closed, "Only the class and its families have a reason to be there.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.FollowersOnly, WhoMay.Nobody, true, true, WhoMay.Nobody),
            "I look at new entries every school day before lunch.",
            "Worries about a child go to the safeguarding lead at once.",
            true, "Voices and first names of pupils, seen by the class alone.", "DPIA 2026/05 Learning platforms"), cancellationToken);
        await DecideAsync(learning, 17, 9, 0, application => application.Approve(
            Weighed.Everything, "Tell the families about acceptable use before the first recording is shared.", Directory(), deputy, At(17, 9, 0)), deputy, cancellationToken);

        // Withdrawn by its applicant.
        var fair = await SubmitAsync("Cartwright", 16, new Case(
            Platform.Facebook, "", AccountKind.GroupOrPage, "Friends of Brierley Hill Winter Fair", "",
            "To find helpers and prizes for the winter fair.",
            "Parents, carers and shops nearby.",
            "The newsletter and shop windows.",
            "Cartwright", ["Pugh"], Openness.Open, "Shops nearby can see it too.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody),
            "I answer every evening.", "Anything about school goes to the office.",
            false, "", ""), cancellationToken);
        await DecideAsync(fair, 13, 18, 30, application => application.Withdraw(
            "We will use the school’s own page instead.", Directory(), By("Cartwright"), At(13, 18, 30)), By("Cartwright"), cancellationToken);

        // A colleague left: her access ended, and her name stands in a business case that waits.
        var stem = await SubmitAsync("Adeyemi", 12, new Case(
            Platform.YouTube, "", AccountKind.SocialNetworkAccount, "Brierley Hill Science Club", "",
            "To publish the experiments of the club as short films without pupils in the picture, so that families can try them.",
            "Families, and other schools.",
            "The newsletter, and a talk at the science evening.",
            "Adeyemi", ["Beech", "Raman"], Openness.Open, "The films show hands and apparatus, never faces, and are of use to other schools.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Nobody, false, false, WhoMay.Nobody),
            "The club looks at comments on Mondays and Thursdays.", "To the science lead.",
            true, "Hands and voices of pupils, without names.", ""), cancellationToken);
        var beech = await database.People.SingleAsync(person => person.Surname == "Beech", cancellationToken);
        Done(beech.RecordLeavingDate(DayBefore(5), office, At(8, 10, 0)));
        await database.SaveChangesAsync(cancellationToken);
        Done(stem.Chase(WorkingCalendar.EnglandAndWales, 5, Actor.Portal("Application chasing"), At(7, 8, 15)));
        await database.SaveChangesAsync(cancellationToken);
        Done(beech.Deactivate("Left for a post at another school.", 2, office, At(5, 16, 45)));
        await database.SaveChangesAsync(cancellationToken);

        // Changes asked for; its applicant has it.
        var choir = await SubmitAsync("Llewellyn", 8, new Case(
            Platform.X, "", AccountKind.SocialNetworkAccount, "Brierley Hill Choir", "",
            "To announce concerts.", "Families and people who live nearby.", "Concert programmes.",
            "Llewellyn", ["Raman"], Openness.Open, "Concerts are public.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Nobody, false, false, WhoMay.Anybody),
            "I answer when I can.", "To the office.",
            false, "", ""), cancellationToken);
        await DecideAsync(choir, 6, 13, 15, application => application.RequestChanges(
            "Please say who answers within 24 hours, also in the holidays, and switch direct messages off.", head, At(6, 13, 15)), head, cancellationToken);

        // Changed and submitted again; waits.
        var sport = await SubmitAsync("Bevan", 7, new Case(
            Platform.Bluesky, "", AccountKind.SocialNetworkAccount, "Brierley Hill Sports Results", "",
            "To post results and fixtures.", "Families and other schools.", "The sports notice board.",
            "Bevan", ["Pugh"], Openness.Open, "Other schools look for fixtures.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.FollowersOnly, false, false, WhoMay.Nobody),
            "The PE team answers within a day.", "To the office.",
            false, "", ""), cancellationToken);
        await DecideAsync(sport, 5, 8, 40, application => application.RequestChanges(
            "Switch tagging off, and say what happens to comments at weekends.", deputy, At(5, 8, 40)), deputy, cancellationToken);
        await ResubmitAsync(sport, 3, "Bevan", "Tagging is off. At weekends comments wait for approval until Monday.", (application, by, at) =>
        {
            Done(application.AnswerSettings(new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody), by, at));
            Done(application.AnswerMessages("The PE team answers within a day. Comments at weekends wait for approval until Monday.", "To the office.", by, at));
        }, cancellationToken);

        // Submitted yesterday by a senior leader, who cannot decide it herself.
        await SubmitAsync("Raman", 1, new Case(
            Platform.LinkedIn, "", AccountKind.GroupOrPage, "Brierley Hill Primary Careers", "",
            "To advertise posts and show what it is like to work here.", "Teachers and support staff who look for a post.", "A link in each advertisement.",
            "Raman", ["Pugh"], Openness.Open, "Applicants come from anywhere.",
            new AgreedSettings(WhoMay.Nobody, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Anybody),
            "The office answers within a day.", "Applications go to the office’s mailbox.",
            true, "Names and pictures of colleagues who agreed.", "DPIA 2026/06 Recruitment"), cancellationToken);

        // Being written.
        var draft = AccountApplication.Start(By("Karim"), At(2, 16, 10));
        database.Applications.Add(draft);
        await database.SaveChangesAsync(cancellationToken);
        Done(draft.AnswerPlatformAndName(Platform.LearningPlatform, "ClassDojo", AccountKind.LearningPlatform, "Year 3 Reading Corner", null, By("Karim"), At(2, 16, 14)));
        Done(draft.AnswerAim("To let families see which books the class reads, and to share questions for home.", By("Karim"), At(2, 16, 19)));
        Done(draft.AnswerAudience("Parents and carers of Year 3.", null, By("Karim"), At(2, 16, 22)));
        await database.SaveChangesAsync(cancellationToken);

        // A colleague who will leave at the end of term.
        var leaver = await database.People.SingleAsync(person => person.Surname == "Nowak", cancellationToken);
        Done(leaver.RecordLeavingDate(_today.AddDays(26), office, At(1, 11, 0)));
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<AccountApplication> SubmitAsync(string applicant, int daysAgo, Case answers, CancellationToken cancellationToken)
    {
        var by = By(applicant);
        DateTime Later(int minutes) => At(daysAgo, 15, 40).AddMinutes(minutes);
        var application = AccountApplication.Start(by, Later(0));
        database.Applications.Add(application);
        await database.SaveChangesAsync(cancellationToken);
        var directory = Directory();
        Done(application.AnswerPlatformAndName(answers.Platform, answers.PlatformName, answers.Kind, answers.Name, answers.NameExplanation, by, Later(3)));
        Done(application.AnswerAim(answers.Aim, by, Later(7)));
        Done(application.AnswerAudience(answers.Audience, answers.Promotion, by, Later(10)));
        Done(application.NameAdministrators(_people[answers.Lead].Id, [.. answers.Deputies.Select(deputy => _people[deputy].Id)], directory, by, Later(12)));
        Done(application.AnswerOpenness(answers.Openness, answers.OpennessReason, by, Later(15)));
        Done(application.AnswerSettings(answers.Settings, by, Later(18)));
        Done(application.AnswerMessages(answers.Response, answers.Forwarding, by, Later(22)));
        Done(application.AnswerPersonalData(answers.ProcessesPersonalData, answers.PersonalData, answers.ImpactAssessment, by, Later(26)));
        Done(application.Submit(null, directory, by, Later(28)));
        await database.SaveChangesAsync(cancellationToken);
        return application;
    }

    private async Task ResubmitAsync(
        AccountApplication application, int daysAgo, string applicant, string note, Action<AccountApplication, Actor, DateTime> change, CancellationToken cancellationToken)
    {
        var at = At(daysAgo, 8, 5);
        change(application, By(applicant), at);
        Done(application.Submit(note, Directory(), By(applicant), at.AddMinutes(6)));
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task DecideAsync(
        AccountApplication application, int daysAgo, int hour, int minute, Func<AccountApplication, Result> decide, Actor by, CancellationToken cancellationToken)
    {
        Done(decide(application));
        if (application.Status == ApplicationStatus.Approved)
        {
            database.Accounts.Add(SocialMediaAccount.FromApproval(application, by, At(daysAgo, hour, minute)));
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task InviteAsync(string forename, string surname, Affiliation affiliation, Roles roles, DateTime at, CancellationToken cancellationToken)
    {
        var address = $"{forename}.{surname}".ToLowerInvariant() + AddressEnding;
        var by = _people.TryGetValue("Pugh", out var office) ? office.AsActor() : PeopleActors.CommandLine;
        var person = Person.Invite(new PersonDetails(forename, surname, address, affiliation), roles, by, at).Value;
        database.People.Add(person);
        await database.SaveChangesAsync(cancellationToken);
        if (surname != "Fairweather")
        {
            _people.Add(surname, person);
        }
    }

    private Actor By(string surname) => _people[surname].AsActor();

    private PeopleDirectory Directory() => new(_people.Values.Select(person =>
        new DirectoryPerson(person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate)));

    // So many working days ago: two steps of the story never change places over a weekend or the Christmas holidays.
    private DateOnly DayBefore(int workingDays)
    {
        var day = _today;
        for (var left = workingDays; left > 0; left--)
        {
            do
            {
                day = day.AddDays(-1);
            }
            while (!WorkingCalendar.EnglandAndWales.IsWorkingDay(day));
        }

        return day;
    }

    private DateTime At(int workingDaysAgo, int hour, int minute) =>
        LondonTime.TryToUtc(DayBefore(workingDaysAgo).ToDateTime(new TimeOnly(hour, minute)), out var utc)
            ? utc
            : throw new InvalidOperationException("The story has a time that does not exist.");

    private static void Done(Result result)
    {
        if (result.IsRefused)
        {
            throw new InvalidOperationException($"The demonstration data breaks a rule: {result.Error.Code}.");
        }
    }

    private sealed record Case(
        Platform Platform,
        string PlatformName,
        AccountKind Kind,
        string Name,
        string NameExplanation,
        string Aim,
        string Audience,
        string Promotion,
        string Lead,
        string[] Deputies,
        Openness Openness,
        string OpennessReason,
        AgreedSettings Settings,
        string Response,
        string Forwarding,
        bool ProcessesPersonalData,
        string PersonalData,
        string ImpactAssessment);
}

/// <summary>Whether a start fills an empty database with demonstration data.</summary>
/// <param name="Fill"><c>Demonstration:Fill</c>: on in Development unless switched off, elsewhere never.</param>
public sealed record DemonstrationSettings(bool Fill)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="StartRefusedException">It is on outside Development.</exception>
    public static DemonstrationSettings Read(SettingsReader settings, IHostEnvironment environment)
    {
        var wanted = settings.Flag("Demonstration:Fill", environment.IsDevelopment());
        return wanted && !environment.IsDevelopment()
            ? throw SettingsReader.Wrong("Demonstration:Fill", "true", "false outside Development: demonstration people have a password that everybody knows")
            : new DemonstrationSettings(wanted);
    }
}
