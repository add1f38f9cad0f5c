using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Data.SqlClient;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>The kinds of database.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite, embedded.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}

/// <summary>Which database.</summary>
/// <param name="Provider">The kind (<c>Database:Provider</c>).</param>
/// <param name="ConnectionString">Where it is (<c>ConnectionStrings:SocialGov</c>).</param>
/// <param name="MigrateOnStart">Whether the start brings it up to date (<c>Database:MigrateOnStart</c>; on in Development alone).</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, bool MigrateOnStart)
{
    private const string ConnectionKey = "ConnectionStrings:SocialGov";

    /// <summary>Reads the settings. The connection string is never shown: it may hold a password.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static DatabaseSettings Read(SettingsReader settings, StorageSettings storage, IHostEnvironment environment)
    {
        var provider = settings.Choice("Database:Provider", DatabaseProvider.Sqlite);
        var connection = settings.Secret(ConnectionKey);
        return new DatabaseSettings(
            provider,
            provider switch
            {
                DatabaseProvider.Sqlite => Sqlite(connection, storage),
                DatabaseProvider.SqlServer => SqlServer(connection),
            },
            settings.Flag("Database:MigrateOnStart", environment.IsDevelopment()));
    }

    private static string Sqlite(string? connection, StorageSettings storage)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connection ?? "Data Source=social-gov.db");
            parts.DataSource = Path.GetFullPath(Path.Combine(storage.Directory, parts.DataSource));
            parts.ForeignKeys = true;
            return parts.ToString();
        }
        catch (ArgumentException failure)
        {
            throw Wrong("a connection string for SQLite such as Data Source=social-gov.db", failure);
        }
    }

    private static string SqlServer(string? connection)
    {
        try
        {
            var parts = new SqlConnectionStringBuilder(connection ?? throw new ArgumentException("Nothing is set."));
            return parts.DataSource.Length > 0 ? parts.ToString() : throw new ArgumentException("No server is named.");
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw Wrong("a connection string for SQL Server such as Server=sql.school.example;Database=SocialGov;Integrated Security=true", failure);
        }
    }

    private static StartRefusedException Wrong(string mayHold, Exception failure) =>
        new($"The setting {ConnectionKey} holds a value that is not shown because it may contain a password. It may hold {mayHold}.", failure);
}
