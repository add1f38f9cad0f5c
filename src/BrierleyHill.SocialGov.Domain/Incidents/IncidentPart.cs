using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// A record that belongs to an incident, such as a referral. People, the audit and notifications know it by the reference of the incident: need to
/// know looks for that. It is numbered from 1 within its incident; the number in the database is shown nowhere.
/// </summary>
public abstract class IncidentPart : Entity
{
    /// <summary>Made by Entity Framework.</summary>
    protected IncidentPart()
    {
    }

    /// <summary>A part of an incident.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="number">The number within the incident, from 1.</param>
    protected IncidentPart(int incidentId, int number) => (IncidentId, Number) = (incidentId, number);

    /// <inheritdoc />
    public override string Reference => Shared.Reference.Of(Incident.ReferenceKind, IncidentId);

    /// <summary>The incident.</summary>
    public int IncidentId { get; private set; }

    /// <summary>The number within the incident, from 1.</summary>
    public int Number { get; private set; }
}
