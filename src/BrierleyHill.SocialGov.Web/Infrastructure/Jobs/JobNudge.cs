using System.Collections.Concurrent;
using System.Threading.Channels;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Wakes a job of this process before its interval has passed, because there is work for it now. A nudge may be lost (the process
/// stops, another instance has the lease): the interval is what makes sure that work is done, the nudge only that it is done soon.
/// </summary>
public sealed class JobNudge
{
    private readonly ConcurrentDictionary<Type, Channel<bool>> _channels = new();

    /// <summary>Wakes the job, or has it run once more if it is running. Many nudges are one.</summary>
    public void Nudge<TJob>()
        where TJob : Job => ChannelOf(typeof(TJob)).Writer.TryWrite(true);

    /// <summary>Waits for a nudge, or for as long as the interval.</summary>
    /// <exception cref="OperationCanceledException">The portal stops.</exception>
    internal async Task WaitAsync<TJob>(TimeSpan interval, TimeProvider clock, CancellationToken cancellationToken)
        where TJob : Job
    {
        var nudges = ChannelOf(typeof(TJob)).Reader;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(interval, clock, over.Token), nudges.WaitToReadAsync(over.Token).AsTask());
        await over.CancelAsync();
        nudges.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Channel<bool> ChannelOf(Type job) => _channels.GetOrAdd(
        job, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
}
