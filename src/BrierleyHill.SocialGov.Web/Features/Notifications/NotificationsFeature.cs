namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What a person is told in the portal.</summary>
public static class NotificationsFeature
{
    /// <summary>Registers the feature.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<NotificationQueries>();
        services.AddScoped<FollowNotification>();
        services.AddScoped<MarkAllAsRead>();
        return services;
    }
}
