using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Alerts;

/// <summary>Pages that show deadlines say when nobody looks at them.</summary>
[Trait("Clause", "MON-2")]
public sealed class DeadlineCheckerTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Advice = "Look at the deadlines yourself, and tell a portal manager.";

    private static readonly string[] Shown = ["/", "/notifications"];

    public static TheoryData<string> Pages => [.. Shown];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_a_run_on_record_that_is_said(string path)
    {
        await RanAsync();
        Assert.Contains($"There is no record that alerts about deadlines have been checked. {Advice}", (await OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public async Task After_three_intervals_without_a_run_it_is_said_since_when(int secondsAgo, bool isSaid)
    {
        var ended = portal.Now.AddSeconds(-secondsAgo);
        // One row that tells of a day of runs that all found nothing.
        await RanAsync(new JobRun { JobName = AlertQueries.JobName, StartedAt = ended.AddDays(-1), EndedAt = ended });
        foreach (var path in Shown)
        {
            var page = await OpenAsync(path);
            Assert.Equal(isSaid, page.Text.Contains("Alerts about deadlines have not been checked since 10 March 2026 at 9:56am. " + Advice, StringComparison.Ordinal));
            Assert.Equal(isSaid, page.Text.Contains(Advice, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Runs_of_other_jobs_runs_that_failed_and_runs_of_a_clock_that_was_set_back_since_do_not_count()
    {
        var now = portal.Now;
        await RanAsync(
            new JobRun { JobName = "Send queued e-mails", StartedAt = now, EndedAt = now },
            new JobRun { JobName = AlertQueries.JobName, StartedAt = now.AddMinutes(-1), EndedAt = now, Error = "The run ended with a fault." },
            new JobRun { JobName = AlertQueries.JobName, StartedAt = now.AddHours(1), EndedAt = now.AddHours(1) });
        Assert.Contains("There is no record", (await OpenAsync("/")).Text, StringComparison.Ordinal);

        // The last row of an hour that was lived through twice: it ends in the future, and says nothing of now.
        await RanAsync(new JobRun { JobName = AlertQueries.JobName, StartedAt = now.AddHours(-5), EndedAt = now.AddMinutes(55) });
        Assert.Contains(Advice, (await OpenAsync("/")).Text, StringComparison.Ordinal);
        await RanAsync(
            new JobRun { JobName = AlertQueries.JobName, StartedAt = now.AddHours(-5), EndedAt = now.AddMinutes(55) },
            new JobRun { JobName = AlertQueries.JobName, StartedAt = now, EndedAt = now });
        Assert.DoesNotContain(Advice, (await OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_seen_holds_for_three_intervals_and_is_read_anew_after_that()
    {
        using var clocked = new PortalFactory();
        var (_, client) = await clocked.PersonAsync(Roles.SeniorLeader);
        await RanAsync(clocked, new JobRun { JobName = AlertQueries.JobName, StartedAt = clocked.Now, EndedAt = clocked.Now });
        Assert.DoesNotContain(Advice, (await client.OpenAsync("/")).Text, StringComparison.Ordinal);

        clocked.Clock.Advance(TimeSpan.FromSeconds(181));
        Assert.Contains(Advice, (await client.OpenAsync("/")).Text, StringComparison.Ordinal);
        await clocked.UseDatabaseAsync(async database =>
        {
            database.JobRuns.Add(new JobRun { JobName = AlertQueries.JobName, StartedAt = clocked.Now, EndedAt = clocked.Now });
            await database.SaveChangesAsync();
        });
        Assert.DoesNotContain(Advice, (await client.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    private async Task<Page> OpenAsync(string path)
    {
        var (_, client) = await portal.PersonAsync(Roles.SeniorLeader);
        return await client.OpenAsync(path);
    }

    private Task RanAsync(params JobRun[] runs) => RanAsync(portal, runs);

    // As after a restart: what this instance saw before is forgotten.
    private static Task RanAsync(PortalFactory portal, params JobRun[] runs) => portal.UseDatabaseAsync(async database =>
    {
        portal.Services.GetRequiredService<LatestDeadlineChecks>().At = null;
        await database.JobRuns.ExecuteDeleteAsync();
        database.JobRuns.AddRange(runs);
        await database.SaveChangesAsync();
    });
}
