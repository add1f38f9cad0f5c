using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>The keys that protect cookies, form tokens and queued e-mails: in a folder of their own, outside the database, readable by the service alone.</summary>
public static class KeyRingSetup
{
    /// <summary>Registers the key ring.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, StorageSettings storage)
    {
        services.AddDataProtection()
            .SetApplicationName("BrierleyHill.SocialGov")
            .PersistKeysToFileSystem(new DirectoryInfo(storage.PrivateDirectory("keys")));
        return services;
    }
}
