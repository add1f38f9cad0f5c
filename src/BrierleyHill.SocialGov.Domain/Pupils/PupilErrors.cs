using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>Why something cannot be done to a pupil's record.</summary>
public static class PupilErrors
{
    /// <summary>Neither administrator, senior leader nor safeguarding lead.</summary>
    public static Error OnlyThoseWhoKeep { get; } = new(
        "Pupil.OnlyThoseWhoKeep", "Consent records are kept by administrators, senior leaders and the safeguarding lead. Ask one of them.", ErrorKind.Forbidden);

    /// <summary>Neither senior leader nor safeguarding lead.</summary>
    public static Error OnlyThoseWhoProtect { get; } = new(
        "Pupil.OnlyThoseWhoProtect", "Only senior leaders and the safeguarding lead can do this.", ErrorKind.Forbidden);

    /// <summary>A yes where "do not publish" stands.</summary>
    public static Error DoNotPublish { get; } = new(
        "Pupil.DoNotPublish",
        "This pupil is marked “do not publish” here. A senior leader or the safeguarding lead changes that. A parent or carer can change their own answer by their link.",
        Field: "Answer");

    /// <summary>Protected twice.</summary>
    public static Error ProtectedAlready { get; } = new("Pupil.ProtectedAlready", "This pupil is protected already.", ErrorKind.Conflict);

    /// <summary>Lifted where there is nothing to lift.</summary>
    public static Error NotProtected { get; } = new("Pupil.NotProtected", "This pupil is not protected.", ErrorKind.Conflict);

    /// <summary>An answer that nobody can have given yet.</summary>
    public static Error DecidedAhead { get; } = new("Pupil.DecidedAhead", "This date lies ahead. Enter the date on which the answer was given.", Field: "DecidedOn");

    /// <summary>Before it was given, or too far ahead.</summary>
    public static Error ValidUntilWrong { get; } = new(
        "Pupil.ValidUntilWrong",
        string.Create(CultureInfo.InvariantCulture, $"Enter a last day that is not before the answer, and at most {Pupil.MostYearsValid} years from today."),
        Field: "ValidUntil");

    /// <summary>Nothing was chosen, or all of it is on record already.</summary>
    public static Error NothingRecorded { get; } = new(
        "Pupil.NothingRecorded", "Nothing was recorded: choose an answer for at least one use that differs from what is on record.");

    /// <summary>Two pupils with one number.</summary>
    public static Error NumberTaken { get; } = new("Pupil.NumberTaken", "Another pupil has this MIS number already. Check the number.", Field: nameof(Pupil.MisNumber));

    /// <summary>Nothing was entered.</summary>
    public static Error Missing(string field, string message) => new($"Pupil.{field}Missing", message, Field: field);

    /// <summary>More than is kept.</summary>
    public static Error TooLong(string field, int most) =>
        new($"Pupil.{field}TooLong", string.Create(CultureInfo.InvariantCulture, $"Shorten this to {most} characters or fewer."), Field: field);
}
