using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Enquiries;

/// <summary>Who hears of an alert: the table of the response rule.</summary>
public class EnquiryAlertTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>Raises the alert of a level, as the job does, and says who heard of it.</summary>
    private async Task<IReadOnlyList<int>> RaiseAsync(DeadlineSubject subject, int id, AlertLevel level)
    {
        var already = await portal.UseDatabaseAsync(database => database.Notifications.Select(one => one.Id).OrderByDescending(one => one).FirstOrDefaultAsync());
        return await portal.UseDatabaseAsync(async database =>
        {
            var deadline = await database.Deadlines.SingleAsync(found => found.Subject == subject && found.SubjectId == id);
            EnquiryBuilder.Done(deadline.RaiseAlert(Actor.Portal("Alerts"), new AlertTimes(deadline.DueSoonAt, deadline.DueAt, deadline.EscalatesAt).Of(level)));
            await database.SaveChangesAsync();
            var told = await database.Notifications.Where(one => one.Id > already).OrderBy(one => one.PersonId).ToListAsync();
            Assert.All(told, one => Assert.Equal(deadline.SubjectReference, one.Reference));
            var subjects = await database.OutgoingEmails.Where(mail => mail.Subject.StartsWith(deadline.SubjectReference)).Select(mail => mail.PersonId).ToListAsync();
            Assert.All(told, one => Assert.Contains(one.PersonId, subjects.OfType<int>()));
            return told.ConvertAll(one => one.PersonId);
        });
    }

    private async Task LeaveAsync(Person person, DateOnly day) =>
        await portal.UseDatabaseAsync(database => database.People.Where(found => found.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.LeavingDate, day)));

    private static int[] Ids(params Person[] people) => [.. people.Select(person => person.Id).Order()];

    private Task<List<int>> HoldersAsync(Roles role) => portal.UseDatabaseAsync(database =>
        database.People.Where(person => person.Status == PersonStatus.Active && (person.Roles & role) == role).Select(person => person.Id).OrderBy(id => id).ToListAsync());

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Due_soon_goes_to_the_lead_and_the_assignee_overdue_to_the_deputies_too_and_escalated_to_the_leaders()
    {
        var (lead, deputy, assignee, logger) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
        await portal.AddPersonAsync(Roles.SeniorLeader);
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        var enquiry = await portal.AddEnquiryAsync(account.Id, logger, also: found => EnquiryBuilder.Done(found.Assign(
            assignee.Id, new PeopleDirectory([new DirectoryPerson(assignee.Id, "A", "B", PersonStatus.Active, null)]), logger.AsActor(), portal.Now)));

        Assert.Equal(Ids(lead, assignee), await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.DueSoon));
        Assert.Equal(Ids(lead, deputy, assignee), await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.Overdue));
        Assert.Equal(await HoldersAsync(Roles.SeniorLeader), await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.Escalated));
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Whoever_has_left_hears_nothing_and_somebody_else_does()
    {
        var (lead, deputy, logger) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
        await portal.AddPersonAsync(Roles.Administrator);
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        var enquiry = await portal.AddEnquiryAsync(account.Id, logger);
        var yesterday = new DateOnly(2026, 3, 9);
        await LeaveAsync(lead, yesterday);

        Assert.Equal(Ids(deputy), await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.DueSoon));
        await LeaveAsync(deputy, yesterday);
        Assert.Equal(await HoldersAsync(Roles.Administrator), await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.Overdue));
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task An_answer_ends_the_alerts()
    {
        var (lead, logger) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, logger, also: found => EnquiryBuilder.Done(found.Acknowledge("Thanks.", lead.AsActor(), portal.Now)));

        await portal.UseDatabaseAsync(async database =>
        {
            var deadline = await database.Deadlines.SingleAsync(found => found.Subject == DeadlineSubject.Enquiry && found.SubjectId == enquiry.Id);
            Assert.Equal(AlertErrors.NoneDue, deadline.RaiseAlert(Actor.Portal("Alerts"), portal.Now.AddDays(30)).Error);
        });
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task A_draft_alerts_the_administrators_of_its_account_or_those_by_role_and_escalates_to_the_leaders()
    {
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        await portal.AddPersonAsync(Roles.Administrator);
        await portal.AddPersonAsync(Roles.SeniorLeader);
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        var known = await portal.AddDraftAsync(account.Id);
        var unknown = await portal.AddDraftAsync(null);

        Assert.Equal(Ids(lead, deputy), await RaiseAsync(DeadlineSubject.EnquiryDraft, known.Id, AlertLevel.DueSoon));
        Assert.Equal(Ids(lead, deputy), await RaiseAsync(DeadlineSubject.EnquiryDraft, known.Id, AlertLevel.Overdue));
        Assert.Equal(await HoldersAsync(Roles.SeniorLeader), await RaiseAsync(DeadlineSubject.EnquiryDraft, known.Id, AlertLevel.Escalated));
        Assert.Equal(await HoldersAsync(Roles.Administrator), await RaiseAsync(DeadlineSubject.EnquiryDraft, unknown.Id, AlertLevel.DueSoon));
    }

    [Fact]
    public async Task An_e_mail_says_what_waits_and_nothing_of_who_or_what()
    {
        var (lead, logger) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, logger, from: "Xenophon", text: "Xylophone");
        await RaiseAsync(DeadlineSubject.Enquiry, enquiry.Id, AlertLevel.DueSoon);

        await portal.UseAsync(async services =>
        {
            var database = (Web.Data.SocialGovDbContext)services.GetService(typeof(Web.Data.SocialGovDbContext))!;
            var outbox = (Web.Infrastructure.Email.EmailOutbox)services.GetService(typeof(Web.Infrastructure.Email.EmailOutbox))!;
            var mails = await database.OutgoingEmails.Where(mail => mail.Subject.StartsWith(enquiry.Reference)).ToListAsync();
            Assert.Equal(2, mails.Count);
            Assert.All(mails, mail =>
            {
                var text = mail.Subject + outbox.Read(mail);
                Assert.Contains($"/enquiries/{enquiry.Id}", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Xenophon", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Xylophone", text, StringComparison.Ordinal);
            });
            return true;
        });
        Assert.DoesNotContain("Xylophone", portal.Log(), StringComparison.Ordinal);
    }
}
