using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Assessment, investigation, routes and end.</content>
public static partial class IncidentsFeature
{
    private static IServiceCollection AddAssessment(this IServiceCollection services)
    {
        services.AddScoped<IncidentWorkQueries>();
        services.AddScoped<IncidentSection, AssessmentSection>();
        services.AddScoped<IncidentSection, RoutesSection>();
        services.AddScoped<IncidentSection, OutcomeSection>();
        services.AddScoped<AssessIncident>();
        services.AddScoped<AppointInvestigator>();
        services.AddScoped<CorrectInvolvedPerson>();
        services.AddScoped<FollowRoutes>();
        services.AddScoped<EndIncident>();
        services.AddScoped<EventRule, BeginAssessmentDeadline>();
        services.AddScoped<EventRule, EndAssessmentDeadline<IncidentAssessed>>();
        services.AddScoped<EventRule, EndAssessmentDeadline<IncidentMinimised>>();
        services.AddScoped<EventRule, EraseChronology>();
        services.AddScoped<EventRule, EraseReviews>();
        services.AddScoped<EventRule, TellOfAssessmentAlert>();
        services.AddScoped<EventRule, TellInvestigator>();
        services.AddScoped<EventRule, TellReleased>();
        services.AddScoped<EventRule, TellOfSafeguardingRoute>();
        services.AddScoped<EventRule, TellReporter<IncidentAssessed>>();
        services.AddScoped<EventRule, TellReporter<IncidentMinimised>>();
        services.AddScoped<EventRule, TellReporter<IncidentClosed>>();
        services.AddScoped<EventRule, TellOfResolved>();
        services.AddScoped<EventRule, TellOfReopened>();
        return services;
    }
}
