using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using BrierleyHill.SocialGov.Web.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit.Abstractions;

namespace BrierleyHill.SocialGov.Tests.Data;

public sealed class MigrationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_is_without_its_migration(string provider)
    {
        using var database = Open(provider);

        Assert.False(database.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Open("Sqlite");
        using var sqlServer = Open("SqlServer");

        Assert.Equal(sqlite.Database.GetMigrations(), sqlServer.Database.GetMigrations());
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_SQL_Server_is_T_SQL(MigrationsSqlGenerationOptions options)
    {
        using var database = Open("SqlServer");
        var script = database.GetService<IMigrator>().GenerateScript(options: options);

        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Line}: {error.Message}")));
        Assert.True(parsed.Batches.Count > 1);
        Assert.Contains("INSTEAD OF UPDATE, DELETE", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_T_SQL_parser_finds_what_is_not_T_SQL()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader("""CREATE TRIGGER "x" BEFORE UPDATE ON "AuditEvents" BEGIN SELECT 1; END;"""), out var errors);

        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Sqlite_migrates_from_empty_and_back_again()
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-migrate-");
        try
        {
            await using var database = new SqliteSocialGovDbContext(
                new DbContextOptionsBuilder<SqliteSocialGovDbContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "x.db")};Pooling=False").Options,
                [],
                new RequestOrigin());
            await database.Database.MigrateAsync();
            Assert.Empty(await database.Database.GetPendingMigrationsAsync());
            Assert.Equal(0, (await database.AuditHeads.SingleAsync()).Sequence);

            await database.GetService<IMigrator>().MigrateAsync("0");
            await database.Database.MigrateAsync();
            Assert.Empty(await database.Database.GetPendingMigrationsAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Sqlite_migrates_from_the_previous_release_with_everything_that_it_held()
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-upgrade-");
        try
        {
            await using var database = new SqliteSocialGovDbContext(
                new DbContextOptionsBuilder<SqliteSocialGovDbContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "x.db")};Pooling=False").Options,
                [],
                new RequestOrigin());
            await database.GetService<IMigrator>().MigrateAsync("20261123080000_AppendOnlyAudit");
            await database.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "People" VALUES (1, 'Aisha', 'Karim', 'AISHA KARIM', 'a.karim@school.example', 'A.KARIM@SCHOOL.EXAMPLE', 0, 0, 1, NULL, '2026-11-02 08:00:00', 3);
                INSERT INTO "OutgoingEmails" ("MessageId", "PersonId", "ToAddress", "Subject", "ProtectedBody", "Status", "QueuedAt", "NextAttemptAt", "Attempts", "Version")
                VALUES ('1@school', 1, 'a.karim@school.example', 'Waits', 'x', 0, '2026-11-02 08:00:00', '2026-11-02 08:00:00', 0, 0);
                """);
            (int Id, string PersonalData, string Assessment)[] cases =
            [
                (1, "Pictures of groups.", "DPIA 2026/02"), (2, "Names.", ""), (3, "", "DPIA 2026/05"), (4, new string('x', 2000), "DPIA 2026/06"),
            ];
            foreach (var (id, personalData, assessment) in cases)
            {
                await database.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO "Applications" ("Id", "ApplicantId", "Status", "StartedAt", "LastChangedAt", "StatusSince", "PlatformName", "ProposedName",
                       "SubmittedName", "NameExplanation", "Aim", "Audience", "Promotion", "OpennessReason", "ResponseArrangements", "ForwardingArrangements",
                       "ProcessesPersonalData", "PersonalData", "ImpactAssessment", "Version")
                     VALUES ({id}, 1, 0, '2026-11-02 08:00:00', '2026-11-02 08:00:00', '2026-11-02 08:00:00', '', 'News', '', '', 'Aim', '', '', '', '', '',
                       1, {personalData}, {assessment}, 7)
                     """);
            }

            await database.Database.MigrateAsync();

            Assert.Empty(await database.Database.GetPendingMigrationsAsync());
            var applications = await database.Applications.OrderBy(application => application.Id).ToListAsync();
            Assert.Equal(
                ["Pictures of groups.\nImpact assessment named before: DPIA 2026/02", "Names.", "Impact assessment named before: DPIA 2026/05"],
                applications.Take(3).Select(application => application.PersonalData));
            Assert.EndsWith("\nImpact assessment named before: DPIA 2026/06", applications[3].PersonalData, StringComparison.Ordinal);
            Assert.Equal(2000, applications[3].PersonalData.Length);
            Assert.All(applications, application => Assert.Equal((7, null, "News"), (application.Version, application.ImpactAssessmentId, application.ProposedName)));
            Assert.Equal(1, (await database.OutgoingEmails.SingleAsync()).PersonId);
            Assert.Equal("Karim", (await database.People.SingleAsync()).Surname);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_suite_says_which_database_it_ran_on()
    {
        await using var portal = new PortalFactory();

        var provider = await portal.UseDatabaseAsync(database => Task.FromResult(database.Database.ProviderName));

        output.WriteLine($"The feature suite runs on {provider}.");
        var expected = Environment.GetEnvironmentVariable("SOCIALGOV_TEST_SQLSERVER") is { Length: > 0 } ? "SqlServer" : "Sqlite";
        Assert.EndsWith(expected, provider, StringComparison.Ordinal);
    }

    private static SocialGovDbContext Open(string provider) => provider == "Sqlite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new SqlServerDesignTimeFactory().CreateDbContext([]);
}
