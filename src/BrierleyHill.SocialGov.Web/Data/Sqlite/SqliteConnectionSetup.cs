using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace BrierleyHill.SocialGov.Web.Data.Sqlite;

/// <summary>
/// What every SQLite connection is told when it opens: write-ahead log so that readers do not wait for writers, a disk flush
/// with every commit so that an answered request survives a power cut, foreign keys, and a wait instead of an error when busy.
/// </summary>
public sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Setup =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";

    // The pool gives the same connection of SQLite again, set up as it was: telling it anew with every query would take longer than most queries.
    private readonly ConditionalWeakTable<sqlite3, object> _setUp = [];

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Setup;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection))
        {
            return;
        }

        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Setup;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private bool IsNew(DbConnection connection) => connection is not SqliteConnection { Handle: { } handle } || _setUp.TryAdd(handle, handle);
}
