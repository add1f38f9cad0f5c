using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Personal data breaches: one of which the ICO was told, one of which it was not, with the reasons, and one whose clock has run for fifty hours.
/// And an incident with a referral that waits, one that is answered, and a review that two people have signed.
/// </summary>
/// <param name="story">The story.</param>
/// <param name="now">Now, UTC.</param>
internal sealed class DemoIncidentBreaches(DemoStory story, DateTime now)
{
    private static readonly Actor Alerts = Actor.Portal("Deadline alerts");

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        TellOfOneTold();
        TellOfOneNotTold();
        TellOfOneThatRuns();
        TellOfReferralsAndReview();
    }

    private void TellOfOneTold()
    {
        var told = Report(16, 10, "Karim", IncidentCategory.PersonalDataBreach, "I attached the wrong file to a message in our class group: a list of the children with their allergies. About thirty parents are in the group.");
        Breach(16, 11, told, at => at.AddHours(-1), "Okafor", "A list of the pupils of one class with their allergies was sent to the parents of that class.");
        Act(16, 12, told, "Okafor", (incident, breach, by, at) => breach.Describe(
            incident,
            new BreachFacts(
                breach.WhatHappened,
                BreachPeople.Pupils | BreachPeople.ParentsAndCarers,
                31,
                BreachData.Contact | BreachData.Health,
                31,
                "Parents know of the health of other people’s children, and may talk about it.",
                "The message was deleted after forty minutes, and everybody in the group was asked to delete the file.",
                "Lists are kept where they cannot be attached to a message. The staff talk about it at the next meeting.",
                "The messenger’s operator"),
            by,
            at));
        Act(16, 13, told, "Marchetti", (incident, breach, by, at) => breach.AssessRisk(
            incident, BreachRisk.High, "Health of young children, known to thirty families, and it cannot be called back for certain.", by, at));
        Act(16, 14, told, "Marchetti", (incident, breach, by, at) => breach.Advise(incident, true, true, "There is a high risk, so the law asks for both.", by, at));
        Act(15, 9, told, "Okafor", (incident, breach, by, at) => breach.DecideAboutCommissioner(
            incident, new CommissionerDecisionAnswers(true, "As advised: data about the health of children.", at.AddMinutes(-20), "IC-204611-K3P7", false, null, null, null), by, at));
        Act(15, 10, told, "Okafor", (incident, breach, by, at) => breach.DecideAboutPeople(
            incident,
            new PeopleDecisionAnswers(true, "As advised.", at.AddMinutes(-30), "A letter to each family: what happened, what was done, and that they can ring the school office.", null, null, null),
            by,
            at));
        Act(11, 9, told, "Marchetti", (incident, breach, by, at) => breach.AddInformation(
            incident, at.AddMinutes(-15), "Told it that the number of families is 31, and that none has complained.", null, by, at));
    }

    private void TellOfOneNotTold()
    {
        var untold = Report(9, 15, "Llewellyn", IncidentCategory.Mistake, "A picture on our page showed a coat peg with a first name. I took it down after ten minutes.");
        Breach(9, 16, untold, at => at.AddMinutes(-50), "Whitcombe", "A picture with a pupil’s first name on a coat peg was public for ten minutes.");
        Act(8, 9, untold, "Whitcombe", (incident, breach, by, at) => breach.Describe(
            incident,
            new BreachFacts(
                breach.WhatHappened, BreachPeople.Pupils, 1, BreachData.Contact | BreachData.Images, 1, "None is likely: a first name without a face.", "The picture was taken down after ten minutes, seen by four people.",
                "Pictures are looked at by a second person before they are posted.", ""),
            by,
            at));
        Act(8, 10, untold, "Whitcombe", (incident, breach, by, at) => breach.AssessRisk(
            incident, BreachRisk.Unlikely, "A first name alone, for ten minutes, and nobody can be known by it.", by, at));
        Act(8, 11, untold, "Marchetti", (incident, breach, by, at) => breach.Advise(incident, false, false, "A risk is unlikely. Keep it in the register.", by, at));
        Act(8, 12, untold, "Whitcombe", (incident, breach, by, at) => breach.DecideAboutCommissioner(
            incident, new CommissionerDecisionAnswers(false, "A risk to the pupil is unlikely: a first name, without a face, for ten minutes.", null, null, false, null, null, null), by, at));
        Act(8, 13, untold, "Whitcombe", (incident, breach, by, at) => breach.DecideAboutPeople(
            incident, new PeopleDecisionAnswers(false, "Nothing can come of it that the family could do anything about. The class teacher has told them all the same.", null, null, null, null, null), by, at));
    }

    private void TellOfOneThatRuns()
    {
        var aware = now.AddHours(-50);
        var runs = new Made();
        Report(runs, aware.AddMinutes(20), "Forest", IncidentCategory.PersonalDataBreach, "A telephone with our pictures of the forest school was left on a bus. It has a code, but I do not know whether it is encrypted.");
        Breach(runs, aware.AddHours(1), aware, "Marchetti", "A telephone with pictures of about twenty pupils was left on a bus.");
        Act(runs, aware.AddHours(2), "Marchetti", (incident, breach, by, at) => breach.Describe(
            incident,
            new BreachFacts(breach.WhatHappened, BreachPeople.Pupils, 20, BreachData.Images, null, "", "The bus company was rung. The telephone was locked from afar.", "", ""),
            by,
            at));
        foreach (var subject in BreachClock.Subjects)
        {
            var at = BreachClock.TimesOf(subject, aware).DueSoonAt;
            if (at <= now)
            {
                story.Step(at, async () => DemoStory.Done(
                    (await story.Database.Deadlines.SingleAsync(deadline => deadline.Subject == subject && deadline.SubjectId == runs.Breach.Id)).RaiseAlert(Alerts, at)));
            }
        }
    }

    private void TellOfReferralsAndReview()
    {
        var offensive = Report(6, 9, "Cartwright", IncidentCategory.Discriminatory, "Under a picture of the choir somebody writes about the religion of two families, and where they live.");
        Refer(6, 11, offensive, 1, ReferralAgency.Usual[0], "Raman", at => new ReferralContactAnswers(
            at.AddMinutes(-25), ContactMeans.Telephone, "The call handler on 101", "CAD 1189", false, "An officer rings back. Keep the comment as it is until then, and do not answer it.", false, now.AddDays(1)));
        Refer(6, 12, offensive, 2, ReferralAgency.Usual.Single(agency => agency.Name == "The platform"), "Raman", at => new ReferralContactAnswers(
            at.AddMinutes(-10), ContactMeans.OnlineForm, "Reporting form for hate speech", "", false, "They look at it within two days.", false, at.AddDays(2)));
        story.Step(story.At(4, 10, 40), () =>
        {
            var at = story.At(4, 10, 40);
            DemoStory.Done(story.Database.Referrals.Local.Single(referral => referral.IncidentId == offensive.Incident.Id && referral.Number == 2).AddContact(
                offensive.Incident,
                new ReferralContactAnswers(at.AddMinutes(-30), ContactMeans.Writing, "Their safety team", "4418-77", false, "The account has been closed. Nothing more is to come.", true, null),
                story.By("Raman"),
                at));
        });
        Review(5, 9, offensive, "Okafor", "The first comment below the picture of the choir, on the school’s page", "Whitcombe");
    }

    private void Review(int daysAgo, int hour, Made made, string first, string content, string second)
    {
        ContentReview review = null!;
        var begun = story.At(daysAgo, hour, 5);
        story.Step(begun, () =>
        {
            review = DemoStory.Done(ContentReview.Begin(made.Incident, 1, content, story.By(first), begun));
            DemoStory.Done(review.Invite(made.Incident, story.Person(second).Id, story.Directory(), story.By(first), begun));
            story.Database.ContentReviews.Add(review);
        });
        Give(begun.AddMinutes(20), first, "A comment that names a religion and calls two families by their street. It asks others to go there.", "It is meant to frighten them, and says where they can be found.");
        Give(begun.AddHours(3), second, "Words about a religion, with the name of a street and the words “pay them a visit”.", "Families are threatened because of their religion.");

        void Give(DateTime at, string who, string saw, string concern) => story.Step(at, () =>
        {
            DemoStory.Done(review.Write(
                made.Incident,
                new ReviewAnswers(saw, "On the school’s page, below the picture of the choir.", at.AddMinutes(-15), concern, ReviewConclusion.HarmOrCrime, "The police have to know: it may be a crime against the law on stirring up hatred."),
                story.By(who),
                at));
            DemoStory.Done(review.Sign(made.Incident, story.By(who), at));
        });
    }

    private Made Report(int daysAgo, int hour, string by, IncidentCategory category, string what)
    {
        var made = new Made();
        Report(made, story.At(daysAgo, hour, 5), by, category, what);
        return made;
    }

    private void Report(Made made, DateTime at, string by, IncidentCategory category, string what) => story.Step(at, async () =>
    {
        made.Incident = DemoStory.Done(Incident.Report(
            await story.Database.DrawIncidentNumberAsync(CancellationToken.None),
            new IncidentAnswers(what, IncidentWhere.Elsewhere, null, "Online", "", at.AddMinutes(-30), NoticedHow.SawIt, category, false, []),
            null,
            story.Directory(),
            story.By(by),
            at));
        story.Database.Incidents.Add(made.Incident);
    });

    private void Breach(int daysAgo, int hour, Made made, Func<DateTime, DateTime> awareAt, string by, string what)
    {
        var at = story.At(daysAgo, hour, 10);
        Breach(made, at, awareAt(at), by, what);
    }

    private void Breach(Made made, DateTime at, DateTime awareAt, string by, string what) => story.Step(at, () =>
    {
        made.Breach = DemoStory.Done(PersonalDataBreach.Begin(made.Incident, awareAt, what, story.By(by), at));
        story.Database.PersonalDataBreaches.Add(made.Breach);
    });

    private void Act(int daysAgo, int hour, Made made, string by, Func<Incident, PersonalDataBreach, Actor, DateTime, Result> act) => Act(made, story.At(daysAgo, hour, 30), by, act);

    private void Act(Made made, DateTime at, string by, Func<Incident, PersonalDataBreach, Actor, DateTime, Result> act) =>
        story.Step(at, () => DemoStory.Done(act(made.Incident, made.Breach, story.By(by), at)));

    private void Refer(int daysAgo, int hour, Made made, int number, ReferralAgency agency, string by, Func<DateTime, ReferralContactAnswers> first)
    {
        var at = story.At(daysAgo, hour, 30);
        story.Step(at, () => story.Database.Referrals.Add(DemoStory.Done(Referral.Make(made.Incident, number, agency, null, first(at), story.By(by), at))));
    }

    /// <summary>An incident that later steps go on with, and its breach. Each is there once its own step has been told.</summary>
    private sealed class Made
    {
        public Incident Incident { get; set; } = null!;

        public PersonalDataBreach Breach { get; set; } = null!;
    }
}
