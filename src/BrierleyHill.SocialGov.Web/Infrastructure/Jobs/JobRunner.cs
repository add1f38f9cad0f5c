using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Runs one job for as long as the portal does: takes the lease, runs the job in a scope of its own, writes the run down and
/// waits for the interval or a nudge. A job that fails is logged and recorded, and runs again when it is due.
/// </summary>
/// <typeparam name="TJob">The job.</typeparam>
public sealed class JobRunner<TJob>(
    IServiceScopeFactory scopes, JobSettings settings, JobNudge nudge, TimeProvider clock, ILogger<JobRunner<TJob>> log) : BackgroundService
    where TJob : Job
{
    private static readonly TimeSpan WaitAfterFault = TimeSpan.FromSeconds(30);

    /// <summary>Runs the job once, if this instance holds its lease or can take it.</summary>
    /// <returns>Whether the job ran to its end, well or not.</returns>
    /// <exception cref="OperationCanceledException">The portal stops.</exception>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!await WithLeasesAsync((leases, job) => leases.TakeAsync(job, cancellationToken)))
        {
            return false;
        }

        var startedAt = clock.UtcNow();
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(lost, ended.Token);
        var (handled, error) = (0, (string?)null);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            handled = await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(lost.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            error = "The run was ended because another instance of the portal had taken the job over.";
        }
        catch (JobTroubleException trouble)
        {
            error = trouble.Message;
        }
        // Whatever a job throws, the portal goes on serving and the job is tried again.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            error = $"The run ended with a fault of the kind {KindOf(failure)}. The log has more.";
            LogFault(failure);
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
        }

        await using var recording = scopes.CreateAsyncScope();
        await recording.ServiceProvider.GetRequiredService<JobHistory>()
            .WriteAsync(recording.ServiceProvider.GetRequiredService<TJob>(), startedAt, handled, error, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!settings.Enabled)
        {
            return;
        }

        try
        {
            await WithLeasesAsync(async (leases, job) =>
            {
                await leases.ReleaseAsync(job, cancellationToken);
                return true;
            });
        }
        // The lease runs out by itself: no reason to make the stop look like a fault.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFault(failure);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Enabled && !stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                await RunOnceAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                wait = scope.ServiceProvider.GetRequiredService<TJob>().Interval;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The database is away, or the job cannot be made: neither may end the portal.
#pragma warning disable CA1031
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFault(failure);
                wait = WaitAfterFault;
            }

            try
            {
                await nudge.WaitAsync<TJob>(wait, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Renews the lease while the job runs. An instance that finds it taken (it slept, or could not reach the database) ends its run.</summary>
    private async Task RenewAsync(CancellationTokenSource lost, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                var interval = TimeSpan.Zero;
                await WithLeasesAsync((_, job) =>
                {
                    interval = job.Interval;
                    return Task.FromResult(true);
                });
                await Task.Delay(JobLeases.LifetimeFor(interval) / 4, clock, ended);
                if (!await WithLeasesAsync((leases, job) => leases.TakeAsync(job, ended)))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run is over.
        }
        // Without a renewal the lease runs out, and what the run does next is refused by the records' versions.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFault(failure);
            await lost.CancelAsync();
        }
    }

    private async Task<bool> WithLeasesAsync(Func<JobLeases, Job, Task<bool>> action)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<JobLeases>(), scope.ServiceProvider.GetRequiredService<TJob>());
    }

    // Messages of exceptions can hold what was typed, addresses and values of the database: the log gets the kinds and the places in the code.
    private void LogFault(Exception failure) =>
        log.LogError("The job {Job} met a fault of the kind {Fault} at {Place}", typeof(TJob).Name, KindOf(failure), failure.StackTrace);

    private static string KindOf(Exception failure) =>
        failure.InnerException is { } inner ? $"{failure.GetType().Name} ({inner.GetType().Name})" : failure.GetType().Name;
}
