namespace BrierleyHill.SocialGov.Web.Infrastructure.Health;

/// <summary>What a monitor that watches the portal asks for.</summary>
public static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Registers the checks, by the names under which they are told.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<DeadlineAlertsHealth>("deadlineAlerts", timeout: Patience);
        return services;
    }
}
