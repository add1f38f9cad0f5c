namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// That a form was acted upon. Every form carries a one-use number; this row commits with what the form did, so the same form
/// sent twice acts once, also when both arrive at the same instant. A form that was changed and sent again (after the back
/// button, say) is another submission: whether it still may act is for the record's version to decide.
/// </summary>
public sealed class FormSubmission
{
    /// <summary>SHA-256 over the form's number and everything that was typed, in hexadecimal. Neither can be read from it.</summary>
    public string FormHash { get; init; } = "";

    /// <summary>Who sent it.</summary>
    public int PersonId { get; init; }

    /// <summary>When it was acted upon, UTC.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>Where the sender was led afterwards; <see langword="null"/> until the first answer is ready.</summary>
    public string? Outcome { get; init; }
}

/// <summary>The same form was sent before and has been acted upon: this time nothing was done.</summary>
public sealed class RepeatedSubmissionException : Exception
{
    /// <summary>Made when the database refuses the second row.</summary>
    public RepeatedSubmissionException()
        : base("This form was sent before and has been acted upon.")
    {
    }

    /// <inheritdoc cref="RepeatedSubmissionException()" />
    public RepeatedSubmissionException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="RepeatedSubmissionException()" />
    public RepeatedSubmissionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
