using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Registers what the register needs.</summary>
public static class AccountsFeature
{
    /// <summary>Queries, use cases and rules.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountQueries>();
        services.AddScoped<AccountWrite>();
        services.AddScoped<ChangeAgreement>();
        services.AddScoped<RecordAddress>();
        services.AddScoped<CheckSettings>();
        services.AddScoped<DecideDeparture>();
        services.AddScoped<RecordAcceptableUse>();
        services.AddScoped<NameAssessment>();
        services.AddScoped<GoLive>();
        services.AddScoped<SuspendAccount>();
        services.AddScoped<ResumeAccount>();
        services.AddScoped<AssignPerson>();
        services.AddScoped<EndAssignment>();
        services.AddScoped<EventRule, TellOfEnteredAccount>();
        services.AddScoped<EventRule, TellOfMaterialChange>();
        services.AddScoped<EventRule, TellOfAssignment>();
        services.AddScoped<EventRule, TellOfEndedAssignment>();
        services.AddScoped<EventRule, TellLeadersOfDeparture>();
        services.AddScoped<EventRule, TellOfAcceptedDeparture>();
        services.AddScoped<EventRule, TellOfRefusedDeparture>();
        services.AddScoped<EventRule, TellOfficersOfNamedAssessment>();
        services.AddScoped<EventRule, TellOfLiveAccount>();
        services.AddScoped<EventRule, TellOfSuspendedAccount>();
        services.AddScoped<EventRule, TellOfResumedAccount>();
        services.AddAccountReviews();
        return services;
    }
}
