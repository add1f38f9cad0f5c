using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Registers what the business cases need.</summary>
public static class ApplicationsFeature
{
    /// <summary>Use cases, queries, rules and the chasing job.</summary>
    public static IServiceCollection AddApplications(this IServiceCollection services, SettingsReader settings)
    {
        services.AddSingleton(ApplicationSettings.Read(settings));
        services.Configure<RouteOptions>(routing => routing.ConstraintMap["section"] = typeof(SectionRoute));
        services.AddScoped<ApplicationQueries>();
        services.AddScoped<StartApplication>();
        services.AddScoped<SaveSection>();
        services.AddScoped<SubmitApplication>();
        services.AddScoped<DecideApplication>();
        services.AddScoped<WithdrawApplication>();
        services.AddScoped<EventRule, TellLeadersOfSubmission>();
        services.AddScoped<EventRule, TellApplicantOfRequestedChanges>();
        services.AddScoped<EventRule, TellApplicantOfApproval>();
        services.AddScoped<EventRule, TellApplicantOfRejection>();
        services.AddScoped<EventRule, TellLeadersOfWithdrawal>();
        services.AddScoped<EventRule, ChaseWhoeverItWaitsFor>();
        services.AddJob<ChaseApplications>();
        return services;
    }
}

/// <summary>The settings of the business cases.</summary>
/// <param name="ChaseAfterWorkingDays">After how many working days whoever a business case waits for is reminded (<c>Applications:ChaseAfterWorkingDays</c>).</param>
public sealed record ApplicationSettings(int ChaseAfterWorkingDays)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static ApplicationSettings Read(SettingsReader settings) =>
        new(settings.WholeNumber("Applications:ChaseAfterWorkingDays", 5, 1, 60));
}
