using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Data.Sqlite;

/// <summary>
/// What every SQLite connection is told when it opens: write-ahead log so that readers do not wait for writers, a disk flush
/// with every commit so that an answered request survives a power cut, foreign keys, and a wait instead of an error when busy.
/// </summary>
public sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Setup =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Setup;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Setup;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
