using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What is said of a step of a route, as it was typed.</summary>
/// <param name="State">Done or skipped.</param>
/// <param name="Means">What was done to the comment, of the step that asks for it.</param>
/// <param name="Note">What was done; of the step that explains, the explanation.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Because">Why it is skipped.</param>
public sealed record RouteStepAnswers(RouteStepState? State, RemovalMeans Means, string? Note, string? Outcome, string? Because);

/// <content>The routes that the policy fixes (clauses PUP-1, PAR-2, BEH-3, BEH-5, OFF-1, OFF-2, OFF-3).</content>
public sealed partial class Incident
{
    private readonly List<IncidentRoute> _routes = [];

    /// <summary>The routes, those that were taken off too.</summary>
    public IReadOnlyList<IncidentRoute> Routes => _routes;

    /// <summary>The routes that it takes, in the order in which they were started.</summary>
    public IEnumerable<IncidentRoute> RoutesTaken => _routes.Where(route => route.IsTaken).OrderBy(route => route.Number);

    /// <summary>What is suggested and not started.</summary>
    public IReadOnlyList<RouteSuggestion> SuggestedRoutes =>
    [
        .. RouteSuggestions.For(Category, IsDanger, [.. _involved.Select(involved => (involved.Type, involved.Role))])
            .Where(suggestion => RoutesTaken.All(route => route.Kind != suggestion.Kind)),
    ];

    /// <summary>Whether a route can be started by this person now. Two do not wait for the assessment.</summary>
    /// <param name="kind">The route.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    public Result CheckMayStartRoute(IncidentRouteKind kind, Actor by)
    {
        if (CheckMayInvestigate(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return Status switch
        {
            IncidentStatus.Reported => kind.DoesNotWait() ? Result.Done : IncidentErrors.NotAssessed,
            IncidentStatus.Assessed or IncidentStatus.UnderInvestigation => Result.Done,
            IncidentStatus.Resolved => IncidentErrors.ResolvedAlready,
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
        };
    }

    /// <summary>Starts a route. Each is taken once at a time.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result StartRoute(IncidentRouteKind? kind, Actor by, DateTime at)
    {
        if (kind is not { } route || !Enum.IsDefined(route))
        {
            return CheckMayInvestigate(by) is { IsRefused: true } notTheirs ? notTheirs : IncidentErrors.RouteMissing;
        }

        if (CheckMayStartRoute(route, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (RoutesTaken.Any(taken => taken.Kind == route))
        {
            return IncidentErrors.RouteStarted;
        }

        var started = new IncidentRoute(route, _routes.Count + 1, by.PersonId, at);
        _routes.Add(started);
        Record(new IncidentRouteStarted(Id, started.Number, route, by, at));
        return Result.Done;
    }

    /// <summary>Takes a route off that turns out not to be needed, before anything of it was done.</summary>
    /// <param name="number">Which.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakeRouteOff(int number, string? because, Actor by, DateTime at)
    {
        if (CheckMayTakeOff(number, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        var route = _routes.Single(taken => taken.Number == number);
        route.TakeOff(why, by.PersonId, at);
        Record(new IncidentRouteTakenOff(Id, route.Number, route.Kind, why, by, at));
        return Result.Done;
    }

    /// <summary>Whether this route can be taken off by this person now: nothing of it was done.</summary>
    public Result CheckMayTakeOff(int number, Actor by) => FindRoute(number, by, out var route) is { IsRefused: true } refusal
        ? refusal
        : route.Steps.Any(step => step.State == RouteStepState.Done) ? IncidentErrors.RouteBegun : Result.Done;

    /// <summary>Says that a step is done, with what was done and what came of it, or skips it for a reason. Only the next step in the route's order can be settled.</summary>
    /// <param name="number">The route.</param>
    /// <param name="kind">The step.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result SettleRouteStep(int number, RouteStepKind kind, RouteStepAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMaySettle(number, kind, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var route = _routes.Single(taken => taken.Number == number);
        var step = route.Steps.Single(one => one.Kind == kind);
        return answers.State switch
        {
            RouteStepState.Done => DoStep(route, step, answers, by, at),
            RouteStepState.Skipped => SkipStep(route, step, answers, by, at),
            _ => IncidentErrors.StepStateMissing,
        };
    }

    /// <summary>Whether this step of this route can be settled by this person now.</summary>
    public Result CheckMaySettle(int number, RouteStepKind kind, Actor by)
    {
        if (FindRoute(number, by, out var route) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return route.Steps.FirstOrDefault(one => one.Kind == kind) switch
        {
            null => IncidentErrors.StepNotThere,
            { IsSettled: true } => IncidentErrors.StepSettled,
            var step => route.Next == step ? Result.Done : IncidentErrors.StepWaits,
        };
    }

    /// <summary>Takes back what was said of the step of a route that was settled last: it was a mistake.</summary>
    /// <param name="number">The route.</param>
    /// <param name="kind">The step.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakeRouteStepBack(int number, RouteStepKind kind, string? because, Actor by, DateTime at)
    {
        if (CheckMayTakeBack(number, kind, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        var route = _routes.Single(taken => taken.Number == number);
        var step = route.Steps.Single(one => one.Kind == kind);
        var before = step.State;
        var said = Said(step);
        step.Reopen();
        Record(new RouteStepTakenBack(Id, route.Number, route.Kind, kind, before, said, why, by, at));
        return Result.Done;
    }

    /// <summary>Whether what was said of this step can be taken back by this person now.</summary>
    public Result CheckMayTakeBack(int number, RouteStepKind kind, Actor by)
    {
        if (FindRoute(number, by, out var route) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        return route.Steps.FirstOrDefault(one => one.Kind == kind) switch
        {
            null => IncidentErrors.StepNotThere,
            { IsSettled: false } => IncidentErrors.StepOpen,
            var step => route.Last == step ? Result.Done : IncidentErrors.StepNotLast,
        };
    }

    private Result DoStep(IncidentRoute route, RouteStep step, RouteStepAnswers answers, Actor by, DateTime at)
    {
        var means = step.Kind.AsksForMeans() ? answers.Means : RemovalMeans.None;
        if (step.Kind.AsksForMeans() && (means == RemovalMeans.None || !means.AreKnown()))
        {
            return IncidentErrors.MeansMissing;
        }

        var note = WordsOf(answers.Note, step.Kind.IsExplanation() ? IncidentErrors.ExplanationMissing : IncidentErrors.NoteMissing);
        if (note.IsRefused)
        {
            return note.Error;
        }

        var outcome = step.Kind.IsExplanation() ? "" : WordsOf(answers.Outcome, IncidentErrors.OutcomeOfStepMissing);
        if (outcome.IsRefused)
        {
            return outcome.Error;
        }

        step.Do(note.Value, outcome.Value, means, by.PersonId, at);
        Record(new RouteStepDone(Id, route.Number, route.Kind, step.Kind, means, step.Note, step.Outcome, by, at));
        return Result.Done;
    }

    private Result SkipStep(IncidentRoute route, RouteStep step, RouteStepAnswers answers, Actor by, DateTime at)
    {
        var missing = step.Kind.IsExplanation() ? IncidentErrors.WhyNoExplanationMissing : IncidentErrors.SkippedBecauseMissing;
        if (ReasonOf(answers.Because, missing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        step.Skip(why, by.PersonId, at);
        Record(new RouteStepSkipped(Id, route.Number, route.Kind, step.Kind, why, by, at));
        return Result.Done;
    }

    private Result FindRoute(int number, Actor by, out IncidentRoute route)
    {
        route = null!;
        if (CheckMayInvestigate(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        // What is resolved still finishes its routes: it is not closed without that.
        if (CheckNotOver() is { IsRefused: true } over)
        {
            return over;
        }

        if (_routes.Find(taken => taken.Number == number) is not { IsTaken: true } found)
        {
            return IncidentErrors.RouteNotThere;
        }

        route = found;
        return Result.Done;
    }

    private static string Said(RouteStep step) => step.State == RouteStepState.Skipped ? step.SkippedBecause : step.Note;
}
