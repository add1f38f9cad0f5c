using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>Who sees which business case. For everybody else it does not exist.</summary>
public class ApplicationVisibilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Hidden = "hidden";
    private const string Seen = "seen";

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager)]
    public async Task Another_persons_draft_is_not_there_on_any_route(Roles roles)
    {
        var applicant = await portal.AddPersonAsync();
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        var (_, stranger) = await portal.PersonAsync(roles);
        var form = ApplicationRefusalTests.Form(await stranger.OpenAsync("/applications/start"));
        string[] pages = ["", "/tasks", "/check", "/submitted", "/withdraw", "/decide", .. BusinessCaseForms.Sections.Select(section => "/" + section)];
        foreach (var page in pages)
        {
            var expected = page == "/decide" && !roles.HasFlag(Roles.SeniorLeader) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
            Assert.Equal((page, expected), (page, (await stranger.GetAsync($"/applications/{id}{page}")).Status));
        }

        foreach (var page in pages.Except(["", "/tasks", "/submitted"]))
        {
            var expected = page == "/decide" && !roles.HasFlag(Roles.SeniorLeader) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
            foreach (var tooLong in new[] { "short", new string('x', 2001) })
            {
                var posted = await stranger.PostAsync($"/applications/{id}{page}", Page.Fields(
                    form, ("Version", "2"), ("Form.Version", "2"), ("Form.Outcome", "Rejected"), ("Form.Reasons", tooLong), ("Aim", tooLong), ("Form.Note", tooLong)));
                Assert.Equal((page, expected), (page, posted.Status));
                Assert.DoesNotContain("Science Club", posted.Content, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain($"APP-{id:D6}", (await stranger.OpenAsync("/applications")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"APP-{id:D6}", (await stranger.OpenAsync($"/applications?Text=APP-{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Draft, await portal.UseDatabaseAsync(database =>
            database.Applications.Where(one => one.Id == id).Select(one => one.Status).SingleAsync()));
    }

    [Theory]
    // Who                                     Submitted  ChangesRequested  Approved  Rejected  Withdrawn
    [InlineData("stranger", Roles.None, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("stranger", Roles.SeniorLeader, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("stranger", Roles.DataProtectionOfficer, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("stranger", Roles.Administrator, Hidden, Hidden, Seen, Hidden, Hidden)]
    [InlineData("stranger", Roles.PortalManager, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("applicant", Roles.None, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("lead", Roles.None, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("deputy", Roles.None, Seen, Seen, Seen, Seen, Seen)]
    public async Task Who_sees_one_that_was_submitted(string who, Roles roles, params string[] expected)
    {
        ApplicationStatus[] statuses =
            [ApplicationStatus.Submitted, ApplicationStatus.ChangesRequested, ApplicationStatus.Approved, ApplicationStatus.Rejected, ApplicationStatus.Withdrawn];
        var (applicant, lead, deputy, leader) =
            (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.SeniorLeader));
        var reader = who switch { "applicant" => applicant, "lead" => lead, "deputy" => deputy, _ => await portal.AddPersonAsync(roles) };
        var client = await portal.SignInAsync(reader);
        foreach (var (status, sees) in statuses.Zip(expected))
        {
            var id = await portal.AddApplicationAsync(applicant, lead, deputy, status, leader);

            var page = await client.GetAsync($"/applications/{id}");
            var list = await client.OpenAsync($"/applications?Text=APP-{id}");

            Assert.Equal((status, sees == Seen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (status, page.Status));
            Assert.Equal(sees == Seen, list.Text.Contains($"APP-{id:D6}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_draft_that_was_withdrawn_stays_hidden_from_the_leaders()
    {
        var (applicant, client) = await portal.PersonAsync();
        var (leader, leaderClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        await client.FillAsync($"/applications/{id}/withdraw", ("Form.Reasons", "Not for you."));

        Assert.Contains("Withdrawn", (await client.OpenAsync($"/applications/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leaderClient.GetAsync($"/applications/{id}")).Status);
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == leader.Id && told.Reference == $"APP-{id:D6}")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Clause", "SLT-5")]
    public async Task Nobody_but_the_applicant_sees_answers_that_were_not_submitted(bool withdrawnAfterwards)
    {
        var (applicant, client) = await portal.PersonAsync();
        var (lead, leadClient) = await portal.PersonAsync();
        var (leader, leaderClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await portal.AddApplicationAsync(applicant, lead, await portal.AddPersonAsync(), ApplicationStatus.ChangesRequested, leader, name: "Pottery Club");
        await client.FillAsync($"/applications/{id}/platform-and-name", ("Platform", "TikTok"), ("ProposedName", "Halfwritten Name"));
        await client.FillAsync($"/applications/{id}/aim", ("Aim", "Halfwritten aim."));
        var newcomer = await portal.AddPersonAsync();
        await client.FillAsync($"/applications/{id}/administrators", BusinessCaseForms.Answers("administrators", lead, newcomer));
        if (withdrawnAfterwards)
        {
            await client.FillAsync($"/applications/{id}/withdraw");
        }

        foreach (var reader in new[] { leaderClient, leadClient })
        {
            var details = await reader.OpenAsync($"/applications/{id}");
            var list = await reader.OpenAsync($"/applications?Text=APP-{id}");
            foreach (var page in new[] { details, list })
            {
                Assert.Contains("Pottery Club", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Halfwritten", page.Content, StringComparison.Ordinal);
            }

            Assert.Contains("Families see what pupils find out.", details.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("TikTok", details.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(newcomer.FullName, details.Text, StringComparison.Ordinal);

            // Nor can it be found by what was not submitted.
            Assert.Contains("No business case fits", (await reader.OpenAsync("/applications?Text=halfwritten")).Text, StringComparison.Ordinal);
            Assert.Contains($"APP-{id:D6}", (await reader.OpenAsync("/applications?Text=pottery")).Text, StringComparison.Ordinal);
        }

        Assert.Contains($"APP-{id:D6}", (await client.OpenAsync("/applications?Text=halfwritten")).Text, StringComparison.Ordinal);

        Assert.Contains("Halfwritten aim.", (await client.OpenAsync($"/applications/{id}")).Text, StringComparison.Ordinal);
    }
}
