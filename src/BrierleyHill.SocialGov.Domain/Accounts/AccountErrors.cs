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
}
