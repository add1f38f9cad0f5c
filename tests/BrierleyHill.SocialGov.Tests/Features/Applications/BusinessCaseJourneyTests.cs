using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>The portal's main job from the first page to the register, with what it leaves behind.</summary>
public class BusinessCaseJourneyTests
{
    [Fact]
    [Trait("Clause", "BC-1")]
    [Trait("Clause", "BC-2")]
    [Trait("Clause", "BC-3")]
    [Trait("Clause", "BC-4")]
    [Trait("Clause", "BC-5")]
    [Trait("Clause", "BC-6")]
    [Trait("Clause", "SLT-5")]
    [Trait("Clause", "SLT-6")]
    [Trait("Clause", "ADM-1")]
    [Trait("Clause", "STF-1")]
    public async Task A_business_case_goes_from_the_task_list_through_a_change_and_an_approval_into_the_register()
    {
        await using var portal = new PortalFactory();
        var (applicant, client) = await portal.PersonAsync();
        var (lead, leadClient) = await portal.PersonAsync();
        var (deputy, _) = await portal.PersonAsync();
        var (asking, askingClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var (approving, approvingClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var (administrator, administratorClient) = await portal.PersonAsync(Roles.Administrator);
        await portal.PersonAsync(Roles.PortalManager);

        // The task list says what is missing until nothing is.
        var started = await client.FillAsync("/applications/start");
        Assert.Equal("/applications/1/tasks", started.Location);
        var tasks = await client.FollowAsync(started);
        Assert.Contains("0 of 8 sections are completed", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("Enter what the account is for.", (await client.OpenAsync("/applications/1/check")).Text, StringComparison.Ordinal);
        foreach (var section in BusinessCaseForms.Sections)
        {
            Assert.Equal("/applications/1/tasks", (await client.FillAsync($"/applications/1/{section}", BusinessCaseForms.Answers(section, lead, deputy))).Location);
        }

        Assert.Contains("8 of 8 sections are completed", (await client.OpenAsync("/applications/1/tasks")).Text, StringComparison.Ordinal);
        Assert.Empty(await NotificationsAsync(portal));

        // Submitted: the leaders hear, nobody else.
        var submitted = await client.FillAsync("/applications/1/check");
        Assert.Equal("/applications/1/submitted", submitted.Location);
        Assert.Contains("APP-000001", (await client.FollowAsync(submitted)).Text, StringComparison.Ordinal);
        Assert.Equal([(asking.Id, "APP-000001"), (approving.Id, "APP-000001")], await NotificationsAsync(portal));
        Assert.Equal([asking.Id, approving.Id], (await EmailsAsync(portal)).Select(email => email.PersonId));

        // One asks for a change.
        portal.Clock.Advance(TimeSpan.FromMinutes(40));
        var asked = await askingClient.FillAsync("/applications/1/decide", ("Form.Outcome", "ChangesRequested"), ("Form.Reasons", "Say who answers in the holidays."));
        Assert.Equal("/applications/1", asked.Location);
        Assert.Contains("You have asked for changes.", (await askingClient.FollowAsync(asked)).Text, StringComparison.Ordinal);
        Assert.Contains("Say who answers in the holidays.", (await client.OpenAsync("/applications/1/tasks")).Text, StringComparison.Ordinal);
        Assert.Equal([(applicant.Id, "APP-000001")], (await NotificationsAsync(portal)).Skip(2));

        // The applicant changes it and submits again.
        portal.Clock.Advance(TimeSpan.FromMinutes(40));
        await client.FillAsync("/applications/1/messages", ("ResponseArrangements", "The office answers in the holidays."), ("ForwardingArrangements", "To the office."));
        Assert.Equal("/applications/1/submitted", (await client.FillAsync("/applications/1/check", ("Form.Note", "The holidays are in."))).Location);
        var decide = await approvingClient.OpenAsync("/applications/1/decide");
        Assert.Contains("The holidays are in.", decide.Text, StringComparison.Ordinal);
        var changed = decide.Document.QuerySelectorAll(".govuk-summary-list__row").Where(row => row.TextContent.Contains("Changed", StringComparison.Ordinal))
            .Select(row => row.QuerySelector("dt")!.TextContent.Trim());
        Assert.Equal(["Response to messages", "Forwarding of messages"], changed);
        Assert.Contains("Before: The answer to ResponseArrangements.", decide.Text, StringComparison.Ordinal);

        // Another leader approves with a condition.
        portal.Clock.Advance(TimeSpan.FromMinutes(40));
        var approved = await approvingClient.SubmitAsync(decide, BusinessCaseForms.Approval("Review it after a year."));
        Assert.Equal("/applications/1", approved.Location);
        Assert.Single((await approvingClient.FollowAsync(approved)).Document.QuerySelectorAll(".govuk-notification-banner"));

        // The rows.
        await portal.UseDatabaseAsync(async database =>
        {
            var application = await database.Applications.AsNoTracking().SingleAsync();
            Assert.Equal((ApplicationStatus.Approved, "Review it after a year."), (application.Status, application.Conditions));
            Assert.Equal([1, 2], application.Submissions.Select(submission => submission.Round));
            Assert.Equal(
                [(DecisionOutcome.ChangesRequested, asking.Id), (DecisionOutcome.Approved, approving.Id)],
                application.Decisions.Select(decision => (decision.Outcome, decision.DecidedById)));
            var account = await database.Accounts.AsNoTracking().SingleAsync();
            Assert.Equal((AccountStatus.AwaitingCreation, 1, "Science Club"), (account.Status, account.ApplicationId, account.Name));
            Assert.Equal(application.Settings, account.Settings);
            Assert.Equal(
                [(lead.Id, AssignmentRole.LeadAdministrator), (deputy.Id, AssignmentRole.DeputyAdministrator)],
                account.Assignments.Select(assignment => (assignment.PersonId, assignment.Role)));
        });

        // Who was told of what.
        List<(int, string)> told =
        [
            (asking.Id, "APP-000001"), (approving.Id, "APP-000001"), (applicant.Id, "APP-000001"), (asking.Id, "APP-000001"), (approving.Id, "APP-000001"),
            (applicant.Id, "APP-000001"), (administrator.Id, "ACC-000001"), (lead.Id, "ACC-000001"), (deputy.Id, "ACC-000001"),
        ];
        Assert.Equal(told.Order(), (await NotificationsAsync(portal)).Order());
        var emails = await EmailsAsync(portal);
        Assert.Equal(told.Order(), emails.Select(email => (email.PersonId!.Value, email.Subject[..10])).Order());
        var read = await portal.UseAsync(services => Task.FromResult(
            emails.ConvertAll(email => email.Subject + "\n" + services.GetRequiredService<EmailOutbox>().Read(email))));
        Assert.All(read, text =>
        {
            Assert.Matches("(APP|ACC)-000001", text);
            Assert.Contains("https://localhost/", text, StringComparison.Ordinal);
            foreach (var secret in new[] { "Science Club", "The answer to", "holidays", "Review it", applicant.Surname, lead.Surname, asking.Surname, approving.Surname })
            {
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            }
        });

        // The register, for everybody; the queue, for administrators.
        var register = await leadClient.OpenAsync("/accounts/1");
        Assert.Contains("Awaiting creation", register.Text, StringComparison.Ordinal);
        Assert.Contains("Review it after a year.", register.Text, StringComparison.Ordinal);
        Assert.Contains("Science Club", (await administratorClient.OpenAsync("/accounts/awaiting-creation")).Text, StringComparison.Ordinal);
        Assert.Contains("ACC-000001", (await administratorClient.OpenAsync("/")).Text, StringComparison.Ordinal);

        // The audit, in order, and the same as a history on the page.
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordReference == "APP-000001")
            .OrderBy(line => line.Sequence).ToListAsync());
        Assert.Equal(
            [
                ("ApplicationStarted", applicant.Id, null), .. Enumerable.Repeat(("ApplicationSectionSaved", applicant.Id, (string?)null), 8),
                ("ApplicationSubmitted", applicant.Id, null), ("ApplicationChangesRequested", asking.Id, "Say who answers in the holidays."),
                ("ApplicationSectionSaved", applicant.Id, null), ("ApplicationSubmitted", applicant.Id, "The holidays are in."),
                ("ApplicationApproved", approving.Id, "Review it after a year."),
            ],
            lines.Select(line => (line.Name, line.ActorId!.Value, line.Reason)));
        Assert.Equal(portal.Now, lines[^1].OccurredAt);
        var entered = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().SingleAsync(line => line.RecordReference == "ACC-000001"));
        Assert.Equal(("AccountEntered", approving.Id), (entered.Name, entered.ActorId!.Value));
        var history = (await approvingClient.OpenAsync("/applications/1")).Document.QuerySelectorAll(".moj-timeline__item");
        Assert.Equal(lines.Count, history.Length);
        Assert.Contains($"by {approving.FullName}", history[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Review it after a year.", history[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SLT-5")]
    public async Task Chasing_reminds_the_leaders_once_and_again_after_as_many_working_days()
    {
        await using var portal = new PortalFactory();
        var applicant = await portal.AddPersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync());
        Task<int> ChaseAsync() => portal.UseAsync(services =>
            services.GetRequiredService<BrierleyHill.SocialGov.Web.Features.Applications.ChaseApplications>().RunAsync(CancellationToken.None));

        Assert.Equal(0, await ChaseAsync());
        portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await ChaseAsync());
        Assert.Equal(0, await ChaseAsync());
        portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await ChaseAsync());

        Assert.Equal(Enumerable.Repeat((leader.Id, "APP-000001"), 3), await NotificationsAsync(portal));
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAsync(leader)).GetAsync("/applications/1/decide")).Status);
    }

    private static Task<List<(int PersonId, string Reference)>> NotificationsAsync(PortalFactory portal) => portal.UseDatabaseAsync(async database =>
        (await database.Notifications.AsNoTracking().OrderBy(told => told.Id).ToListAsync()).ConvertAll(told => (told.PersonId, told.Reference)));

    private static Task<List<OutgoingEmail>> EmailsAsync(PortalFactory portal) =>
        portal.UseDatabaseAsync(database => database.OutgoingEmails.AsNoTracking().OrderBy(email => email.Id).ToListAsync());
}
