using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>Two people at once, and one form twice.</summary>
public class ApplicationRaceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("Approved", "Approved")]
    [InlineData("Approved", "Rejected")]
    [InlineData("ChangesRequested", "Rejected")]
    [Trait("Clause", "BC-6")]
    public async Task Of_two_leaders_at_once_the_first_stands_and_the_second_leaves_no_trace(string one, string two)
    {
        var (applicant, lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var leaders = new[] { await portal.PersonAsync(Roles.SeniorLeader), await portal.PersonAsync(Roles.SeniorLeader) };
        string[] outcomes = [one, two];
        for (var round = 0; round < 20; round++)
        {
            var id = await portal.AddApplicationAsync(applicant, lead, deputy);
            var forms = new[] { await leaders[0].Client.OpenAsync($"/applications/{id}/decide"), await leaders[1].Client.OpenAsync($"/applications/{id}/decide") };
            (string Name, string Value)[] Answers(int which) =>
            [
                ("Form.Outcome", outcomes[which]), .. BusinessCaseForms.Approval().Where(answer => answer.Name == "Form.Weighed"),
                ("Form.Reasons", $"Reasons of {leaders[which].Person.FullName}."),
            ];

            var pages = await Task.WhenAll(
                Task.Run(() => leaders[0].Client.SubmitAsync(forms[0], Answers(0))), Task.Run(() => leaders[1].Client.SubmitAsync(forms[1], Answers(1))));

            var winner = Array.FindIndex(pages, page => page.Status == HttpStatusCode.Found);
            var loser = 1 - winner;
            Assert.InRange(winner, 0, 1);
            Assert.Equal(HttpStatusCode.Conflict, pages[loser].Status);
            Assert.Contains(leaders[winner].Person.FullName, Assert.Single(pages[loser].Errors), StringComparison.Ordinal);
            Assert.Contains("Your decision has not been recorded.", pages[loser].Errors[0], StringComparison.Ordinal);
            Assert.Equal($"Reasons of {leaders[loser].Person.FullName}.", pages[loser].ValueOf("Form.Reasons"));
            Assert.Equal(outcomes[loser], pages[loser].ValueOf("Form.Outcome"));

            await portal.UseDatabaseAsync(async database =>
            {
                var application = await database.Applications.AsNoTracking().SingleAsync(found => found.Id == id);
                Assert.Equal(leaders[winner].Person.Id, Assert.Single(application.Decisions).DecidedById);
                Assert.Equal(outcomes[winner], application.Status.ToString());
                Assert.Equal(outcomes[winner] == "Approved" ? 1 : 0, await database.Accounts.CountAsync(account => account.ApplicationId == id));
                var lines = await database.AuditEvents.AsNoTracking().Where(line => line.RecordReference == application.Reference).ToListAsync();
                Assert.DoesNotContain(lines, line => line.ActorId == leaders[loser].Person.Id);
                Assert.Single(lines, line => line.ActorId == leaders[winner].Person.Id);
            });
            var history = await leaders[loser].Client.OpenAsync($"/applications/{id}");
            Assert.DoesNotContain(leaders[loser].Person.FullName, history.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Starting_twice_with_one_form_starts_one(bool atOnce)
    {
        var (applicant, client) = await portal.PersonAsync();
        var form = await client.OpenAsync("/applications/start");

        var (first, second) = await TwiceAsync(() => client.SubmitAsync(form), atOnce);

        Assert.Equal(first.Location, second.Location);
        Assert.EndsWith("/tasks", first.Location, StringComparison.Ordinal);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Applications.CountAsync(one => one.ApplicantId == applicant.Id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submitting_twice_with_one_form_submits_once(bool atOnce)
    {
        var (applicant, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        var form = await client.OpenAsync($"/applications/{id}/check");

        var (first, second) = await TwiceAsync(() => client.SubmitAsync(form), atOnce);

        Assert.Equal(($"/applications/{id}/submitted", $"/applications/{id}/submitted"), (first.Location, second.Location));
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.Single((await database.Applications.AsNoTracking().SingleAsync(one => one.Id == id)).Submissions);
            Assert.Equal(1, await database.Notifications.CountAsync(told => told.PersonId == leader.Id && told.Reference == $"APP-{id:D6}"));
            Assert.Equal(1, await database.AuditEvents.CountAsync(line => line.RecordReference == $"APP-{id:D6}" && line.Name == "ApplicationSubmitted"));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deciding_twice_with_one_form_decides_once(bool atOnce)
    {
        var applicant = await portal.AddPersonAsync();
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync());
        var form = await client.OpenAsync($"/applications/{id}/decide");

        var (first, second) = await TwiceAsync(() => client.SubmitAsync(form, BusinessCaseForms.Approval()), atOnce);

        Assert.Equal(($"/applications/{id}", $"/applications/{id}"), (first.Location, second.Location));
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.Single((await database.Applications.AsNoTracking().SingleAsync(one => one.Id == id)).Decisions);
            Assert.Equal(1, await database.Accounts.CountAsync(account => account.ApplicationId == id));
        });
    }

    private static async Task<(Page First, Page Second)> TwiceAsync(Func<Task<Page>> send, bool atOnce)
    {
        if (atOnce)
        {
            var pages = await Task.WhenAll(Task.Run(send), Task.Run(send));
            return (pages[0], pages[1]);
        }

        return (await send(), await send());
    }
}
