using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Jobs;

public class JobRunnerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Of_two_instances_on_one_database_one_runs_the_job()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one);

        Assert.True(await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.False(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        one.Clock.Advance(Interval);
        Assert.False(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.True(await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.Equal((2, 0), (ScriptOf(one).Runs, ScriptOf(other).Runs));
    }

    [Fact]
    public async Task Of_two_instances_that_start_at_the_same_instant_one_runs_the_job()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var one = await StartAsync();
            await using var other = await StartAsync(one);
            var ran = await Task.WhenAll(
                Task.Run(() => one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None)),
                Task.Run(() => other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None)));
            Assert.Single(ran, did => did);
            Assert.Equal(1, ScriptOf(one).Runs + ScriptOf(other).Runs);
        }
    }

    [Fact]
    public async Task The_lease_of_an_instance_that_died_runs_out()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one);
        await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);

        one.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.False(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        one.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.False(await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_orderly_stop_gives_the_lease_back()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one);
        await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        await one.Runner<SampleJob>().StopAsync(CancellationToken.None);
        Assert.True(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_lease_is_renewed_while_a_long_run_goes_on()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one);
        var finish = new TaskCompletionSource();
        ScriptOf(one).Action = async _ =>
        {
            await finish.Task;
            return 1;
        };
        var run = one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => Task.FromResult(ScriptOf(one).Runs == 1));
        for (var passed = TimeSpan.Zero; passed < Lease * 2; passed += Lease / 4)
        {
            var before = await HeldUntilAsync(one);
            one.Clock.Advance(Lease / 4);
            await Eventually.IsTrueAsync(async () =>
            {
                // The renewal sets its timer anew in its own time: nudge a clock that it missed.
                one.Clock.Advance(TimeSpan.FromMilliseconds(1));
                return await HeldUntilAsync(one) > before;
            });
        }

        Assert.False(await other.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        finish.SetResult();
        Assert.True(await run);
    }

    [Fact]
    public async Task A_run_whose_lease_was_taken_over_is_ended()
    {
        await using var one = await StartAsync();
        ScriptOf(one).Action = async cancelled =>
        {
            await Task.Delay(Timeout.Infinite, cancelled);
            return 1;
        };
        var run = one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => Task.FromResult(ScriptOf(one).Runs == 1));
        await one.DoAsync(database => database.JobLeases.Where(lease => lease.JobName == "Sample").ExecuteUpdateAsync(lease => lease.SetProperty(row => row.HeldBy, "Another")));
        await Eventually.IsTrueAsync(() =>
        {
            one.Clock.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(run.IsCompleted);
        });
        Assert.Contains("another instance", Assert.Single(await RunsAsync(one)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_block_the_job()
    {
        await using var one = await StartAsync();
        await one.DoAsync(async database =>
        {
            database.JobLeases.Add(new JobLease { JobName = "Sample", HeldBy = "Another", HeldUntil = PortalServices.Start.UtcDateTime.AddDays(1) });
            await database.SaveChangesAsync();
        });
        Assert.True(await one.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_job_that_fails_is_recorded_and_logged_by_kind_alone_and_runs_again()
    {
        await using var portal = await StartAsync();
        ScriptOf(portal).Action = _ => throw new InvalidOperationException("Pupil Pat at pat@school.example");
        Assert.True(await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.Equal(
            "The run ended with a fault of the kind InvalidOperationException. The log has more.",
            Assert.Single(await RunsAsync(portal)).Error);
        Assert.Contains(portal.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("pat@school.example", StringComparison.Ordinal));

        ScriptOf(portal).Action = _ => Task.FromResult(3);
        portal.Clock.Advance(Interval);
        Assert.True(await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None));
        Assert.Equal((3, null), (await RunsAsync(portal))[^1] is var last ? (last.Handled, last.Error) : default);
    }

    [Fact]
    public async Task A_failing_job_does_not_end_the_loop()
    {
        await using var portal = await StartAsync();
        ScriptOf(portal).Action = _ => throw new InvalidOperationException("Broken.");
        var runner = portal.Runner<SampleJob>();
        await runner.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() =>
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(20));
            return Task.FromResult(ScriptOf(portal).Runs >= 3);
        });
        Assert.False(runner.ExecuteTask!.IsCompleted);
        await runner.StopAsync(CancellationToken.None);
        Assert.True(runner.ExecuteTask.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Switched_off_no_job_runs()
    {
        await using var portal = await StartAsync(values: new() { ["Jobs:Enabled"] = "false" });
        var runner = portal.Runner<SampleJob>();
        await runner.StartAsync(CancellationToken.None);
        await runner.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));
        await runner.StopAsync(CancellationToken.None);
        Assert.Equal(0, ScriptOf(portal).Runs);
    }

    [Fact]
    public async Task Runs_that_find_nothing_share_a_row_and_runs_that_did_something_have_their_own()
    {
        await using var portal = await StartAsync();
        foreach (var handled in (int[])[0, 0, 0, 2, 2, 0])
        {
            ScriptOf(portal).Action = _ => Task.FromResult(handled);
            await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
            portal.Clock.Advance(Interval);
        }

        var runs = await RunsAsync(portal);
        Assert.Equal([0, 2, 2, 0], runs.Select(run => run.Handled));
        Assert.Equal(PortalServices.Start.UtcDateTime, runs[0].StartedAt);
        Assert.Equal(PortalServices.Start.UtcDateTime + (Interval * 2), runs[0].EndedAt);
    }

    [Fact]
    public async Task A_gap_between_two_runs_shows()
    {
        await using var portal = await StartAsync();
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        portal.Clock.Advance(Interval * 3);
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        Assert.Single(await RunsAsync(portal));
        portal.Clock.Advance((Interval * 3) + TimeSpan.FromSeconds(1));
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(2, (await RunsAsync(portal)).Count);
    }

    [Fact]
    public async Task Runs_are_kept_for_seven_days()
    {
        await using var portal = await StartAsync();
        ScriptOf(portal).Action = _ => Task.FromResult(1);
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        portal.Clock.Advance(TimeSpan.FromDays(7));
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(2, (await RunsAsync(portal)).Count);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await portal.Runner<SampleJob>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(2, (await RunsAsync(portal)).Count);
    }

    private static Task<PortalServices> StartAsync(PortalServices? beside = null, Dictionary<string, string?>? values = null) => PortalServices.StartAsync(
        values,
        services =>
        {
            services.AddSingleton<Script>();
            services.AddJob<SampleJob>();
        },
        beside);

    private static Script ScriptOf(PortalServices portal) => portal.Services.GetRequiredService<Script>();

    private static Task<DateTime> HeldUntilAsync(PortalServices portal) =>
        portal.ReadAsync(database => database.JobLeases.Where(lease => lease.JobName == "Sample").Select(lease => lease.HeldUntil).SingleAsync());

    private static Task<List<JobRun>> RunsAsync(PortalServices portal) =>
        portal.ReadAsync(database => database.JobRuns.AsNoTracking().Where(run => run.JobName == "Sample").OrderBy(run => run.Id).ToListAsync());

    internal sealed class Script
    {
        private int _runs;

        public int Runs => _runs;

        public Func<CancellationToken, Task<int>> Action { get; set; } = _ => Task.FromResult(0);

        public Task<int> RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            return Action(cancellationToken);
        }
    }

    private sealed class SampleJob(Script script) : Job
    {
        public override string Name => "Sample";

        public override string Description => "Does what the test says.";

        public override TimeSpan Interval => JobRunnerTests.Interval;

        public override Task<int> RunAsync(CancellationToken cancellationToken) => script.RunAsync(cancellationToken);
    }
}
