using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Reporting, over HTTP.</summary>
public sealed class ReportIncidentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    [Trait("Clause", "BEH-4")]
    public async Task Anybody_reports_leaders_see_it_and_whoever_is_alleged_does_not()
    {
        var (_, reporter) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (accused, accusedClient) = await portal.PersonAsync(Roles.SeniorLeader | Roles.DataProtectionOfficer | Roles.SafeguardingLead | Roles.PortalManager);
        var (_, stranger) = await portal.PersonAsync();

        var id = await reporter.ReportIncidentAsync(alleged: accused);

        Assert.InRange(id, Incident.SmallestNumber, Incident.LargestNumber);
        await leader.OpenAsync($"/incidents/{id}");
        await reporter.OpenAsync($"/incidents/{id}/reported");
        await reporter.OpenAsync($"/incidents/{id}");
        Assert.Equal(HttpStatusCode.NotFound, (await accusedClient.GetAsync($"/incidents/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/incidents/{id}")).Status);
        Assert.Equal([1], (await portal.ChronologyAsync(id)).Select(entry => entry.Number));
        Assert.True((await portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None))).IsWhole);
    }
}
