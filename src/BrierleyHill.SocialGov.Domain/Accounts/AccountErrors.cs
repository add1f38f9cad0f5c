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
}
