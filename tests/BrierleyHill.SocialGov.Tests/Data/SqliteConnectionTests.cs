using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Data;

public sealed class SqliteConnectionTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task Every_connection_is_told_to_keep_what_was_answered(string pragma, string expected)
    {
        if (Environment.GetEnvironmentVariable("SOCIALGOV_TEST_SQLSERVER") is { Length: > 0 })
        {
            return;
        }

        await using var portal = new PortalFactory();

        var found = await portal.UseDatabaseAsync(async database =>
        {
            await database.Database.OpenConnectionAsync();
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return (await command.ExecuteScalarAsync())?.ToString();
        });

        Assert.Equal(expected, found);
    }
}
