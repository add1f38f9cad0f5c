namespace BrierleyHill.SocialGov.Web.Infrastructure.Fetching;

/// <summary>Registers what fetches documents from elsewhere.</summary>
public static class FetchingSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, FetchSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Fetcher>();
        return services;
    }
}
