using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Alerts;

/// <summary>Alerts about deadlines. Whom they concern is said by the features whose deadlines they are, by rules on <see cref="Domain.Alerts.AlertRaised"/>.</summary>
public static class AlertsFeature
{
    /// <summary>Registers the job and what wakes it.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddDatabaseWatcher<DueDeadlineWatcher>();
        services.AddJob<RaiseAlerts>();
        return services;
    }
}
