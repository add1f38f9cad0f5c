using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>The list by urgency, its filter, its file and what it costs.</summary>
public sealed class IncidentListTests(IncidentListTests.School portal) : IClassFixture<IncidentListTests.School>
{
    private static List<int> Numbers(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody th a").Select(link => IncidentBuilder.NumberIn(link.GetAttribute("href")!))];

    // The assessment is another part's: here it only has to be there.
    private static Task<int> AssessAsync(PortalFactory school, int id, IncidentSeverity severity, IncidentStatus status = IncidentStatus.Assessed) =>
        school.UseDatabaseAsync(database => database.Incidents.Where(incident => incident.Id == id)
            .ExecuteUpdateAsync(incident => incident.SetProperty(its => its.Severity, severity).SetProperty(its => its.Status, status)));

    [Fact]
    [Trait("Clause", "SLT-3")]
    public async Task What_may_be_dangerous_comes_first_then_what_nobody_has_assessed_by_its_age_then_the_graver()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var low = await client.ReportIncidentAsync();
        var high = await client.ReportIncidentAsync(IncidentCategory.Bullying);
        var older = await client.ReportIncidentAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await client.ReportIncidentAsync();
        var danger = await client.ReportIncidentAsync(IncidentCategory.Safeguarding, isDanger: true);
        var closed = await client.ReportIncidentAsync();
        await AssessAsync(portal, low, IncidentSeverity.Low);
        await AssessAsync(portal, high, IncidentSeverity.High);
        await AssessAsync(portal, closed, IncidentSeverity.Critical, IncidentStatus.Closed);

        Assert.Equal([danger, older, newer, high, low], Numbers(await leader.OpenAsync("/incidents")));
        Assert.Equal([danger, older, newer, high, low, closed], Numbers(await leader.OpenAsync("/incidents?State=All")));
        Assert.Equal([closed], Numbers(await leader.OpenAsync("/incidents?State=Closed")));
        Assert.Equal([danger], Numbers(await leader.OpenAsync("/incidents?Danger=true")));
        Assert.Equal([high], Numbers(await leader.OpenAsync("/incidents?Category=Bullying")));
        Assert.Equal([high], Numbers(await leader.OpenAsync("/incidents?Severity=High")));
        Assert.Equal(closed, Numbers(await leader.OpenAsync("/incidents?State=All&sort=severity&direction=descending"))[0]);
        var page = await leader.OpenAsync("/incidents?State=nonsense&Category=99&Page=-3&sort=nothing");
        Assert.Contains("Showing", page.Text, StringComparison.Ordinal);

        var file = await leader.GetAsync("/incidents/export?State=All&sort=urgency");
        Assert.Equal("no-store", file.Headers.CacheControl?.ToString());
        Assert.Equal(7, file.Content.TrimEnd().Split('\n').Length);
        // No place in words, nothing of what happened and nobody's name leaves the portal in a spreadsheet.
        Assert.DoesNotContain("A group of parents", file.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("hurtful", file.Content, StringComparison.Ordinal);
        Assert.Equal(6, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(IncidentExported))));
    }

    [Fact]
    public async Task Many_are_paged_and_neither_the_list_nor_a_page_costs_more_for_that()
    {
        await using var school = new School();
        var (_, client) = await school.PersonAsync();
        var (_, leader) = await school.PersonAsync(Roles.SeniorLeader);
        var first = await client.ReportIncidentAsync();
        await leader.OpenAsync("/incidents");
        var one = await CostAsync("/incidents");
        for (var report = 0; report < 29; report++)
        {
            await client.ReportIncidentAsync();
        }

        Assert.Equal(one, await CostAsync("/incidents"));
        Assert.InRange(one, 1, 12);
        Assert.InRange(await CostAsync("/incidents/report"), 1, 12);
        Assert.InRange(await CostAsync("/incidents/mine"), 1, 12);
        Assert.Contains("Showing 1 to 25 of 30", (await leader.OpenAsync("/incidents")).Text, StringComparison.Ordinal);
        Assert.Equal(5, Numbers(await leader.OpenAsync("/incidents?Page=2")).Count);
        Assert.Contains("Showing 1 to 25 of 30", (await client.OpenAsync("/incidents/mine")).Text, StringComparison.Ordinal);
        Assert.NotEqual(0, first);

        async Task<int> CostAsync(string path)
        {
            school.Statements.Texts.Clear();
            await leader.OpenAsync(path);
            return school.Statements.Texts.Count;
        }
    }

    /// <summary>A portal whose statements are counted.</summary>
    public sealed class School : PortalFactory
    {
        public StatementCount Statements { get; } = new();

        public School() => AlsoRegister = services => services.AddSingleton<IInterceptor>(Statements);
    }
}
