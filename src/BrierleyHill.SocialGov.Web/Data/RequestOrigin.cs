namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Where a change comes from, for the audit: filled from the request, empty for jobs and the command line.</summary>
public sealed class RequestOrigin
{
    /// <summary>The request, as the log and the error page name it.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The network address of the request.</summary>
    public string? RemoteAddress { get; set; }

    /// <summary>The stamp of <see cref="SchoolFacts"/> when the request began; <see langword="null"/> for jobs, and once the request has changed them.</summary>
    public Guid? FactsStamp { get; set; }

    /// <summary>What the requests share of what they read; <see langword="null"/> where nothing is shared.</summary>
    public SchoolFacts? Facts { get; init; }

    /// <summary>The one-use form that is being acted upon, if there is one. Taken by the first save.</summary>
    public FormSubmission? Submission { get; set; }
}
