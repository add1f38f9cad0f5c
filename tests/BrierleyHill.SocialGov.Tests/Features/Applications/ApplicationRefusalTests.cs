using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>What is refused, how it is said, and that nothing typed is lost by it.</summary>
public class ApplicationRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(int Id, Person Applicant, PortalClient Client)> ApplicationAsync(
        ApplicationStatus status = ApplicationStatus.Draft, Roles roles = Roles.None, Person? lead = null, Action<AccountApplication, BrierleyHill.SocialGov.Domain.Shared.Actor>? also = null)
    {
        var (applicant, client) = await portal.PersonAsync(roles);
        var leader = status is ApplicationStatus.Draft or ApplicationStatus.Submitted ? null : await portal.AddPersonAsync(Roles.SeniorLeader);
        var id = await portal.AddApplicationAsync(applicant, lead ?? applicant, await portal.AddPersonAsync(), status, leader, also: also);
        return (id, applicant, client);
    }

    private Task<AccountApplication> ReadAsync(int id) =>
        portal.UseDatabaseAsync(database => database.Applications.AsNoTracking().SingleAsync(one => one.Id == id));

    [Theory]
    [InlineData("Rejected")]
    [InlineData("ChangesRequested")]
    [Trait("Clause", "BC-6")]
    public async Task Post_decide_WhenReasonsAreMissing_ReturnsErrorAndKeepsTheChoice(string outcome)
    {
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync($"/applications/{id}/decide", ("Form.Outcome", outcome), ("Form.Weighed", "Audience"), ("Form.Reasons", "  "));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Enter your reasons. The applicant sees them."], page.Errors);
        Assert.Equal((outcome, "Audience"), (page.ValueOf("Form.Outcome"), page.ValueOf("Form.Weighed")));
        Assert.Empty((await ReadAsync(id)).Decisions);
    }

    [Fact]
    [Trait("Clause", "SLT-6")]
    public async Task Post_decide_WhenNotAllFourAreWeighed_ReturnsErrorAndKeepsConditionsAndTicks()
    {
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync(
            $"/applications/{id}/decide", ("Form.Outcome", "Approved"), ("Form.Weighed", "Purpose"), ("Form.Weighed", "Settings"), ("Form.Reasons", "Only with care."));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Tick each of the four points", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(("Approved", "Only with care."), (page.ValueOf("Form.Outcome"), page.ValueOf("Form.Reasons")));
        Assert.Equal(["Purpose", "Settings"], page.Document.QuerySelectorAll("input[name='Form.Weighed'][checked]").Select(tick => tick.GetAttribute("value")));
    }

    [Fact]
    public async Task Post_decide_WhenNothingIsChosen_ReturnsErrorAndKeepsReasons()
    {
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync($"/applications/{id}/decide", ("Form.Reasons", "Because."));

        Assert.Equal((HttpStatusCode.BadRequest, "Because."), (page.Status, page.ValueOf("Form.Reasons")));
        Assert.Equal(["Choose one of the answers offered."], page.Errors);
    }

    [Fact]
    [Trait("Clause", "BC-6")]
    public async Task Get_and_Post_decide_WhenItIsTheLeadersOwn_ReturnForbiddenWithTheReasonAndAuditIt()
    {
        var (id, applicant, client) = await ApplicationAsync(ApplicationStatus.Submitted, Roles.SeniorLeader);
        var form = await (await portal.PersonAsync(Roles.SeniorLeader)).Client.OpenAsync($"/applications/{id}/decide");

        var shown = await client.GetAsync($"/applications/{id}/decide");
        Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
        Assert.Contains("another senior leader has to decide it", shown.Text, StringComparison.Ordinal);

        var posted = await PostAsSomebodyElseAsync(client, form, BusinessCaseForms.Approval());
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Contains("another senior leader has to decide it", posted.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Submitted, (await ReadAsync(id)).Status);
        var refusals = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .Where(line => line.Name == "AccessRefused" && line.ActorId == applicant.Id).ToListAsync());
        Assert.Equal(["Application.DecidedByApplicant", "Application.DecidedByApplicant"], refusals.Select(line => line.Reason));
    }

    [Fact]
    [Trait("Clause", "BC-6")]
    public async Task Post_decide_WhenTheLeaderIsNamedAsAdministrator_ReturnsForbidden()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted, lead: leader);
        var form = await (await portal.PersonAsync(Roles.SeniorLeader)).Client.OpenAsync($"/applications/{id}/decide");

        var posted = await PostAsSomebodyElseAsync(client, form, BusinessCaseForms.Approval());

        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Contains("You are named as an administrator of this account", posted.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Submitted, (await ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Post_decide_WhenTheSameRefusedFormIsSentAgain_IsRefusedAgainAtOnce()
    {
        var (id, _, client) = await ApplicationAsync(ApplicationStatus.Submitted, Roles.SeniorLeader);
        var own = await client.OpenAsync("/applications/start");
        var fields = Page.Fields(Form(own), BusinessCaseForms.Approval());

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/applications/{id}/decide", fields)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/applications/{id}/decide", fields)).Status);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public async Task Post_decide_WhenAnAdministratorHasLeftSince_ReturnsErrorAndNamesThePoint()
    {
        var lead = await portal.AddPersonAsync();
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted, lead: lead);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync($"/applications/{id}/decide");
        await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.People.SingleAsync(person => person.Id == lead.Id);
            Assert.False(found.Deactivate("Left.", 1, PeopleActors.CommandLine, portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        var page = await leader.SubmitAsync(form, BusinessCaseForms.Approval("With care."));

        Assert.Equal((HttpStatusCode.BadRequest, "With care."), (page.Status, page.ValueOf("Form.Reasons")));
        Assert.Contains("cannot be approved as it stands", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains($"{lead.FullName} is named as an administrator but is no longer active.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_check_WhenAnswersAreMissing_ReturnsErrorAndNamesThem()
    {
        var (_, client) = await portal.PersonAsync();
        var started = await client.FillAsync("/applications/start");
        var id = started.Location!.Split('/')[2];

        var page = await client.FillAsync($"/applications/{id}/check");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Some answers are still missing. Complete every section, then submit."], page.Errors);
        Assert.Contains("Name at least two administrators.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "ADM-2")]
    public async Task Post_section_WhenTheNameIsSomebodys_ShowsItsOwnPageAgainUntilItIsExplained()
    {
        var (id, _, client) = await ApplicationAsync();
        var namesake = await portal.AddPersonAsync(surname: "Rutherfordium");
        var answers = new[] { ("Platform", "Blog"), ("Kind", "SocialNetworkAccount"), ("ProposedName", "Rutherfordium news") };

        var hit = await client.FillAsync($"/applications/{id}/platform-and-name", answers);
        Assert.Equal($"/applications/{id}/platform-and-name", hit.Location);
        var again = await client.FollowAsync(hit);
        Assert.Contains($"contains “Rutherfordium”, as in {namesake.FullName}", again.Text, StringComparison.Ordinal);

        // Another section meanwhile leads on as ever.
        Assert.Equal($"/applications/{id}/tasks", (await client.FillAsync($"/applications/{id}/aim", ("Aim", "Another aim."))).Location);
        again = await client.OpenAsync($"/applications/{id}/platform-and-name");

        Assert.Equal($"/applications/{id}/tasks", (await client.SubmitAsync(again, ("NameExplanation", "It is an element."))).Location);
        Assert.Equal("It is an element.", (await ReadAsync(id)).NameExplanation);
    }

    [Fact]
    public async Task Post_section_WhenItIsStale_ReturnsConflictWithEverythingTypedAndCanThenBeSaved()
    {
        var (id, _, client) = await ApplicationAsync();
        var first = await client.OpenAsync($"/applications/{id}/audience");
        var second = await client.OpenAsync($"/applications/{id}/audience");
        Assert.Equal($"/applications/{id}/tasks", (await client.SubmitAsync(second, ("Audience", "Governors."), ("Promotion", "A letter."))).Location);

        var stale = await client.SubmitAsync(first, ("Audience", "Typed at length."), ("Promotion", "Typed too."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.StartsWith("Somebody changed this while you had it open.", Assert.Single(stale.Errors), StringComparison.Ordinal);
        Assert.Equal(("Typed at length.", "Typed too."), (stale.ValueOf("Audience"), stale.ValueOf("Promotion")));
        Assert.Equal("Governors.", (await ReadAsync(id)).Audience);
        // What is different can be seen, and what was typed can be saved after all.
        Assert.Contains("Governors.", stale.Text, StringComparison.Ordinal);
        Assert.Equal($"/applications/{id}/tasks", (await client.SubmitAsync(stale)).Location);
        Assert.Equal("Typed at length.", (await ReadAsync(id)).Audience);
    }

    [Fact]
    public async Task Post_check_WhenItIsStale_ReturnsConflictAndCanThenBeSubmitted()
    {
        var (id, _, client) = await ApplicationAsync(ApplicationStatus.ChangesRequested);
        var check = await client.OpenAsync($"/applications/{id}/check");
        await client.FillAsync($"/applications/{id}/aim", ("Aim", "Another aim."));

        var stale = await client.SubmitAsync(check, ("Form.Note", "Changed."));

        Assert.Equal((HttpStatusCode.Conflict, "Changed."), (stale.Status, stale.ValueOf("Form.Note")));
        Assert.Contains("Another aim.", stale.Text, StringComparison.Ordinal);
        Assert.Equal($"/applications/{id}/submitted", (await client.SubmitAsync(stale)).Location);
    }

    [Fact]
    public async Task Post_decide_WhenItWasSubmittedAgainMeanwhile_ReturnsConflictWithEverythingTypedAndCanThenBeDecided()
    {
        var (id, _, client) = await ApplicationAsync(ApplicationStatus.Submitted);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, other) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync($"/applications/{id}/decide");
        await other.FillAsync($"/applications/{id}/decide", ("Form.Outcome", "ChangesRequested"), ("Form.Reasons", "More."));
        await client.FillAsync($"/applications/{id}/aim", ("Aim", "Another aim."));
        await client.FillAsync($"/applications/{id}/check");

        var stale = await leader.SubmitAsync(form, ("Form.Outcome", "Rejected"), ("Form.Reasons", "Typed at length."));

        Assert.Equal((HttpStatusCode.Conflict, "Typed at length."), (stale.Status, stale.ValueOf("Form.Reasons")));
        Assert.Contains("Another aim.", stale.Text, StringComparison.Ordinal);
        Assert.Equal($"/applications/{id}", (await leader.SubmitAsync(stale)).Location);
        Assert.Equal(ApplicationStatus.Rejected, (await ReadAsync(id)).Status);
    }

    [Theory]
    [InlineData(ApplicationStatus.Submitted)]
    [InlineData(ApplicationStatus.Approved)]
    [InlineData(ApplicationStatus.Rejected)]
    [InlineData(ApplicationStatus.Withdrawn)]
    public async Task Post_section_WhenItCannotBeEdited_ReturnsConflictWithEverythingTyped(ApplicationStatus status)
    {
        var (id, _, client) = await ApplicationAsync(status);
        var version = (await ReadAsync(id)).Version;
        Assert.Equal($"/applications/{id}", (await client.GetAsync($"/applications/{id}/aim")).Location);
        Assert.Equal($"/applications/{id}", (await client.GetAsync($"/applications/{id}/tasks")).Location);
        Assert.Equal($"/applications/{id}", (await client.GetAsync($"/applications/{id}/check")).Location);

        var start = await client.OpenAsync("/applications/start");
        var page = await client.PostAsync(
            $"/applications/{id}/aim", Page.Fields(Form(start), ("Version", version.ToString(CultureInfo.InvariantCulture)), ("Aim", "Typed at length.")));

        Assert.Equal((HttpStatusCode.Conflict, "Typed at length."), (page.Status, page.ValueOf("Aim")));
        Assert.StartsWith("This business case has been submitted, decided or withdrawn", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApplicationStatus.Approved)]
    [InlineData(ApplicationStatus.Rejected)]
    [InlineData(ApplicationStatus.Withdrawn)]
    public async Task Post_withdraw_WhenItIsFinished_ReturnsConflict(ApplicationStatus status)
    {
        var (id, _, client) = await ApplicationAsync(status);
        var version = (await ReadAsync(id)).Version;
        var start = await client.OpenAsync("/applications/start");

        var page = await client.PostAsync(
            $"/applications/{id}/withdraw", Page.Fields(Form(start), ("Form.Version", version.ToString(CultureInfo.InvariantCulture)), ("Form.Reasons", "Typed.")));

        Assert.Equal((HttpStatusCode.Conflict, "Typed."), (page.Status, page.ValueOf("Form.Reasons")));
        Assert.Equal(["This business case has already been decided or withdrawn."], page.Errors);
    }

    [Fact]
    public async Task Post_withdraw_ByALeader_ReturnsForbiddenWhileTheApplicantIsActive()
    {
        var (id, _, _) = await ApplicationAsync(ApplicationStatus.Submitted);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var start = await leader.OpenAsync("/applications/start");

        var page = await leader.PostAsync($"/applications/{id}/withdraw", Page.Fields(
            Form(start), ("Form.Version", (await ReadAsync(id)).Version.ToString(CultureInfo.InvariantCulture)), ("Form.Reasons", "Over.")));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Only the applicant can withdraw this business case.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_withdraw_TellsTheLeadersInThePortal()
    {
        var (id, _, client) = await ApplicationAsync(ApplicationStatus.Submitted);
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);

        var withdrawn = await client.FillAsync($"/applications/{id}/withdraw", ("Form.Reasons", "No longer needed."));

        Assert.Contains("You have withdrawn this business case.", (await client.FollowAsync(withdrawn)).Text, StringComparison.Ordinal);
        var told = await portal.UseDatabaseAsync(database => database.Notifications.AsNoTracking().SingleAsync(one => one.PersonId == leader.Id));
        Assert.Equal($"The business case APP-{id:D6} has been withdrawn.", told.Text);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public async Task Post_administrators_WhenLeadAndDeputyChangePlaces_IsSaved()
    {
        var (applicant, client) = await portal.PersonAsync();
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var id = await portal.AddApplicationAsync(applicant, lead, deputy, ApplicationStatus.Draft);

        var saved = await client.FillAsync($"/applications/{id}/administrators", BusinessCaseForms.Answers("administrators", deputy, lead));

        Assert.Equal($"/applications/{id}/tasks", saved.Location);
        Assert.Equal(
            [(deputy.Id, true), (lead.Id, false)],
            (await ReadAsync(id)).Administrators.Select(administrator => (administrator.PersonId, administrator.IsLead)));
    }

    internal static AngleSharp.Html.Dom.IHtmlFormElement Form(Page page) => (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!;

    // The fields of another person's form, with a token and a number of one's own: what a forged request looks like.
    private static async Task<Page> PostAsSomebodyElseAsync(PortalClient client, Page form, params (string Name, string Value)[] answers)
    {
        var own = await client.OpenAsync("/applications/start");
        var version = form.Document.QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
        return await client.PostAsync(form.Path, Page.Fields(Form(own), [("Form.Version", version), .. answers]));
    }
}
