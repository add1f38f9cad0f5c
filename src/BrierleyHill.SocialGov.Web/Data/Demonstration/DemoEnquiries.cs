using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Several weeks of what came in through the accounts that are live: answered, acknowledged, removed with its explanation and with the reason why
/// none could be given; a journalist who was cleared and one who waits; one that was answered late after all its
/// alerts; and today's: new, due soon, overdue and escalated. E-mails of the platforms wait to be sorted.
/// </summary>
/// <param name="story">The story.</param>
/// <param name="now">Now, UTC: the last of them came a moment ago.</param>
internal sealed class DemoEnquiries(DemoStory story, DateTime now)
{
    private const string News = "Brierley Hill Primary News";
    private const string Forest = "Forest School at Brierley Hill";
    private const string Closures = "Brierley Hill Closures and Travel";

    private static readonly Actor Alerts = Actor.Portal("Deadline alerts");

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        TellOfWeeks();
        TellOfTheLastDays();
        TellOfDrafts();
    }

    private void TellOfWeeks()
    {
        Enquiry("Karim", News, EnquiryKind.Query, EnquiryPlace.DirectMessage, "A parent", "When does the Year 2 trip get back on Thursday?", story.At(24, 9, 40))
            .Then(story.At(24, 11, 5), "Raman", (enquiry, by, at) => enquiry.Reply("At about 3:40pm. We post here when the coach leaves the farm.", by, at));
        Enquiry("Forest", News, EnquiryKind.Comment, EnquiryPlace.PublicComment, "A grandparent", "Lovely photographs of the harvest display.", story.At(20, 16, 10))
            .Then(story.At(19, 9, 15), "Raman", (enquiry, by, at) => enquiry.Acknowledge("Thank you. We will pass it on to the children.", by, at))
            .Then(story.At(19, 9, 17), "Raman", (enquiry, by, at) => enquiry.Close("A kind word that asks for nothing more.", by, at));
        Enquiry("Llewellyn", News, EnquiryKind.Comment, EnquiryPlace.PublicComment, "An account with no picture", "Abusive words about a teacher and her appearance.", story.At(15, 8, 20))
            .Then(story.At(15, 9, 50), "Raman", (enquiry, by, at) => enquiry.Remove(
                RemovalMeans.Deleted | RemovalMeans.BlockedUser | RemovalMeans.Reported,
                true,
                "We have removed a comment that insulted a member of our staff. We welcome every question and criticism here that is put with respect.",
                "",
                by,
                at));
        Enquiry("Forest", Forest, EnquiryKind.Comment, EnquiryPlace.PublicComment, "A follower", "Names a child who can be seen in a picture, and the street the child lives in.", story.At(14, 18, 35))
            .Then(story.At(14, 19, 5), "Forest", (enquiry, by, at) => enquiry.Remove(
                RemovalMeans.Hidden | RemovalMeans.Deleted, false, "", "Any explanation under the picture would have drawn attention to the child again. The follower was written to.", by, at));
        Enquiry("Pugh", News, EnquiryKind.Journalist, EnquiryPlace.DirectMessage, "A reporter of the Stourbridge Courier", "Asks for a comment about the plans for the crossing in front of the school.", story.At(12, 10, 30), "https://www.facebook.com/messages/t/1002003004")
            .Then(story.At(12, 10, 45), "Pugh", (enquiry, by, at) => enquiry.Acknowledge("Thank you for writing. We will come back to you by the end of tomorrow.", by, at))
            .Then(story.At(12, 14, 20), "Okafor", (enquiry, by, at) => enquiry.Clear(true, "We welcome the crossing, and thank the families who asked for it. Questions about dates go to the council.", "", by, at))
            .Then(story.At(11, 9, 10), "Raman", (enquiry, by, at) => enquiry.Reply("We welcome the crossing, and thank the families who asked for it. For dates please ask the council’s highways team.", by, at));
        // Answered late, and everybody heard of it on the way.
        Enquiry("Cartwright", News, EnquiryKind.Complaint, EnquiryPlace.DirectMessage, "A parent", "Nobody answered my two e-mails about the after-school club.", story.At(9, 12, 15))
            .AlertedUntilEscalated()
            .ThenLate(TimeSpan.FromHours(6), "Raman", (enquiry, by, at) => enquiry.Reply("We are sorry that you had to wait. The club’s leader rings you this afternoon.", by, at));
        Enquiry("Bevan", Closures, EnquiryKind.Comment, EnquiryPlace.PublicComment, "An account with almost our handle", "“School closed tomorrow, spread the word.” It is not, and it is not us.", story.At(8, 15, 30))
            .Then(story.At(8, 16, 5), "Pugh", (enquiry, by, at) => enquiry.Acknowledge("This is not an account of our school. School is open tomorrow.", by, at));
    }

    private void TellOfTheLastDays()
    {
        // Due in the evening of the day before yesterday or so: escalated by now, unless that is still to come.
        Enquiry("Tandy", News, EnquiryKind.Complaint, EnquiryPlace.Review, "A neighbour", "Two stars: parents park across my drive every morning, and nobody at the school cares.", story.At(4, 8, 55), "https://www.facebook.com/BrierleyHillPrimaryNews/reviews")
            .Then(story.At(4, 9, 30), "Raman", (enquiry, by, at) => enquiry.Assign(story.Person("Nowak").Id, story.Directory(), by, at))
            .AlertedUntilEscalated();
        Enquiry("Raman", News, EnquiryKind.Query, EnquiryPlace.PublicComment, "A parent", "Is there still a place in the breakfast club from January?", story.At(3, 10, 20))
            .AlertedUntilOverdue();
        Enquiry("Forest", Forest, EnquiryKind.Query, EnquiryPlace.DirectMessage, "A parent", "Do the children need waterproof trousers next week?", story.At(3, 14, 0))
            .Then(story.At(3, 15, 20), "Forest", (enquiry, by, at) => enquiry.Acknowledge("We are asking Mr Adeyemi, and tell you tomorrow.", by, at));
        Enquiry("Karim", News, EnquiryKind.Journalist, EnquiryPlace.DirectMessage, "A local radio station", "Wants to record in the playground on Friday, and asks whom to ring.", Ago(TimeSpan.FromHours(5)))
            .Then(Ago(TimeSpan.FromHours(4)), "Raman", (enquiry, by, at) => enquiry.Acknowledge("Thank you for asking. The head teacher decides, and we write to you.", by, at));
        Enquiry("Llewellyn", News, EnquiryKind.Query, EnquiryPlace.DirectMessage, "A parent", "My daughter’s coat is gone. Where is the lost property kept?", Ago(TimeSpan.FromHours(21.5)))
            .AlertedBy(AlertLevel.DueSoon);
        Enquiry("Pugh", Forest, EnquiryKind.Comment, EnquiryPlace.PublicComment, "A parent", "Could the next walk start later? Half past eight is early with a baby.", Ago(TimeSpan.FromMinutes(50)));
    }

    private void TellOfDrafts()
    {
        Draft("draft-1", News, "notification@facebookmail.example", "Somebody commented on your post", "“What time are the doors open for the fair?”\n\nYou receive this because you manage Brierley Hill Primary News.", Ago(TimeSpan.FromHours(3)));
        Draft("draft-2", Forest, "no-reply@mail.instagram.example", "New message request", "A new message waits in your requests: “Is this the account of the forest school in Dudley?”", Ago(TimeSpan.FromHours(20)));
        Draft("draft-3", null, "updates@facebookmail.example", "See how your page did this week", "Your page reached 312 people. Boost a post to reach more.", Ago(TimeSpan.FromHours(9)));
    }

    // Never in the future of the story, and never before it: the time of day at which the demonstration is filled may be any.
    private DateTime Ago(TimeSpan span) => now - span;

    private Told Enquiry(string who, string accountName, EnquiryKind kind, EnquiryPlace place, string from, string text, DateTime at, string link = "")
    {
        var told = new Told(story, now);
        story.Step(at, async () =>
        {
            // An account that has not gone live in the story has nothing to come through it.
            if (await story.Database.Accounts.SingleOrDefaultAsync(found => found.Name == accountName) is { IsLive: true } account)
            {
                var deadline = ResponseDeadline.Of(at, WorkingCalendar.EnglandAndWales, ResponseSettings.OfPolicy);
                told.Enquiry = DemoStory.Done(Domain.Enquiries.Enquiry.Log(new EnquiryAnswers(account.Id, kind, place, from, text, link), account, deadline, story.By(who), at));
                story.Database.Enquiries.Add(told.Enquiry);
            }
        });
        told.Deadline = ResponseDeadline.Of(at, WorkingCalendar.EnglandAndWales, ResponseSettings.OfPolicy);
        return told;
    }

    private void Draft(string message, string? accountName, string sender, string subject, string text, DateTime at) => story.Step(at, async () =>
    {
        var account = await story.Database.Accounts.Where(found => found.Name == accountName).Select(found => (int?)found.Id).SingleOrDefaultAsync();
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message)));
        story.Database.EnquiryDrafts.Add(EnquiryDraft.Take(
            hash, sender, subject, text, ResponseDeadline.Of(at, WorkingCalendar.EnglandAndWales, ResponseSettings.OfPolicy), account, Actor.Portal("Mailbox of the platforms"), at));
    });

    /// <summary>One enquiry of the story, and what became of it.</summary>
    private sealed class Told(DemoStory story, DateTime now)
    {
        public Enquiry? Enquiry { get; set; }

        public ResponseDeadline Deadline { get; set; } = null!;

        public Told Then(DateTime at, string who, Func<Enquiry, Actor, DateTime, Result> act)
        {
            story.Step(at, () =>
            {
                if (Enquiry is not null)
                {
                    DemoStory.Done(act(Enquiry, story.By(who), at));
                }
            });
            return this;
        }

        public Told ThenLate(TimeSpan late, string who, Func<Enquiry, Actor, DateTime, Result> act) => Then(Deadline.DueAt + late, who, act);

        public Told AlertedUntilEscalated() => AlertedBy(AlertLevel.DueSoon).AlertedBy(AlertLevel.Overdue).AlertedBy(AlertLevel.Escalated);

        public Told AlertedUntilOverdue() => AlertedBy(AlertLevel.DueSoon).AlertedBy(AlertLevel.Overdue);

        // As the job would have raised it; what is still to come, the job raises.
        public Told AlertedBy(AlertLevel level)
        {
            var at = AlertSettings.Usual.TimesOf(Deadline).Of(level);
            if (at <= now)
            {
                story.Step(at, async () =>
                {
                    if (Enquiry is { } enquiry
                        && await story.Database.Deadlines.SingleOrDefaultAsync(
                            deadline => deadline.Subject == DeadlineSubject.Enquiry && deadline.SubjectId == enquiry.Id) is { EndedAt: null } found)
                    {
                        DemoStory.Done(found.RaiseAlert(Alerts, at));
                    }
                });
            }

            return this;
        }
    }
}
