using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Why something cannot be done to an account in the register, in words that a person can act on.</summary>
public static class AccountErrors
{
    /// <summary>What was approved is changed by those who approve (SLT-6).</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "Account.OnlySeniorLeaders", "Only a senior leader can change what was approved.", ErrorKind.Forbidden);

    /// <summary>Nobody decides about an account that they run.</summary>
    public static Error ChangedByAdministrator { get; } = new(
        "Account.ChangedByAdministrator", "You run this account, so another senior leader has to change what was approved.", ErrorKind.Forbidden);

    /// <summary>A closed account is history.</summary>
    public static Error Closed { get; } = new("Account.Closed", "This account is closed, so nothing about it can be changed.", ErrorKind.Conflict);

    /// <summary>An answer is missing.</summary>
    public static Error Missing(string field, string message) => new("Account.Missing", message, Field: field);

    /// <summary>An answer is too long.</summary>
    public static Error TooLong(string field, int maximum) => new(
        "Account.TooLong", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This answer must be {maximum:N0} characters or fewer."), Field: field);

    /// <summary>Nothing was changed.</summary>
    public static Error NothingChanged { get; } = new("Account.NothingChanged", "Nothing is different from what was approved. Change an answer, or go back.");

    /// <summary>Who looks after an account is the business of administrators and leaders.</summary>
    public static Error OnlyAdministratorsAndLeaders { get; } = new(
        "Account.OnlyAdministratorsAndLeaders", "Only an administrator or a senior leader can change who looks after an account.", ErrorKind.Forbidden);

    /// <summary>An assignment opens the vault: nobody gives it to themselves.</summary>
    public static Error AssignsThemselves { get; } = new(
        "Account.AssignsThemselves", "You cannot give yourself an account. Ask another administrator or a senior leader to do it.", Field: "PersonId");

    /// <summary>Only somebody who can sign in looks after an account.</summary>
    public static Error PersonNotActive { get; } = new(
        "Account.PersonNotActive", "Choose somebody from the directory who can sign in.", Field: "PersonId");

    /// <summary>Nothing would change.</summary>
    public static Error AssignedAlready { get; } = new("Account.AssignedAlready", "This person already does exactly this on the account.", Field: "Role");

    /// <summary>There is nothing to end.</summary>
    public static Error NotAssigned { get; } = new("Account.NotAssigned", "This person does not look after the account any more.", ErrorKind.Conflict);

    /// <summary>An account is created and prepared by administrators (ADM-1).</summary>
    public static Error OnlyAdministrators { get; } = new(
        "Account.OnlyAdministrators", "Only an administrator can prepare an account and make it live.", ErrorKind.Forbidden);

    /// <summary>Every answer is as it was.</summary>
    public static Error NothingChecked { get; } = new(
        "Account.NothingChecked", "Answer at least one setting that was not answered before, or go back.");

    /// <summary>Nothing waits for a leader here.</summary>
    public static Error NoDeparture { get; } = new(
        "Account.NoDeparture", "No departure of this setting waits for a decision. Somebody may have decided it, or set it as agreed.", ErrorKind.Conflict);

    /// <summary>A departure takes two people.</summary>
    public static Error DecidesOwnDeparture { get; } = new(
        "Account.DecidesOwnDeparture", "You reported this departure, so another senior leader has to decide it.", ErrorKind.Forbidden);

    /// <summary>The address is as it was.</summary>
    public static Error SameAddress { get; } = new("Account.SameAddress", "This is the address that is recorded already. Change it, or go back.", Field: "WebAddress");

    /// <summary>Two accounts cannot be at one address.</summary>
    public static Error AddressTaken(string reference) => new(
        "Account.AddressTaken", $"This is the address of {reference} already. Check which account you have opened.", Field: "WebAddress");

    /// <summary>Acceptable use is told of learning platforms.</summary>
    public static Error NotALearningPlatform { get; } = new(
        "Account.NotALearningPlatform", "Parents and carers are told about acceptable use of a learning platform. This account is not on one.", ErrorKind.Conflict);

    /// <summary>The date is as it was.</summary>
    public static Error SameDate { get; } = new("Account.SameDate", "This is the date that is recorded already. Change it, or go back.", Field: "ToldOn");

    /// <summary>Who names an assessment.</summary>
    public static Error OnlyAdministratorsAndLeadersName { get; } = new(
        "Account.OnlyAdministratorsAndLeadersName",
        "Only an administrator or a senior leader can name the impact assessment of an account.",
        ErrorKind.Forbidden);

    /// <summary>An account is covered by one assessment. Its author writes a new version of that.</summary>
    public static Error AssessmentNamedAlready { get; } = new(
        "Account.AssessmentNamedAlready",
        "An impact assessment is named already. Its author can write a new version of it, which the account then follows.",
        ErrorKind.Conflict);

    /// <summary>It is made live once.</summary>
    public static Error LiveAlready { get; } = new("Account.LiveAlready", "This account has gone live already.", ErrorKind.Conflict);

    /// <summary>Who takes an account out of use.</summary>
    public static Error OnlyAdministratorsAndLeadersSuspend { get; } = new(
        "Account.OnlyAdministratorsAndLeadersSuspend",
        "Only an administrator or a senior leader can suspend an account or take it into use again.",
        ErrorKind.Forbidden);

    /// <summary>Only what is in use can be suspended.</summary>
    public static Error NotActive { get; } = new("Account.NotActive", "Only an active account can be suspended, and this one is not.", ErrorKind.Conflict);

    /// <summary>Only what is suspended can be resumed.</summary>
    public static Error NotSuspended { get; } = new("Account.NotSuspended", "This account is not suspended.", ErrorKind.Conflict);

    /// <summary>What still stands in the way.</summary>
    public static Error GatesShut(IReadOnlyList<GateStanding> shut) => new(
        "Account.GatesShut",
        $"The account cannot be made active yet. This is still missing: {string.Join("; ", shut.Select(gate => $"{gate.Gate.InWords()} ({gate.Standing.TrimEnd('.')})"))}.");
}
