using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>A senior leader assesses an incident, appoints somebody, and leaves alone what is nobody's business: over the pages.</summary>
public sealed class AssessmentPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static (string, string)[] Fields(string scope = "PersonalInScope", string severity = "High") =>
    [
        ("Form.Scope", scope), ("Form.Severity", severity), ("Form.Because", "It names the school."), ("Form.ImmediateActions", "It was hidden."), ("Form.NextSteps", "The deputy head rings."),
    ];

    private async Task<int> ReportAsync(IncidentCategory category = IncidentCategory.Offensive, Person? alleged = null, string what = "Somebody wrote something hurtful.") =>
        await (await portal.PersonAsync()).Client.ReportIncidentAsync(category, what: what, alleged: alleged);

    private async Task SaveAsync(PortalClient client, int id, string path, params (string, string)[] fields)
    {
        var sent = await client.FillAsync($"/incidents/{id}/{path}", fields);
        Assert.True(sent.Status == HttpStatusCode.Found, $"{path}: {(int)sent.Status} {string.Join(' ', sent.Errors)} {sent.Text}");
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    [Trait("Clause", "SCOPE-2")]
    [Trait("Clause", "SCOPE-3")]
    public async Task The_scope_is_asked_first_then_the_rest_and_the_routes_follow()
    {
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await ReportAsync();

        var question = await client.OpenAsync($"/incidents/{id}/assess");
        Assert.Equal(3, question.Document.QuerySelectorAll("main input[type=radio]").Length);
        Assert.Contains("Somebody wrote something hurtful.", question.Text, StringComparison.Ordinal);
        var unanswered = await client.GetAsync($"/incidents/{id}/assess?asked=true");
        Assert.Equal((HttpStatusCode.BadRequest, IncidentErrors.ScopeMissing.Message), (unanswered.Status, Assert.Single(unanswered.Errors)));
        Assert.Equal($"/incidents/{id}/out-of-scope", (await client.GetAsync($"/incidents/{id}/assess?Form.Scope=PersonalOutOfScope")).Location);
        var form = await client.OpenAsync($"/incidents/{id}/assess?asked=true&Form.Scope=Professional");
        Assert.Equal("Professional", form.ValueOf("Form.Scope"));

        var missing = await client.SubmitAsync(form, ("Form.Because", "It names the school."));
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Equal([IncidentErrors.SeverityMissing.Message], missing.Errors);
        Assert.Equal("It names the school.", missing.ValueOf("Form.Because"));
        var saved = await client.SubmitAsync(missing, Fields("Professional", "Critical"));
        Assert.Equal($"/incidents/{id}/routes", saved.Location);

        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains("Critical", page.Text, StringComparison.Ordinal);
        Assert.Contains("less than an hour", page.Text, StringComparison.Ordinal);
        Assert.Equal(IncidentScope.Professional, (await portal.IncidentAsync(id)).Scope);
        Assert.Contains("IncidentAssessed", await portal.EventsOfAsync(nameof(Incident), id));
        // Of the texts the audit has the length alone, the chronology has them whole.
        var audit = await portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.RecordId == id && line.Name == "IncidentAssessed").SingleAsync());
        Assert.DoesNotContain("It names the school.", audit.Changes + audit.Reason, StringComparison.Ordinal);
        Assert.Contains(await portal.ChronologyAsync(id), entry => entry.Text.Contains("It names the school.", StringComparison.Ordinal));
        Assert.Equal($"/incidents/{id}", (await client.GetAsync($"/incidents/{id}/assess")).Location);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task Of_two_leaders_who_assess_at_once_one_stands_and_the_other_is_told_and_leaves_nothing()
    {
        for (var round = 0; round < 4; round++)
        {
            var id = await ReportAsync();
            var clients = new[] { (await portal.PersonAsync(Roles.SeniorLeader)).Client, (await portal.PersonAsync(Roles.SeniorLeader)).Client };
            var pages = new[]
            {
                await clients[0].OpenAsync($"/incidents/{id}/assess?Form.Scope=Professional"), await clients[1].OpenAsync($"/incidents/{id}/assess?Form.Scope=Professional"),
            };

            var answers = await Task.WhenAll(
                Task.Run(() => clients[0].SubmitAsync(pages[0], Fields(severity: "Low"))), Task.Run(() => clients[1].SubmitAsync(pages[1], Fields(severity: "High"))));

            var told = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            Assert.Contains(told.Errors, error => error == IncidentErrors.AssessedAlready.Message || error == Error.Stale.Message);
            Assert.Equal("It was hidden.", told.ValueOf("Form.ImmediateActions"));
            Assert.Single(await portal.EventsOfAsync(nameof(Incident), id), name => name == "IncidentAssessed");
            Assert.Single(await portal.ChronologyAsync(id), entry => entry.Kind == ChronologyKind.Assessment);
        }
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task An_alert_that_is_raised_in_between_makes_no_assessment_stale_and_the_same_form_acts_once()
    {
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await ReportAsync();
        var form = await client.OpenAsync($"/incidents/{id}/assess?Form.Scope=Professional");
        await portal.UseDatabaseAsync(async database =>
        {
            var deadline = await database.Deadlines.SingleAsync(its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == id);
            AssessedIncidents.Done(deadline.RaiseAlert(Actor.Portal("Alerts"), deadline.DueAt));
            await database.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(form, Fields())).Status);
        await client.SubmitAsync(form, Fields());
        Assert.Single(await portal.EventsOfAsync(nameof(Incident), id), name => name == "IncidentAssessed");
        var ended = await portal.UseDatabaseAsync(database => database.Deadlines.SingleAsync(its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == id));
        Assert.Equal(portal.Now, ended.EndedAt);
        Assert.Null(ended.NextAlertAt);
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public async Task An_investigator_is_told_at_once_sees_it_from_then_on_and_no_more_when_it_is_taken_from_them()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (investigator, theirs) = await portal.PersonAsync();
        var alleged = await portal.AddPersonAsync(Roles.SeniorLeader);
        var id = await ReportAsync(alleged: alleged);
        await portal.ChangeIncidentAsync(id, (incident, _) => incident.Assess(AssessedIncidents.Assessment(), leader.AsActor(), portal.Now));
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/incidents/{id}")).Status);

        var form = await client.OpenAsync($"/incidents/{id}/investigators");
        var offered = form.Document.QuerySelectorAll("select option").Select(option => option.TextContent.Trim()).ToList();
        Assert.Contains($"{leader.FullName} (you)", offered);
        Assert.DoesNotContain(offered, name => name.StartsWith(alleged.FullName, StringComparison.Ordinal));
        Assert.Equal([IncidentErrors.InvestigatorMissing.Message], (await client.SubmitAsync(form, ("Form.PersonId", ""))).Errors);
        Assert.Equal(
            [IncidentErrors.InvestigatorConcerned.Message], (await client.FillAsync($"/incidents/{id}/investigators", ("Form.PersonId", alleged.Id.ToString(CultureInfo.InvariantCulture)))).Errors);
        await SaveAsync(client, id, "investigators", ("Form.PersonId", investigator.Id.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(IncidentStatus.UnderInvestigation, (await portal.IncidentAsync(id)).Status);
        Assert.Contains("You have been appointed to look into an incident.", await portal.ToldAsync(investigator));
        Assert.Contains($"INC-{id:D6}: you are asked to look into an incident", await portal.SubjectsToAsync(investigator));
        await theirs.OpenAsync($"/incidents/{id}");
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GetAsync($"/incidents/{id}/investigators")).Status);

        await SaveAsync(client, id, "investigators/1/release", ("Form.Because", "On leave."));
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/incidents/{id}")).Status);
        Assert.Contains("You look into this incident no more.", await portal.ToldAsync(investigator));
        Assert.Empty(await portal.ToldAsync(alleged));
        Assert.Empty(await portal.SubjectsToAsync(alleged));
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task Correcting_who_somebody_is_takes_it_out_of_their_sight_in_the_same_save_and_tells_them_nothing()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (investigator, theirs) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await ReportAsync();
        await portal.InvestigateByAsync(id, leader, investigator);
        await portal.ChangeIncidentAsync(id, (incident, directory) => incident.NamePerson(
            new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Reporter, investigator.Id, null), directory, leader.AsActor(), portal.Now));
        var before = await portal.SubjectsToAsync(investigator);
        Assert.NotEmpty(await portal.ToldAsync(investigator));
        await theirs.OpenAsync($"/incidents/{id}");

        await SaveAsync(client, id, "people/1/correct", ("Form.Role", "Alleged"), ("Form.Because", "It came out."));

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/incidents/{id}")).Status);
        // No further e-mail, and in the portal nothing is left of what they were told before.
        Assert.Equal(before, await portal.SubjectsToAsync(investigator));
        Assert.Empty(await portal.ToldAsync(investigator));
        Assert.Empty((await portal.IncidentAsync(id)).CurrentInvestigators);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task Whoever_reported_it_goes_on_seeing_their_own_report_whatever_is_corrected_and_whoever_is_named_later()
    {
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, theirs) = await portal.PersonAsync();
        var (first, second) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var sent = await theirs.FillAsync(
            "/incidents/report",
            [
                .. IncidentBuilder.ReportFields(),
                (IncidentBuilder.Field(0, "Role"), "Witness"),
                (IncidentBuilder.Field(0, "Type"), "Staff"),
                (IncidentBuilder.Field(0, "PersonId"), first.Id.ToString(CultureInfo.InvariantCulture)),
            ]);
        var id = IncidentBuilder.NumberIn(sent.Location!);
        var before = (await theirs.OpenAsync($"/incidents/{id}")).Text;
        Assert.Contains(InvolvedRole.Witness.InWords().ToLowerInvariant(), before, StringComparison.Ordinal);

        await SaveAsync(client, id, "people/1/correct", ("Form.Role", "Alleged"), ("Form.Because", "It came out."));
        Assert.Contains(InvolvedRole.Alleged.InWords().ToLowerInvariant(), (await client.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await theirs.OpenAsync($"/incidents/{id}")).Text);

        await SaveAsync(client, id, "people/1/take-off", ("Form.Because", "Not even there."));
        await SaveAsync(
            client, id, "people", ("Form.Role", "Alleged"), ("Form.Type", "Staff"), ("Form.PersonId", second.Id.ToString(CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(second.FullName, (await theirs.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task Assessing_anew_starts_from_what_was_judged_before()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await ReportAsync();
        await portal.ChangeIncidentAsync(id, (incident, _) => incident.Assess(AssessedIncidents.Assessment(), leader.AsActor(), portal.Now));

        var form = await client.OpenAsync($"/incidents/{id}/reassess");
        Assert.Equal(("Medium", "It names the school."), (form.ValueOf("Form.Severity"), form.ValueOf("Form.Because")));
        Assert.Equal([IncidentErrors.AssessmentSame.Message], (await client.SubmitAsync(form)).Errors);
        await SaveAsync(client, id, "reassess", ("Form.Severity", "Critical"));
        Assert.Equal(IncidentSeverity.Critical, (await portal.IncidentAsync(id)).Severity);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public async Task What_is_left_alone_is_nowhere_in_the_database_and_the_chain_of_its_chronology_holds()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (reporter, theirs) = await portal.PersonAsync();
        var other = (await portal.PersonAsync(Roles.SeniorLeader)).Client;
        var (what, place, name, note, link) = (PlantedSecret.Make(), PlantedSecret.Make(), PlantedSecret.Make(), PlantedSecret.Make(), PlantedSecret.MakeBase32());
        var alleged = await portal.PersonAsync(Roles.SeniorLeader);
        var sent = await theirs.FillAsync(
            "/incidents/report",
            [
                .. IncidentBuilder.ReportFields(what: what.Text).Where(field => field.Name != "Form.Place"),
                ("Form.Place", place.Text),
                ("Form.Link", $"https://example.org/{link.Text}"),
                .. IncidentBuilder.InvolvedFields(0, alleged.Person),
            ]);
        var id = IncidentBuilder.NumberIn(sent.Location!);
        await portal.ChangeIncidentAsync(id, (incident, directory) =>
        {
            var by = leader.AsActor();
            AssessedIncidents.Done(incident.NamePerson(new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Subject, null, name.Text), directory, by, portal.Now));
            AssessedIncidents.Done(incident.AddToChronology(ChronologyKind.TelephoneCall, portal.Now, note.Text, null, by, portal.Now));
            AssessedIncidents.Done(incident.StartRoute(IncidentRouteKind.Safeguarding, by, portal.Now));
            AssessedIncidents.Done(incident.SettleRouteStep(
                1, RouteStepKind.SafeguardingLeadSpokenTo, AssessedIncidents.StepDone(note.Text, note.Text), by, portal.Now));
            return incident.Assess(AssessedIncidents.Assessment(because: note.Text, actions: note.Text, next: note.Text), by, portal.Now);
        });
        // Before, each of them is there: so finding none afterwards means something.
        foreach (var planted in new[] { what, place, name, note, link })
        {
            Assert.NotEmpty(await planted.SearchServicesAsync(portal.Services));
        }

        await SaveAsync(client, id, "out-of-scope", ("Form.Because", "It neither names the school nor affects it."));

        foreach (var planted in new[] { what, place, name, note, link })
        {
            Assert.Empty(await planted.SearchServicesAsync(portal.Services));
        }

        var kept = await portal.IncidentAsync(id);
        Assert.Equal((IncidentStatus.OutOfScope, reporter.Id, "It neither names the school nor affects it."), (kept.Status, kept.ReportedById, kept.AssessedBecause));
        var entries = await portal.ChronologyAsync(id);
        Assert.All(entries.SkipLast(1), entry => Assert.Equal(("", portal.Now), (entry.Text, entry.ErasedAt)));
        Assert.StartsWith("Out of scope: what was recorded was minimised.", entries[^1].Text, StringComparison.Ordinal);
        var verdict = await portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None));
        Assert.True(verdict.IsWhole, verdict.Broken);

        // Who was said to have done it is not known any more: so nobody sees it but who decided, and who reported it.
        Assert.Contains("It neither names the school nor affects it.", (await client.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Out of scope", (await theirs.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/incidents/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await alleged.Client.GetAsync($"/incidents/{id}")).Status);
        Assert.DoesNotContain($"INC-{id:D6}", (await alleged.Client.OpenAsync("/incidents")).Text, StringComparison.Ordinal);
    }
}
