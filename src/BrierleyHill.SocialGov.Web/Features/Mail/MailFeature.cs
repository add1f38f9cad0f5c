using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>The mail page and what follows from mail that did not leave.</summary>
public static class MailFeature
{
    /// <summary>Registers the feature.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddScoped<MailQueries>();
        services.AddScoped<TryAgain>();
        services.AddScoped<EventRule, TellOfFailedEmail>();
        services.AddScoped<EventRule, TellOfEmailInDoubt>();
        return services;
    }
}
