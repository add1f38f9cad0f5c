using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>An approved account was entered in the register and awaits creation on its platform.</summary>
[Description("Entered the account in the register")]
public sealed record AccountEntered(string ApplicationReference, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Status", null, AccountStatus.AwaitingCreation.InWords()), new("Application", null, ApplicationReference)];
}

/// <summary>A senior leader changed what the account's approval and its impact assessment rest on.</summary>
[Description("Changed the audience or the openness of the account")]
public sealed record AccountMateriallyChanged(string Because, IReadOnlyList<Change> Changed, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Changed;
}

/// <summary>The impact assessment that covers it was replaced by another, and it follows.</summary>
[Description("Followed the impact assessment to the one that replaces it")]
public sealed record AccountFollowedImpactAssessment(string Former, string Successor, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Impact assessment", Former, Successor)];
}

/// <summary>Somebody is to look after the account, or does something else on it than before.</summary>
[Description("Assigned a person to the account")]
public sealed record PersonAssigned(int PersonId, string PersonName, AssignmentRole? Before, AssignmentRole Role, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(PersonName, Before is { } was ? was.InWords() : null, Role.InWords())];
}

/// <summary>Somebody no longer looks after the account.</summary>
[Description("Ended a person’s assignment to the account")]
public sealed record AssignmentEnded(int PersonId, string PersonName, AssignmentRole Role, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(PersonName, Role.InWords(), null)];
}

/// <summary>The account is closed for good.</summary>
[Description("Closed the account")]
public sealed record AccountClosed(AccountStatus Before, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", Before.InWords(), AccountStatus.Closed.InWords())];
}

/// <summary>It was recorded where the account is found on its platform.</summary>
[Description("Recorded the handle and web address of the account")]
public sealed record AccountAddressRecorded(IReadOnlyList<Change> Changed, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Changed;
}

/// <summary>Settings were found to be as agreed.</summary>
[Description("Ticked settings of the account as agreed")]
public sealed record AccountSettingsChecked(IReadOnlyList<Change> Ticked, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Ticked;
}

/// <summary>A setting was found to be otherwise than agreed, and goes back to a senior leader.</summary>
[Description("Reported that a setting differs from what was agreed")]
public sealed record SettingDepartureReported(AccountSetting Setting, string? Agreed, string Instead, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(Setting.InWords(), Agreed, Instead)];
}

/// <summary>A senior leader accepted a departure: what it is has become what is agreed.</summary>
[Description("Accepted that a setting differs from what was agreed")]
public sealed record SettingDepartureAccepted(AccountSetting Setting, string? Agreed, string Instead, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(Setting.InWords(), Agreed, Instead)];
}

/// <summary>A senior leader refused a departure: it has to be set as agreed.</summary>
[Description("Refused that a setting differs from what was agreed")]
public sealed record SettingDepartureRefused(AccountSetting Setting, string? Agreed, string Instead, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(Setting.InWords(), Instead, Agreed)];
}

/// <summary>It was recorded when parents and carers were told about acceptable use (PAR-1).</summary>
[Description("Recorded when parents and carers were told about acceptable use")]
public sealed record AcceptableUseRecorded(IReadOnlyList<Change> Changed, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Changed;
}

/// <summary>The impact assessment that is to cover the account was named after its approval.</summary>
[Description("Named the impact assessment of the account")]
public sealed record AccountNamedImpactAssessment(int ImpactAssessmentId, string AssessmentReference, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Impact assessment", null, AssessmentReference)];
}

/// <summary>The account is live: every gate was open.</summary>
[Description("Made the account live")]
public sealed record AccountWentLive(string WebAddress, string ReadyAdministrators, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Status", AccountStatus.AwaitingCreation.InWords(), AccountStatus.Active.InWords()),
        new("Web address", null, WebAddress),
        new("Ready administrators", null, ReadyAdministrators),
    ];
}

/// <summary>The account is out of use for a time.</summary>
[Description("Suspended the account")]
public sealed record AccountSuspended(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", AccountStatus.Active.InWords(), AccountStatus.Suspended.InWords())];
}

/// <summary>The account is in use again: every gate was open.</summary>
[Description("Took the account into use again")]
public sealed record AccountResumed(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Status", AccountStatus.Suspended.InWords(), AccountStatus.Active.InWords())];
}
