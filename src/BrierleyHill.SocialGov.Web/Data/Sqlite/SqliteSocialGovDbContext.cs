using BrierleyHill.SocialGov.Web.Data.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BrierleyHill.SocialGov.Web.Data.Sqlite;

/// <summary>The database on SQLite.</summary>
/// <param name="options">The connection.</param>
/// <param name="rules">What follows from events.</param>
/// <param name="origin">Where the change comes from.</param>
public sealed class SqliteSocialGovDbContext(
    DbContextOptions<SqliteSocialGovDbContext> options, IEnumerable<EventRule> rules, RequestOrigin origin)
    : SocialGovDbContext(options, rules, origin);

/// <summary>For <c>dotnet ef migrations add … --context SqliteSocialGovDbContext</c>.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSocialGovDbContext>
{
    /// <inheritdoc />
    public SqliteSocialGovDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSocialGovDbContext>().UseSqlite("Data Source=design-time.db").Options, [], new RequestOrigin());
}

/// <summary>The statements that make the audit append-only on SQLite.</summary>
internal static class SqliteAuditTriggers
{
    public static IReadOnlyList<string> Create { get; } =
    [
        $"""
         CREATE TRIGGER "{AuditEventConfiguration.RefuseChangeTrigger}_Update" BEFORE UPDATE ON "AuditEvents"
         BEGIN SELECT RAISE(ABORT, 'Audit events are never changed.'); END;
         """,
        $"""
         CREATE TRIGGER "{AuditEventConfiguration.RefuseChangeTrigger}_Delete" BEFORE DELETE ON "AuditEvents"
         BEGIN SELECT RAISE(ABORT, 'Audit events are never deleted.'); END;
         """,
    ];

    public static IReadOnlyList<string> Drop { get; } =
    [
        $"""DROP TRIGGER "{AuditEventConfiguration.RefuseChangeTrigger}_Update";""",
        $"""DROP TRIGGER "{AuditEventConfiguration.RefuseChangeTrigger}_Delete";""",
    ];
}
