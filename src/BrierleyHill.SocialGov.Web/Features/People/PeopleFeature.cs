namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Registers the people directory.</summary>
public static class PeopleFeature
{
    /// <summary>Registers this feature.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped<MakePortalManager>();
        return services;
    }
}
