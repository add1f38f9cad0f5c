using System.Net;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Routes over the pages: suggested, started, followed in their order, skipped with a reason; and how an incident ends.</summary>
public sealed class RoutePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(int Id, Person Leader, PortalClient Client)> AssessedAsync(IncidentCategory category = IncidentCategory.Offensive)
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await (await portal.PersonAsync()).Client.ReportIncidentAsync(category);
        await portal.ChangeIncidentAsync(id, (incident, directory) =>
        {
            AssessedIncidents.Done(incident.NamePerson(
                new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Alleged, null, "A parent in Year 4"), directory, leader.AsActor(), portal.Now));
            return incident.Assess(AssessedIncidents.Assessment(), leader.AsActor(), portal.Now);
        });
        return (id, leader, client);
    }

    private static async Task SaveAsync(PortalClient client, int id, string path, params (string, string)[] fields)
    {
        var sent = await client.FillAsync($"/incidents/{id}/{path}", fields);
        Assert.True(sent.Status == HttpStatusCode.Found, $"{path}: {(int)sent.Status} {string.Join(' ', sent.Errors)} {sent.Text}");
    }

    private static Task DoAsync(PortalClient client, int id, string step, params (string, string)[] also) => SaveAsync(
        client, id, step, [("Form.State", "Done"), ("Form.Note", "Rang them at noon."), ("Form.Outcome", "They would not."), .. also]);

    [Fact]
    [Trait("Clause", "PAR-2")]
    [Trait("Clause", "SLT-4")]
    public async Task A_parent_is_asked_then_invited_then_given_the_complaints_procedure_and_in_no_other_order()
    {
        var (id, _, client) = await AssessedAsync();
        var form = await client.OpenAsync($"/incidents/{id}/routes");
        var ticked = form.Document.QuerySelectorAll("main input[checked]").Select(input => input.GetAttribute("value"));
        Assert.Equal(["ParentOrCarer", "OffensiveComment"], ticked);
        Assert.Contains("Suggested. A parent or carer is said to have done it.", form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(form)).Status);
        Assert.Equal([IncidentRouteKind.ParentOrCarer, IncidentRouteKind.OffensiveComment], (await portal.IncidentAsync(id)).RoutesTaken.Select(route => route.Kind));

        // A later step has no form yet, and a forged one is told so.
        Assert.Equal($"/incidents/{id}", (await client.GetAsync($"/incidents/{id}/routes/1/invited-to-talk")).Location);
        var first = await client.OpenAsync($"/incidents/{id}/routes/1/asked-to-remove");
        var fields = Page.Fields(
            (AngleSharp.Html.Dom.IHtmlFormElement)first.Document.QuerySelector("main form")!, ("Form.State", "Done"), ("Form.Note", "So."), ("Form.Outcome", "So."));
        var early = await client.PostAsync($"/incidents/{id}/routes/1/complaints-procedure", fields);
        Assert.Equal((HttpStatusCode.Conflict, IncidentErrors.StepWaits.Message), (early.Status, Assert.Single(early.Errors)));

        await DoAsync(client, id, "routes/1/asked-to-remove");
        await DoAsync(client, id, "routes/1/invited-to-talk");
        var skipped = await client.FillAsync($"/incidents/{id}/routes/1/complaints-procedure", ("Form.State", "Skipped"));
        Assert.Equal([IncidentErrors.SkippedBecauseMissing.Message], skipped.Errors);
        await SaveAsync(client, id, "routes/1/complaints-procedure", ("Form.State", "Skipped"), ("Form.Because", "They came, and took it down."));

        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains("They came, and took it down.", page.Text, StringComparison.Ordinal);
        Assert.True((await portal.IncidentAsync(id)).RoutesTaken.First().IsFinished);
        await SaveAsync(client, id, "routes/1/complaints-procedure/take-back", ("Form.Because", "They did not."));
        Assert.Equal(RouteStepKind.ComplaintsProcedure, (await portal.IncidentAsync(id)).RoutesTaken.First().Next?.Kind);
        Assert.Contains(await portal.ChronologyAsync(id), entry => entry.Text.Contains("They came, and took it down.", StringComparison.Ordinal) && entry.Text.StartsWith("Took back", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "OFF-1")]
    [Trait("Clause", "OFF-2")]
    public async Task An_offensive_comment_is_blocked_reported_or_deleted_and_the_audience_is_told_why_or_it_is_said_why_not()
    {
        var (id, leader, client) = await AssessedAsync();
        await portal.ChangeIncidentAsync(id, (incident, _) => incident.StartRoute(IncidentRouteKind.OffensiveComment, leader.AsActor(), portal.Now));

        var without = await client.FillAsync($"/incidents/{id}/routes/1/comment-removed", ("Form.State", "Done"), ("Form.Note", "So."), ("Form.Outcome", "So."));
        Assert.Equal([IncidentErrors.MeansMissing.Message], without.Errors);
        Assert.Equal(4, without.Document.QuerySelectorAll("main input[type=checkbox]").Length);
        await DoAsync(client, id, "routes/1/comment-removed", ("Form.Means", "Hidden"), ("Form.Means", "BlockedUser"));

        Assert.Equal([IncidentErrors.ExplanationMissing.Message], (await client.FillAsync($"/incidents/{id}/routes/1/audience-explained", ("Form.State", "Done"))).Errors);
        Assert.Equal(
            [IncidentErrors.WhyNoExplanationMissing.Message], (await client.FillAsync($"/incidents/{id}/routes/1/audience-explained", ("Form.State", "Skipped"))).Errors);
        await SaveAsync(client, id, "routes/1/audience-explained", ("Form.State", "Done"), ("Form.Note", "We removed a comment that insulted a child."));

        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains(RemovalMeans.Hidden.InWords(), page.Text, StringComparison.Ordinal);
        Assert.Contains("We removed a comment that insulted a child.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Finished", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BEH-5")]
    public async Task Starting_the_safeguarding_route_tells_the_safeguarding_lead_at_once_but_never_whoever_is_alleged()
    {
        var lead = await portal.AddPersonAsync(Roles.SafeguardingLead);
        var alleged = await portal.AddPersonAsync(Roles.SafeguardingLead);
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await (await portal.PersonAsync()).Client.ReportIncidentAsync(IncidentCategory.Other, alleged: alleged);
        var theirs = await portal.SignInAsync(lead);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/incidents/{id}")).Status);

        // Before it is assessed only the two that do not wait are offered.
        var form = await client.OpenAsync($"/incidents/{id}/routes");
        Assert.Equal(["IllegalConduct", "Safeguarding"], form.Document.QuerySelectorAll("main input[type=checkbox]").Select(input => input.GetAttribute("value")));
        Assert.Equal([IncidentErrors.RouteMissing.Message], (await client.SubmitAsync(form)).Errors);
        await SaveAsync(client, id, "routes", ("Form.Routes", "Safeguarding"));

        Assert.Contains($"INC-{id:D6}: the safeguarding route has been started", await portal.SubjectsToAsync(lead));
        Assert.Contains("The safeguarding route of an incident has been started. Look at it now.", await portal.ToldAsync(lead));
        Assert.Empty(await portal.SubjectsToAsync(alleged));
        Assert.Empty(await portal.ToldAsync(alleged));
        await theirs.OpenAsync($"/incidents/{id}");
        await DoAsync(theirs, id, "routes/1/safeguarding-lead-spoken-to");
        Assert.Equal($"/incidents/{id}", (await client.GetAsync($"/incidents/{id}/routes/1/take-off")).Location);
        _ = leader;
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public async Task A_route_is_taken_off_with_a_reason_and_its_page_says_so()
    {
        var (id, leader, client) = await AssessedAsync();
        await portal.ChangeIncidentAsync(id, (incident, _) => incident.StartRoute(IncidentRouteKind.Journalist, leader.AsActor(), portal.Now));

        Assert.Equal([IncidentErrors.ReasonMissing.Message], (await client.FillAsync($"/incidents/{id}/routes/1/take-off")).Errors);
        await SaveAsync(client, id, "routes/1/take-off", ("Form.Because", "It was a parent who asked."));
        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains("It was a parent who asked.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/routes/1/nonsense")).Status);
        Assert.Equal($"/incidents/{id}", (await client.GetAsync($"/incidents/{id}/routes/1/nothing-answered-yet")).Location);
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public async Task An_investigator_records_the_outcome_and_a_leader_closes_it_when_nothing_is_left_and_reopens_it()
    {
        var (id, leader, client) = await AssessedAsync();
        var (investigator, theirs) = await portal.PersonAsync();
        var reporter = await portal.UseDatabaseAsync(database => database.People.SingleAsync(person => database.Incidents.Any(one => one.Id == id && one.ReportedById == person.Id)));
        await portal.ChangeIncidentAsync(id, (incident, directory) =>
        {
            AssessedIncidents.Done(incident.StartRoute(IncidentRouteKind.Pupil, leader.AsActor(), portal.Now));
            return incident.AppointInvestigator(investigator.Id, directory, leader.AsActor(), portal.Now);
        });
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GetAsync($"/incidents/{id}/reopen")).Status);

        var form = await theirs.OpenAsync($"/incidents/{id}/resolve");
        Assert.Equal("PUP-1", form.Document.QuerySelectorAll("main input[type=checkbox]").Select(input => input.GetAttribute("value")!).First(value => value.StartsWith("PUP", StringComparison.Ordinal)));
        var missing = await theirs.SubmitAsync(form, ("Form.Outcome", "It was taken down."));
        Assert.Equal([IncidentErrors.FindingMissing.Message], missing.Errors);
        Assert.Equal("It was taken down.", missing.ValueOf("Form.Outcome"));
        (string, string)[] outcome =
            [("Form.Finding", "AsReported"), ("Form.Outcome", "It was taken down."), ("Form.Lessons", "We talk to parents earlier."), ("Form.Clauses", "OFF-1"), ("Form.Clauses", "PUP-1")];
        Assert.Equal([IncidentErrors.ClausesMissing.Message], (await theirs.FillAsync($"/incidents/{id}/resolve", outcome[..3])).Errors);
        portal.Clock.Advance(TimeSpan.FromHours(27));
        client = await portal.SignInAsync(leader);
        theirs = await portal.SignInAsync(investigator);
        await SaveAsync(theirs, id, "resolve", outcome);

        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains("1 day and 3 hours", page.Text, StringComparison.Ordinal);
        Assert.Contains("OFF-1: Offensive comments are handled swiftly and sensitively", page.Text, StringComparison.Ordinal);
        var left = await client.OpenAsync($"/incidents/{id}/close");
        Assert.Contains("A route is not finished: A pupil: behaviour policy.", left.Text, StringComparison.Ordinal);
        Assert.Null(left.Document.QuerySelector("main form"));
        await portal.ChangeIncidentAsync(id, (incident, _) =>
        {
            foreach (var step in RouteChecklists.Of(IncidentRouteKind.Pupil))
            {
                AssessedIncidents.Done(incident.SettleRouteStep(1, step, AssessedIncidents.StepDone(), leader.AsActor(), portal.Now));
            }

            return incident.CheckMayClose(leader.AsActor());
        });
        await SaveAsync(client, id, "close");
        Assert.Equal(IncidentStatus.Closed, (await portal.IncidentAsync(id)).Status);
        Assert.Contains("How your report stands has changed: closed.", await portal.ToldAsync(reporter));

        Assert.Equal([IncidentErrors.ReasonMissing.Message], (await client.FillAsync($"/incidents/{id}/reopen")).Errors);
        await SaveAsync(client, id, "reopen", ("Form.Because", "It was posted again."));
        Assert.Equal(IncidentStatus.UnderInvestigation, (await portal.IncidentAsync(id)).Status);
        Assert.Contains("An incident has been reopened.", await portal.ToldAsync(investigator));
    }
}
