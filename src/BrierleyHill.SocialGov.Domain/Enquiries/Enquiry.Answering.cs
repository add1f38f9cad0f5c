using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>What a senior leader decided about a reply to a journalist (BEH-3).</summary>
public enum ClearanceDecision
{
    /// <summary>A reply may be given, along an agreed line.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Cleared")]
    Cleared,

    /// <summary>No reply is given.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Not cleared")]
    NotCleared,
}

/// <content>How it is answered, and what stops the clock (clauses MON-2, BEH-3, BEH-4, OFF-1, OFF-2).</content>
public sealed partial class Enquiry
{
    /// <summary>What was done about it, in order.</summary>
    public IReadOnlyList<EnquiryResponse> Responses => _responses;

    /// <summary>What a senior leader decided about a reply to a journalist.</summary>
    public ClearanceDecision? Clearance { get; private set; }

    /// <summary>The line that was agreed, or why no reply is given.</summary>
    public string ClearanceWords { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public int? ClearanceById { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? ClearanceAt { get; private set; }

    /// <summary>Records that whoever wrote was told that it was read. It stops the clock. Free for a journalist's contact too.</summary>
    /// <param name="words">The words that were used.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Acknowledge(string? words, Actor by, DateTime at)
    {
        if (CheckMayAcknowledge() is { IsRefused: true } held)
        {
            return held;
        }

        if (WordsOf(words, EnquiryErrors.AcknowledgementMissing, out var used) is { IsRefused: true } refused)
        {
            return refused;
        }

        Status = EnquiryStatus.Acknowledged;
        Respond(new EnquiryResponse(ResponseKind.Acknowledgement, used, PersonOf(by), at));
        Record(new EnquiryAcknowledged(used.Length, at < DueAt, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be acknowledged: once.</summary>
    public Result CheckMayAcknowledge() => Status switch
    {
        EnquiryStatus.Open => Result.Done,
        EnquiryStatus.Acknowledged => EnquiryErrors.AcknowledgedAlready,
        EnquiryStatus.Closed => EnquiryErrors.Closed,
    };

    /// <summary>Records the reply that was given. It closes the enquiry, and stops the clock where that still runs.</summary>
    /// <param name="words">What was answered.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Reply(string? words, Actor by, DateTime at)
    {
        if (CheckMayReply() is { IsRefused: true } held)
        {
            return held;
        }

        if (WordsOf(words, EnquiryErrors.ReplyMissing, out var used) is { IsRefused: true } refused)
        {
            return refused;
        }

        Status = EnquiryStatus.Closed;
        Respond(new EnquiryResponse(ResponseKind.Reply, used, PersonOf(by), at));
        Record(new EnquiryReplied(used.Length, AnsweredAt < DueAt, by, at));
        return Result.Done;
    }

    /// <summary>Whether a reply can be recorded: not once it is closed, and to a journalist only along a line that a senior leader cleared.</summary>
    public Result CheckMayReply() => (Status, Kind, Clearance) switch
    {
        (EnquiryStatus.Closed, _, _) => EnquiryErrors.Closed,
        (_, EnquiryKind.Journalist, null) => EnquiryErrors.NotClearedYet,
        (_, EnquiryKind.Journalist, ClearanceDecision.NotCleared) => EnquiryErrors.ReplyNotCleared,
        _ => Result.Done,
    };

    /// <summary>
    /// Records that an unacceptable comment was removed. It closes the enquiry, and stops the clock where that still runs. The audience is told
    /// exactly why (OFF-2): it is not recorded without the explanation that was given, or the reason why none could be.
    /// </summary>
    /// <param name="means">What was done.</param>
    /// <param name="isExplained">Whether the audience was given an explanation.</param>
    /// <param name="explanation">The explanation, where it was.</param>
    /// <param name="whyNone">Why none could be given, where it was not.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Remove(RemovalMeans means, bool? isExplained, string? explanation, string? whyNone, Actor by, DateTime at)
    {
        if (CheckMayRemove() is { IsRefused: true } held)
        {
            return held;
        }

        if (means == RemovalMeans.None || !means.AreKnown())
        {
            return EnquiryErrors.MeansMissing;
        }

        if (isExplained is not { } explained)
        {
            return EnquiryErrors.ExplainedMissing;
        }

        var (told, why) = ("", "");
        var given = explained
            ? WordsOf(explanation, EnquiryErrors.ExplanationMissing, out told)
            : WordsOf(whyNone, EnquiryErrors.WhyNoneMissing, out why);
        if (given.IsRefused)
        {
            return given;
        }

        if (why.Length > ReasonMaximumLength)
        {
            return EnquiryErrors.WhyNoneTooLong;
        }

        Status = EnquiryStatus.Closed;
        Respond(new EnquiryResponse(means, told, why, PersonOf(by), at));
        Record(new EnquiryCommentRemoved(means, told.Length, explained ? null : why, AnsweredAt < DueAt, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be removed: what an audience can see, and no journalist's contact.</summary>
    public Result CheckMayRemove() => (Status, Kind, Place) switch
    {
        (EnquiryStatus.Closed, _, _) => EnquiryErrors.Closed,
        (_, EnquiryKind.Journalist, _) => EnquiryErrors.JournalistNotRemoved,
        (_, _, EnquiryPlace.DirectMessage) => EnquiryErrors.MessageNotRemoved,
        _ => Result.Done,
    };

    /// <summary>Closes it after it was acknowledged: nothing more is to be said. Nobody gets past the clock by closing.</summary>
    /// <param name="because">Why no further answer is needed.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Close(string? because, Actor by, DateTime at)
    {
        if (Status != EnquiryStatus.Acknowledged)
        {
            return Status == EnquiryStatus.Closed ? EnquiryErrors.Closed : EnquiryErrors.NotAcknowledged;
        }

        if (ReasonOf(because, EnquiryErrors.ClosingReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        Status = EnquiryStatus.Closed;
        Respond(new EnquiryResponse(ResponseKind.Closing, why, PersonOf(by), at));
        Record(new EnquiryClosed(why, by, at));
        return Result.Done;
    }

    /// <summary>A senior leader decides about the reply to a journalist (BEH-3). Until it is closed the decision can be another.</summary>
    /// <param name="isCleared">Whether a reply may be given.</param>
    /// <param name="agreedLine">The line that was agreed, where it may.</param>
    /// <param name="because">Why not, where it may not.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Clear(bool? isCleared, string? agreedLine, string? because, Actor by, DateTime at)
    {
        if (CheckMayClear(by) is { IsRefused: true } held)
        {
            return held;
        }

        if (isCleared is not { } cleared)
        {
            return EnquiryErrors.ClearanceMissing;
        }

        var read = cleared
            ? WordsOf(agreedLine, EnquiryErrors.AgreedLineMissing, out var words)
            : ReasonOf(because, EnquiryErrors.NotClearedReasonMissing, out words);
        if (read.IsRefused)
        {
            return read;
        }

        (Clearance, ClearanceWords, ClearanceById, ClearanceAt) = (cleared ? ClearanceDecision.Cleared : ClearanceDecision.NotCleared, words, PersonOf(by), at);
        Record(cleared ? new EnquiryReplyCleared(words.Length, by, at) : new EnquiryReplyNotCleared(words, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may decide about the reply.</summary>
    /// <param name="by">Who.</param>
    public Result CheckMayClear(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Kind != EnquiryKind.Journalist
            ? EnquiryErrors.NoJournalist
            : !by.Holds(Roles.SeniorLeader)
                ? EnquiryErrors.OnlyLeadersClear
                : Status == EnquiryStatus.Closed ? EnquiryErrors.Closed : Result.Done;
    }

    /// <summary>There is more to be done about one that was answered. Whoever wrote has had an answer, so the clock stays stopped.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Reopen(string? because, Actor by, DateTime at)
    {
        if (Status != EnquiryStatus.Closed)
        {
            return EnquiryErrors.NotClosed;
        }

        if (ReasonOf(because, EnquiryErrors.ReopeningReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        Status = EnquiryStatus.Acknowledged;
        Record(new EnquiryReopened(why, by, at));
        return Result.Done;
    }

    /// <summary>
    /// What was recorded was a mistake: whoever wrote was told nothing. It is open again, and the clock runs against the due time that it had;
    /// what was recorded stays on record as taken back.
    /// </summary>
    /// <param name="because">Why.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakeBack(string? because, Actor by, DateTime at)
    {
        if (Status == EnquiryStatus.Open)
        {
            return EnquiryErrors.NothingToTakeBack;
        }

        if (ReasonOf(because, EnquiryErrors.TakingBackReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        foreach (var response in _responses)
        {
            response.TakeBack(at);
        }

        (Status, AnsweredAt) = (EnquiryStatus.Open, null);
        Record(new EnquiryAnswerTakenBack(why, by, at));
        return Result.Done;
    }

    // The clock is stopped once: by whatever comes first.
    private void Respond(EnquiryResponse response)
    {
        _responses.Add(response);
        AnsweredAt ??= response.At;
    }

    private static int PersonOf(Actor by) => by.PersonId ?? throw new ArgumentException("Enquiries are answered by people.", nameof(by));
}
