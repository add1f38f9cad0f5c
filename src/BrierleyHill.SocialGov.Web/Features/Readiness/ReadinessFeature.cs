using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Registers what the lists of readiness need.</summary>
public static class ReadinessFeature
{
    /// <summary>Use cases, queries and rules.</summary>
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddScoped<ReadinessLists>();
        services.AddScoped<RemindPerson>();
        services.AddScoped<RemindShown>();
        services.AddScoped<ExportReadiness>();
        services.AddScoped<EventRule, TellOfReadinessReminder>();
        return services;
    }
}
