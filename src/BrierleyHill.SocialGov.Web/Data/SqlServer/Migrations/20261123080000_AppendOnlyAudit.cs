using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BrierleyHill.SocialGov.Web.Data.SqlServer.Migrations;

/// <summary>The database itself refuses to change or delete lines of the audit.</summary>
[DbContext(typeof(SqlServerSocialGovDbContext))]
[Migration("20261123080000_AppendOnlyAudit")]
public sealed class AppendOnlyAudit : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in SqlServerAuditTriggers.Create)
        {
            migrationBuilder.Sql(statement);
        }
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in SqlServerAuditTriggers.Drop)
        {
            migrationBuilder.Sql(statement);
        }
    }
}
