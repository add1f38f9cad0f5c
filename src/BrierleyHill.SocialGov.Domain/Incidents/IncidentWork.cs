using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What holds for every part of an incident: nobody alleged works on it, and nothing is added to one that is over. To whom it is open is decided where it is loaded.</summary>
public static class IncidentWork
{
    /// <summary>Whether this person may add to the incident now.</summary>
    /// <param name="incident">The incident, open to this person.</param>
    /// <param name="by">Who.</param>
    public static Result Check(Incident incident, Actor by)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(by);
        if (by.PersonId is not { } id || incident.IsAlleged(id))
        {
            // For somebody alleged there is no such incident.
            return Error.NotFound;
        }

        return incident.Status switch
        {
            IncidentStatus.Closed => IncidentErrors.Closed,
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
            _ => Result.Done,
        };
    }
}
