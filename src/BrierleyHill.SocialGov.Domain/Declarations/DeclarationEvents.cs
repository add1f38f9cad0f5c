using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Declarations;

/// <summary>
/// Somebody declared an account of their own, or that none names the school. The audit, which can never be erased, learns neither
/// the platform nor the handle: an account out of scope is left alone.
/// </summary>
[Description("Declared a personal account")]
public sealed record PersonalAccountDeclared(DeclarationKind Kind, bool? DisclaimerShown, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Declared", null, Kind.InWords()), .. DeclarationChanges.OfDisclaimer(null, DisclaimerShown)];
}

/// <summary>A declaration was changed.</summary>
[Description("Changed the declaration of a personal account")]
public sealed record DeclarationChanged(IReadOnlyList<Change> Differences, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Differences;
}

/// <summary>Its owner said again that it holds.</summary>
[Description("Confirmed the declaration of a personal account")]
public sealed record DeclarationConfirmed(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The disclaimer is shown now.</summary>
[Description("Put the disclaimer on a personal account")]
public sealed record DisclaimerAdded(Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [.. DeclarationChanges.OfDisclaimer(false, true)];
}

/// <summary>It holds no longer.</summary>
[Description("Withdrew the declaration of a personal account")]
public sealed record DeclarationWithdrawn(Actor By, DateTime At) : DomainEvent(By, At);

internal static class DeclarationChanges
{
    public static IEnumerable<Change> OfDisclaimer(bool? before, bool? after) =>
        before == after ? [] : [new Change("Disclaimer shown", InWords(before), InWords(after))];

    private static string? InWords(bool? yes) => yes switch { true => "Yes", false => "No", null => null };
}
