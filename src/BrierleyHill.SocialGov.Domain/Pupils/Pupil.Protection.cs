using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>A time during which a pupil is protected. Who set it, and why, is shown to those alone who may set it.</summary>
public sealed class Protection
{
    private Protection()
    {
    }

    internal Protection(string because, int byId, string byName, DateTime at) => (Because, SetById, SetByName, SetAt) = (because, byId, byName, at);

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Why.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Who set it.</summary>
    public int SetById { get; private set; }

    /// <summary>Their name then.</summary>
    public string SetByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>When it was lifted, UTC.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Who lifted it.</summary>
    public int? LiftedById { get; private set; }

    /// <summary>Their name then.</summary>
    public string LiftedByName { get; private set; } = "";

    /// <summary>Why it was lifted.</summary>
    public string LiftedBecause { get; private set; } = "";

    internal void Lift(string because, int byId, string byName, DateTime at) => (LiftedBecause, LiftedById, LiftedByName, LiftedAt) = (because, byId, byName, at);
}

/// <content>The mark that overrides every consent.</content>
public sealed partial class Pupil
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 1000;

    /// <summary>Protects the pupil: whatever was or will be answered, nothing of them is published. Staff are shown "do not publish", never why.</summary>
    /// <param name="because">Why: court order, adoption, risk. Seen by those alone who may protect.</param>
    /// <param name="by">The safeguarding lead or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Protect(string? because, Actor by, DateTime at)
    {
        if (CheckMark(because, by, out var reason) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (IsProtected)
        {
            return PupilErrors.ProtectedAlready;
        }

        _protections.Add(new Protection(reason, by.PersonId!.Value, by.Name, at));
        PublishingChanged(by, at);
        return Result.Done;
    }

    /// <summary>Lifts the mark. What was answered counts again.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">The safeguarding lead or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result LiftProtection(string? because, Actor by, DateTime at)
    {
        if (CheckMark(because, by, out var reason) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsProtected)
        {
            return PupilErrors.NotProtected;
        }

        _protections[^1].Lift(reason, by.PersonId!.Value, by.Name, at);
        PublishingChanged(by, at);
        return Result.Done;
    }

    private static Result CheckMark(string? because, Actor by, out string reason)
    {
        reason = PlainText.Clean(because);
        if (CheckMayProtect(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (reason.Length == 0)
        {
            return PupilErrors.Missing("Because", "Enter why. Only senior leaders and the safeguarding lead can read it.");
        }

        return reason.Length > ReasonMaximumLength ? PupilErrors.TooLong("Because", ReasonMaximumLength) : Result.Done;
    }
}
