using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What a person is told in the portal, and when they are told by e-mail.</summary>
public static class NotificationsFeature
{
    /// <summary>Registers the feature.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static IServiceCollection AddNotifications(this IServiceCollection services, SettingsReader settings)
    {
        services.AddSingleton(SummarySettings.Read(settings));
        services.AddScoped<NotificationQueries>();
        services.AddScoped<FollowNotification>();
        services.AddScoped<MarkAllAsRead>();
        services.AddScoped<ChooseSummary>();
        services.AddJob<SendMorningSummaries>();
        return services;
    }
}
