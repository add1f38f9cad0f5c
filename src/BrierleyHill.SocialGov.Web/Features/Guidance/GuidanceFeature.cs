namespace BrierleyHill.SocialGov.Web.Features.Guidance;

/// <summary>Registers what the guidance needs.</summary>
public static class GuidanceFeature
{
    /// <summary>Use cases and queries.</summary>
    public static IServiceCollection AddGuidance(this IServiceCollection services)
    {
        services.AddScoped<GuidancePageQueries>();
        services.AddScoped<SaveGuidance>();
        services.AddScoped<BringBackGuidance>();
        return services;
    }
}
