using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Registers how mail leaves.</summary>
public static class EmailSetup
{
    /// <summary>Registers outbox, sender and the transport that the settings ask for.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<EmailOutbox>();
        services.AddScoped<EmailMessages>();
        if (settings.Host is null)
        {
            services.AddScoped<IMailTransport, FolderMailTransport>();
        }
        else
        {
            services.AddScoped<IMailTransport, SmtpMailTransport>();
        }

        services.AddDatabaseWatcher<QueuedEmailWatcher>();
        services.AddJob<SendQueuedEmails>();
        return services;
    }
}
