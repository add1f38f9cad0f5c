namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Which instance of the portal may run a job. Two instances on one database take turns.</summary>
public sealed class JobLease
{
    /// <summary>The job.</summary>
    public string JobName { get; init; } = "";

    /// <summary>The instance that holds it.</summary>
    public string HeldBy { get; init; } = "";

    /// <summary>Until when, UTC.</summary>
    public DateTime HeldUntil { get; init; }
}

/// <summary>One run of a job, or a row of runs that all found nothing to do.</summary>
public sealed class JobRun
{
    /// <summary>Longest error that is kept, in characters.</summary>
    public const int ErrorMaximumLength = 300;

    /// <summary>The run's number.</summary>
    public int Id { get; init; }

    /// <summary>The job.</summary>
    public string JobName { get; init; } = "";

    /// <summary>When it, or the first of them, began, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it, or the last of them, ended, UTC.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>How many records it acted upon.</summary>
    public int Handled { get; init; }

    /// <summary>What went wrong, by kind of fault and without personal data; <see langword="null"/> when nothing did.</summary>
    public string? Error { get; init; }
}
