using BrierleyHill.SocialGov.Domain.Policy;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Which clauses of the policy an incident probably touched: they are offered first. Which it did a person says.</summary>
public static class ClauseSuggestions
{
    /// <summary>The clauses, in the policy's order.</summary>
    /// <param name="incident">The incident.</param>
    public static IReadOnlyList<PolicyClause> For(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        HashSet<string> likely =
        [
            .. OfCategory(incident.Category),
            .. incident.RoutesTaken.SelectMany(route => OfRoute(route.Kind)),
            .. incident.Scope switch
            {
                IncidentScope.Professional => (string[])["SCOPE-2"],
                IncidentScope.PersonalInScope => ["SCOPE-3"],
                _ => [],
            },
        ];
        return [.. PolicyClauses.Each.Where(clause => likely.Contains(clause.Id))];
    }

    private static string[] OfCategory(IncidentCategory category) => category switch
    {
        IncidentCategory.Offensive or IncidentCategory.Defamatory or IncidentCategory.Discriminatory or IncidentCategory.Harassing => ["OFF-1", "OFF-2"],
        IncidentCategory.Bullying => ["MON-3", "OFF-1", "OFF-2"],
        IncidentCategory.Safeguarding => ["BEH-4"],
        IncidentCategory.PersonalDataBreach => ["DP-1", "ADM-3"],
        IncidentCategory.Confidentiality => ["BEH-1"],
        IncidentCategory.Copyright => ["CPY-1"],
        IncidentCategory.Impersonation or IncidentCategory.AnonymousPosting => ["BEH-2"],
        IncidentCategory.Journalist => ["BEH-3"],
        IncidentCategory.ContactWithPupils => ["PER-1"],
        IncidentCategory.Mistake => ["GP-2"],
        IncidentCategory.Other => [],
    };

    private static string[] OfRoute(IncidentRouteKind route) => route switch
    {
        IncidentRouteKind.Pupil => ["PUP-1"],
        IncidentRouteKind.ParentOrCarer => ["PAR-2"],
        IncidentRouteKind.Staff => ["BEH-1", "BEH-5"],
        IncidentRouteKind.IllegalConduct => ["BEH-5"],
        IncidentRouteKind.Safeguarding => ["BEH-4"],
        IncidentRouteKind.OffensiveComment => ["OFF-1", "OFF-2"],
        IncidentRouteKind.Journalist => ["BEH-3"],
        IncidentRouteKind.AbuseByColleague => ["OFF-3"],
    };
}
