using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Auditing;

/// <summary>Somebody was refused something that they tried: the named refusal, never what was typed.</summary>
[Description("Was refused access")]
public sealed record AccessRefused(string Refusal, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Refusal;
}

/// <summary>The chain was walked, from the audit page or the command line.</summary>
[Description("Checked that the audit is whole")]
public sealed record AuditVerified(string Outcome, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Outcome;
}
