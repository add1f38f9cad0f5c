using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>Why something cannot be done to a person's record.</summary>
public static class PeopleErrors
{
    /// <summary>Only portal managers invite people, change roles and deactivate.</summary>
    public static Error OnlyPortalManagers { get; } = new(
        "People.OnlyPortalManagers", "Only a portal manager can change people and their roles.", ErrorKind.Forbidden);

    /// <summary>The portal would be left without a portal manager.</summary>
    public static Error LastPortalManager { get; } = new(
        "People.LastPortalManager",
        "This is the last active portal manager. Make somebody else a portal manager first.");

    /// <summary>The person is not waiting for an invitation.</summary>
    public static Error NotInvited { get; } = new(
        "People.NotInvited", "This person is not waiting for an invitation.", ErrorKind.Conflict);

    /// <summary>Deactivated already.</summary>
    public static Error AlreadyDeactivated { get; } = new(
        "People.AlreadyDeactivated", "This person has already been deactivated.", ErrorKind.Conflict);

    /// <summary>The last day is not over, or nothing is to be said today.</summary>
    public static Error NotLeftYet { get; } = new(
        "People.NotLeftYet", "This person’s last day is not over yet.", ErrorKind.Conflict);

    /// <summary>Not deactivated.</summary>
    public static Error NotDeactivated { get; } = new(
        "People.NotDeactivated", "This person is not deactivated.", ErrorKind.Conflict);

    /// <summary>A deactivation needs a reason.</summary>
    public static Error DeactivationReasonMissing { get; } = new(
        "People.DeactivationReasonMissing", "Enter why this person is deactivated.", Field: "Reason");

    /// <summary>Everybody chooses for themselves.</summary>
    public static Error OnlyTheirOwnSummary { get; } = new(
        "People.OnlyTheirOwnSummary", "Everybody chooses for themselves which e-mails wait for the morning.", ErrorKind.Forbidden);

    /// <summary>There is no such kind.</summary>
    public static Error SummaryKindUnknown { get; } = new(
        "People.SummaryKindUnknown", "Choose from the kinds of e-mail that are listed.", Field: "Kinds");

    /// <summary>No forename.</summary>
    public static Error ForenameMissing { get; } = new("People.ForenameMissing", "Enter the forename.", Field: nameof(Person.Forename));

    /// <summary>No surname.</summary>
    public static Error SurnameMissing { get; } = new("People.SurnameMissing", "Enter the surname.", Field: nameof(Person.Surname));

    /// <summary>A name over the limit.</summary>
    public static Error NameTooLong { get; } = new(
        "People.NameTooLong", $"Forename and surname must each be {Person.NameMaximumLength} characters or fewer.", Field: nameof(Person.Forename));

    /// <summary>Not an e-mail address.</summary>
    public static Error EmailAddressWrong { get; } = new(
        "People.EmailAddressWrong",
        "Enter an e-mail address in the correct form, like name@school.example.",
        Field: nameof(Person.EmailAddress));

    /// <summary>Somebody has this address already.</summary>
    public static Error EmailAddressTaken { get; } = new(
        "People.EmailAddressTaken",
        "Somebody in the directory already has this e-mail address. Find them in the directory instead.",
        Field: nameof(Person.EmailAddress));

    /// <summary>A role that does not exist (forged).</summary>
    public static Error RoleUnknown { get; } = new(
        "People.RoleUnknown", "Choose roles from those offered.", Field: nameof(Person.Roles));

    /// <summary>A leaving date that is a slip of the keyboard.</summary>
    public static Error LeavingDateAbsurd { get; } = new(
        "People.LeavingDateAbsurd",
        $"Leaving date must be within {Person.LeavingDateYears} years of today. Check the year.",
        Field: nameof(Person.LeavingDate));

    /// <summary>A reason over the limit.</summary>
    public static Error ReasonTooLong { get; } = new(
        "People.ReasonTooLong", $"The reason must be {Person.ReasonMaximumLength} characters or fewer.", Field: "Reason");

    /// <summary>
    /// The sign-in was refused. One message for every reason: whoever tries addresses or passwords learns nothing from it.
    /// </summary>
    public static Error SignInRefused { get; } = new(
        "People.SignInRefused",
        "The e-mail address or the password is wrong, or sign-in is locked for 15 minutes after five wrong tries.");

    /// <summary>The present password, asked for before it is changed, was wrong or may not be tried for a while.</summary>
    public static Error PresentPasswordWrong { get; } = new(
        "People.PresentPasswordWrong",
        "Your present password is wrong, or is locked for 15 minutes after five wrong tries.",
        Field: "PresentPassword");

    /// <summary>The link has been used, has run out, or never was.</summary>
    public static Error LinkNotValid { get; } = new(
        "People.LinkNotValid",
        "This link has been used already or has run out. Ask for a new one.",
        ErrorKind.NotFound);
}
