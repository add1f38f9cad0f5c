using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.Data.Sqlite;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>What the program says when it cannot start: one line that a person can act on.</summary>
public sealed class StartTests : IDisposable
{
    private const int WrongConfiguration = 78;
    private readonly DirectoryInfo _storage = Directory.CreateTempSubdirectory("social-gov-start-");

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Sqlite, SqlServer")]
    [InlineData("Database:MigrateOnStart", "perhaps", "true or false")]
    [InlineData("School:Colour", "#ffee00", "a colour such as #1d3c6b")]
    [InlineData("School:PortalAddress", "school", "a web address such as https://")]
    [InlineData("Applications:ChaseAfterWorkingDays", "soon", "a whole number from 1 to 60")]
    [InlineData("Mail:Port", "70000", "a whole number from 1 to 65535")]
    [InlineData("Logging:Level", "Loud", "Information")]
    [InlineData("Jobs:Enabled", "2", "true or false")]
    public async Task A_wrong_value_stops_the_start_with_one_line_that_names_key_value_and_choice(string key, string value, string mayHold)
    {
        (string, string)[] settings = key.StartsWith("Mail", StringComparison.Ordinal) ? [(key, value), ("Mail:Host", "localhost")] : [(key, value)];

        var (exitCode, output, errors) = await PortalProcess.RunAsync([], _storage.FullName, settings);

        Assert.Equal(WrongConfiguration, exitCode);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(key, line, StringComparison.Ordinal);
        Assert.Contains($"\"{value}\"", line, StringComparison.Ordinal);
        Assert.Contains(mayHold, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_connection_string_is_never_shown()
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(
            [], _storage.FullName, ("Database:Provider", "SqlServer"), ("ConnectionStrings:SocialGov", "Sirver=x;Password=verysecret"));

        Assert.Equal(WrongConfiguration, exitCode);
        Assert.Contains("ConnectionStrings:SocialGov", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_does_not_migrate_by_itself_and_says_what_to_run()
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync([], _storage.FullName, Production());

        Assert.Equal(WrongConfiguration, exitCode);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(DatabaseSetup.MigrateCommand, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_creates_the_database_and_a_second_time_changes_nothing()
    {
        var (first, firstOutput, firstErrors) = await PortalProcess.RunAsync(["migrate"], _storage.FullName, Production());
        var (second, secondOutput, _) = await PortalProcess.RunAsync(["migrate"], _storage.FullName, Production());
        var (verified, verifyOutput, _) = await PortalProcess.RunAsync(["verify-audit"], _storage.FullName, Production());

        Assert.True(first == 0, firstErrors);
        Assert.Contains("Applied: 20261123070000_Initial, 20261123080000_AppendOnlyAudit, 20261124120000_ReadyToRunAnAccount", firstOutput, StringComparison.Ordinal);
        Assert.Equal(0, second);
        Assert.Contains("Nothing was changed", secondOutput, StringComparison.Ordinal);
        Assert.Equal(0, verified);
        Assert.Contains("The audit is whole: 0 lines", verifyOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_release_stops_the_start()
    {
        Assert.Equal(0, (await PortalProcess.RunAsync(["migrate"], _storage.FullName, Production())).ExitCode);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_storage.FullName, "social-gov.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_FromTheFuture', '10.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        foreach (string[] arguments in (string[][])[[], ["migrate"], ["verify-audit"]])
        {
            var (exitCode, _, errors) = await PortalProcess.RunAsync(arguments, _storage.FullName, Production());

            Assert.Equal(WrongConfiguration, exitCode);
            var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("newer release", line, StringComparison.Ordinal);
            Assert.Contains("20991231000000_FromTheFuture", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_refused_and_the_others_are_named()
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync(["migrat"], _storage.FullName);

        Assert.Equal(WrongConfiguration, exitCode);
        Assert.Contains("migrate, verify-audit", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_portal_manager_comes_in_by_a_one_time_link_in_Production()
    {
        Assert.Equal(0, (await PortalProcess.RunAsync(["migrate"], _storage.FullName, Production())).ExitCode);

        var (exitCode, output, errors) = await PortalProcess.RunAsync(["create-manager", "--email", "office@school.example"], _storage.FullName, Production());

        Assert.True(exitCode == 0, errors);
        Assert.Matches("https://social\\.school\\.example/invitation/[0-9a-f]{64}", output);
    }

    [Fact]
    public async Task An_address_that_is_none_makes_no_portal_manager()
    {
        Assert.Equal(0, (await PortalProcess.RunAsync(["migrate"], _storage.FullName, Production())).ExitCode);

        var (exitCode, _, errors) = await PortalProcess.RunAsync(["create-manager", "--email", "nonsense"], _storage.FullName, Production());

        Assert.Equal(2, exitCode);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Demonstration_people_are_refused_outside_Development()
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync([], _storage.FullName, [.. Production(), ("Demonstration:Fill", "true")]);

        Assert.Equal(WrongConfiguration, exitCode);
        Assert.Contains("Demonstration:Fill", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_a_second_time_it_finds_its_data_again()
    {
        using (await PortalProcess.StartAsync(_storage.FullName, ("Demonstration:Fill", "false")))
        {
        }

        Assert.Equal(0, (await PortalProcess.RunAsync(["create-manager", "--email", "janet.pugh@school.example", "--forename", "Janet", "--surname", "Pugh"], _storage.FullName)).ExitCode);
        var first = await PortalProcess.RunAsync(["verify-audit"], _storage.FullName);
        using (await PortalProcess.StartAsync(_storage.FullName, ("Demonstration:Fill", "true")))
        {
        }

        var second = await PortalProcess.RunAsync(["verify-audit"], _storage.FullName);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(0, second.ExitCode);
        // Each check is a line itself; nothing else was told, and no demonstration where there are people.
        Assert.Equal(LinesIn(first.Output) + 1, LinesIn(second.Output));
    }

    public void Dispose() => _storage.Delete(recursive: true);

    private static (string, string)[] Production() =>
        [("ASPNETCORE_ENVIRONMENT", "Production"), ("School:PortalAddress", "https://social.school.example")];

    private static int LinesIn(string output) =>
        int.Parse(output.Split(':')[1].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
