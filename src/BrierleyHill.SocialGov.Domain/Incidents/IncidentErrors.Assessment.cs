using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <content>Why something cannot be done to the assessment, the routes or the end of an incident.</content>
public static partial class IncidentErrors
{
    /// <summary>Only senior leaders lead (SLT-3, SLT-4).</summary>
    public static Error NotLeader { get; } = new("Incident.NotLeader", "Only a senior leader can do this.", ErrorKind.Forbidden);

    /// <summary>Only who leads it or looks into it works on it.</summary>
    public static Error NotInvestigator { get; } = new(
        "Incident.NotInvestigator", "Only a senior leader, or whoever looks into this incident, can do this.", ErrorKind.Forbidden);

    /// <summary>It has been assessed.</summary>
    public static Error AssessedAlready { get; } = new("Incident.AssessedAlready", "This incident has been assessed already.", ErrorKind.Conflict);

    /// <summary>It has not been assessed.</summary>
    public static Error NotAssessed { get; } = new(
        "Incident.NotAssessed", "This incident has not been assessed yet. A senior leader assesses it first.", ErrorKind.Conflict);

    /// <summary>Nobody has looked into it.</summary>
    public static Error NotInvestigated { get; } = new(
        "Incident.NotInvestigated", "Nobody has been appointed to look into this incident yet. Appoint somebody first: it can be you.", ErrorKind.Conflict);

    /// <summary>It is looked into.</summary>
    public static Error InvestigatedAlready { get; } = new(
        "Incident.InvestigatedAlready",
        "This incident is being looked into, so it can no longer be left alone. Record what was found, and resolve it.",
        ErrorKind.Conflict);

    /// <summary>An agency knows of it.</summary>
    public static Error ReferredAlready { get; } = new(
        "Incident.ReferredAlready", "This incident has been referred to an agency, so what was recorded has to be kept. It cannot be out of scope.", ErrorKind.Conflict);

    /// <summary>It is a breach.</summary>
    public static Error IsBreach { get; } = new(
        "Incident.IsBreach", "A personal data breach is recorded for this incident, and has to be kept. It cannot be out of scope.", ErrorKind.Conflict);

    /// <summary>It has its outcome.</summary>
    public static Error ResolvedAlready { get; } = new(
        "Incident.ResolvedAlready", "This incident has been resolved. Reopen it first if there is more to be done.", ErrorKind.Conflict);

    /// <summary>It has no outcome.</summary>
    public static Error NotResolved { get; } = new("Incident.NotResolved", "This incident has not been resolved yet. Record its outcome first.", ErrorKind.Conflict);

    /// <summary>There is nothing to reopen.</summary>
    public static Error NotEnded { get; } = new("Incident.NotEnded", "This incident is neither resolved nor closed, so there is nothing to reopen.", ErrorKind.Conflict);

    /// <summary>Something is left.</summary>
    public static Error NotYetClosed(IReadOnlyList<string> blockers) => new(
        "Incident.NotYetClosed", $"This incident cannot be closed yet. {string.Join(" ", blockers)}", ErrorKind.Conflict);

    /// <summary>No scope.</summary>
    public static Error ScopeMissing { get; } = new("Incident.ScopeMissing", "Choose whether it is the school’s business.", Field: "Scope");

    /// <summary>What is out of scope is left alone, on a page of its own.</summary>
    public static Error NotLeftAloneHere { get; } = new("Incident.NotLeftAloneHere", "Choose one of the two that are in scope.", Field: "Scope");

    /// <summary>No reason for leaving it alone.</summary>
    public static Error ScopeBecauseMissing { get; } = new(
        "Incident.ScopeBecauseMissing", "Enter why it is out of scope, without repeating what was reported.", Field: "Because");

    /// <summary>No severity.</summary>
    public static Error SeverityMissing { get; } = new("Incident.SeverityMissing", "Choose how serious it is.", Field: "Severity");

    /// <summary>No reason for the assessment.</summary>
    public static Error AssessedBecauseMissing { get; } = new("Incident.AssessedBecauseMissing", "Enter why you judge it like that.", Field: "Because");

    /// <summary>No immediate actions.</summary>
    public static Error ImmediateActionsMissing { get; } = new(
        "Incident.ImmediateActionsMissing", "Enter what is done at once. If nothing is, say so.", Field: "ImmediateActions");

    /// <summary>No next steps.</summary>
    public static Error NextStepsMissing { get; } = new("Incident.NextStepsMissing", "Enter what comes next, who does it and why.", Field: "NextSteps");

    /// <summary>The same assessment again.</summary>
    public static Error AssessmentSame { get; } = new(
        "Incident.AssessmentSame", "This is the assessment that is recorded already. Change what you judge otherwise now.", Field: "Severity");

    /// <summary>A text over its limit.</summary>
    public static Error WordsTooLong(string field) => new("Incident.WordsTooLong", "Your answer must be 1,200 characters or fewer.", Field: field);

    /// <summary>What somebody is already.</summary>
    public static Error InvolvedSame { get; } = new("Incident.InvolvedSame", "This is what is recorded already. Choose what is right.", Field: "Role");

    /// <summary>Nobody to look into it.</summary>
    public static Error InvestigatorMissing { get; } = new("Incident.InvestigatorMissing", "Choose who looks into it.", Field: "PersonId");

    /// <summary>Somebody who cannot sign in.</summary>
    public static Error InvestigatorNotActive { get; } = new("Incident.InvestigatorNotActive", "Choose somebody who can sign in.", Field: "PersonId");

    /// <summary>Somebody who is involved.</summary>
    public static Error InvestigatorConcerned { get; } = new(
        "Incident.InvestigatorConcerned", "This person is involved in the incident, so they cannot look into it. Choose somebody else.", Field: "PersonId");

    /// <summary>They do already.</summary>
    public static Error InvestigatorAlready { get; } = new("Incident.InvestigatorAlready", "This person looks into it already.", ErrorKind.Conflict, "PersonId");

    /// <summary>They do no more.</summary>
    public static Error InvestigatorNotThere { get; } = new("Incident.InvestigatorNotThere", "This person does not look into it any more.", ErrorKind.Conflict);

    /// <summary>No route.</summary>
    public static Error RouteMissing { get; } = new("Incident.RouteMissing", "Choose at least one route to start.", Field: "Routes");

    /// <summary>A route that is taken.</summary>
    public static Error RouteStarted { get; } = new("Incident.RouteStarted", "This route has been started already.", ErrorKind.Conflict, "Routes");

    /// <summary>A route that is not taken.</summary>
    public static Error RouteNotThere { get; } = new("Incident.RouteNotThere", "The incident does not take this route any more.", ErrorKind.Conflict);

    /// <summary>A route of which something was done.</summary>
    public static Error RouteBegun { get; } = new(
        "Incident.RouteBegun", "A step of this route has been done, so it cannot be taken off. Skip what is not needed, with the reason.", ErrorKind.Conflict);

    /// <summary>A step of another route.</summary>
    public static Error StepNotThere { get; } = new("Incident.StepNotThere", "This route has no such step.", ErrorKind.NotFound);

    /// <summary>A step that is settled.</summary>
    public static Error StepSettled { get; } = new("Incident.StepSettled", "Somebody has seen to this step already.", ErrorKind.Conflict);

    /// <summary>A step that is open.</summary>
    public static Error StepOpen { get; } = new("Incident.StepOpen", "Nobody has seen to this step, so there is nothing to take back.", ErrorKind.Conflict);

    /// <summary>A step before its turn.</summary>
    public static Error StepWaits { get; } = new(
        "Incident.StepWaits", "The steps before this one come first: see to them, or skip them with a reason.", ErrorKind.Conflict);

    /// <summary>A step after which another was settled.</summary>
    public static Error StepNotLast { get; } = new(
        "Incident.StepNotLast", "A later step has been seen to. Take that one back first.", ErrorKind.Conflict);

    /// <summary>Neither done nor skipped.</summary>
    public static Error StepStateMissing { get; } = new("Incident.StepStateMissing", "Choose whether the step is done or skipped.", Field: "State");

    /// <summary>Nothing said of what was done.</summary>
    public static Error NoteMissing { get; } = new("Incident.NoteMissing", "Enter what was done.", Field: "Note");

    /// <summary>Nothing said of what came of it.</summary>
    public static Error OutcomeOfStepMissing { get; } = new("Incident.OutcomeOfStepMissing", "Enter what came of it.", Field: "Outcome");

    /// <summary>Nothing that was done to the comment is named.</summary>
    public static Error MeansMissing { get; } = new("Incident.MeansMissing", "Choose what was done to the comment.", Field: "Means");

    /// <summary>No explanation (OFF-2).</summary>
    public static Error ExplanationMissing { get; } = new("Incident.ExplanationMissing", "Enter the explanation that the audience was given.", Field: "Note");

    /// <summary>Skipped without a reason.</summary>
    public static Error SkippedBecauseMissing { get; } = new("Incident.SkippedBecauseMissing", "Enter why this step is skipped.", Field: "Because");

    /// <summary>No reason for no explanation (OFF-2).</summary>
    public static Error WhyNoExplanationMissing { get; } = new(
        "Incident.WhyNoExplanationMissing", "Enter why the audience could be given no explanation.", Field: "Because");

    /// <summary>Nothing said of what was found.</summary>
    public static Error FindingMissing { get; } = new("Incident.FindingMissing", "Choose what was found.", Field: "Finding");

    /// <summary>No outcome.</summary>
    public static Error OutcomeMissing { get; } = new("Incident.OutcomeMissing", "Enter the outcome.", Field: "Outcome");

    /// <summary>No lessons.</summary>
    public static Error LessonsMissing { get; } = new(
        "Incident.LessonsMissing", "Enter what the school learns from it. If it is nothing, say why.", Field: "Lessons");

    /// <summary>No clauses.</summary>
    public static Error ClausesMissing { get; } = new("Incident.ClausesMissing", "Choose at least one clause of the policy that it touched.", Field: "Clauses");
}
