using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.ImpactAssessments;

/// <summary>Who sees which assessment. For everybody else it does not exist.</summary>
[Trait("Clause", "DP-2")]
public class AssessmentVisibilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Hidden = "hidden";
    private const string Seen = "seen";

    private static readonly string[] Pages =
    [
        "", "/print", "/new-version", "/screening", "/screened", "/not-needed", "/tasks", "/steps/need", "/steps/necessity", "/risks", "/risks/add", "/risks/1",
        "/risks/1/remove", "/risks/library", "/measures", "/measures/1", "/check", "/advise", "/advise/need", "/return", "/sign-off", "/refuse",
        "/overturn-screening", "/overrule", "/accept-residual-risk", "/consult-ico", "/ico-outcome", "/review",
    ];

    private static readonly AssessmentStatus[] Statuses =
    [
        AssessmentStatus.Draft, AssessmentStatus.WithDpo, AssessmentStatus.ReturnedByDpo, AssessmentStatus.SignedOff, AssessmentStatus.Refused, AssessmentStatus.NotNeeded,
    ];

    [Theory]
    // Who                                                     Draft   WithDpo  Returned  SignedOff  Refused  NotNeeded
    [InlineData("author", Roles.None, Seen, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("stranger", Roles.DataProtectionOfficer, Seen, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("stranger", Roles.SeniorLeader, Hidden, Seen, Seen, Seen, Seen, Seen)]
    [InlineData("stranger", Roles.None, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("stranger", Roles.Administrator, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("stranger", Roles.PortalManager, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("stranger", Roles.PortalManager | Roles.Administrator, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden)]
    [InlineData("applicant", Roles.None, Hidden, Seen, Seen, Seen, Seen, Hidden)]
    [InlineData("lead", Roles.None, Hidden, Seen, Seen, Seen, Seen, Hidden)]
    [InlineData("deputy", Roles.PortalManager, Hidden, Seen, Seen, Seen, Seen, Hidden)]
    public async Task Who_sees_it(string who, Roles roles, params string[] expected)
    {
        var (author, officer) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.DataProtectionOfficer));
        var reader = who == "author" ? author : await portal.AddPersonAsync(roles);
        var client = await portal.SignInAsync(reader);
        foreach (var (status, sees) in Statuses.Zip(expected))
        {
            var id = await portal.AddAssessmentAsync(author, officer, status);
            var (applicant, lead, deputy) = (
                who == "applicant" ? reader : await portal.AddPersonAsync(),
                who == "lead" ? reader : await portal.AddPersonAsync(),
                who == "deputy" ? reader : await portal.AddPersonAsync());
            await portal.AddApplicationAsync(applicant, lead, deputy, also: (one, by) => Assessments.Done(one.AnswerPersonalData(true, "Pictures.", id, [id], by, portal.Now)));

            var page = await client.GetAsync($"/impact-assessments/{id}");
            var list = await client.OpenAsync($"/impact-assessments?Text=DPIA-{id}");

            Assert.Equal((status, sees == Seen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (status, page.Status));
            Assert.Equal((status, sees == Seen), (status, list.Text.Contains($"DPIA-{id:D6}", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.PortalManager | Roles.Administrator)]
    [InlineData(Roles.SeniorLeader)]
    public async Task Another_persons_draft_is_not_there_on_any_route(Roles roles)
    {
        var (author, officer) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.DataProtectionOfficer));
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.Draft, title: "Hushed plans");
        var before = await portal.ReadAssessmentAsync(id);
        var (_, stranger) = await portal.PersonAsync(roles);
        var start = await stranger.OpenAsync("/impact-assessments/start");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)start.Document.QuerySelector("main form")!;
        foreach (var page in Pages)
        {
            var shown = await stranger.GetAsync($"/impact-assessments/{id}{page}");
            Assert.True(shown.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{page}: {shown.Status}");
            Assert.DoesNotContain("Hushed plans", shown.Content, StringComparison.Ordinal);
            foreach (var text in new[] { "short", new string('x', 4001) })
            {
                var posted = await stranger.PostAsync($"/impact-assessments/{id}{page}", Page.Fields(
                    form, ("Version", "1"), ("Form.Version", "1"), ("Plan", text), ("Form.Advice", text), ("Form.Because", text), ("Form.Description", text), ("Form.Measure", text)));
                Assert.True(posted.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed, $"POST {page}: {posted.Status}");
                Assert.DoesNotContain("Hushed plans", posted.Content, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before.Version, (await portal.ReadAssessmentAsync(id)).Version);
    }

    [Fact]
    public async Task The_authors_pages_are_nobody_elses()
    {
        var (author, officer) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader));
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.ReturnedByDpo);
        var client = await portal.SignInAsync(officer);
        foreach (var page in new[] { "/screening", "/screened", "/not-needed", "/tasks", "/steps/need", "/risks", "/risks/add", "/risks/1", "/risks/1/remove", "/risks/library", "/measures", "/measures/1", "/check" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await client.GetAsync($"/impact-assessments/{id}{page}")).Status));
        }
    }

    [Fact]
    public async Task What_the_author_changes_after_a_return_is_the_authors_until_it_is_sent()
    {
        var (author, client) = await portal.PersonAsync();
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.ReturnedByDpo);
        await client.FillAsync($"/impact-assessments/{id}/steps/need", ("Why", "Halfwritten."));

        Assert.DoesNotContain("Halfwritten.", (await officerClient.OpenAsync($"/impact-assessments/{id}")).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Halfwritten.", (await officerClient.OpenAsync($"/impact-assessments/{id}/print")).Content, StringComparison.Ordinal);
        Assert.Contains("Halfwritten.", (await client.OpenAsync($"/impact-assessments/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_from_another_persons_business_case_is_not_possible()
    {
        var (applicant, lead) = (await portal.AddPersonAsync(), await portal.PersonAsync());
        var application = await portal.AddApplicationAsync(applicant, lead.Person, await portal.AddPersonAsync(), ApplicationStatus.Submitted);

        Assert.Equal(HttpStatusCode.NotFound, (await lead.Client.GetAsync($"/impact-assessments/start?application={application}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Client.GetAsync("/impact-assessments/start?application=999999")).Status);
        var forged = await lead.Client.FillAsync("/impact-assessments/start", ("Form.Title", "Mine"), ("Form.Application", $"{application}"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.ImpactAssessments.CountAsync(one => one.StartedForApplicationId == application)));
    }
}
