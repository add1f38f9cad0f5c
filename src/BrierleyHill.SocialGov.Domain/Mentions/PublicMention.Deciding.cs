using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

public sealed partial class PublicMention
{
    /// <summary>Decides whether it is in scope. What is not is minimised at once (SCOPE-4).</summary>
    /// <param name="scope">What it is.</param>
    /// <param name="because">Why: kept for good, also where nothing else is, so it must not repeat what was posted.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Decide(MentionScope? scope, string? because, Actor by, DateTime at)
    {
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != MentionStatus.New)
        {
            return MentionErrors.DecidedAlready;
        }

        if (scope is not { } chosen || !Enum.IsDefined(chosen))
        {
            return MentionErrors.ScopeMissing;
        }

        var why = Reason(because, MentionErrors.BecauseMissing, "Because");
        if (why.IsRefused)
        {
            return why.Error;
        }

        (Scope, ScopeBecause, DecidedById, DecidedAt) = (chosen, why.Value, by.PersonId, at);
        if (chosen == MentionScope.LeftAlone)
        {
            Status = MentionStatus.OutOfScope;
            Minimise();
            Record(new MentionLeftAlone(why.Value, by, at));
        }
        else
        {
            Status = MentionStatus.InScope;
            Record(new MentionTakenInScope(chosen, why.Value, by, at));
        }

        return Result.Done;
    }

    /// <summary>Records what was done, and how it ended where it has. That nothing needs to be done settles it.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="note">More about it.</param>
    /// <param name="outcome">How it ended; empty while an answer is waited for.</param>
    /// <param name="enquiryId">The enquiry as which it goes on, for that action.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Act(MentionAction? action, string? note, string? outcome, int? enquiryId, Actor by, DateTime at)
    {
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != MentionStatus.InScope)
        {
            return MentionErrors.NotInScope;
        }

        if (action is not { } done || !Enum.IsDefined(done))
        {
            return MentionErrors.ActionMissing;
        }

        if (done == MentionAction.Enquiry && enquiryId is null)
        {
            return MentionErrors.EnquiryMissing;
        }

        var (more, ended) = (PlainText.Clean(note), PlainText.Clean(outcome));
        if (more.Length == 0 && done is MentionAction.NoneNeeded or MentionAction.Other)
        {
            return MentionErrors.NoteMissing;
        }

        if (more.Length > ReasonMaximumLength)
        {
            return MentionErrors.TooLong("Note", "note", ReasonMaximumLength);
        }

        if (ended.Length > ReasonMaximumLength)
        {
            return MentionErrors.TooLong("Outcome", "outcome", ReasonMaximumLength);
        }

        _steps.Add(new MentionStep(done, more, by, at));
        EnquiryId = done == MentionAction.Enquiry ? enquiryId : EnquiryId;
        Record(new MentionActedUpon(done, more, enquiryId is { } number && done == MentionAction.Enquiry ? Shared.Reference.Of(Enquiries.Enquiry.ReferenceKind, number) : null, by, at));
        if (done == MentionAction.NoneNeeded || ended.Length > 0)
        {
            (Status, Outcome) = (MentionStatus.Settled, ended.Length > 0 ? ended : MentionAction.NoneNeeded.InWords());
            Record(new MentionSettled(ended, by, at));
        }

        return Result.Done;
    }

    /// <summary>Something is to be done after all: it was posted again, or was not taken down.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Reopen(string? because, Actor by, DateTime at)
    {
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != MentionStatus.Settled)
        {
            return MentionErrors.NotSettled;
        }

        var why = Reason(because, MentionErrors.ReopenBecauseMissing, "Because");
        if (why.IsRefused)
        {
            return why.Error;
        }

        (Status, Outcome) = (MentionStatus.InScope, "");
        Record(new MentionReopened(why.Value, by, at));
        return Result.Done;
    }

    /// <summary>It is the same posting as another mention: that one goes on, with everybody who saw either; nothing of this one is kept.</summary>
    /// <param name="other">The mention that goes on.</param>
    /// <param name="by">An administrator or a senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result MergeInto(PublicMention other, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status is not (MentionStatus.New or MentionStatus.InScope) || _steps.Count > 0)
        {
            return MentionErrors.CannotBeMerged;
        }

        if (other == this || other.Id == Id)
        {
            return MentionErrors.MergeWithItself;
        }

        if (other.Status == MentionStatus.Merged)
        {
            return MentionErrors.MergeIntoMerged;
        }

        foreach (var sighting in _sightings)
        {
            other.SeeAgain(sighting.PersonId, sighting.FeedId, sighting.SeenOn, [], by, at);
        }

        (Status, MergedIntoId) = (MentionStatus.Merged, other.Id);
        Minimise();
        Record(new MentionMerged(other.Reference, by, at));
        return Result.Done;
    }

    // The hashes stay: they are what it is known again by, and nobody can read anything from them.
    private void Minimise() => (Site, Title, Text, Author, Link) = ("", "", "", "", "");

    private static Result<string> Reason(string? typed, Error missing, string field)
    {
        var reason = PlainText.Clean(typed);
        return reason.Length switch
        {
            0 => missing,
            > ReasonMaximumLength => MentionErrors.TooLong(field, "reason", ReasonMaximumLength),
            _ => reason,
        };
    }
}
