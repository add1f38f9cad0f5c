using System.Net;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.ImpactAssessments;

/// <summary>What is refused, how it is said, and that nothing typed is lost by it.</summary>
[Trait("Clause", "DP-2")]
public class AssessmentRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("", "Enter what the assessment is about.")]
    [InlineData("x*101", "100 characters or fewer")]
    public async Task Post_start_WhenTheTitleIsWrong_ReturnsError(string title, string message)
    {
        var (_, client) = await portal.PersonAsync();
        var typed = title == "x*101" ? new string('x', 101) : title;

        var page = await client.FillAsync("/impact-assessments/start", ("Form.Title", typed));

        Assert.Equal((HttpStatusCode.BadRequest, typed), (page.Status, page.ValueOf("Form.Title")));
        Assert.Contains(message, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_start_Twice_WithOneForm_StartsOne()
    {
        var (author, client) = await portal.PersonAsync();
        var form = await client.OpenAsync("/impact-assessments/start");

        var pages = await Task.WhenAll(Task.Run(() => client.SubmitAsync(form, ("Form.Title", "Once"))), Task.Run(() => client.SubmitAsync(form, ("Form.Title", "Once"))));

        Assert.Equal(pages[0].Location, pages[1].Location);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.ImpactAssessments.CountAsync(one => one.AuthorId == author.Id)));
    }

    [Fact]
    public async Task Get_check_WhenAnswersAreMissing_ListsThemWithLinks_AndPostIsRefused()
    {
        var (_, client) = await portal.PersonAsync();
        var started = await client.FillAsync("/impact-assessments/start", ("Form.Title", "Empty"));
        var path = started.Location![..^"/screening".Length];
        await client.FillAsync(path + "/screening", AssessmentForms.Screening(first: true));

        var page = await client.OpenAsync(path + "/check");

        Assert.Equal(20, page.Document.QuerySelectorAll(".govuk-inset-text a").Length);
        foreach (var link in page.Document.QuerySelectorAll(".govuk-inset-text a").Select(link => link.GetAttribute("href")!).Distinct())
        {
            await client.OpenAsync(link);
        }

        var sent = await client.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.StartsWith("Some answers are still missing.", Assert.Single(sent.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_check_WhenThereIsNoOfficer_SaysSo()
    {
        await using var empty = new PortalFactory();
        var (author, client) = await empty.PersonAsync();
        var id = await client.WriteAssessmentAsync(author);

        var sent = await client.FillAsync($"/impact-assessments/{id}/check");

        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.StartsWith("There is no data protection officer in the portal", Assert.Single(sent.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("need", "Why")]
    [InlineData("processing", "Scope")]
    [InlineData("consultation", "ConsultedHow")]
    [InlineData("necessity", "Accuracy")]
    [InlineData("outcome", "Conclusion")]
    public async Task Post_step_TooLong_Stale_OrHostile(string step, string field)
    {
        var (author, client) = await portal.PersonAsync();
        var id = await portal.AddAssessmentAsync(author, author, AssessmentStatus.Draft);
        var path = $"/impact-assessments/{id}/steps/{step}";
        var other = client.SecondWindow();
        var opened = await other.OpenAsync(path);

        var tooLong = await client.FillAsync(path, (field, new string('x', 4001)));
        Assert.Equal((HttpStatusCode.BadRequest, 4001), (tooLong.Status, tooLong.ValueOf(field)!.Length));
        Assert.Contains("4,000 characters or fewer", Assert.Single(tooLong.Errors), StringComparison.Ordinal);

        const string hostile = "<script>alert(1)</script> \"quoted\" & more";
        Assert.Equal($"/impact-assessments/{id}/tasks", (await client.FillAsync(path, (field, hostile))).Location);
        var shown = await client.OpenAsync($"/impact-assessments/{id}");
        Assert.Contains(hostile, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown.Content, StringComparison.Ordinal);

        var stale = await other.SubmitAsync(opened, (field, "Typed at length."));
        Assert.Equal((HttpStatusCode.Conflict, "Typed at length."), (stale.Status, stale.ValueOf(field)));
        Assert.Contains(hostile, stale.Text, StringComparison.Ordinal);
        Assert.Equal($"/impact-assessments/{id}/tasks", (await other.SubmitAsync(stale)).Location);
    }

    [Fact]
    public async Task Post_risk_WithoutDescription_ReturnsErrorAndKeepsTheRest()
    {
        var (author, client) = await portal.PersonAsync();
        var id = await portal.AddAssessmentAsync(author, author, AssessmentStatus.Draft);

        var page = await client.FillAsync($"/impact-assessments/{id}/risks/add", ("Form.Harm", "A child."), ("Form.Severity", "Severe"));

        Assert.Equal((HttpStatusCode.BadRequest, "A child.", "Severe"), (page.Status, page.ValueOf("Form.Harm"), page.ValueOf("Form.Severity")));
        Assert.Equal(["Enter what can happen."], page.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/impact-assessments/{id}/risks/77")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/impact-assessments/{id}/measures/77")).Status);
        var nothing = await client.FillAsync($"/impact-assessments/{id}/risks/library");
        Assert.Equal(["Choose at least one risk from the library."], nothing.Errors);
        Assert.Equal($"/impact-assessments/{id}/risks", (await client.FillAsync($"/impact-assessments/{id}/risks/1/remove")).Location);
        Assert.Empty((await portal.ReadAssessmentAsync(id)).Content.Risks);
    }

    [Fact]
    public async Task Post_comments_WhenATextIsMissing_ReturnsErrorAtThatAnswerAndSavesNothing()
    {
        var author = await portal.AddPersonAsync();
        var (officer, client) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer);

        var page = await client.FillAsync(
            $"/impact-assessments/{id}/advise/need",
            ("Form.Comments[0].Verdict", "Improve"), ("Form.Comments[0].Text", "Typed."), ("Form.Comments[1].Verdict", "Correct"), ("Form.Comments[1].Text", " "));

        Assert.Equal((HttpStatusCode.BadRequest, "Typed."), (page.Status, page.ValueOf("Form.Comments[0].Text")));
        Assert.Equal("#" + page.Document.QuerySelector("[name='Form.Comments[1].Text']")!.Id, page.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Empty((await portal.ReadAssessmentAsync(id)).Rounds[0].Comments);
    }

    [Fact]
    public async Task Post_signOff_WhenNotJudged_ThenWithoutDate_ReturnsErrorsAndKeepsAdvice()
    {
        var author = await portal.AddPersonAsync();
        var (officer, client) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer);
        var review = AssessmentForms.Day("ReviewOn", new DateOnly(2026, 9, 1));

        var notJudged = await client.FillAsync($"/impact-assessments/{id}/sign-off", [("Form.Advice", "Fine."), .. review]);
        Assert.StartsWith("Judge every answer", Assert.Single(notJudged.Errors), StringComparison.Ordinal);
        await client.JudgeAsync(id, "Improve", "More.");
        var wanting = await client.FillAsync($"/impact-assessments/{id}/sign-off", [("Form.Advice", "Fine."), .. review]);
        Assert.StartsWith("An answer is still judged", Assert.Single(wanting.Errors), StringComparison.Ordinal);
        await client.JudgeAsync(id);
        var late = await client.FillAsync($"/impact-assessments/{id}/sign-off", [("Form.Advice", "Fine."), .. AssessmentForms.Day("ReviewOn", new DateOnly(2027, 3, 11))]);
        Assert.Equal((HttpStatusCode.BadRequest, "Fine."), (late.Status, late.ValueOf("Form.Advice")));
        Assert.Equal(["The review date must be after today and no later than 10 March 2027."], late.Errors);
        Assert.Equal(AssessmentStatus.WithDpo, (await portal.ReadAssessmentAsync(id)).Status);
    }

    [Fact]
    public async Task Deciding_pages_WhenTheOfficerIsTheAuthor_ReturnForbiddenWithTheReason()
    {
        var (author, client) = await portal.PersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader);
        var officer = await portal.AddPersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer);
        foreach (var page in new[] { "advise", "advise/need", "return", "sign-off", "refuse", "accept-residual-risk", "consult-ico" })
        {
            var shown = await client.GetAsync($"/impact-assessments/{id}/{page}");
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, shown.Status));
            Assert.Contains("You wrote this impact assessment", shown.Text, StringComparison.Ordinal);
        }

        Assert.Contains("yours, so another officer advises", (await client.OpenAsync("/impact-assessments/queue")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("refuse")]
    [InlineData("sign-off")]
    public async Task Of_two_officers_at_once_the_first_stands_and_the_second_is_told(string second)
    {
        var author = await portal.AddPersonAsync();
        var (officer, one) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var (_, other) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer);
        var late = await other.OpenAsync($"/impact-assessments/{id}/{second}");
        await one.FillAsync($"/impact-assessments/{id}/refuse", ("Form.Advice", "First."));

        var page = await other.SubmitAsync(late, [("Form.Advice", "Typed."), .. second == "sign-off" ? AssessmentForms.Day("ReviewOn", new DateOnly(2026, 9, 1)) : []]);

        Assert.Equal((HttpStatusCode.Conflict, "Typed."), (page.Status, page.ValueOf("Form.Advice")));
        Assert.Equal(["First."], (await portal.ReadAssessmentAsync(id)).Decisions.Select(decision => decision.Text));
    }

    [Fact]
    public async Task Post_overrule_ByAnOfficerWhoIsALeader_ReturnsForbidden()
    {
        var author = await portal.AddPersonAsync();
        var officer = await portal.AddPersonAsync(Roles.DataProtectionOfficer);
        var (_, both) = await portal.PersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.Refused);

        var shown = await both.GetAsync($"/impact-assessments/{id}/overrule");

        Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
        Assert.Contains("cannot overrule", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_kind_when_it_is_empty()
    {
        var (author, client) = await portal.PersonAsync();
        Assert.Contains("There are no impact assessments for you to see yet", (await client.OpenAsync("/impact-assessments")).Text, StringComparison.Ordinal);
        await portal.AddAssessmentAsync(author, author, AssessmentStatus.Draft, title: "Zebra");
        await portal.AddAssessmentAsync(author, author, AssessmentStatus.NotNeeded, title: "Aardvark");

        string[] Titles(Page page) => [.. page.Document.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Replace("Title", "", StringComparison.Ordinal).Trim())];
        Assert.Equal(["Aardvark", "Zebra"], Titles(await client.OpenAsync("/impact-assessments?sort=title")));
        Assert.Equal(["Zebra", "Aardvark"], Titles(await client.OpenAsync("/impact-assessments?sort=title&direction=descending")));
        Assert.Equal(["Aardvark"], Titles(await client.OpenAsync("/impact-assessments?Status=NotNeeded")));
        Assert.Equal(["Zebra"], Titles(await client.OpenAsync("/impact-assessments?Text=ZEB")));
        Assert.Contains("No impact assessment fits", (await client.OpenAsync("/impact-assessments?Text=nothing")).Text, StringComparison.Ordinal);
        foreach (var column in BrierleyHill.SocialGov.Web.Features.ImpactAssessments.ImpactAssessmentQueries.SortColumns)
        {
            await client.OpenAsync($"/impact-assessments?sort={column}");
            await client.OpenAsync($"/impact-assessments?sort={column}&direction=descending");
        }
    }
}
