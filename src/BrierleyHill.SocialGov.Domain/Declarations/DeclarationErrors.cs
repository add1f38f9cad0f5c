using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Declarations;

/// <summary>Why something cannot be done to a declaration, in words that a person can act on.</summary>
public static class DeclarationErrors
{
    /// <summary>Only its owner writes a declaration.</summary>
    public static Error NotYours { get; } = new(
        "Declaration.NotYours", "Only the person whose account it is can change this declaration.", ErrorKind.Forbidden);

    /// <summary>Withdrawn already.</summary>
    public static Error AlreadyWithdrawn { get; } = new(
        "Declaration.AlreadyWithdrawn",
        "This declaration has been withdrawn, so it cannot be changed now. Declare the account again if you still have it.",
        ErrorKind.Conflict);

    /// <summary>No platform.</summary>
    public static Error PlatformMissing { get; } = new(
        "Declaration.PlatformMissing", "Choose which platform the account is on.", Field: nameof(PersonalAccountDeclaration.Platform));

    /// <summary>Another platform without its name.</summary>
    public static Error PlatformNameMissing { get; } = new(
        "Declaration.PlatformNameMissing", "Enter the name of the platform.", Field: nameof(PersonalAccountDeclaration.PlatformName));

    /// <summary>It is not said whether the account names the school.</summary>
    public static Error ScopeMissing { get; } = new(
        "Declaration.ScopeMissing", "Say whether the account names the school or shows that you work here.", Field: "NamesSchool");

    /// <summary>An account in scope without its handle.</summary>
    public static Error HandleMissing { get; } = new(
        "Declaration.HandleMissing", "Enter the name or web address of the account.", Field: nameof(PersonalAccountDeclaration.Handle));

    /// <summary>It is not said whether the disclaimer is shown.</summary>
    public static Error DisclaimerMissing { get; } = new(
        "Declaration.DisclaimerMissing", "Say whether the account shows the disclaimer.", Field: nameof(PersonalAccountDeclaration.DisclaimerShown));

    /// <summary>The one click for the person as a whole, while an account of theirs names the school.</summary>
    public static Error AnAccountNamesSchool { get; } = new(
        "Declaration.AnAccountNamesSchool",
        "You have declared an account that names the school. Change or withdraw that declaration first.",
        ErrorKind.Conflict);

    /// <summary>The disclaimer of something that needs none.</summary>
    public static Error NeedsNoDisclaimer { get; } = new(
        "Declaration.NeedsNoDisclaimer", "This declaration is not of an account that names the school, so it needs no disclaimer.", ErrorKind.Conflict);

    /// <summary>What holds for the person as a whole has no platform to change.</summary>
    public static Error NotAnAccount { get; } = new(
        "Declaration.NotAnAccount", "There is nothing to change about this declaration. Declare an account instead.", ErrorKind.Conflict);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, int limit) => new(
        "Declaration.TooLong", $"Your answer must be {limit.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer.", Field: field);

    /// <summary>A value that the form does not offer.</summary>
    public static Error NotAChoice(string field) => new("Declaration.NotAChoice", "Choose one of the answers offered.", Field: field);
}
