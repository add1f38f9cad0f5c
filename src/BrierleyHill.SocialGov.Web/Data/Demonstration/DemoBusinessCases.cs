using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Business cases in every state, and the accounts that came of them.</summary>
internal sealed class DemoBusinessCases(DemoStory story)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        // Approved at the first go.
        var website = Submit("Karim", 40, new Case(
            Platform.Facebook, "", AccountKind.GroupOrPage, "Brierley Hill Primary News", "",
            "To share news, dates and celebrations with families, so that fewer letters go missing. Most of our families read Facebook every day.",
            "Parents and carers, and people who live near the school. Pupils are too young to have accounts.",
            "The newsletter, the school’s website and a poster at the gate.",
            "Karim", ["Pugh"], Openness.Open, "It is news that anybody may read, and grandparents who live far away follow it too.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody),
            "The office looks at comments each working morning and afternoon and answers within a day.",
            "Complaints go to the school office, worries about a child to the safeguarding lead at once.",
            true, "Pictures of groups of pupils with consent on record, without names.", "Sharing pictures online"));
        Decide(website, story.At(38, 16, 5), "Okafor", (application, by, at) => application.Approve(
            Weighed.Everything, "Comments stay approved before they show for the whole of the first term.", story.Directory(), by, at));

        // Approved after a request for changes.
        var forest = Submit("Forest", 33, new Case(
            Platform.Instagram, "", AccountKind.SocialNetworkAccount, "Forest School at Brierley Hill",
            "Forest School is the name of the outdoor learning programme. It was here before I was, and is not named after me.",
            "To show what the children make and find outdoors, so that families talk about it at home.",
            "Families of the classes that take part.",
            "A card in each book bag at the start of the half term.",
            "Forest", ["Nowak"], Openness.Open, "It is easier for families to find.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.FollowersOnly, false, false, WhoMay.FollowersOnly),
            "I answer in the evening.", "Everything is forwarded to me.",
            true, "Pictures of pupils outdoors.", ""));
        Decide(forest, story.At(31, 12, 40), "Whitcombe", (application, by, at) => application.RequestChanges(
            "Please make the account closed and approve followers one by one: these are pictures of children in a small group. Switch tagging off, and name the impact assessment that covers the pictures.",
            by, at));
        Resubmit(forest, 29, "Forest", "The account is closed now, followers are approved, tagging is off, and the assessment is named.", (application, by, at) =>
        {
            DemoStory.Done(application.AnswerOpenness(Openness.Closed, "Only families of the classes that take part need to see the pictures.", by, at));
            DemoStory.Done(application.AnswerSettings(new AgreedSettings(WhoMay.FollowersOnly, WhoMay.FollowersOnly, WhoMay.Nobody, true, true, WhoMay.Nobody), by, at));
            DemoStory.Done(application.AnswerMessages(
                "Tomasz Nowak and I look each working day and answer within 24 hours.",
                "Complaints go to the school office, worries about a child to the safeguarding lead at once.", by, at));
            NameAssessment(application, true, "Pictures of small groups of pupils outdoors, without names.", "Sharing pictures online", by, at);
        });
        Decide(forest, story.At(27, 15, 20), "Okafor", (application, by, at) => application.Approve(
            Weighed.Everything, null, story.Directory(), by, at));

        // Rejected.
        var videos = Submit("Bevan", 26, new Case(
            Platform.TikTok, "", AccountKind.SocialNetworkAccount, "Brierley Hill Sports Clips", "",
            "To show short clips of matches and sports days.",
            "Pupils and their friends.",
            "Children will share it.",
            "Bevan", ["Llewellyn"], Openness.Open, "So that clips are seen by many people.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Anybody, false, false, WhoMay.Anybody),
            "Whoever sees a comment first.", "Nowhere.",
            true, "Videos of pupils playing.", ""));
        Decide(videos, story.At(24, 11, 10), "Whitcombe", (application, by, at) => application.Reject(
            "The platform is not for children of primary age, and the audience named is pupils. Share the clips on the school’s own page instead, which is closed to strangers’ comments.",
            by, at));

        // Approved a few days ago: waits for an administrator.
        var learning = Submit("Llewellyn", 20, new Case(
            Platform.LearningPlatform, "Seesaw", AccountKind.LearningPlatform, "Year 4 Music Room", "",
            "To let pupils practise at home, send in recordings and hear each other’s pieces.",
            "Pupils of Year 4 and their parents and carers.",
            "A letter home with each family’s own code.",
            "Llewellyn", ["Karim", "Nowak"], Openness.Closed, "Only the class and its families have a reason to be there.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.FollowersOnly, WhoMay.Nobody, true, true, WhoMay.Nobody),
            "I look at new entries every school day before lunch.",
            "Worries about a child go to the safeguarding lead at once.",
            true, "Voices and first names of pupils, seen by the class alone.", "Learning platforms"));
        Decide(learning, story.At(17, 9, 0), "Whitcombe", (application, by, at) => application.Approve(
            Weighed.Everything, "Tell the families about acceptable use before the first recording is shared.", story.Directory(), by, at));

        // Withdrawn by its applicant.
        var fair = Submit("Cartwright", 16, new Case(
            Platform.Facebook, "", AccountKind.GroupOrPage, "Friends of Brierley Hill Winter Fair", "",
            "To find helpers and prizes for the winter fair.",
            "Parents, carers and shops nearby.",
            "The newsletter and shop windows.",
            "Cartwright", ["Pugh"], Openness.Open, "Shops nearby can see it too.",
            new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody),
            "I answer every evening.", "Anything about school goes to the office.",
            false, "", ""));
        Decide(fair, story.At(13, 18, 30), "Cartwright", (application, by, at) => application.Withdraw(
            "We will use the school’s own page instead.", story.Directory(), by, at));

        // A colleague left: her access ended, and her name stands in a business case that waits.
        var stem = Submit("Adeyemi", 12, new Case(
            Platform.YouTube, "", AccountKind.SocialNetworkAccount, "Brierley Hill Science Club", "",
            "To publish the experiments of the club as short films without pupils in the picture, so that families can try them.",
            "Families, and other schools.",
            "The newsletter, and a talk at the science evening.",
            "Adeyemi", ["Beech", "Raman"], Openness.Open, "The films show hands and apparatus, never faces, and are of use to other schools.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Nobody, false, false, WhoMay.Nobody),
            "The club looks at comments on Mondays and Thursdays.", "To the science lead.",
            true, "Hands and voices of pupils, without names.", ""));
        story.Step(story.At(8, 10, 0), () => DemoStory.Done(story.Person("Beech").RecordLeavingDate(story.DayBefore(5), story.By("Pugh"), story.At(8, 10, 0))));
        story.Step(story.At(7, 8, 15), () => DemoStory.Done(
            stem.Application.Chase(WorkingCalendar.EnglandAndWales, 5, Actor.Portal("Application chasing"), story.At(7, 8, 15))));
        story.Step(story.At(5, 16, 45), () => DemoStory.Done(
            story.Person("Beech").Deactivate("Left for a post at another school.", 2, story.By("Pugh"), story.At(5, 16, 45))));

        // Changes asked for; its applicant has it.
        var choir = Submit("Llewellyn", 8, new Case(
            Platform.X, "", AccountKind.SocialNetworkAccount, "Brierley Hill Choir", "",
            "To announce concerts.", "Families and people who live nearby.", "Concert programmes.",
            "Llewellyn", ["Raman"], Openness.Open, "Concerts are public.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.Nobody, false, false, WhoMay.Anybody),
            "I answer when I can.", "To the office.",
            false, "", ""));
        Decide(choir, story.At(6, 13, 15), "Okafor", (application, by, at) => application.RequestChanges(
            "Please say who answers within 24 hours, also in the holidays, and switch direct messages off.", by, at));

        // Changed and submitted again; waits.
        var sport = Submit("Bevan", 7, new Case(
            Platform.Bluesky, "", AccountKind.SocialNetworkAccount, "Brierley Hill Sports Results", "",
            "To post results and fixtures.", "Families and other schools.", "The sports notice board.",
            "Bevan", ["Pugh"], Openness.Open, "Other schools look for fixtures.",
            new AgreedSettings(WhoMay.Anybody, WhoMay.Anybody, WhoMay.FollowersOnly, false, false, WhoMay.Nobody),
            "The PE team answers within a day.", "To the office.",
            false, "", ""));
        Decide(sport, story.At(5, 8, 40), "Whitcombe", (application, by, at) => application.RequestChanges(
            "Switch tagging off, and say what happens to comments at weekends.", by, at));
        Resubmit(sport, 3, "Bevan", "Tagging is off. At weekends comments wait for approval until Monday.", (application, by, at) =>
        {
            DemoStory.Done(application.AnswerSettings(new AgreedSettings(WhoMay.FollowersOnly, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody), by, at));
            DemoStory.Done(application.AnswerMessages("The PE team answers within a day. Comments at weekends wait for approval until Monday.", "To the office.", by, at));
        });

        // Submitted yesterday by a senior leader, who cannot decide it herself.
        Submit("Raman", 1, new Case(
            Platform.LinkedIn, "", AccountKind.GroupOrPage, "Brierley Hill Primary Careers", "",
            "To advertise posts and show what it is like to work here.", "Teachers and support staff who look for a post.", "A link in each advertisement.",
            "Raman", ["Pugh"], Openness.Open, "Applicants come from anywhere.",
            new AgreedSettings(WhoMay.Nobody, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Anybody),
            "The office answers within a day.", "Applications go to the office’s mailbox.",
            true, "Names and pictures of colleagues who agreed.", "Recruitment pages"));

        // Being written.
        story.Step(story.At(2, 16, 10), async () =>
        {
            var by = story.By("Karim");
            var draft = AccountApplication.Start(by, story.At(2, 16, 10));
            story.Database.Applications.Add(draft);
            await story.Database.SaveChangesAsync();
            DemoStory.Done(draft.AnswerPlatformAndName(
                Platform.LearningPlatform, "ClassDojo", AccountKind.LearningPlatform, "Year 3 Reading Corner", null, by, story.At(2, 16, 14)));
            DemoStory.Done(draft.AnswerAim("To let families see which books the class reads, and to share questions for home.", by, story.At(2, 16, 19)));
            DemoStory.Done(draft.AnswerAudience("Parents and carers of Year 3.", null, by, story.At(2, 16, 22)));
        });

        // A colleague who will leave at the end of term.
        story.Step(story.At(1, 11, 0), () => DemoStory.Done(
            story.Person("Nowak").RecordLeavingDate(story.Today.AddDays(26), story.By("Pugh"), story.At(1, 11, 0))));
    }

    private WrittenCase Submit(string applicant, int daysAgo, Case answers)
    {
        var written = new WrittenCase();
        DateTime Later(int minutes) => story.At(daysAgo, 15, 40).AddMinutes(minutes);
        story.Step(Later(0), async () =>
        {
            var by = story.By(applicant);
            var application = AccountApplication.Start(by, Later(0));
            written.Application = application;
            story.Database.Applications.Add(application);
            await story.Database.SaveChangesAsync();
            var directory = story.Directory();
            DemoStory.Done(application.AnswerPlatformAndName(answers.Platform, answers.PlatformName, answers.Kind, answers.Name, answers.NameExplanation, by, Later(3)));
            DemoStory.Done(application.AnswerAim(answers.Aim, by, Later(7)));
            DemoStory.Done(application.AnswerAudience(answers.Audience, answers.Promotion, by, Later(10)));
            DemoStory.Done(application.NameAdministrators(
                story.Person(answers.Lead).Id, [.. answers.Deputies.Select(deputy => story.Person(deputy).Id)], directory, by, Later(12)));
            DemoStory.Done(application.AnswerOpenness(answers.Openness, answers.OpennessReason, by, Later(15)));
            DemoStory.Done(application.AnswerSettings(answers.Settings, by, Later(18)));
            DemoStory.Done(application.AnswerMessages(answers.Response, answers.Forwarding, by, Later(22)));
            NameAssessment(application, answers.ProcessesPersonalData, answers.PersonalData, answers.ImpactAssessment, by, Later(26));
            DemoStory.Done(application.Submit(null, directory, by, Later(28)));
        });
        return written;
    }

    private void NameAssessment(AccountApplication application, bool processes, string personalData, string assessment, Actor by, DateTime at)
    {
        var id = story.AssessmentNamed(assessment);
        DemoStory.Done(application.AnswerPersonalData(processes, personalData, id, id is { } there ? [there] : [], by, at));
    }

    private void Resubmit(WrittenCase written, int daysAgo, string applicant, string note, Action<AccountApplication, Actor, DateTime> change)
    {
        var at = story.At(daysAgo, 8, 5);
        story.Step(at, () =>
        {
            change(written.Application, story.By(applicant), at);
            DemoStory.Done(written.Application.Submit(note, story.Directory(), story.By(applicant), at.AddMinutes(6)));
        });
    }

    private void Decide(WrittenCase written, DateTime at, string who, Func<AccountApplication, Actor, DateTime, Result> decide) => story.Step(at, () =>
    {
        DemoStory.Done(decide(written.Application, story.By(who), at));
        if (written.Application.Status == ApplicationStatus.Approved)
        {
            story.Database.Accounts.Add(SocialMediaAccount.FromApproval(written.Application, story.By(who), at));
        }
    });

    /// <summary>A business case that a later step goes on with. It is there once its own step has been told.</summary>
    private sealed class WrittenCase
    {
        public AccountApplication Application { get; set; } = null!;
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
