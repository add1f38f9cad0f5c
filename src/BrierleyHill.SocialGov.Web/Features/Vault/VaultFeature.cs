using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Registers what the vault needs.</summary>
public static class VaultFeature
{
    /// <summary>Use cases, queries, rules and the job.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddScoped<HeldSecrets>();
        services.AddScoped<VaultPages>();
        services.AddScoped<AccessHistory>();
        services.AddScoped<AddCredential>();
        services.AddScoped<DescribeCredential>();
        services.AddScoped<StoreSecret>();
        services.AddScoped<RevealSecret>();
        services.AddScoped<ShowOneTimeCode>();
        services.AddScoped<UseRecoveryCode>();
        services.AddScoped<WithdrawCredential>();
        services.AddScoped<AddPlatformRole>();
        services.AddScoped<RemovePlatformRole>();
        services.AddScoped<EventRule, TellOfBrokenGlass>();
        services.AddScoped<EventRule, TellOfRotation>();
        services.AddScoped<EventRule, NoticeBrokenGlass>();
        services.AddScoped<EventRule, NoticeSecretOfAnother>();
        services.AddScoped<EventRule, NoticeEndedAssignment>();
        services.AddScoped<EventRule, NoticeChangedAssignment>();
        services.AddScoped<EventRule, NoticeDeactivatedAdministrator>();
        services.AddJob<ChaseRotations>();
        return services;
    }
}
