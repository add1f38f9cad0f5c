using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.ImpactAssessments;

/// <summary>An assessment from its first question to its sign-off, and what happens to it afterwards.</summary>
[Trait("Clause", "DP-1")]
[Trait("Clause", "DP-2")]
public class AssessmentJourneyTests
{
    [Fact]
    public async Task From_a_business_case_through_a_return_to_a_sign_off()
    {
        await using var portal = new PortalFactory();
        var (author, client) = await portal.PersonAsync();
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var application = await portal.AddApplicationAsync(author, author, await portal.AddPersonAsync(), ApplicationStatus.Draft);

        var id = await client.WriteAssessmentAsync(author, application: application, text: field => $"Secret answer to {field}.");
        Assert.Equal(id, await portal.UseDatabaseAsync(database => database.Applications.Select(one => one.ImpactAssessmentId).SingleAsync()));
        Assert.Equal($"/impact-assessments/{id}", (await client.FillAsync($"/impact-assessments/{id}/check")).Location);

        var queue = await officerClient.OpenAsync("/impact-assessments/queue");
        Assert.Contains($"DPIA-{id:D6}", queue.Text, StringComparison.Ordinal);
        await officerClient.JudgeAsync(id);
        var necessity = await officerClient.OpenAsync($"/impact-assessments/{id}/advise/necessity");
        Assert.Equal($"/impact-assessments/{id}/advise", (await officerClient.SubmitAsync(
            necessity, ("Form.Comments[0].Verdict", "Correct"), ("Form.Comments[0].Text", "Secret remark: use public task."))).Location);

        // Until it is decided, the author sees no half-finished judgement.
        Assert.DoesNotContain("Secret remark", (await client.OpenAsync($"/impact-assessments/{id}")).Text, StringComparison.Ordinal);
        await officerClient.FillAsync($"/impact-assessments/{id}/return", ("Form.Advice", "Secret advice."));
        var tasks = await client.OpenAsync($"/impact-assessments/{id}/tasks");
        Assert.Contains("Secret advice.", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("1 comment to see to", tasks.Text, StringComparison.Ordinal);
        var step = await client.OpenAsync($"/impact-assessments/{id}/steps/necessity");
        Assert.Contains("Secret remark: use public task.", step.Text, StringComparison.Ordinal);

        await client.SubmitAsync(step, ("LawfulBasis", "PublicTask"));
        await client.FillAsync($"/impact-assessments/{id}/check", ("Form.Note", "Public task now."));
        var changed = await officerClient.OpenAsync($"/impact-assessments/{id}/advise/necessity");
        Assert.Single(changed.Document.QuerySelectorAll(".govuk-tag"), tag => tag.TextContent == "Changed");
        Assert.Contains("Before: (a) Consent", changed.Text, StringComparison.Ordinal);
        Assert.Contains("9 of 10 judged", (await officerClient.OpenAsync($"/impact-assessments/{id}/advise")).Text, StringComparison.Ordinal);
        await officerClient.SubmitAsync(changed, ("Form.Comments[0].Verdict", "Acceptable"), ("Form.Comments[0].Text", ""));
        var signed = await officerClient.FillAsync(
            $"/impact-assessments/{id}/sign-off", [("Form.Advice", "Keep to it."), .. AssessmentForms.Day("ReviewOn", new DateOnly(2027, 3, 10))]);
        Assert.Equal($"/impact-assessments/{id}", signed.Location);

        var record = await portal.ReadAssessmentAsync(id);
        Assert.Equal((AssessmentStatus.SignedOff, new DateOnly(2027, 3, 10)), (record.Status, record.ReviewOn));
        Assert.Equal(record.Content.Hash(), record.CurrentDecision!.ContentHash);
        var covered = Assert.Single(record.Coverage);
        Assert.Equal((application, officer.Id), (covered.ApplicationId, covered.ConfirmedById));

        // Who was told of what; and no e-mail, no audit line says what was written.
        var told = await portal.UseDatabaseAsync(database => database.Notifications.AsNoTracking().Where(one => one.Reference == record.Reference).OrderBy(one => one.Id).ToListAsync());
        Assert.Equal([officer.Id, author.Id, officer.Id, author.Id], told.Select(one => one.PersonId));
        var emails = await portal.UseAsync(async services => (await services.GetRequiredService<BrierleyHill.SocialGov.Web.Data.SocialGovDbContext>().OutgoingEmails.AsNoTracking().ToListAsync())
            .ConvertAll(email => email.Subject + services.GetRequiredService<EmailOutbox>().Read(email)));
        Assert.Equal(4, emails.Count);
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Where(line => line.RecordKind == "ImpactAssessment").OrderBy(line => line.Sequence).ToListAsync());
        Assert.All(emails.Concat(lines.Select(line => line.Changes ?? "")), text =>
        {
            Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Pictures online", text, StringComparison.Ordinal);
        });
        Assert.Equal(
            ["AssessmentSent", "AssessmentReturned", "AssessmentSent", "AssessmentSignedOff"],
            lines.Where(line => line.Name is "AssessmentSent" or "AssessmentReturned" or "AssessmentSignedOff").Select(line => line.Name));

        var print = await client.OpenAsync($"/impact-assessments/{id}/print");
        Assert.Contains("Residual risk accepted by", print.Text, StringComparison.Ordinal);
        Assert.Contains($"{officer.FullName}: signed off. Keep to it.", print.Text, StringComparison.Ordinal);
        Assert.Contains(record.Content.Hash(), print.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screening_that_says_no_is_recorded_overturned_and_then_worked_through()
    {
        await using var portal = new PortalFactory();
        var (_, client) = await portal.PersonAsync();
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = int.Parse((await client.FillAsync("/impact-assessments/start", ("Form.Title", "Scores"))).Location!.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var screened = await client.FollowAsync(await client.FillAsync($"/impact-assessments/{id}/screening", AssessmentForms.Screening(first: false)));
        Assert.Contains("probably not needed", screened.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync($"/impact-assessments/{id}/tasks")).Status);

        Assert.Equal($"/impact-assessments/{id}", (await client.FillAsync($"/impact-assessments/{id}/not-needed", ("Form.Because", "Scores alone."))).Location);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == officer.Id)));
        await officerClient.FillAsync($"/impact-assessments/{id}/overturn-screening", ("Form.Because", "Names are planned."));

        Assert.Contains("Names are planned.", (await client.OpenAsync($"/impact-assessments/{id}/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_may_do_one_although_the_screening_says_no()
    {
        await using var portal = new PortalFactory();
        var (_, client) = await portal.PersonAsync();
        var id = int.Parse((await client.FillAsync("/impact-assessments/start", ("Form.Title", "Scores"))).Location!.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var screened = await client.FollowAsync(await client.FillAsync($"/impact-assessments/{id}/screening", AssessmentForms.Screening(first: false)));

        Assert.Equal($"/impact-assessments/{id}/tasks", (await client.SubmitAsync(screened)).Location);
        Assert.Equal(ScreeningOutcome.DoneAnyway, (await portal.ReadAssessmentAsync(id)).Screened);
    }

    [Fact]
    public async Task A_high_risk_goes_over_the_ICO_and_a_leader_and_a_refusal_can_be_overruled()
    {
        await using var portal = new PortalFactory();
        var (author, client) = await portal.PersonAsync();
        var (leader, leaderClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer, residual: RiskLevel.High);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == leader.Id)));
        await officerClient.FillAsync($"/impact-assessments/{id}/refuse", ("Form.Advice", "Not like this."));

        var review = AssessmentForms.Day("ReviewOn", new DateOnly(2026, 6, 1));
        var refused = await leaderClient.FillAsync($"/impact-assessments/{id}/overrule", [("Form.Because", "Families need it."), .. review]);
        Assert.Equal((HttpStatusCode.Conflict, "Families need it."), (refused.Status, refused.ValueOf("Form.Because")));
        Assert.Contains("Information Commissioner", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await officerClient.FillAsync($"/impact-assessments/{id}/consult-ico", [("Form.Reasons", "High."), .. AssessmentForms.Day("DecidedOn", new DateOnly(2026, 3, 10))]);
        await leaderClient.FillAsync($"/impact-assessments/{id}/accept-residual-risk", ("Form.Remark", "Worth it."));
        Assert.Equal($"/impact-assessments/{id}", (await leaderClient.FillAsync($"/impact-assessments/{id}/overrule", [("Form.Because", "Families need it."), .. review])).Location);
        await officerClient.FillAsync($"/impact-assessments/{id}/ico-outcome", ("Form.Outcome", "No objection."), ("Form.IcoReference", "IC-7"));

        var page = await client.OpenAsync($"/impact-assessments/{id}");
        Assert.Contains($"Advice overruled by {leader.FullName}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Because: Families need it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The ICO said: No objection.", page.Text, StringComparison.Ordinal);
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(told => told.PersonId == officer.Id && told.Text.Contains("overruled"))));
    }

    [Fact]
    public async Task A_material_change_to_the_business_case_reopens_it_and_an_immaterial_one_does_not()
    {
        await using var portal = new PortalFactory();
        var (author, client) = await portal.PersonAsync();
        var officer = await portal.AddPersonAsync(Roles.DataProtectionOfficer);
        var application = await portal.AddApplicationAsync(author, author, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff, application: application);
        await client.FillAsync($"/applications/{application}/aim", ("Aim", "Another aim."));
        await client.FillAsync($"/applications/{application}/openness", ("OpennessReason", "Another reason."));
        Assert.Equal(AssessmentStatus.SignedOff, (await portal.ReadAssessmentAsync(id)).Status);

        await client.FillAsync($"/applications/{application}/openness", ("Openness", "Open"));

        var record = await portal.ReadAssessmentAsync(id);
        Assert.Equal((AssessmentStatus.Draft, $"APP-{application:D6} has changed: open or closed (Closed or private, now Open)."), (record.Status, record.ReopenedBecause));
        Assert.Contains("What this covers has changed", (await client.OpenAsync($"/impact-assessments/{id}/tasks")).Text, StringComparison.Ordinal);
        var told = await portal.UseDatabaseAsync(database => database.Notifications.AsNoTracking().Where(one => one.Text.Contains("reopened")).Select(one => one.PersonId).ToListAsync());
        Assert.Equal(new[] { author.Id, officer.Id }.Order(), told.Order());
        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.OutgoingEmails.CountAsync(email => email.Subject.Contains("has changed"))));
    }

    [Fact]
    public async Task A_material_change_to_the_account_reopens_it()
    {
        await using var portal = new PortalFactory();
        var author = await portal.AddPersonAsync();
        var (officer, leader) = (await portal.AddPersonAsync(Roles.DataProtectionOfficer), await portal.AddPersonAsync(Roles.SeniorLeader));
        var application = await portal.AddApplicationAsync(author, author, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff, application: application);
        await portal.UseDatabaseAsync(async database =>
        {
            var (one, directory) = (await database.Applications.SingleAsync(), await BrierleyHill.SocialGov.Web.Data.DirectoryQueries.LoadDirectoryAsync(database, CancellationToken.None));
            Assessments.Done(one.AnswerPersonalData(true, "Pictures.", id, [id], author.AsActor(), portal.Now));
            Assessments.Done(one.Submit("", directory, author.AsActor(), portal.Now));
            Assessments.Done(one.Approve(Weighed.Everything, "", directory, leader.AsActor(), portal.Now));
            database.Accounts.Add(SocialMediaAccount.FromApproval(one, leader.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });

        await portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync();
            Assessments.Done(account.ChangeAudienceAndOpenness("Everybody.", Openness.Open, "News.", "More readers.", leader.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });

        var record = await portal.ReadAssessmentAsync(id);
        Assert.Equal(AssessmentStatus.Draft, record.Status);
        Assert.Contains("audience", record.ReopenedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_names_it_later_is_covered_once_the_officer_confirms_it()
    {
        await using var portal = new PortalFactory();
        var (author, applicant) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff);
        var application = await portal.AddApplicationAsync(
            applicant, applicant, await portal.AddPersonAsync(), also: (one, by) => Assessments.Done(one.AnswerPersonalData(true, "Pictures.", id, [id], by, portal.Now)));
        Assert.Contains("has not confirmed", (await officerClient.OpenAsync($"/impact-assessments/{id}")).Text, StringComparison.Ordinal);
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(told => told.PersonId == officer.Id && told.Text.Contains("confirm"))));

        var page = await officerClient.OpenAsync($"/impact-assessments/{id}");
        var confirmed = await officerClient.SubmitFormAsync(page, "form[action$='/confirm-coverage/" + application + "']");

        Assert.Contains($"confirmed by {officer.FullName}", (await officerClient.FollowAsync(confirmed)).Text, StringComparison.Ordinal);
        Assert.True((await portal.ReadAssessmentAsync(id)).CoverageOf(application)!.IsConfirmed);
    }

    [Fact]
    public async Task A_new_version_takes_the_old_ones_place_and_what_names_it_follows()
    {
        await using var portal = new PortalFactory();
        var (author, client) = await portal.PersonAsync();
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var application = await portal.AddApplicationAsync(author, author, await portal.AddPersonAsync(), ApplicationStatus.Draft);
        var old = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff, application: application);

        var started = await client.FillAsync($"/impact-assessments/{old}/new-version");
        var id = int.Parse(started.Location!.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync($"/impact-assessments/{old}/new-version")).Status);
        await client.FillAsync($"/impact-assessments/{id}/check");
        Assert.Equal(AssessmentStatus.SignedOff, (await portal.ReadAssessmentAsync(old)).Status);
        await officerClient.JudgeAsync(id);
        await officerClient.FillAsync($"/impact-assessments/{id}/sign-off", [("Form.Advice", "Fine."), .. AssessmentForms.Day("ReviewOn", new DateOnly(2026, 9, 1))]);

        Assert.Equal(AssessmentStatus.Superseded, (await portal.ReadAssessmentAsync(old)).Status);
        Assert.Equal(id, await portal.UseDatabaseAsync(database => database.Applications.Select(one => one.ImpactAssessmentId).SingleAsync()));
        var facts = await portal.UseDatabaseAsync(async database => MaterialFacts.Of(await database.Applications.AsNoTracking().SingleAsync()));
        Assert.True(ImpactAssessmentStanding.Of(await portal.ReadAssessmentAsync(id), application, facts).CoversSigned);
    }

    [Fact]
    public async Task The_library_is_there_from_the_start_and_kept_by_officers_and_leaders()
    {
        await using var portal = new PortalFactory();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, staff) = await portal.PersonAsync();
        Assert.Contains($"of {RiskLibrary.First.Count}", (await staff.OpenAsync("/impact-assessments/library")).Text, StringComparison.Ordinal);

        var missing = await leader.FillAsync("/impact-assessments/library/add", ("Form.Description", "Drones <b>film</b>."), ("Form.Harm", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Drones <b>film</b>."), (missing.Status, missing.ValueOf("Form.Description")));
        await leader.SubmitAsync(missing, ("Form.Harm", "Pupils."), ("Form.SuggestedMeasures", "No drones."), ("Form.Likelihood", "Remote"), ("Form.Severity", "Severe"));
        var found = await staff.OpenAsync("/impact-assessments/library?Text=drones");
        Assert.Contains("Drones <b>film</b>.", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Change", found.Text, StringComparison.Ordinal);

        var number = RiskLibrary.First.Count + 1;
        var edit = await leader.OpenAsync($"/impact-assessments/library/{number}/edit");
        await leader.SubmitAsync(edit, ("Form.Harm", "Everybody."));
        var stale = await leader.SubmitAsync(await leader.SecondWindow().OpenAsync($"/impact-assessments/library/{number}/edit"), ("Form.Version", "0"), ("Form.Harm", "Typed."));
        Assert.Equal((HttpStatusCode.Conflict, "Typed."), (stale.Status, stale.ValueOf("Form.Harm")));
        var page = await leader.OpenAsync("/impact-assessments/library?Text=drones");
        await leader.SubmitFormAsync(page, "form[action$='/retire']");
        Assert.Contains("No risk fits", (await staff.OpenAsync("/impact-assessments/library?Text=drones")).Text, StringComparison.Ordinal);
        var retired = await leader.OpenAsync("/impact-assessments/library?Retired=true");
        await leader.SubmitFormAsync(retired, "form[action$='/bring-back']");
        Assert.Contains("Showing 1 to 1", (await staff.OpenAsync("/impact-assessments/library?Text=drones")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_recorded()
    {
        await using var portal = new PortalFactory();
        var author = await portal.AddPersonAsync();
        var (officer, client) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff);

        await client.FillAsync($"/impact-assessments/{id}/review", [("Form.Conclusion", "Holds."), .. AssessmentForms.Day("ReviewOn", new DateOnly(2027, 3, 1))]);

        Assert.Equal(new DateOnly(2027, 3, 1), (await portal.ReadAssessmentAsync(id)).ReviewOn);
        Assert.Contains("Holds.", (await client.OpenAsync($"/impact-assessments/{id}")).Text, StringComparison.Ordinal);
    }
}
