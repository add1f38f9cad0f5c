using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>The incident is out of scope, and what was recorded is minimised in the same save: whoever keeps a part of it erases theirs by a rule on this.</summary>
[Description("Minimised an incident that is out of scope")]
public sealed record IncidentMinimised(int IncidentId, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.State;

    /// <inheritdoc />
    public override string InChronology => "Out of scope: what was recorded was minimised.";
}
