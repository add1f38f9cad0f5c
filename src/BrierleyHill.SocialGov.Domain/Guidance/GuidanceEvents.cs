using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Guidance;

/// <summary>A senior leader saved another text of a page.</summary>
[Description("Changed a page of guidance")]
public sealed record GuidanceChanged(int Number, int LengthBefore, int LengthAfter, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Version", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("Text", $"{LengthBefore.ToString(CultureInfo.InvariantCulture)} characters", $"{LengthAfter.ToString(CultureInfo.InvariantCulture)} characters"),
    ];
}

/// <summary>A senior leader brought an earlier text of a page back.</summary>
[Description("Brought back an earlier text of a page of guidance")]
public sealed record GuidanceBroughtBack(int Number, int From, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Version", null, Number.ToString(CultureInfo.InvariantCulture)),
        new("Text of", null, From == 0 ? "the portal as it came" : $"version {From.ToString(CultureInfo.InvariantCulture)}"),
    ];
}
