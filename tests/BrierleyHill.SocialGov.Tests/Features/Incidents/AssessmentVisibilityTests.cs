using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Every route of assessment, investigation, routes and end, tried by those to whom it is not open; and who hears of an overdue assessment.</summary>
[Trait("Clause", "SLT-3")]
[Trait("Clause", "SLT-4")]
public sealed class AssessmentVisibilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Paths =
    [
        "assess", "reassess", "out-of-scope", "investigators", "investigators/1/release", "people/1/correct", "routes", "routes/1/take-off", "routes/1/asked-to-remove",
        "routes/1/asked-to-remove/take-back", "resolve", "close", "reopen",
    ];

    private static readonly string[] OfLeaders = ["assess", "reassess", "out-of-scope", "investigators", "investigators/1/release", "close", "reopen"];

    private static readonly (string, string)[] Answers =
    [
        ("Form.Scope", "Professional"), ("Form.Severity", "Low"), ("Form.Because", "So."), ("Form.ImmediateActions", "So."), ("Form.NextSteps", "So."), ("Form.PersonId", "1"),
        ("Form.Role", "Witness"), ("Form.Type", "Public"), ("Form.Routes", "Journalist"), ("Form.State", "Done"), ("Form.Note", "So."), ("Form.Outcome", "So."),
        ("Form.Finding", "AsReported"), ("Form.Lessons", "So."), ("Form.Clauses", "OFF-1"),
    ];

    private async Task<HttpStatusCode> PostAsync(PortalClient client, int id, string path, string version)
    {
        // The token of a form that everybody has, and the version as it is: nothing but the right to it is missing.
        var page = await client.OpenAsync("/applications/start");
        var fields = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!, [("Form.Version", version), .. Answers]);
        return (await client.PostAsync($"/incidents/{id}/{path}", fields)).Status;
    }

    [Theory]
    [InlineData(IncidentStatus.Reported)]
    [InlineData(IncidentStatus.UnderInvestigation)]
    [InlineData(IncidentStatus.Resolved)]
    public async Task Whoever_is_alleged_and_everybody_to_whom_it_is_not_open_gets_what_a_missing_one_gives(IncidentStatus status)
    {
        var (leader, lead) = await portal.PersonAsync(Roles.SeniorLeader);
        var (investigator, investigates) = await portal.PersonAsync();
        var alleged = await portal.PersonAsync(Roles.SeniorLeader | Roles.SafeguardingLead | Roles.DataProtectionOfficer | Roles.PortalManager | Roles.Administrator);
        var reporter = await portal.PersonAsync();
        var id = await reporter.Client.ReportIncidentAsync(IncidentCategory.Safeguarding, isDanger: true, alleged: alleged.Person);
        if (status != IncidentStatus.Reported)
        {
            await portal.InvestigateByAsync(id, leader, investigator);
            await portal.ChangeIncidentAsync(id, (incident, _) =>
            {
                AssessedIncidents.Done(incident.StartRoute(IncidentRouteKind.ParentOrCarer, leader.AsActor(), portal.Now));
                return status == IncidentStatus.Resolved
                    ? incident.Resolve(AssessedIncidents.Resolving(), leader.AsActor(), portal.Now)
                    : Result.Done;
            });
        }

        var before = await portal.IncidentAsync(id);
        var version = before.Version.ToString(CultureInfo.InvariantCulture);
        PortalClient[] strangers =
        [
            alleged.Client, reporter.Client, (await portal.PersonAsync()).Client, (await portal.PersonAsync(Roles.PortalManager | Roles.Administrator)).Client,
            (await portal.PersonAsync(Roles.DataProtectionOfficer)).Client,
        ];
        foreach (var client in strangers)
        {
            foreach (var path in Paths)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/{path}")).Status);
                Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, id, path, version));
            }
        }

        if (status == IncidentStatus.UnderInvestigation)
        {
            foreach (var path in OfLeaders)
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await investigates.GetAsync($"/incidents/{id}/{path}")).Status);
                Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(investigates, id, path, version));
            }
        }

        Assert.Equal(version, (await portal.IncidentAsync(id)).Version.ToString(CultureInfo.InvariantCulture));
        await lead.OpenAsync($"/incidents/{id}");
        Assert.Empty(await portal.ToldAsync(alleged.Person));
        Assert.Empty(await portal.SubjectsToAsync(alleged.Person));
    }

    [Fact]
    public async Task An_overdue_assessment_is_chased_and_escalated_to_the_leaders_but_never_to_whoever_is_alleged()
    {
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var alleged = await portal.AddPersonAsync(Roles.SeniorLeader);
        var safeguarding = await portal.AddPersonAsync(Roles.SafeguardingLead);
        var manager = await portal.AddPersonAsync(Roles.PortalManager);
        var id = await (await portal.PersonAsync()).Client.ReportIncidentAsync(IncidentCategory.Safeguarding, alleged: alleged);
        var already = await portal.ToldAsync(safeguarding);
        foreach (var level in Enum.GetValues<AlertLevel>())
        {
            await portal.UseDatabaseAsync(async database =>
            {
                var deadline = await database.Deadlines.SingleAsync(its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == id);
                AssessedIncidents.Done(deadline.RaiseAlert(
                    Actor.Portal("Alerts"), new AlertTimes(deadline.DueSoonAt, deadline.DueAt, deadline.EscalatesAt).Of(level)));
                await database.SaveChangesAsync();
            });
        }

        Assert.Equal(
            [
                "An incident waits for its assessment. It is due today.", "An incident was not assessed in time. Assess it now.",
                "An incident is still not assessed. See that somebody does it now.",
            ],
            (await portal.ToldAsync(leader)).TakeLast(3));
        Assert.Equal(["An incident is still not assessed. See that somebody does it now."], (await portal.ToldAsync(safeguarding)).Skip(already.Count));
        foreach (var person in new[] { alleged, manager })
        {
            Assert.Empty(await portal.ToldAsync(person));
            Assert.Empty(await portal.SubjectsToAsync(person));
        }
    }

    [Fact]
    public async Task The_page_says_by_when_it_is_assessed_and_that_it_is_late()
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await (await portal.PersonAsync()).Client.ReportIncidentAsync();
        var due = await portal.UseDatabaseAsync(database => database.Deadlines.SingleAsync(its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == id));
        Assert.Contains("A senior leader assesses it by the end of", (await client.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);

        portal.Clock.SetUtcNow(new DateTimeOffset(due.DueAt, TimeSpan.Zero));
        client = await portal.SignInAsync(leader);
        Assert.Contains("Overdue", (await client.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }
}
