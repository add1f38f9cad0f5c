namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Work that the portal does by itself at an interval. The runner takes the lease, makes a scope, calls <see cref="RunAsync"/>
/// and records the run; a test calls <see cref="RunAsync"/> directly.
/// </summary>
public abstract class Job
{
    /// <summary>The job's name, as the job page and the lease have it.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a sentence that a portal manager understands.</summary>
    public abstract string Description { get; }

    /// <summary>How long after one run the next begins.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>After how long without a run something is wrong.</summary>
    public virtual TimeSpan LongestSilence => JobHistory.LongestSilence(Interval);

    /// <summary>Does what is due now.</summary>
    /// <returns>How many records it acted upon.</returns>
    public abstract Task<int> RunAsync(CancellationToken cancellationToken);
}
