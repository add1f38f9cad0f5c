using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>Registers the file store.</summary>
public static class FilesSetup
{
    /// <summary>The store, and the job that tidies it.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddSingleton<StoredContent>(store => store.GetRequiredService<FileStore>());
        services.AddScoped<OpenStoredFile>();
        services.AddDatabaseWatcher<ErasedContentWatcher>();
        services.AddJob<TidyFiles>();
        return services;
    }
}
