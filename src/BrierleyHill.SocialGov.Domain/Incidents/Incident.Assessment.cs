using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <content>The initial assessment by a senior leader, and who looks into it (clauses SLT-3, SLT-4, SCOPE-2 to SCOPE-4).</content>
public sealed partial class Incident
{
    /// <summary>Longest text of an assessment, a step or an outcome, in characters: three of them fit into one entry of the chronology.</summary>
    public const int WordsMaximumLength = 1200;

    /// <summary>Whether it is the school's business.</summary>
    public IncidentScope? Scope { get; private set; }

    /// <summary>Why it was judged like that. Of what is out of scope it is the one text that is kept, so it must not repeat what was reported.</summary>
    public string AssessedBecause { get; private set; } = "";

    /// <summary>What was done at once.</summary>
    public string ImmediateActions { get; private set; } = "";

    /// <summary>What comes next, and who does it.</summary>
    public string NextSteps { get; private set; } = "";

    /// <summary>Who assessed it.</summary>
    public int? AssessedById { get; private set; }

    /// <summary>When it was first assessed, UTC.</summary>
    public DateTime? AssessedAt { get; private set; }

    /// <summary>Everybody who looks into it or did, in order: the place, from 1, is the number by which pages know an appointment.</summary>
    public IReadOnlyList<IncidentInvestigator> Appointments => [.. _investigators.OrderBy(one => one.Since).ThenBy(one => one.Id)];

    /// <summary>Everybody who looks into it now.</summary>
    public IEnumerable<IncidentInvestigator> CurrentInvestigators => Appointments.Where(one => one.IsCurrent);

    /// <summary>How long it took from the report to the assessment; <see langword="null"/> while it waits.</summary>
    public TimeSpan? TimeToAssess => AssessedAt - ReportedAt;

    /// <summary>Whether the safeguarding lead has a part in it: somebody is in danger, its category says so, or it takes that route.</summary>
    public bool ConcernsSafeguarding =>
        IsDanger || Category == IncidentCategory.Safeguarding || RoutesTaken.Any(route => route.Kind == IncidentRouteKind.Safeguarding);

    /// <summary>Whether this person may lead it: a senior leader who is not said to have done it. For whoever is, there is no such record.</summary>
    public Result CheckMayLead(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return IsKeptFrom(by) ? Error.NotFound : by.Holds(Roles.SeniorLeader) ? Result.Done : IncidentErrors.NotLeader;
    }

    /// <summary>Whether this person may work on it: whoever leads it or looks into it, and the safeguarding lead where they have a part in it.</summary>
    public Result CheckMayInvestigate(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return IsKeptFrom(by)
            ? Error.NotFound
            : by.Holds(Roles.SeniorLeader)
                || (by.PersonId is { } id && IsInvestigatedBy(id))
                || (by.Holds(Roles.SafeguardingLead) && ConcernsSafeguarding)
                    ? Result.Done
                    : IncidentErrors.NotInvestigator;
    }

    /// <summary>Makes the initial assessment. What is out of scope is left alone instead: <see cref="LeaveAlone"/>.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Assess(AssessmentAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayAssess(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var read = ReadAssessment(answers);
        if (read.IsRefused)
        {
            return read.Error;
        }

        Take(read.Value);
        (AssessedById, AssessedAt, Status) = (by.PersonId, at, IncidentStatus.Assessed);
        Record(new IncidentAssessed(
            Id, read.Value.Severity, read.Value.Scope, AssessedBecause, ImmediateActions, NextSteps, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be assessed by this person: once, first of all.</summary>
    public Result CheckMayAssess(Actor by) => CheckMayLead(by) is { IsRefused: true } refusal
        ? refusal
        : Status == IncidentStatus.Reported ? Result.Done : IncidentErrors.AssessedAlready;

    /// <summary>Judges anew while it is looked into: more has become known. The first assessment's time stays.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Reassess(AssessmentAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayReassess(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var read = ReadAssessment(answers);
        if (read.IsRefused)
        {
            return read.Error;
        }

        var (severity, scope) = (Severity!.Value, Scope!.Value);
        if (read.Value == new ReadAnswers(severity, scope, AssessedBecause, ImmediateActions, NextSteps))
        {
            return IncidentErrors.AssessmentSame;
        }

        Take(read.Value);
        Record(new IncidentReassessed(
            Id, severity, read.Value.Severity, scope, read.Value.Scope, AssessedBecause, ImmediateActions, NextSteps, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be judged anew by this person.</summary>
    public Result CheckMayReassess(Actor by) => CheckMayLead(by) is { IsRefused: true } refusal
        ? refusal
        : Status switch
        {
            IncidentStatus.Assessed or IncidentStatus.UnderInvestigation => Result.Done,
            IncidentStatus.Reported => IncidentErrors.NotAssessed,
            IncidentStatus.Resolved => IncidentErrors.ResolvedAlready,
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
        };

    /// <summary>
    /// Leaves it alone: it is personal and neither names the school nor affects it (SCOPE-4). What was recorded is taken away at once and cannot
    /// be brought back; that it was reported, and the decision, is kept.
    /// </summary>
    /// <param name="because">Why: kept for good, so it must not repeat what was reported.</param>
    /// <param name="circumstances">What other records there are of it.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result LeaveAlone(string? because, ClosingCircumstances circumstances, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(circumstances);
        if (CheckMayLeaveAlone(circumstances, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, IncidentErrors.ScopeBecauseMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        Minimise();
        (Scope, AssessedBecause, AssessedById, AssessedAt) = (IncidentScope.PersonalOutOfScope, why, by.PersonId, AssessedAt ?? at);
        Status = IncidentStatus.OutOfScope;
        Record(new IncidentMinimised(Id, by, at));
        return Result.Done;
    }

    /// <summary>Whether it can be left alone by this person. What an agency was told of, or what is a breach of the school's data, is the school's business.</summary>
    public Result CheckMayLeaveAlone(ClosingCircumstances circumstances, Actor by)
    {
        ArgumentNullException.ThrowIfNull(circumstances);
        if (CheckMayLead(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status switch
        {
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
            IncidentStatus.Resolved => IncidentErrors.ResolvedAlready,
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.UnderInvestigation => IncidentErrors.InvestigatedAlready,
            IncidentStatus.Reported or IncidentStatus.Assessed =>
                circumstances.Referrals > 0 ? IncidentErrors.ReferredAlready : circumstances.HasBreach ? IncidentErrors.IsBreach : Result.Done,
        };
    }

    /// <summary>Appoints somebody to look into it. With the first the investigation begins.</summary>
    /// <param name="personId">Whom.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A senior leader who is not said to have done it; also for themselves.</param>
    /// <param name="at">When, UTC.</param>
    public Result AppointInvestigator(int? personId, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (CheckMayAppoint(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (personId is not { } whom || directory.Find(whom) is not { } person)
        {
            return IncidentErrors.InvestigatorMissing;
        }

        if (!person.IsActive)
        {
            return IncidentErrors.InvestigatorNotActive;
        }

        // Whoever is said to have done it must not be told so by a refusal that somebody else reads out: the words are the same for all.
        if (IsConcerned(whom))
        {
            return IncidentErrors.InvestigatorConcerned;
        }

        if (CurrentInvestigators.Any(one => one.PersonId == whom))
        {
            return IncidentErrors.InvestigatorAlready;
        }

        _investigators.Add(new IncidentInvestigator(whom, at));
        var begins = Status == IncidentStatus.Assessed;
        Status = IncidentStatus.UnderInvestigation;
        Record(new InvestigatorAppointed(Id, whom, person.FullName, begins, by, at));
        return Result.Done;
    }

    /// <summary>Whether somebody can be appointed by this person.</summary>
    public Result CheckMayAppoint(Actor by) => CheckMayReassess(by);

    /// <summary>Whether this person can be appointed: active, and neither said to have done it nor a witness or subject of it.</summary>
    public bool CanBeInvestigatedBy(DirectoryPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.IsActive && !IsConcerned(person.Id) && CurrentInvestigators.All(one => one.PersonId != person.Id);
    }

    /// <summary>Takes the investigation from somebody, for a reason. Another can be appointed before or after.</summary>
    /// <param name="number">Which of the <see cref="Appointments"/>, from 1.</param>
    /// <param name="because">Why.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A senior leader who is not said to have done it.</param>
    /// <param name="at">When, UTC.</param>
    public Result ReleaseInvestigator(int number, string? because, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (CheckMayAppoint(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Appointments.ElementAtOrDefault(number - 1) is not { IsCurrent: true } appointed)
        {
            return IncidentErrors.InvestigatorNotThere;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        Release(appointed, why, directory.NameOf(appointed.PersonId), isTold: true, by, at);
        return Result.Done;
    }

    // Whoever turns out to be concerned looks into it no more, from this very save on, and is not told.
    private void ReleaseWhoeverIsConcerned(PeopleDirectory directory, Actor by, DateTime at)
    {
        foreach (var appointed in CurrentInvestigators.Where(one => IsConcerned(one.PersonId)).ToList())
        {
            Release(appointed, "Concerned in it themselves.", directory.NameOf(appointed.PersonId), isTold: false, by, at);
        }
    }

    private void Release(IncidentInvestigator appointed, string because, string name, bool isTold, Actor by, DateTime at)
    {
        appointed.End(at);
        Record(new InvestigatorReleased(Id, appointed.PersonId, name, because, isTold, by, at));
    }

    private bool IsKeptFrom(Actor person) => person.PersonId is { } id && IsAlleged(id);

    private bool IsConcerned(int personId) => _involved.Exists(involved =>
        involved.PersonId == personId && involved.Role is (InvolvedRole.Alleged or InvolvedRole.Subject or InvolvedRole.Witness));

    private void Take(ReadAnswers answers) => (Severity, Scope, AssessedBecause, ImmediateActions, NextSteps) =
        (answers.Severity, answers.Scope, answers.Because, answers.ImmediateActions, answers.NextSteps);

    private static Result<ReadAnswers> ReadAssessment(AssessmentAnswers answers)
    {
        if (answers.Scope is not { } scope || !Enum.IsDefined(scope))
        {
            return IncidentErrors.ScopeMissing;
        }

        if (scope == IncidentScope.PersonalOutOfScope)
        {
            return IncidentErrors.NotLeftAloneHere;
        }

        if (answers.Severity is not { } severity || !Enum.IsDefined(severity))
        {
            return IncidentErrors.SeverityMissing;
        }

        var because = WordsOf(answers.Because, IncidentErrors.AssessedBecauseMissing);
        if (because.IsRefused)
        {
            return because.Error;
        }

        var actions = WordsOf(answers.ImmediateActions, IncidentErrors.ImmediateActionsMissing);
        if (actions.IsRefused)
        {
            return actions.Error;
        }

        var next = WordsOf(answers.NextSteps, IncidentErrors.NextStepsMissing);
        return next.IsRefused ? next.Error : new ReadAnswers(severity, scope, because.Value, actions.Value, next.Value);
    }

    private static Result<string> WordsOf(string? typed, Error missing)
    {
        var words = PlainText.Clean(typed);
        return words.Length == 0 ? missing : words.Length > WordsMaximumLength ? IncidentErrors.WordsTooLong(missing.Field!) : words;
    }

    private sealed record ReadAnswers(IncidentSeverity Severity, IncidentScope Scope, string Because, string ImmediateActions, string NextSteps);
}
