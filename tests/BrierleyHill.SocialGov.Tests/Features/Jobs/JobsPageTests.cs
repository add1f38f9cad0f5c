using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Tests.Features.Jobs;

public class JobsPageTests
{
    private const string Sender = "Send queued e-mails";

    [Fact]
    public async Task A_portal_manager_sees_what_each_job_does_and_how_it_went()
    {
        await using var portal = new PortalFactory();
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        await RunAsync(portal, TimeSpan.FromHours(-2), 0, "The run ended with a fault of the kind IOException. The log has more.");
        await RunAsync(portal, TimeSpan.FromMinutes(-1), 4, null);

        var page = await manager.OpenAsync("/jobs");

        Assert.Contains(Sender, page.Text, StringComparison.Ordinal);
        Assert.Contains("Sends the e-mails that wait", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every 10 seconds", page.Text, StringComparison.Ordinal);
        Assert.Contains("10 March 2026 at 9:59am", page.Text, StringComparison.Ordinal);
        Assert.Contains("4 records handled", page.Text, StringComparison.Ordinal);
        Assert.Contains("10 March 2026 at 8am: The run ended with a fault of the kind IOException.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jobs are switched off here", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public async Task A_job_that_has_not_run_for_too_long_is_told(int seconds, bool late)
    {
        await using var portal = new PortalFactory();
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        await RunAsync(portal, TimeSpan.FromSeconds(-seconds), 0, null);
        Assert.Equal(late, (await manager.OpenAsync("/jobs")).Text.Contains("This job should have run again by now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_has_never_run_is_told()
    {
        await using var portal = new PortalFactory();
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        Assert.Contains("This job has not run yet.", (await manager.OpenAsync("/jobs")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer)]
    public async Task Everybody_else_is_refused(Roles roles)
    {
        await using var portal = new PortalFactory();
        var (_, client) = await portal.PersonAsync(roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/jobs")).Status);
    }

    private static Task RunAsync(PortalFactory portal, TimeSpan ago, int handled, string? error) => portal.UseDatabaseAsync(async database =>
    {
        var at = portal.Now + ago;
        database.JobRuns.Add(new JobRun { JobName = Sender, StartedAt = at, EndedAt = at, Handled = handled, Error = error });
        await database.SaveChangesAsync();
    });
}
