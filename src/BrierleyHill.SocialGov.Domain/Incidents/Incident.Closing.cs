using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What the investigation found. The numbers are stored and are never changed.</summary>
public enum IncidentFinding
{
    /// <summary>So it was.</summary>
    [Display(Name = "It happened as reported")]
    AsReported = 1,

    /// <summary>Partly.</summary>
    [Display(Name = "It happened in part, or otherwise than reported")]
    InPart = 2,

    /// <summary>Not so.</summary>
    [Display(Name = "It did not happen")]
    NotSo = 3,

    /// <summary>Nobody can tell.</summary>
    [Display(Name = "It cannot be established")]
    NotEstablished = 4,
}

/// <summary>What other records there are of an incident, as they are when it is left alone or closed.</summary>
/// <param name="Referrals">How many times it was referred to an agency.</param>
/// <param name="OpenReferrals">How many of those are neither answered nor given up.</param>
/// <param name="HasBreach">Whether a personal data breach is recorded.</param>
/// <param name="IsBreachUndecided">Whether it is not decided yet who is notified of that breach.</param>
public sealed record ClosingCircumstances(int Referrals, int OpenReferrals, bool HasBreach, bool IsBreachUndecided)
{
    /// <summary>No other record.</summary>
    public static ClosingCircumstances None { get; } = new(0, 0, false, false);
}

/// <summary>How it ended, as it was typed.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Lessons">What the school learns from it.</param>
/// <param name="Clauses">The identifiers of the policy's clauses that it touched.</param>
public sealed record ResolvingAnswers(IncidentFinding? Finding, string? Outcome, string? Lessons, IReadOnlyCollection<string>? Clauses);

/// <content>Its outcome, its end, and what is kept of what is out of scope (clauses SLT-3, SCOPE-4).</content>
public sealed partial class Incident
{
    private const char Between = ',';

    /// <summary>What was found.</summary>
    public IncidentFinding? Finding { get; private set; }

    /// <summary>What came of it.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What the school learns from it.</summary>
    public string Lessons { get; private set; } = "";

    /// <summary>The identifiers of the clauses that it touched, as they are stored.</summary>
    public string ClauseIds { get; private set; } = "";

    /// <summary>Who resolved it.</summary>
    public int? ResolvedById { get; private set; }

    /// <summary>When it was resolved, UTC: the last time, where it was reopened.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public int? ClosedById { get; private set; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The clauses that it touched, in the policy's order.</summary>
    public IReadOnlyList<PolicyClause> Clauses =>
        [.. ClauseIds.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(PolicyClauses.Find).OfType<PolicyClause>()];

    /// <summary>How long it took from the report to the outcome; <see langword="null"/> while there is none.</summary>
    public TimeSpan? TimeToResolve => ResolvedAt - ReportedAt;

    /// <summary>Whether the outcome can be recorded by this person now.</summary>
    public Result CheckMayResolve(Actor by) => CheckMayInvestigate(by) is { IsRefused: true } refusal
        ? refusal
        : Status switch
        {
            IncidentStatus.UnderInvestigation => Result.Done,
            IncidentStatus.Reported => IncidentErrors.NotAssessed,
            IncidentStatus.Assessed => IncidentErrors.NotInvestigated,
            IncidentStatus.Resolved => IncidentErrors.ResolvedAlready,
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
        };

    /// <summary>Records the outcome.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Resolve(ResolvingAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayResolve(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (answers.Finding is not { } finding || !Enum.IsDefined(finding))
        {
            return IncidentErrors.FindingMissing;
        }

        var outcome = WordsOf(answers.Outcome, IncidentErrors.OutcomeMissing);
        if (outcome.IsRefused)
        {
            return outcome.Error;
        }

        var lessons = WordsOf(answers.Lessons, IncidentErrors.LessonsMissing);
        if (lessons.IsRefused)
        {
            return lessons.Error;
        }

        // In the policy's order, each once; what is no clause (a forged form) is refused.
        string[] chosen = [.. (answers.Clauses ?? []).Distinct(StringComparer.Ordinal)];
        if (chosen.Length == 0 || Array.Exists(chosen, id => PolicyClauses.Find(id) is null))
        {
            return IncidentErrors.ClausesMissing;
        }

        (Finding, Outcome, Lessons, ResolvedById, ResolvedAt, Status) =
            (finding, outcome.Value, lessons.Value, by.PersonId, at, IncidentStatus.Resolved);
        ClauseIds = string.Join(Between, PolicyClauses.Each.Select(clause => clause.Id).Where(chosen.Contains));
        Record(new IncidentResolved(Id, finding, Outcome, Lessons, ClauseIds, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be closed by this person now, as far as that hangs on status and person.</summary>
    public Result CheckMayClose(Actor by) => CheckMayLead(by) is { IsRefused: true } refusal
        ? refusal
        : Status switch
        {
            IncidentStatus.Resolved => Result.Done,
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
            IncidentStatus.Reported or IncidentStatus.Assessed or IncidentStatus.UnderInvestigation => IncidentErrors.NotResolved,
        };

    /// <summary>What still stands in the way of closing it, in sentences.</summary>
    /// <param name="circumstances">What other records there are of it.</param>
    public IReadOnlyList<string> BlockersOfClosing(ClosingCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(circumstances);
        var blockers = RoutesTaken.Where(route => !route.IsFinished)
            .Select(route => $"A route is not finished: {route.Kind.InWords()}.")
            .ToList();
        if (circumstances.OpenReferrals > 0)
        {
            blockers.Add(circumstances.OpenReferrals == 1
                ? "A referral is neither answered nor given up."
                : $"{circumstances.OpenReferrals} referrals are neither answered nor given up.");
        }

        if (circumstances.IsBreachUndecided)
        {
            blockers.Add("It is not decided yet who is notified of the personal data breach.");
        }

        return blockers;
    }

    /// <summary>Closes it: everything that was begun is finished.</summary>
    /// <param name="circumstances">What other records there are of it.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Close(ClosingCircumstances circumstances, Actor by, DateTime at)
    {
        if (CheckMayClose(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (BlockersOfClosing(circumstances) is { Count: > 0 } blockers)
        {
            return IncidentErrors.NotYetClosed(blockers);
        }

        (Status, ClosedById, ClosedAt) = (IncidentStatus.Closed, by.PersonId, at);
        Record(new IncidentClosed(Id, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be reopened by this person now. Of what is out of scope nothing is kept that could be.</summary>
    public Result CheckMayReopen(Actor by) => CheckMayLead(by) is { IsRefused: true } refusal
        ? refusal
        : Status switch
        {
            IncidentStatus.Resolved or IncidentStatus.Closed => Result.Done,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
            IncidentStatus.Reported or IncidentStatus.Assessed or IncidentStatus.UnderInvestigation => IncidentErrors.NotEnded,
        };

    /// <summary>Reopens it: there is more to be looked into. The outcome so far stays readable in the chronology.</summary>
    /// <param name="because">Why.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Reopen(string? because, Actor by, DateTime at)
    {
        if (CheckMayReopen(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        var before = Status;
        (Status, Finding, Outcome, Lessons, ClauseIds) = (IncidentStatus.UnderInvestigation, null, "", "", "");
        (ResolvedById, ResolvedAt, ClosedById, ClosedAt) = (null, null, null, null);
        Record(new IncidentReopened(Id, before, why, by, at));
        return Result.Done;
    }

    // That it was reported, by whom and when, of which category, and the decision is what is left.
    private void Minimise()
    {
        (What, Place, Link, ImmediateActions, NextSteps) = ("", "", "", "", "");
        (AccountId, OccurredAt, Noticed, Severity) = (null, null, NoticedHow.Other, null);
        (Source, SourceId) = (IncidentSource.None, null);
        _involved.Clear();
        _investigators.Clear();
        _routes.Clear();
    }
}
