using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>An incident was assessed.</summary>
[Description("Assessed an incident")]
public sealed record IncidentAssessed(
    int IncidentId, IncidentSeverity Severity, IncidentScope Scope, string Because, string ImmediateActions, string NextSteps, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Assessment;

    /// <inheritdoc />
    public override string InChronology =>
        $"Assessed it. Severity: {Severity.InWords().ToLowerInvariant()}. Scope: {Scope.InWords().ToLowerInvariant()}.\nWhy: {Because}\nAt once: {ImmediateActions}\nNext: {NextSteps}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Status", IncidentStatus.Reported.InWords(), IncidentStatus.Assessed.InWords())
        .Value("Severity", null, Severity.InWords())
        .Value("Scope", null, Scope.InWords())
        .Text("Because", null, Because)
        .Text("Immediate actions", null, ImmediateActions)
        .Text("Next steps", null, NextSteps)
        .Changes;
}

/// <summary>An incident was judged anew.</summary>
[Description("Assessed an incident anew")]
public sealed record IncidentReassessed(
    int IncidentId,
    IncidentSeverity SeverityBefore,
    IncidentSeverity Severity,
    IncidentScope ScopeBefore,
    IncidentScope Scope,
    string Because,
    string ImmediateActions,
    string NextSteps,
    Actor By,
    DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Assessment;

    /// <inheritdoc />
    public override string InChronology =>
        $"Assessed it anew. Severity: {Severity.InWords().ToLowerInvariant()} (before: {SeverityBefore.InWords().ToLowerInvariant()}). Scope: {Scope.InWords().ToLowerInvariant()}.\nWhy: {Because}\nAt once: {ImmediateActions}\nNext: {NextSteps}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Severity", SeverityBefore.InWords(), Severity.InWords())
        .Value("Scope", ScopeBefore.InWords(), Scope.InWords())
        .Text("Because", null, Because)
        .Text("Immediate actions", null, ImmediateActions)
        .Text("Next steps", null, NextSteps)
        .Changes;
}

/// <summary>Somebody involved is something else than was recorded.</summary>
[Description("Corrected who somebody is in an incident")]
public sealed record IncidentPersonCorrected(
    int IncidentId,
    int Number,
    string Name,
    InvolvedType TypeBefore,
    InvolvedType Type,
    InvolvedRole RoleBefore,
    InvolvedRole Role,
    string Because,
    Actor By,
    DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.People;

    /// <inheritdoc />
    public override string InChronology =>
        $"Corrected {Name}: {Type.InWords().ToLowerInvariant()}, {Role.InWords().ToLowerInvariant()} (before: {TypeBefore.InWords().ToLowerInvariant()}, {RoleBefore.InWords().ToLowerInvariant()}), because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Person", null, Number.ToString(CultureInfo.InvariantCulture))
        .Value("Who they are", TypeBefore.InWords(), Type.InWords())
        .Value("Role in the incident", RoleBefore.InWords(), Role.InWords())
        .Text("Because", null, Because)
        .Changes;
}

/// <summary>Somebody was appointed to look into it. The audit names them by nothing: who looks into what tells who does not.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name, for the chronology.</param>
/// <param name="Begins">Whether the investigation begins with it.</param>
/// <param name="By">Who appointed them.</param>
/// <param name="At">When, UTC.</param>
[Description("Appointed somebody to look into an incident")]
public sealed record InvestigatorAppointed(int IncidentId, int PersonId, string Name, bool Begins, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.People;

    /// <inheritdoc />
    public override string InChronology => Begins ? $"Appointed {Name} to look into it: the investigation begins." : $"Appointed {Name} to look into it.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Begins
        ? [new("Status", IncidentStatus.Assessed.InWords(), IncidentStatus.UnderInvestigation.InWords())]
        : [];
}

/// <summary>Somebody looks into it no more.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name, for the chronology.</param>
/// <param name="Because">Why.</param>
/// <param name="IsTold">Whether they are told: not where they turned out to be involved.</param>
/// <param name="By">Who took it from them.</param>
/// <param name="At">When, UTC.</param>
[Description("Took the investigation of an incident from somebody")]
public sealed record InvestigatorReleased(int IncidentId, int PersonId, string Name, string Because, bool IsTold, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.People;

    /// <inheritdoc />
    public override string InChronology => $"{Name} looks into it no more, because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [Change.OfText("Because", null, Because)];
}

/// <summary>A route was started.</summary>
[Description("Started a route of an incident")]
public sealed record IncidentRouteStarted(int IncidentId, int Number, IncidentRouteKind Route, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Route;

    /// <inheritdoc />
    public override string InChronology => $"Started the route “{Route.InWords()}”.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Route", null, Route.InWords())];
}

/// <summary>A route was taken off.</summary>
[Description("Took a route of an incident off")]
public sealed record IncidentRouteTakenOff(int IncidentId, int Number, IncidentRouteKind Route, string Because, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Route;

    /// <inheritdoc />
    public override string InChronology => $"Took the route “{Route.InWords()}” off, because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Route", Route.InWords(), null), Change.OfText("Because", null, Because)];
}

/// <summary>A step of a route was done.</summary>
[Description("Saw to a step of a route of an incident")]
public sealed record RouteStepDone(
    int IncidentId, int Number, IncidentRouteKind Route, RouteStepKind Step, RemovalMeans Means, string Note, string Outcome, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Route;

    /// <inheritdoc />
    public override string InChronology => string.Join(
        '\n',
        new[]
        {
            $"{Step.InWords()} (route “{Route.InWords()}”): {Note}",
            Means == RemovalMeans.None ? "" : $"What was done: {string.Join(", ", Means.Split().Select(means => means.InWords().ToLowerInvariant()))}",
            Outcome.Length == 0 ? "" : $"Outcome: {Outcome}",
        }.Where(line => line.Length > 0));

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Route", null, Route.InWords())
        .Value(Step.InWords(), RouteStepState.Open.InWords(), RouteStepState.Done.InWords())
        .Text("What was done", null, Note)
        .Text("Outcome", null, Outcome)
        .Changes;
}

/// <summary>A step of a route was skipped.</summary>
[Description("Skipped a step of a route of an incident")]
public sealed record RouteStepSkipped(int IncidentId, int Number, IncidentRouteKind Route, RouteStepKind Step, string Because, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Route;

    /// <inheritdoc />
    public override string InChronology => $"Skipped “{Step.InWords()}” (route “{Route.InWords()}”), because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Route", null, Route.InWords())
        .Value(Step.InWords(), RouteStepState.Open.InWords(), RouteStepState.Skipped.InWords())
        .Text("Because", null, Because)
        .Changes;
}

/// <summary>What was said of a step was taken back.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">The route.</param>
/// <param name="Route">Which route that is.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">How it stood.</param>
/// <param name="Said">What had been said of it, for the chronology: it stands on the step no more.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
[Description("Took a step of a route of an incident back")]
public sealed record RouteStepTakenBack(
    int IncidentId, int Number, IncidentRouteKind Route, RouteStepKind Step, RouteStepState Before, string Said, string Because, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Route;

    /// <inheritdoc />
    public override string InChronology =>
        $"Took back “{Step.InWords()}” (route “{Route.InWords()}”), because: {Because}\nIt was {Before.InWords().ToLowerInvariant()}: {Said}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Route", null, Route.InWords())
        .Value(Step.InWords(), Before.InWords(), RouteStepState.Open.InWords())
        .Text("Because", null, Because)
        .Changes;
}

/// <summary>An incident has its outcome.</summary>
[Description("Recorded the outcome of an incident")]
public sealed record IncidentResolved(
    int IncidentId, IncidentFinding Finding, string Outcome, string Lessons, string ClauseIds, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.State;

    /// <inheritdoc />
    public override string InChronology =>
        $"Resolved it. {Finding.InWords()}.\nOutcome: {Outcome}\nLessons: {Lessons}\nClauses: {ClauseIds.Replace(",", ", ", StringComparison.Ordinal)}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Status", IncidentStatus.UnderInvestigation.InWords(), IncidentStatus.Resolved.InWords())
        .Value("Found", null, Finding.InWords())
        .Text("Outcome", null, Outcome)
        .Text("Lessons", null, Lessons)
        .Value("Clauses", null, ClauseIds.Replace(",", ", ", StringComparison.Ordinal))
        .Changes;
}

/// <summary>An incident was closed.</summary>
[Description("Closed an incident")]
public sealed record IncidentClosed(int IncidentId, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.State;

    /// <inheritdoc />
    public override string InChronology => "Closed it: everything that was begun is finished.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", IncidentStatus.Resolved.InWords(), IncidentStatus.Closed.InWords())];
}

/// <summary>An incident was reopened.</summary>
[Description("Reopened an incident")]
public sealed record IncidentReopened(int IncidentId, IncidentStatus Before, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.State;

    /// <inheritdoc />
    public override string InChronology => $"Reopened it, because: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Status", Before.InWords(), IncidentStatus.UnderInvestigation.InWords()), Change.OfText("Because", null, Because)];
}
