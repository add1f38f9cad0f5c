using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Impact assessments in every state, with the advice that was given on them.</summary>
internal sealed class DemoImpactAssessments(DemoStory story)
{
    private const string Officer = "Marchetti";

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        // Through a return to a sign-off. Brierley Hill Primary News named it meanwhile; Forest School named it later and was confirmed.
        var pictures = Start("Karim", story.At(43, 9, 5), "Sharing pictures online");
        Write(pictures, "Karim", story.At(43, 9, 30), SharingPictures);
        Send(pictures, "Karim", story.At(42, 15, 50), null);
        Do(pictures, story.At(41, 10, 15), Officer, (one, by, at) => one.Comment(
        [
            (nameof(AssessmentText.Plan), AnswerVerdict.Acceptable, ""),
            (nameof(AssessmentText.StorageLimitation), AnswerVerdict.Improve, "Say after how long a post is taken down, and who does it. “When it is no longer needed” cannot be checked."),
            (AssessmentQuestions.RiskKey(2), AnswerVerdict.Correct, "The measure relies on colleagues remembering. Say which list is looked at on the day of posting."),
        ], story.Directory(), by, at));
        Do(pictures, story.At(41, 10, 40), Officer, (one, by, at) => one.Return("A careful piece of work. Two answers need more before I can sign it off.", by, at));
        Do(pictures, story.At(40, 8, 20), "Karim", (one, by, at) => one.Answer(
            AssessmentStep.Necessity,
            new Dictionary<AssessmentText, string?>
            {
                [AssessmentText.StorageLimitation] = "Pictures of pupils are taken down at the end of the school year after the one in which they were posted. The office does so in the first week of August and notes it.",
            },
            by,
            at));
        Do(pictures, story.At(40, 8, 30), "Karim", (one, by, at) => one.PlanMeasure(
            2, "The office’s list of children who may not be shown is opened on the day of posting, and a second person checks the picture against it. Both names are noted.",
            story.Person("Pugh").Id, Likelihood.Remote, Severity.Severe, MeasureEffect.Reduced, story.Directory(), by, at));
        Send(pictures, "Karim", story.At(39, 8, 10), "How long posts are kept, and the list for protected children, are in now.");
        SignOff(pictures, story.At(38, 14, 20), "Pictures of groups, without names, with consent on record, are proportionate. Keep to the list and to the yearly taking down.", 11);
        story.Step(story.At(28, 9, 0), async () =>
        {
            var forest = await story.Database.Applications.SingleAsync(application => application.ProposedName == "Forest School at Brierley Hill");
            DemoStory.Done(pictures.Record.ConfirmCoverage(CoverableCase.Of(forest), story.By(Officer), story.At(28, 9, 0)));
        });

        // Signed off at the first go, before its business case was written: the officer has confirmed that it covers it.
        var platforms = Start("Llewellyn", story.At(36, 12, 10), "Learning platforms");
        Write(platforms, "Llewellyn", story.At(36, 12, 40), LearningPlatforms);
        Send(platforms, "Llewellyn", story.At(34, 13, 5), null);
        SignOff(platforms, story.At(32, 11, 30), "The platform keeps the data in the United Kingdom and shows it to the class alone. Tell the families before the first recording.", 2);
        story.Step(story.At(18, 16, 0), async () =>
        {
            var music = await story.Database.Applications.SingleAsync(application => application.ProposedName == "Year 4 Music Room");
            DemoStory.Done(platforms.Record.ConfirmCoverage(CoverableCase.Of(music), story.By(Officer), story.At(18, 16, 0)));
        });

        // Screened out.
        var results = Start("Bevan", story.At(8, 8, 5), "Sports results without names");
        Do(results, story.At(8, 8, 12), "Bevan", (one, by, at) => one.AnswerScreening(Screening.Everything, ScreeningPoints.None, by, at));
        story.Step(story.At(8, 8, 18), () => DemoStory.Done(results.Record.DeclareNotNeeded(
            "Results and fixtures of school teams: scores and dates alone, no names and no pictures of anybody.", [], story.By("Bevan"), story.At(8, 8, 18))));

        // Refused, and overruled with a reason. The high risk was accepted, and the ICO is to be consulted.
        var videos = Start("Llewellyn", story.At(26, 8, 40), "Livestream of the summer concert");
        Write(videos, "Llewellyn", story.At(26, 9, 10), Livestream);
        Send(videos, "Llewellyn", story.At(25, 15, 45), null);
        Do(videos, story.At(23, 10, 30), Officer, (one, by, at) => one.Refuse(
            "A stream cannot be checked before it is seen. I advise to record the concert, to check the recording and to share that.", by, at));
        Do(videos, story.At(22, 11, 0), "Okafor", (one, by, at) => one.DecideToConsultIco(
            LondonTime.DateOf(at), "A protected child could be seen live, and the measures cannot take that away entirely.", null, by, at));
        Do(videos, story.At(21, 9, 15), "Whitcombe", (one, by, at) => one.AcceptResidualRisk(
            "The stream is open to families with a code for two hours and is not kept. Classes with a protected child sing off camera.", by, at));
        Do(videos, story.At(21, 9, 30), "Whitcombe", (one, by, at) => one.Overrule(
            "Families in hospital and abroad have asked for it, a recording would stay in the world for longer than a stream, and the ICO is consulted before the date.",
            LondonTime.DateOf(at).AddMonths(3), [], by, at));
        Do(videos, story.At(9, 14, 0), Officer, (one, by, at) => one.RecordIcoOutcome(
            "No objection, as long as the stream needs a code and ends by itself.", "IC-204417-X9", by, at));

        // With the data protection officer now, from a business case that waits.
        var science = new WrittenAssessment();
        story.Step(story.At(11, 17, 30), async () =>
        {
            var application = await story.Database.Applications.SingleAsync(one => one.ProposedName == "Brierley Hill Science Club");
            var by = story.By("Adeyemi");
            science.Record = DemoStory.Done(ImpactAssessment.Start("Films of the science club", CoverableCase.Of(application), by, story.At(11, 17, 30)));
            story.Database.ImpactAssessments.Add(science.Record);
            await story.Database.SaveChangesAsync();
        });
        Write(science, "Adeyemi", story.At(10, 18, 0), ScienceFilms);
        Send(science, "Adeyemi", story.At(4, 19, 10), null);
        Do(science, story.At(2, 11, 20), Officer, (one, by, at) => one.Comment(
        [
            (nameof(AssessmentText.Plan), AnswerVerdict.Acceptable, ""),
            (nameof(AssessmentText.Why), AnswerVerdict.Acceptable, ""),
        ], story.Directory(), by, at));

        // Returned, with comments on answers.
        var recruitment = Start("Raman", story.At(7, 7, 55), "Recruitment pages");
        Write(recruitment, "Raman", story.At(7, 8, 20), Recruitment);
        Send(recruitment, "Raman", story.At(6, 8, 0), null);
        Do(recruitment, story.At(3, 9, 40), Officer, (one, by, at) => one.Comment(
        [
            (AssessmentQuestions.LawfulBasisKey, AnswerVerdict.Correct, "Recruiting is part of the school’s task. A public authority cannot use legitimate interests for it: look at (e), and at (a) for pictures of colleagues."),
            (nameof(AssessmentText.BasisBecause), AnswerVerdict.Correct, "Follows from the lawful basis."),
            (nameof(AssessmentText.Consulted), AnswerVerdict.Improve, "Ask the colleagues who are shown, not only those who post."),
            (nameof(AssessmentText.DataMinimisation), AnswerVerdict.Acceptable, "Good: no surnames."),
        ], story.Directory(), by, at));
        Do(recruitment, story.At(3, 9, 55), Officer, (one, by, at) => one.Return(null, by, at));

        // Every screening question answered with no; why none is needed is still to be said.
        var concert = Start("Llewellyn", story.At(1, 12, 10), "Concert programmes");
        Do(concert, story.At(1, 12, 16), "Llewellyn", (one, by, at) => one.AnswerScreening(Screening.Everything, ScreeningPoints.None, by, at));

        // Being written.
        var reading = Start("Karim", story.At(2, 16, 30), "Class reading pages");
        Do(reading, story.At(2, 16, 35), "Karim", (one, by, at) => one.AnswerScreening(
            Screening.Everything, ScreeningPoints.Children | ScreeningPoints.NewTechnology, by, at));
        Do(reading, story.At(2, 16, 50), "Karim", (one, by, at) => one.Answer(
            AssessmentStep.Need,
            new Dictionary<AssessmentText, string?> { [AssessmentText.Plan] = "A page on which the class shows which books it reads. Children write short comments under their first names." },
            by,
            at));
        story.Step(story.At(1, 8, 10), async () =>
        {
            var risks = await story.Database.LibraryRisks.AsNoTracking().Where(risk => risk.Id == 6 || risk.Id == 10).OrderBy(risk => risk.Id).ToListAsync();
            DemoStory.Done(reading.Record.TakeFromLibrary(risks, story.By("Karim"), story.At(1, 8, 10)));
        });
    }

    private WrittenAssessment Start(string author, DateTime at, string title)
    {
        var written = new WrittenAssessment();
        story.Step(at, () =>
        {
            written.Record = DemoStory.Done(ImpactAssessment.Start(title, null, story.By(author), at));
            story.Database.ImpactAssessments.Add(written.Record);
        });
        return written;
    }

    private void Write(WrittenAssessment written, string author, DateTime at, Answers answers) => story.Step(at, () =>
    {
        var (one, by, directory) = (written.Record, story.By(author), story.Directory());
        DemoStory.Done(one.AnswerScreening(Screening.Everything, answers.Screening, by, at));
        foreach (var step in answers.Texts.GroupBy(text => AssessmentQuestions.StepOf(text.Key)))
        {
            DemoStory.Done(one.Answer(step.Key, step.ToDictionary(text => text.Key, text => (string?)text.Value), by, at));
        }

        DemoStory.Done(one.ChooseLawfulBasis(answers.Basis, by, at));
        foreach (var risk in answers.Risks)
        {
            var number = DemoStory.Done(one.AddRisk(risk.Description, risk.Harm, risk.Before.Likelihood, risk.Before.Severity, by, at));
            DemoStory.Done(one.PlanMeasure(
                number, risk.Measure, story.Person(risk.Owner).Id, risk.After.Likelihood, risk.After.Severity, risk.Effect, directory, by, at));
        }

        DemoStory.Done(one.NameKeeper(story.Person(author).Id, directory, by, at));
    });

    private void Send(WrittenAssessment written, string author, DateTime at, string? note) => story.Step(at, async () =>
        DemoStory.Done(written.Record.Send(note, [story.Person(Officer).Id], await CoveredAsync(written.Record), story.Directory(), story.By(author), at)));

    private void SignOff(WrittenAssessment written, DateTime at, string advice, int months) => story.Step(at, async () =>
    {
        var (one, by, directory) = (written.Record, story.By(Officer), story.Directory());
        DemoStory.Done(one.Comment([.. one.JudgedAnswers(directory).Select(answer => (answer.Key, AnswerVerdict.Acceptable, (string?)null))], directory, by, at));
        DemoStory.Done(one.SignOff(advice, LondonTime.DateOf(at).AddMonths(months), await CoveredAsync(one), directory, by, at));
    });

    private void Do(WrittenAssessment written, DateTime at, string who, Func<ImpactAssessment, Actor, DateTime, Result> act) =>
        story.Step(at, () => DemoStory.Done(act(written.Record, story.By(who), at)));

    private async Task<IReadOnlyList<CoverableCase>> CoveredAsync(ImpactAssessment assessment) =>
    [
        .. (await story.Database.Applications.AsNoTracking()
            .Where(application => application.ImpactAssessmentId == assessment.Id || application.Id == assessment.StartedForApplicationId)
            .ToListAsync()).Select(CoverableCase.Of),
    ];

    /// <summary>An assessment that a later step goes on with. It is there once its own step has been told.</summary>
    private sealed class WrittenAssessment
    {
        public ImpactAssessment Record { get; set; } = null!;
    }

    private sealed record Risk(
        string Description,
        string Harm,
        (Likelihood Likelihood, Severity Severity) Before,
        string Measure,
        string Owner,
        (Likelihood Likelihood, Severity Severity) After,
        MeasureEffect Effect);

    private sealed record Answers(
        ScreeningPoints Screening, LawfulBasis Basis, IReadOnlyDictionary<AssessmentText, string> Texts, IReadOnlyList<Risk> Risks);

    private static Dictionary<AssessmentText, string> Texts(
        string plan, string why, string nature, string scope, string context, string purposes, string consulted, string consultedHow, string basis, string necessity, string conclusion) => new()
    {
        [AssessmentText.Plan] = plan,
        [AssessmentText.Why] = why,
        [AssessmentText.Nature] = nature,
        [AssessmentText.Scope] = scope,
        [AssessmentText.Context] = context,
        [AssessmentText.Purposes] = purposes,
        [AssessmentText.Consulted] = consulted,
        [AssessmentText.ConsultedHow] = consultedHow,
        [AssessmentText.BasisBecause] = basis,
        [AssessmentText.Necessity] = necessity,
        [AssessmentText.Lawfulness] = "Families are told in the privacy notice and on the consent form, and can say no without any disadvantage.",
        [AssessmentText.PurposeLimitation] = "Nothing is used for anything but what is written here. The platform’s settings against other use are switched on and checked once a term.",
        [AssessmentText.DataMinimisation] = "Groups rather than single children, no surnames, no places and times, pictures in low resolution.",
        [AssessmentText.Accuracy] = "Two people look at each post. Mistakes are taken down the same day.",
        [AssessmentText.StorageLimitation] = "Posts are taken down when they are no longer needed.",
        [AssessmentText.Security] = "School devices alone, two-step verification, at least two administrators, and a hand-over when somebody leaves.",
        [AssessmentText.Accountability] = "Consents, checks and take-downs are recorded. The administrators are trained once a year.",
        [AssessmentText.Conclusion] = conclusion,
    };

    private static Answers SharingPictures { get; } = new(
        ScreeningPoints.Children | ScreeningPoints.Public | ScreeningPoints.Profiling | ScreeningPoints.OutsideTheUnitedKingdom,
        LawfulBasis.Consent,
        Texts(
            "The school shares pictures of its life on its social media accounts: trips, work, celebrations. Administrators of each account choose and post them.",
            "Children can be recognised, and some of the accounts are open to everybody.",
            "Staff take pictures with school devices, choose them on the school’s network, and post them after a second person has looked. Nothing stays on the devices.",
            "Pictures of groups of pupils of all classes with consent on record, about eight a week, all year round.",
            "Families know the accounts and were told in the newsletter. Two families had worries about open pages; their children are not shown.",
            "Families take part in school life, also those who live apart. Children are proud of what they do.",
            "The school council, parents at the open evening, and the safeguarding lead.",
            "The council asked for no close-ups. Parents asked for a simple way to say no. Both are in.",
            "Each family is asked for each use, on a form that is as easy to take back as to give.",
            "Letters reach fewer families. A closed page was considered and is used where the group is small.",
            "With the measures no high risk is left. Pictures may be shared while the list and the second pair of eyes are kept up."),
        [
            new("A child is identified from a picture together with a name.", "The child: strangers can make contact.", (Likelihood.Possible, Severity.Severe),
                "No names in texts or on work. A second person checks each post.", "Karim", (Likelihood.Remote, Severity.Severe), MeasureEffect.Reduced),
            new("Somebody who must not know where a child is finds the child through a post.", "A child who is protected, and the family.", (Likelihood.Possible, Severity.Severe),
                "Colleagues know the children who may not be shown.", "Pugh", (Likelihood.Remote, Severity.Severe), MeasureEffect.Reduced),
            new("Consent is withdrawn, but the picture stays.", "The family: their wish is not respected.", (Likelihood.Possible, Severity.Significant),
                "Posts are recorded with the pupils shown. The office takes them down within two working days.", "Pugh", (Likelihood.Remote, Severity.Significant), MeasureEffect.Reduced),
            new("The platform uses pictures for advertising.", "Children: their pictures serve purposes that nobody agreed to.", (Likelihood.Probable, Severity.Significant),
                "Settings are switched off and checked once a term; low resolution.", "Karim", (Likelihood.Possible, Severity.Significant), MeasureEffect.Reduced),
        ]);

    private static Answers LearningPlatforms { get; } = new(
        ScreeningPoints.Children | ScreeningPoints.NewTechnology,
        LawfulBasis.PublicTask,
        Texts(
            "Classes use learning platforms on which pupils show work and families comment, such as Seesaw.",
            "Children’s voices, work and first names are kept by a platform that is new to the school.",
            "Teachers set up the class. Pupils record and upload with a class code. Only the class and its families see it. The class is deleted in August.",
            "First names, voices and work of pupils of Years 3 to 6, for one school year.",
            "Pupils cannot choose not to be taught, so the school carries the whole responsibility. Families expect care.",
            "Pupils practise at home and hear each other. Families see what is learnt.",
            "The computing lead, the parents of Year 4 and the school council.",
            "Parents asked who can listen; the answer is in the letter home. The council liked the idea.",
            "Teaching is the school’s task under the Education Act 2002, and the platform serves it.",
            "Sending recordings by e-mail would spread them further and be harder to delete.",
            "Low risk with the measures. To be looked at again when another platform is chosen."),
        [
            new("Somebody outside the class hears or sees children’s work.", "The pupil: embarrassment, or being found.", (Likelihood.Possible, Severity.Significant),
                "Class codes are changed each term; families have codes of their own; the list of members is checked once a month.", "Llewellyn", (Likelihood.Remote, Severity.Significant), MeasureEffect.Reduced),
            new("Comments hurt a pupil.", "The pupil: bullying that goes on at home.", (Likelihood.Possible, Severity.Significant),
                "Each comment waits for the teacher.", "Llewellyn", (Likelihood.Remote, Severity.Minimal), MeasureEffect.Reduced),
        ]);

    private static Answers Livestream { get; } = new(
        ScreeningPoints.Children | ScreeningPoints.NewTechnology | ScreeningPoints.Public,
        LawfulBasis.Consent,
        Texts(
            "The summer concert is to be streamed live, so that families who cannot come can watch.",
            "Children are seen and heard live, and nothing can be taken back.",
            "One camera at the back of the hall, streamed for two hours, not recorded by the school. Families get a code.",
            "About 120 pupils on a stage, their voices, no names.",
            "Families know concerts; a stream is new. Some children must not be seen.",
            "Families in hospital, at work and abroad take part.",
            "The parents’ association and the music staff.",
            "Most want it. Three families asked to be left out; their children will not be on camera.",
            "Each family of a child on stage is asked, and can say no until the day before.",
            "A recording would be less risky to check, and more risky afterwards.",
            "A high risk is left, because a stream cannot be checked before it is seen."),
        [
            new("A protected child is seen live.", "The child and the family: danger to life and limb.", (Likelihood.Possible, Severity.Severe),
                "Classes with a protected child sing off camera. The camera does not show the audience.", "Whitcombe", (Likelihood.Possible, Severity.Severe), MeasureEffect.Accepted),
            new("Somebody records the stream and shares it.", "Children: pictures and voices that cannot be called back.", (Likelihood.Probable, Severity.Significant),
                "A code for each family, no close-ups, and a reminder at the start.", "Llewellyn", (Likelihood.Possible, Severity.Significant), MeasureEffect.Reduced),
        ]);

    private static Answers ScienceFilms { get; } = new(
        ScreeningPoints.Children | ScreeningPoints.Public | ScreeningPoints.Profiling,
        LawfulBasis.Consent,
        Texts(
            "The science club films its experiments and publishes short films that show hands and apparatus.",
            "Voices of pupils can be heard, and everybody can watch.",
            "A volunteer films with a school tablet, cuts the film at school and uploads it after the science lead has watched it.",
            "Hands and voices of about fifteen pupils, one film every two weeks.",
            "The club is voluntary. Families know the volunteer. Voices may be recognised by people who know the child.",
            "Families try the experiments at home; other schools use the films.",
            "The members of the club and their parents.",
            "The members wrote the rules for filming themselves: hands only, no names. Parents agreed.",
            "Parents are asked for each child’s voice, and can take it back.",
            "Films without voices were tried, and nobody could follow them.",
            "Low risk with the measures."),
        [
            new("A child is recognised by voice or by something in the picture.", "The child: unwanted attention.", (Likelihood.Possible, Severity.Significant),
                "Hands and apparatus only, no names spoken, and the science lead watches each film first.", "Adeyemi", (Likelihood.Remote, Severity.Significant), MeasureEffect.Reduced),
            new("Comments under a film mock a pupil.", "The pupil: humiliation.", (Likelihood.Probable, Severity.Significant),
                "Comments are switched off.", "Raman", (Likelihood.Remote, Severity.Minimal), MeasureEffect.Eliminated),
        ]);

    private static Answers Recruitment { get; } = new(
        ScreeningPoints.Public | ScreeningPoints.Profiling | ScreeningPoints.OutsideTheUnitedKingdom,
        LawfulBasis.LegitimateInterests,
        Texts(
            "The school shows colleagues at work on a page for people who look for a post.",
            "Names and pictures of colleagues are visible to everybody on a network that profiles its members.",
            "Colleagues who agree are photographed; the office posts the pictures with a first name and a post.",
            "About ten colleagues, for as long as they work here.",
            "Colleagues depend on the school, so saying no must be easy.",
            "Applicants see what it is like to work here.",
            "The office, who will post.",
            "They asked for a form to sign; there is one.",
            "The school has an interest in good applicants.",
            "Advertisements without pictures bring fewer applicants.",
            "Low risk. To be looked at again after the first year."),
        [
            new("A colleague’s private profile is found from the page.", "The colleague: families see private pictures and make contact.", (Likelihood.Possible, Severity.Significant),
                "First names only, no links to personal profiles.", "Raman", (Likelihood.Remote, Severity.Significant), MeasureEffect.Reduced),
        ]);
}
