using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>Why something cannot be done in the vault, in words that a person can act on. None of them repeats what was typed.</summary>
public static class VaultErrors
{
    /// <summary>Altered, moved from another record, or its key is missing.</summary>
    public static Error CannotBeOpened { get; } = new(
        "Vault.CannotBeOpened",
        "This secret cannot be opened: it was altered, moved here from another record, or its key is missing. Ask the portal manager to run “vault status”. Until then use the platform’s own way to reset it, and store the new one.",
        ErrorKind.Fault);

    /// <summary>What is the administrators' alone.</summary>
    public static Error OnlyAdministrators { get; } = new(
        "Vault.OnlyAdministrators",
        "Only a current administrator of this account can do this. A senior leader who has to get in can break the glass: open the sign-in and choose “Reveal”.",
        ErrorKind.Forbidden);

    /// <summary>Whoever creates the account stores and does not open.</summary>
    public static Error OnlyStores { get; } = new(
        "Vault.OnlyStores",
        "You can store what opens this account while it awaits creation. Only its own administrators can be shown what is stored.",
        ErrorKind.Forbidden);

    /// <summary>The person has to show that it is they who sit there. Not a mistake: the portal asks, and comes back.</summary>
    public static Error ProofMissing { get; } = new(
        "Vault.ProofMissing", "Confirm that it is you first. You have to do this again after five minutes.", ErrorKind.Conflict);

    /// <summary>A sign-in without a name.</summary>
    public static Error LabelMissing { get; } = new("Vault.LabelMissing", "Enter a name for this sign-in.", Field: "Label");

    /// <summary>Too long a name.</summary>
    public static Error LabelTooLong { get; } = new(
        "Vault.LabelTooLong",
        string.Create(CultureInfo.InvariantCulture, $"The name must be {StoredCredential.LabelMaximumLength} characters or fewer."),
        Field: "Label");

    /// <summary>Each sign-in of an account has a name of its own.</summary>
    public static Error LabelTaken { get; } = new(
        "Vault.LabelTaken", "Another sign-in of this account has this name. Choose another, or change that one.", Field: "Label");

    /// <summary>The holder of the device is not somebody who can sign in.</summary>
    public static Error DeviceHolderUnknown { get; } = new(
        "Vault.DeviceHolderUnknown", "Choose somebody from the directory who can sign in, or nobody.", Field: "DeviceHolderId");

    /// <summary>Nothing typed.</summary>
    public static Error SecretMissing(SecretKind kind) => new("Vault.SecretMissing", $"Enter the {kind.InSentence()}.", Field: "Secret");

    /// <summary>Too long.</summary>
    public static Error SecretTooLong(int maximum) => new(
        "Vault.SecretTooLong", string.Create(CultureInfo.InvariantCulture, $"This must be {maximum:N0} characters or fewer."), Field: "Secret");

    /// <summary>A slip of copying.</summary>
    public static Error PasswordEdges { get; } = new(
        "Vault.PasswordEdges",
        "The password begins or ends with a space, which is nearly always a slip of copying. Enter it without. Spaces inside are kept.",
        Field: "Secret");

    /// <summary>More than one line.</summary>
    public static Error PasswordLines { get; } = new(
        "Vault.PasswordLines", "The password has a line break or another character that no keyboard types. Enter it on one line.", Field: "Secret");

    /// <summary>Not an address.</summary>
    public static Error EmailWrong { get; } = new(
        "Vault.EmailWrong", "Enter an e-mail address like name@example.com.", Field: "Secret");

    /// <summary>Not a telephone number.</summary>
    public static Error PhoneWrong { get; } = new(
        "Vault.PhoneWrong", "Enter a telephone number, like 01632 960 001 or +44 1632 960 001.", Field: "Secret");

    /// <summary>Not Base32.</summary>
    public static Error NotBase32 { get; } = new(
        "Vault.NotBase32",
        "This is not a one-time code secret. The platform shows it as letters A to Z and digits 2 to 7 beside the QR code, often under “Can’t scan it?”. Enter that, or the address that begins with otpauth://.",
        Field: "Secret");

    /// <summary>Too short to be one.</summary>
    public static Error SecretTooShort { get; } = new(
        "Vault.SecretTooShort",
        "This is too short for a one-time code secret: it has at least 16 letters and digits. Enter the whole secret, not a six-digit code.",
        Field: "Secret");

    /// <summary>An address of another kind.</summary>
    public static Error OtpauthWrong { get; } = new(
        "Vault.OtpauthWrong",
        "This otpauth address is not one for codes that change by the clock (totp), or a part of it is unknown: SHA-1, SHA-256 or SHA-512; 6 or 8 digits; 30 or 60 seconds.",
        Field: "Secret");

    /// <summary>No code.</summary>
    public static Error RecoveryCodesMissing { get; } = new("Vault.RecoveryCodesMissing", "Enter the recovery codes, one on each line.", Field: "Secret");

    /// <summary>Too many.</summary>
    public static Error RecoveryCodesTooMany { get; } = new(
        "Vault.RecoveryCodesTooMany",
        string.Create(CultureInfo.InvariantCulture, $"Enter {SecretText.RecoveryCodesMost} recovery codes or fewer, one on each line."),
        Field: "Secret");

    /// <summary>One of them is too long.</summary>
    public static Error RecoveryCodeTooLong { get; } = new(
        "Vault.RecoveryCodeTooLong",
        string.Create(CultureInfo.InvariantCulture, $"A line is longer than {SecretText.RecoveryCodeMaximumLength} characters. Enter one code on each line."),
        Field: "Secret");

    /// <summary>The same code twice.</summary>
    public static Error RecoveryCodesTwice { get; } = new(
        "Vault.RecoveryCodesTwice", "A recovery code is in the list twice. Copy the list from the platform again.", Field: "Secret");

    /// <summary>Every look at a secret says why.</summary>
    public static Error ReasonMissing { get; } = new(
        "Vault.ReasonMissing", "Enter why you need it. The account’s administrators see your reason.", Field: "Reason");

    /// <summary>Too long a reason.</summary>
    public static Error ReasonTooLong { get; } = new(
        "Vault.ReasonTooLong",
        string.Create(CultureInfo.InvariantCulture, $"The reason must be {StoredCredential.ReasonMaximumLength} characters or fewer."),
        Field: "Reason");

    /// <summary>Nothing of this kind is stored.</summary>
    public static Error NotStored(SecretKind kind) => new(
        "Vault.NotStored",
        kind == SecretKind.RecoveryCode
            ? "There is no recovery code left that has not been used."
            : $"No {kind.InSentence()} is stored for this sign-in.",
        ErrorKind.Conflict);

    /// <summary>Used before.</summary>
    public static Error CodeUsedAlready { get; } = new(
        "Vault.CodeUsedAlready", "This recovery code was marked as used before, or replaced by another.", ErrorKind.Conflict);

    /// <summary>Taken out of use.</summary>
    public static Error Withdrawn { get; } = new(
        "Vault.Withdrawn", "This sign-in has been withdrawn, so nothing about it can be changed.", ErrorKind.Conflict);

    /// <summary>A sign-in that still opens the account is not put out of sight.</summary>
    public static Error NotShutYet { get; } = new(
        "Vault.NotShutYet",
        "Confirm that this sign-in no longer opens anything on the platform. If it still does, change its password there and here instead.",
        Field: "IsShut");

    /// <summary>Somebody who is not in the directory.</summary>
    public static Error PersonUnknown { get; } = new("Vault.PersonUnknown", "Choose a person from the directory.", Field: "PersonId");

    /// <summary>No role.</summary>
    public static Error RoleMissing { get; } = new(
        "Vault.RoleMissing", "Enter what the platform calls the role, for example: full control, editor, moderator.", Field: "Role");

    /// <summary>Too long.</summary>
    public static Error RoleTooLong { get; } = new(
        "Vault.RoleTooLong",
        string.Create(CultureInfo.InvariantCulture, $"The role must be {PlatformRole.RoleMaximumLength} characters or fewer."),
        Field: "Role");

    /// <summary>Recorded before.</summary>
    public static Error RoleTaken { get; } = new("Vault.RoleTaken", "This person is already recorded with this role.", Field: "Role");

    /// <summary>A date to come, or a slip of the keyboard.</summary>
    public static Error SinceWrong { get; } = new(
        "Vault.SinceWrong", "Enter a date that is not in the future and not before 2004, or leave it empty if nobody knows.", Field: "Since");

    /// <summary>Removed before.</summary>
    public static Error RoleRemoved { get; } = new("Vault.RoleRemoved", "This role has been removed already.", ErrorKind.Conflict);
}
