using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Registers what incidents need.</summary>
public static partial class IncidentsFeature
{
    /// <summary>Use cases, queries and rules.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddScoped<IncidentPageQueries>();
        services.AddScoped<OpenIncident>();
        services.AddScoped<IncidentWrite>();
        services.AddScoped<SaveNewIncident>();
        services.AddScoped<ReportIncident>();
        services.AddScoped<ReportMistake>();
        services.AddScoped<NameInvolved>();
        services.AddScoped<WriteEntry>();
        services.AddScoped<ChronologyQueries>();
        services.AddScoped<ExportIncidents>();
        services.AddScoped<IncidentSection, PeopleSection>();
        services.AddScoped<IncidentSection, ChronologySection>();
        services.AddScoped<IncidentTelling>();
        services.AddScoped<EvidenceQueries>();
        services.AddScoped<AddEvidence>();
        services.AddScoped<OpenEvidence>();
        services.AddScoped<WithdrawEvidence>();
        services.AddScoped<VerifyEvidence>();
        services.AddScoped<IncidentSection, EvidenceSection>();
        services.AddScoped<EventRule, WriteChronology>();
        services.AddScoped<EventRule, MinimiseEvidence>();
        services.AddScoped<EventRule, TellOfNewIncident>();
        services.AddScoped<EventRule, ForgetForAlleged>();
        services.AddAssessment();
        AddIncidentParts(services);
        return services;
    }
}
