using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Incidents on their way: one whose routes are half done, one by a colleague that is looked into, one that is resolved and waits to be closed, one that was
/// closed, one that was reopened, and one that was out of scope and is minimised.
/// </summary>
internal sealed class DemoIncidentAssessments(DemoStory story)
{
    private const string News = "Brierley Hill Primary News";

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        TellOfFirstLooks();
        TellOfWaiting();
        TellOfAssessed();
        TellOfHalfDone();
        TellOfColleague();
        TellOfResolved();
        TellOfClosed();
        TellOfReopened();
        TellOfOutOfScope();
    }

    // What was reported in the other files of this story is looked at as a school would: at once, but for what still waits.
    private void TellOfFirstLooks()
    {
        Assess(story.At(16, 10, 25), "Okafor", IncidentCategory.PersonalDataBreach, IncidentSeverity.High, IncidentScope.Professional,
            "The health of thirty children is known to other families.", "The message is deleted, and the families were asked to delete the file.", "The data protection officer says what the law asks for. I tell the families myself.");
        Assess(story.At(9, 15, 40), "Whitcombe", IncidentCategory.Mistake, IncidentSeverity.Low, IncidentScope.Professional,
            "A first name on a peg, without a face, for ten minutes.", "It was taken down before it was reported.", "A second person looks at each picture before it is posted.");
        Assess(story.At(6, 10, 30), "Raman", IncidentCategory.Discriminatory, IncidentSeverity.High, IncidentScope.PersonalInScope,
            "Two families are threatened because of their religion, and it says where they live.", "The comment is kept as a picture and hidden. Both families have been rung.", "The police first, then the platform. Two of us look at the words and say separately what they mean.");
        Assess(story.At(5, 13, 30), "Whitcombe", IncidentCategory.Impersonation, IncidentSeverity.Medium, IncidentScope.PersonalInScope,
            "Parents may pay for a trip that there is not.", "A warning is on our page.", "The office reports the profile to the platform and rings until it is gone.");
        Assess(story.At(3, 9, 10), "Okafor", IncidentCategory.ContactWithPupils, IncidentSeverity.High, IncidentScope.PersonalInScope,
            "Staff do not write to pupils or former pupils from accounts of their own.", "I have spoken to the family.", "I look into it myself before anybody else is told.");
    }

    private void Assess(DateTime at, string leader, IncidentCategory category, IncidentSeverity severity, IncidentScope scope, string why, string done, string next) =>
        story.Step(at, () => DemoStory.Done(story.Database.Incidents.Local
            .Where(incident => incident.Category == category && incident.Status == IncidentStatus.Reported)
            .OrderBy(incident => incident.ReportedAt).First()
            .Assess(new AssessmentAnswers(severity, scope, why, done, next), story.By(leader), at)));

    private void TellOfWaiting() => Report("Tandy", story.At(1, 16, 50), () => new IncidentAnswers(
        "A page without a name posts pictures of our playground and asks parents what they think of each teacher.",
        IncidentWhere.Elsewhere, null, "A page called “Playground talk”", "", null, NoticedHow.ParentTold, IncidentCategory.AnonymousPosting, false, []));

    private void TellOfAssessed() => Report("Bevan", story.At(2, 14, 15), () => new IncidentAnswers(
            "We used a photographer’s picture of the canal in a post, and she asks for money.",
            IncidentWhere.SchoolAccount, null, "", "", story.At(2, 13, 0), NoticedHow.Enquiry, IncidentCategory.Copyright, false, []))
        .Then(story.At(2, 15, 30), "Okafor", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.Low,
                IncidentScope.Professional,
                "A picture of somebody else’s on our own page, without asking.",
                "The post is down. Janet Pugh has written to the photographer.",
                "Somebody finds out how the picture came to us, so that it does not happen again."),
            by,
            at));

    private void TellOfHalfDone() => Report("Llewellyn", story.At(5, 15, 40), () => new IncidentAnswers(
            "Under the picture of the cake sale a parent calls a teaching assistant lazy and useless, by her first name. Several others have laughed at it.",
            IncidentWhere.SchoolAccount, null, "", "", story.At(5, 15, 10), NoticedHow.SawIt, IncidentCategory.Offensive, false,
            [new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Alleged, null, "A parent in Year 4", true)]))
        .Then(story.At(5, 16, 25), "Whitcombe", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.Medium,
                IncidentScope.PersonalInScope,
                "A parent writes on the school’s page about one of our staff, for everybody to read.",
                "The comment is hidden. I have spoken to the teaching assistant: she is upset and wants it gone.",
                "We follow the route for parents, because she is known to us and will talk. Priya Raman looks into it and rings her tomorrow."),
            by,
            at))
        .Then(story.At(5, 16, 30), "Whitcombe", (incident, by, at) => incident.StartRoute(IncidentRouteKind.OffensiveComment, by, at))
        .Then(story.At(5, 16, 30), "Whitcombe", (incident, by, at) => incident.StartRoute(IncidentRouteKind.ParentOrCarer, by, at))
        .Then(story.At(5, 16, 35), "Whitcombe", (incident, by, at) => incident.AppointInvestigator(story.Person("Raman").Id, story.Directory(), by, at))
        .Then(story.At(5, 17, 5), "Raman", (incident, by, at) => incident.SettleRouteStep(
            1,
            RouteStepKind.CommentRemoved,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.Hidden | RemovalMeans.Deleted, "Kept a picture of the screen, then deleted the comment and the answers to it.", "Nothing of it is left on the page.", null),
            by,
            at))
        .Then(story.At(5, 17, 10), "Raman", (incident, by, at) => incident.SettleRouteStep(
            1,
            RouteStepKind.AudienceExplained,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.None, "“We have removed a comment that insulted a member of our staff. Please bring complaints to the office: we listen.”", null, null),
            by,
            at))
        .Then(story.At(4, 9, 15), "Raman", (incident, by, at) => incident.SettleRouteStep(
            2,
            RouteStepKind.AskedToRemove,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.None, "Rang her before school and asked her to take down the copy on her own page too.", "She says that it is true and stays.", null),
            by,
            at));

    private void TellOfColleague() => Report("Karim", story.At(3, 12, 20), () => new IncidentAnswers(
            "In the staff group chat a colleague posted pictures of me with jokes about my headscarf, twice this week. Others asked him to stop.",
            IncidentWhere.Elsewhere, null, "The staff’s group chat", "", story.At(3, 8, 5), NoticedHow.SawIt, IncidentCategory.Harassing, false,
            [
                new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Alleged, story.Person("Bevan").Id, null),
                new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Subject, story.Person("Karim").Id, null),
                new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Witness, story.Person("Llewellyn").Id, null),
            ]))
        .Then(story.At(3, 13, 45), "Okafor", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.High,
                IncidentScope.PersonalInScope,
                "A colleague is mocked for her faith by another, again and again. It may be harassment in law.",
                "I have spoken to her, and offered that they do not work in the same room until this is settled.",
                "Daniel Whitcombe looks into it: he works with neither of them. The protocol for abuse by colleagues comes first, then the code of conduct."),
            by,
            at))
        .Then(story.At(3, 13, 50), "Okafor", (incident, by, at) => incident.StartRoute(IncidentRouteKind.AbuseByColleague, by, at))
        .Then(story.At(3, 13, 50), "Okafor", (incident, by, at) => incident.StartRoute(IncidentRouteKind.Staff, by, at))
        .Then(story.At(3, 14, 0), "Okafor", (incident, by, at) => incident.AppointInvestigator(story.Person("Whitcombe").Id, story.Directory(), by, at))
        .Then(story.At(2, 10, 10), "Whitcombe", (incident, by, at) => incident.SettleRouteStep(
            1,
            RouteStepKind.ProtocolFollowed,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.None, "Reported to the chair of governors, as the protocol says.", "He agrees with what is planned.", null),
            by,
            at));

    private void TellOfResolved() => Report("Forest", story.At(12, 9, 0), () => new IncidentAnswers(
            "Two pupils of Year 6 made a page that rates other children of their class by their looks.",
            IncidentWhere.Elsewhere, null, "A picture app", "", null, NoticedHow.PupilTold, IncidentCategory.Bullying, false,
            [
                new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Alleged, null, "Two pupils of Year 6", true),
                new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Subject, null, "Children of their class"),
            ]))
        .Then(story.At(12, 11, 30), "Raman", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.High,
                IncidentScope.PersonalInScope,
                "Children are hurt by others of their own class, and it is read by the whole year.",
                "The page was reported to the app. The class teacher spoke to the children who are rated.",
                "Behaviour policy, and their families today. Safe use is taught again to all of Year 6."),
            by,
            at))
        .Then(story.At(12, 11, 35), "Raman", (incident, by, at) => incident.StartRoute(IncidentRouteKind.Pupil, by, at))
        .Then(story.At(12, 11, 40), "Raman", (incident, by, at) => incident.AppointInvestigator(story.Person("Nowak").Id, story.Directory(), by, at))
        .Then(story.At(11, 9, 20), "Nowak", (incident, by, at) => incident.SettleRouteStep(
            1,
            RouteStepKind.BehaviourPolicyApplied,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.None, "Both said that they made it, and deleted it in my presence.", "A week without their telephones in school, and a letter to the class.", null),
            by,
            at))
        .Then(story.At(11, 15, 45), "Nowak", (incident, by, at) => incident.SettleRouteStep(
            1,
            RouteStepKind.FamilyOfPupilTold,
            new RouteStepAnswers(RouteStepState.Done, RemovalMeans.None, "Met both families together.", "They look after the telephones in the evening from now on.", null),
            by,
            at))
        .Then(story.At(7, 10, 0), "Nowak", (incident, by, at) => incident.Resolve(
            new ResolvingAnswers(
                IncidentFinding.AsReported,
                "The page is gone, and the pupils have apologised to each child.",
                "Year 5 has the lesson on safe use before it gets telephones, not after.",
                ["PUP-1", "MON-3"]),
            by,
            at));

    private void TellOfClosed() => ReportMistake("Forest", story.At(18, 8, 20), "I posted next week’s swimming list with the full names of eleven pupils, and took it down after ten minutes.")
        .Then(story.At(18, 9, 5), "Okafor", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.Low,
                IncidentScope.Professional,
                "Names without anything else, for ten minutes, and reported at once by whoever posted it.",
                "It was down before it was reported. Nobody had opened the post.",
                "I look at it myself today. The data protection officer says whether it is a breach that is recorded."),
            by,
            at))
        .Then(story.At(18, 9, 10), "Okafor", (incident, by, at) => incident.AppointInvestigator(story.Person("Okafor").Id, story.Directory(), by, at))
        .Then(story.At(17, 14, 30), "Okafor", (incident, by, at) => incident.Resolve(
            new ResolvingAnswers(
                IncidentFinding.AsReported,
                "Nobody saw it. The families were told in the newsletter, without names.",
                "Lists are posted by class, without names. Thank you for saying so at once.",
                ["GP-2", "IMG-3"]),
            by,
            at))
        .Then(story.At(17, 14, 40), "Okafor", (incident, by, at) => incident.Close(ClosingCircumstances.None, by, at));

    private void TellOfReopened() => Report("Pugh", story.At(16, 10, 10), () => new IncidentAnswers(
            "An account with our crest and almost our name offers cheap uniforms and asks for card details.",
            IncidentWhere.Elsewhere, null, "A selling page", "https://example.org/brierley-hill-uniforms", story.At(16, 9, 30), NoticedHow.ParentTold, IncidentCategory.Impersonation, false, []))
        .Then(story.At(16, 12, 0), "Whitcombe", (incident, by, at) => incident.Assess(
            new AssessmentAnswers(
                IncidentSeverity.High,
                IncidentScope.PersonalInScope,
                "Families may lose money because they trust our name.",
                "A warning is on our page and went out by text message.",
                "Report it to the platform and to the police, because it is fraud."),
            by,
            at))
        .Then(story.At(16, 12, 5), "Whitcombe", (incident, by, at) => incident.AppointInvestigator(story.Person("Raman").Id, story.Directory(), by, at))
        .Then(story.At(10, 9, 0), "Raman", (incident, by, at) => incident.Resolve(
            new ResolvingAnswers(
                IncidentFinding.AsReported, "The platform took the account down.", "Our page says which accounts are ours. We point to it more often.", ["BEH-2"]),
            by,
            at))
        .Then(story.At(10, 9, 30), "Whitcombe", (incident, by, at) => incident.Close(ClosingCircumstances.None, by, at))
        .Then(story.At(1, 11, 15), "Whitcombe", (incident, by, at) => incident.Reopen("The same seller is back under another name.", by, at));

    private void TellOfOutOfScope() => Report("Cartwright", story.At(9, 18, 5), () => new IncidentAnswers(
            "Two parents I know quarrel on their own pages about a fence.",
            IncidentWhere.Elsewhere, null, "Their own pages", "", null, NoticedHow.SawIt, IncidentCategory.Other, false,
            [new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Alleged, null, "A parent in Year 1", true)]))
        .Then(story.At(8, 8, 50), "Okafor", (incident, by, at) => incident.LeaveAlone(
            "A private matter between neighbours. It neither names the school nor affects it.", ClosingCircumstances.None, by, at));

    private Told Report(string reporter, DateTime at, Func<IncidentAnswers> reported)
    {
        var told = new Told(story);
        story.Step(at, async () =>
        {
            var answers = reported();
            var account = answers.Where == IncidentWhere.SchoolAccount ? story.Database.Accounts.Local.Single(one => one.Name == News) : null;
            told.Incident = DemoStory.Done(Incident.Report(
                await story.Database.DrawIncidentNumberAsync(CancellationToken.None),
                answers with { AccountId = account?.Id },
                account,
                story.Directory(),
                story.By(reporter),
                at));
            story.Database.Incidents.Add(told.Incident);
        });
        return told;
    }

    private Told ReportMistake(string reporter, DateTime at, string what)
    {
        var told = new Told(story);
        story.Step(at, async () =>
        {
            told.Incident = DemoStory.Done(Incident.ReportOwnMistake(
                await story.Database.DrawIncidentNumberAsync(CancellationToken.None),
                what,
                story.Database.Accounts.Local.Single(one => one.Name == News),
                "",
                at.AddMinutes(-15),
                story.By(reporter),
                at));
            story.Database.Incidents.Add(told.Incident);
        });
        return told;
    }

    // One incident of the story, from its report on.
    private sealed class Told(DemoStory story)
    {
        public Incident? Incident { get; set; }

        public Told Then(DateTime at, string who, Func<Incident, Actor, DateTime, Result> act)
        {
            story.Step(at, () => DemoStory.Done(act(Incident!, story.By(who), at)));
            return this;
        }
    }
}
