using BrierleyHill.SocialGov.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads what other records there are of an incident when it is left alone or closed.</summary>
public static class IncidentClosingQueries
{
    /// <summary>How its referrals and its personal data breach stand. One statement.</summary>
    /// <param name="database">The database.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<ClosingCircumstances> LoadClosingCircumstancesAsync(
        this SocialGovDbContext database, int incidentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.Incidents.AsNoTracking()
            .Where(incident => incident.Id == incidentId)
            .Select(incident => new ClosingCircumstances(
                database.Referrals.Count(referral => referral.IncidentId == incidentId),
                database.Referrals.Count(referral => referral.IncidentId == incidentId && referral.Status == ReferralStatus.Waiting),
                database.PersonalDataBreaches.Any(breach => breach.IncidentId == incidentId),
                database.PersonalDataBreaches.Any(breach => breach.IncidentId == incidentId
                    && (!breach.Decisions.Any(decision => decision.Matter == BreachMatter.Commissioner)
                        || !breach.Decisions.Any(decision => decision.Matter == BreachMatter.People)))))
            .SingleOrDefaultAsync(cancellationToken) ?? ClosingCircumstances.None;
    }
}
