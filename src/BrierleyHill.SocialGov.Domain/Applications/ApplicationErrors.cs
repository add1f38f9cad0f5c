using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>Why something cannot be done to a business case, in words that a person can act on.</summary>
public static class ApplicationErrors
{
    /// <summary>Only the applicant edits, submits and resubmits.</summary>
    public static Error NotTheApplicant { get; } = new(
        "Application.NotTheApplicant", "Only the person who wrote this business case can change or submit it.", ErrorKind.Forbidden);

    /// <summary>Submitted, decided or withdrawn: it cannot be edited.</summary>
    public static Error NotEditable { get; } = new(
        "Application.NotEditable",
        "This business case has been submitted, decided or withdrawn, so it cannot be changed now. A senior leader can ask for changes, or you can withdraw it.",
        ErrorKind.Conflict);

    /// <summary>Answers are missing.</summary>
    public static Error Incomplete { get; } = new(
        "Application.Incomplete", "Some answers are still missing. Complete every section, then submit.");

    /// <summary>It is not waiting for a decision.</summary>
    public static Error NotAwaitingDecision { get; } = new(
        "Application.NotAwaitingDecision",
        "This business case is not waiting for a decision. It may have been decided, sent back or withdrawn while you were reading it.",
        ErrorKind.Conflict);

    /// <summary>Another leader was first: the second is told who it was.</summary>
    public static Error DecidedMeanwhile(string by, DecisionOutcome outcome, DateTime at)
    {
        var what = outcome switch
        {
            DecisionOutcome.Approved => "approved this business case",
            DecisionOutcome.Rejected => "rejected this business case",
            DecisionOutcome.ChangesRequested => "asked for changes to this business case",
        };
        return new Error(
            "Application.DecidedMeanwhile",
            $"{by} {what} on {Calendar.LondonTime.Display(at)}. Your decision has not been recorded.",
            ErrorKind.Conflict);
    }

    /// <summary>Only senior leaders decide (BC-6).</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "Application.OnlySeniorLeaders", "Only a senior leader can decide a business case.", ErrorKind.Forbidden);

    /// <summary>Nobody decides their own business case.</summary>
    public static Error DecidedByApplicant { get; } = new(
        "Application.DecidedByApplicant",
        "You wrote this business case, so another senior leader has to decide it.",
        ErrorKind.Forbidden);

    /// <summary>Nobody decides about an account that they are to run.</summary>
    public static Error DecidedByAdministrator { get; } = new(
        "Application.DecidedByAdministrator",
        "You are named as an administrator of this account, so another senior leader has to decide it.",
        ErrorKind.Forbidden);

    /// <summary>A rejection or a request for changes without reasons.</summary>
    public static Error ReasonsMissing { get; } = new(
        "Application.ReasonsMissing", "Enter your reasons. The applicant sees them.", Field: "Reasons");

    /// <summary>An approval without having weighed what the policy asks to be weighed (SLT-6).</summary>
    public static Error NotWeighed { get; } = new(
        "Application.NotWeighed",
        "Tick each of the four points once you have weighed it. The policy asks for all four before an account is approved.",
        Field: "Weighed");

    /// <summary>An administrator left, or a namesake joined, since it was submitted.</summary>
    public static Error NoLongerComplete { get; } = new(
        "Application.NoLongerComplete",
        "Something has changed since this was submitted, so it cannot be approved as it stands. Ask for changes: the points to put right are listed under “What speaks against it”.");

    /// <summary>Decided or withdrawn already.</summary>
    public static Error AlreadyFinished { get; } = new(
        "Application.AlreadyFinished", "This business case has already been decided or withdrawn.", ErrorKind.Conflict);

    /// <summary>A withdrawal for somebody else needs a reason, and that they have left.</summary>
    public static Error WithdrawalNotYours { get; } = new(
        "Application.WithdrawalNotYours",
        "Only the applicant can withdraw this business case. Where the applicant is no longer active, a senior leader can do so with a reason.",
        ErrorKind.Forbidden);

    /// <summary>Chased before its time.</summary>
    public static Error NotDueForChasing { get; } = new(
        "Application.NotDueForChasing", "This business case is not due to be chased.", ErrorKind.Conflict);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, int limit) => new(
        "Application.TooLong", $"Your answer must be {limit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters or fewer.", Field: field);

    /// <summary>A value that the form does not offer.</summary>
    public static Error NotAChoice(string field) => new(
        "Application.NotAChoice", "Choose one of the answers offered.", Field: field);

    /// <summary>Administrators who are not in the directory, not active, or named twice.</summary>
    public static Error AdministratorsWrong(string message) => new("Application.AdministratorsWrong", message, Field: "DeputyIds");
}
