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

/// <summary>The account's handle and web address were recorded.</summary>
[Description("Recorded the account’s address")]
public sealed record AccountAddressRecorded(string? Before, string WebAddress, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Web address", Before, WebAddress)];
}
