using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Auditing;

/// <summary>Somebody was refused something that they tried: the named refusal, never what was typed.</summary>
public sealed record AccessRefused(string Refusal, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Refusal;
}

/// <summary>The chain was walked, from the audit page or the command line.</summary>
public sealed record AuditVerified(string Outcome, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Outcome;
}
