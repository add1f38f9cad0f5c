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
