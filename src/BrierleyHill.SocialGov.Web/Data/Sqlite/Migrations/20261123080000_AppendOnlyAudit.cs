using Microsoft.EntityFrameworkCore.Migrations;

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations;

/// <summary>The database itself refuses to change or delete lines of the audit.</summary>
public sealed partial class AppendOnlyAudit : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in SqliteAuditTriggers.Create)
        {
            migrationBuilder.Sql(statement);
        }
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in SqliteAuditTriggers.Drop)
        {
            migrationBuilder.Sql(statement);
        }
    }
}
