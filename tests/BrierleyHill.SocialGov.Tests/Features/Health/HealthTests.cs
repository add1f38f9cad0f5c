using System.Net;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Health;

public sealed class HealthTests
{
    private const string Well = """{"status":"Healthy","checks":{"database":"Healthy","deadlineAlerts":"Healthy"}}""";

    [Fact]
    public async Task Ready_is_unhealthy_from_three_intervals_without_a_run_on_whichever_instance()
    {
        await using var portal = new PortalFactory();
        // Jobs are off on this instance: the record is what another wrote.
        await AssertAsync(portal, HttpStatusCode.ServiceUnavailable, """{"status":"Unhealthy","checks":{"database":"Healthy","deadlineAlerts":"Unhealthy"}}""");
        await portal.UseDatabaseAsync(async database =>
        {
            database.JobRuns.Add(new JobRun { JobName = AlertQueries.JobName, StartedAt = portal.Now, EndedAt = portal.Now });
            await database.SaveChangesAsync();
        });
        await AssertAsync(portal, HttpStatusCode.OK, Well);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await AssertAsync(portal, HttpStatusCode.OK, Well);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertAsync(portal, HttpStatusCode.ServiceUnavailable, """{"status":"Unhealthy","checks":{"database":"Healthy","deadlineAlerts":"Unhealthy"}}""");
    }

    [Fact]
    public async Task Ready_is_unhealthy_on_a_database_that_is_not_of_this_release_and_live_is_well_all_the_same()
    {
        await using var portal = new PortalFactory();
        await portal.UseDatabaseAsync(async database =>
        {
            database.JobRuns.Add(new JobRun { JobName = AlertQueries.JobName, StartedAt = portal.Now, EndedAt = portal.Now });
            await database.SaveChangesAsync();
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_OfALaterRelease', '10.0.0')""");
        });
        await AssertAsync(portal, HttpStatusCode.ServiceUnavailable, """{"status":"Unhealthy","checks":{"database":"Unhealthy","deadlineAlerts":"Healthy"}}""");
        var live = await portal.Anonymous().GetAsync("/health/live");
        Assert.Equal((HttpStatusCode.OK, """{"status":"Healthy","checks":{}}"""), (live.Status, live.Content));
    }

    private static async Task AssertAsync(PortalFactory portal, HttpStatusCode status, string content)
    {
        var page = await portal.Anonymous().GetAsync("/health/ready");
        Assert.Equal((status, content), (page.Status, page.Content));
        Assert.Equal("application/json", page.ContentHeaders.ContentType!.MediaType);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }
}
