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
