namespace BrierleyHill.SocialGov.Web.Features.Jobs;

/// <summary>The page about the jobs.</summary>
public static class JobsFeature
{
    /// <summary>Registers the feature. The jobs themselves are registered where they belong.</summary>
    public static IServiceCollection AddJobsPage(this IServiceCollection services) => services.AddScoped<JobQueries>();
}
