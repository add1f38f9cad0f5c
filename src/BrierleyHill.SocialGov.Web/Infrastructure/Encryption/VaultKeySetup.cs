using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>The keys of the vault: a ring of their own, apart from the one of cookies and from the database (ADR 20).</summary>
public static class VaultKeySetup
{
    /// <summary>Registers the vault's keys, its cipher, and what the start and the command line do with them.</summary>
    public static IServiceCollection AddVaultKeys(this IServiceCollection services, VaultSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<VaultKeyRing>();
        services.AddSingleton<SecretCipher, VaultCipher>();
        services.AddScoped<VaultSurveyor>();
        services.AddScoped<CheckVaultKeys>();
        services.AddScoped<RekeyVault>();
        services.AddScoped<RemoveOldVaultKeys>();
        return services;
    }
}
