using System.Data.Common;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using BrierleyHill.SocialGov.Web.Data.SqlServer;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Registers the database and brings it up to date.</summary>
public static class DatabaseSetup
{
    /// <summary>What to run when the database is not up to date.</summary>
    public const string MigrateCommand = "dotnet BrierleyHill.SocialGov.Web.dll migrate";

    private static readonly SqliteConnectionSetup SqliteConnections = new();

    /// <summary>Registers the context of the provider that is set.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SchoolFacts>();
        services.AddSingleton<SessionQuery>();
        services.AddScoped(scope => new RequestOrigin { Facts = scope.GetRequiredService<SchoolFacts>() });
        services.AddScoped<DemoData>();
        switch (settings.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddDbContext<SocialGovDbContext, SqliteSocialGovDbContext>((watchers, options) => options
                    .UseSqlite(settings.ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                    .AddInterceptors([SqliteConnections, .. watchers.GetServices<IInterceptor>()]),
                    // Put together once, not for every request: nothing in them hangs on one.
                    optionsLifetime: ServiceLifetime.Singleton);
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<SocialGovDbContext, SqlServerSocialGovDbContext>((watchers, options) => options
                    .UseSqlServer(settings.ConnectionString, sqlServer => sqlServer.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                    .AddInterceptors(watchers.GetServices<IInterceptor>()),
                    optionsLifetime: ServiceLifetime.Singleton);
                break;
            default:
                throw new InvalidOperationException($"No database is known for {settings.Provider}.");
        }

        return services;
    }

    /// <summary>Brings the database up to date, creating it where there is none.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="StartRefusedException">The database belongs to a newer release, or cannot be reached.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(this SocialGovDbContext database, CancellationToken cancellationToken = default)
    {
        try
        {
            await RefuseNewerAsync(database, cancellationToken);
            string[] pending = [.. await database.Database.GetPendingMigrationsAsync(cancellationToken)];
            await database.Database.MigrateAsync(cancellationToken);
            return pending;
        }
        catch (DbException failure)
        {
            throw CannotReach(failure);
        }
    }

    /// <summary>Stops the start when the database is not the one that this release knows.</summary>
    /// <exception cref="StartRefusedException">It is older, newer, or cannot be reached. The message says what to run.</exception>
    public static async Task RefuseUnlessUpToDateAsync(this SocialGovDbContext database, CancellationToken cancellationToken = default)
    {
        try
        {
            await RefuseNewerAsync(database, cancellationToken);
            string[] pending = [.. await database.Database.GetPendingMigrationsAsync(cancellationToken)];
            if (pending.Length > 0)
            {
                throw new StartRefusedException(
                    $"The database is not up to date: {pending.Length} of the changes of this release are missing. Back it up, then run: {MigrateCommand}");
            }
        }
        catch (DbException failure)
        {
            throw CannotReach(failure);
        }
    }

    private static async Task RefuseNewerAsync(SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var known = database.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (await database.Database.CanConnectAsync(cancellationToken)
            && (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(applied => !known.Contains(applied)) is { } unknown)
        {
            throw new StartRefusedException(
                $"The database belongs to a newer release: it has the change {unknown}, which this release does not know. Run the newer release, or restore the back-up made before it was installed.");
        }
    }

    private static StartRefusedException CannotReach(DbException failure) =>
        new($"The database cannot be used: {failure.Message.ReplaceLineEndings(" ")} Check ConnectionStrings:SocialGov and that the server is running.", failure);
}
