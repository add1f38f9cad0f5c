using BrierleyHill.SocialGov.Web.Data.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BrierleyHill.SocialGov.Web.Data.SqlServer;

/// <summary>The database on SQL Server.</summary>
/// <param name="options">The connection.</param>
/// <param name="rules">What follows from events.</param>
/// <param name="origin">Where the change comes from.</param>
public sealed class SqlServerSocialGovDbContext(
    DbContextOptions<SqlServerSocialGovDbContext> options, IEnumerable<EventRule> rules, RequestOrigin origin)
    : SocialGovDbContext(options, rules, origin);

/// <summary>For <c>dotnet ef migrations add … --context SqlServerSocialGovDbContext</c>.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSocialGovDbContext>
{
    /// <inheritdoc />
    public SqlServerSocialGovDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerSocialGovDbContext>().UseSqlServer("Server=design-time").Options,
            [],
            new RequestOrigin());
}

/// <summary>The statements that make the audit append-only on SQL Server.</summary>
internal static class SqlServerAuditTriggers
{
    public static IReadOnlyList<string> Create { get; } =
    [
        // EXEC, because CREATE TRIGGER must stand alone in its batch also within the idempotent script.
        $"""
         EXEC(N'CREATE TRIGGER [{AuditEventConfiguration.RefuseChangeTrigger}] ON [AuditEvents] INSTEAD OF UPDATE, DELETE AS
         THROW 51000, ''Audit events are neither changed nor deleted.'', 1;');
         """,
    ];

    public static IReadOnlyList<string> Drop { get; } = [$"DROP TRIGGER [{AuditEventConfiguration.RefuseChangeTrigger}];"];
}
