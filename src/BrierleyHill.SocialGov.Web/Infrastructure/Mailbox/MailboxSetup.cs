using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;

/// <summary>Registers the reading of the platforms' e-mails.</summary>
public static class MailboxSetup
{
    /// <summary>Registers it; the job is there only where a mailbox is set.</summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services, MailboxSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Host is not null)
        {
            services.AddJob<ReadMailbox>();
        }

        return services;
    }
}
