using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>Somebody was invited, for the first time or again.</summary>
[Description("Invited a person")]
public sealed record PersonInvited(Roles Given, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Roles", null, Given.InWordsList())];
}

/// <summary>An invited person set a password and is active.</summary>
[Description("Took up the invitation")]
public sealed record InvitationAccepted(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A name, an address or an affiliation was corrected.</summary>
[Description("Corrected a person’s details")]
public sealed record PersonDetailsCorrected(IReadOnlyList<Change> Corrections, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Corrections;
}

/// <summary>Roles were given or taken away.</summary>
[Description("Changed a person’s roles")]
public sealed record RolesChanged(Roles Before, Roles After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Roles", Before.InWordsList(), After.InWordsList())];
}

/// <summary>A leaving date was recorded, moved or taken away.</summary>
[Description("Recorded a leaving date")]
public sealed record LeavingDateRecorded(DateOnly? Before, DateOnly? After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Leaving date", InWords(Before), InWords(After))];

    private static string? InWords(DateOnly? date) => date is { } day ? Calendar.LondonTime.DisplayDate(day) : null;
}

/// <summary>A person's access was ended.</summary>
[Description("Deactivated a person")]
public sealed record PersonDeactivated(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>The last day of the last portal manager is over, and they keep access until somebody else is one.</summary>
[Description("Kept the access of the last portal manager, who has left")]
public sealed record LastPortalManagerKept(DateOnly LeavingDate, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Leaving date", null, Calendar.LondonTime.DisplayDate(LeavingDate))];
}

/// <summary>A deactivated person was invited back.</summary>
[Description("Invited a deactivated person back")]
public sealed record PersonReactivated(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person signed in.</summary>
[Description("Signed in")]
public sealed record SignedIn(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person signed out of this session.</summary>
[Description("Signed out")]
public sealed record SignedOut(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person ended all their sessions.</summary>
[Description("Signed out everywhere")]
public sealed record SignedOutEverywhere(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A sign-in was refused. Which address was typed is not written down: people type passwords into the wrong field.</summary>
[Description("Was refused sign-in")]
public sealed record SignInRefused(string Why, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Why;
}

/// <summary>Too many refused sign-ins: the person is locked out for a while.</summary>
[Description("Was locked out")]
public sealed record SignInLocked(DateTime Until, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Locked until", null, Until.ToString("O", CultureInfo.InvariantCulture))];
}

/// <summary>A person changed their password.</summary>
[Description("Changed the password")]
public sealed record PasswordChanged(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>Somebody asked for a password reset, whether or not the address belongs to anybody.</summary>
[Description("Asked for a password reset")]
public sealed record PasswordResetRequested(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person set a new password through a reset link.</summary>
[Description("Set a new password by a reset link")]
public sealed record PasswordReset(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The one-time link for a portal manager was made on the command line.</summary>
[Description("Made a link for a portal manager")]
public sealed record PortalManagerLinkMade(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>Showing several roles at once.</summary>
public static class RolesList
{
    /// <summary>The roles in words, such as "Senior leader, Administrator", or "Staff".</summary>
    public static string InWordsList(this Roles roles) =>
        roles == Roles.None ? "Staff" : string.Join(", ", roles.Split().Select(role => role.InWords()));
}

/// <summary>A person chose which e-mails come in the morning summary.</summary>
[Description("Chose which e-mails come in the morning summary")]
public sealed record MorningSummaryChosen(NotificationKinds Before, NotificationKinds After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Morning summary", Before.InWordsList(), After.InWordsList())];
}
