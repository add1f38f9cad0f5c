using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Registers what the register needs.</summary>
public static class AccountsFeature
{
    /// <summary>Queries and rules.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountQueries>();
        services.AddScoped<ChangeAgreement>();
        services.AddScoped<EventRule, TellOfEnteredAccount>();
        services.AddScoped<EventRule, TellOfMaterialChange>();
        services.AddAccountReviews();
        return services;
    }
}
