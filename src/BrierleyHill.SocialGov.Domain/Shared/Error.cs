namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>What kind of refusal an <see cref="Error"/> is. One place in the portal turns it into an HTTP answer.</summary>
public enum ErrorKind
{
    /// <summary>Something that was entered is missing or wrong. Answered with the form again and the message (400).</summary>
    Invalid,

    /// <summary>The person may see the record but may not do this to it (403).</summary>
    Forbidden,

    /// <summary>There is no such record, or the person may not know that there is (404).</summary>
    NotFound,

    /// <summary>The record has moved on since the person looked at it (409).</summary>
    Conflict,

    /// <summary>Something that the portal keeps is not there or not whole (500). Nothing that the person can put right.</summary>
    Fault,
}

/// <summary>A named refusal, in words that a person can act on. Refusals are values; exceptions are bugs.</summary>
/// <param name="Code">A stable name of the refusal, such as <c>Application.TooFewAdministrators</c>.</param>
/// <param name="Message">A sentence that says what is wrong and how to put it right. It never repeats what was typed.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Field">The answer that is at fault, by its name on the record, or <see langword="null"/> when it is the whole record.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Invalid, string? Field = null)
{
    /// <summary>What else is wrong with the same form, so that a person can put everything right at once.</summary>
    public IReadOnlyList<Error> Others { get; init; } = [];

    /// <summary>The first of several refusals, with the others beside it; <see langword="null"/> when there is none.</summary>
    /// <param name="refusals">What is wrong, in the order of the form.</param>
    public static Error? Together(IReadOnlyList<Error> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return refusals.Count switch
        {
            0 => null,
            1 => refusals[0],
            _ => refusals[0] with { Others = [.. refusals.Skip(1)] },
        };
    }

    /// <summary>No such record, or none that the person may know of: the two are answered alike.</summary>
    public static Error NotFound { get; } = new("Record.NotFound", "There is no such record.", ErrorKind.NotFound);

    /// <summary>The record was changed by somebody else after the person opened the form.</summary>
    public static Error Stale { get; } = new(
        "Record.Stale",
        "Somebody changed this while you had it open. Nothing of yours has been saved yet. Check what is different, then save again.",
        ErrorKind.Conflict);
}
