using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.CommandLine;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>The verb <c>deadline</c>, in the test's own process: what it answers and what it refuses.</summary>
[Trait("Clause", "MON-2")]
public class DeadlineVerbTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("2026-03-10 10:00", "2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z", "WithinHours")]
    [InlineData("2026-03-13 16:30", "2026-03-13T16:30:00Z", "2026-03-14T16:30:00Z", "WithinHours")]
    [InlineData("2026-03-13 16:30 --roll on", "2026-03-13T16:30:00Z", "2026-03-17T00:00:00Z", "WithinHours")]
    [InlineData("2026-03-14 10:00", "2026-03-14T10:00:00Z", "2026-03-17T00:00:00Z", "NextWorkingDay")]
    [InlineData("2026-04-03 11:00", "2026-04-03T10:00:00Z", "2026-04-07T23:00:00Z", "NextWorkingDay")]
    [InlineData("2026-04-03 11:00 --bank-holidays off", "2026-04-03T10:00:00Z", "2026-04-04T10:00:00Z", "WithinHours")]
    [InlineData("2026-12-26 09:00", "2026-12-26T09:00:00Z", "2026-12-30T00:00:00Z", "NextWorkingDay")]
    [InlineData("2026-03-28 20:00", "2026-03-28T20:00:00Z", "2026-03-30T23:00:00Z", "NextWorkingDay")]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30:00Z", "2026-10-27T00:00:00Z", "NextWorkingDay")]
    [InlineData("2026-03-14 10:00 --cut-off 17:00", "2026-03-14T10:00:00Z", "2026-03-16T17:00:00Z", "NextWorkingDay")]
    [InlineData("2026-03-10 10:00 --hours 48", "2026-03-10T10:00:00Z", "2026-03-12T10:00:00Z", "WithinHours")]
    [InlineData("2026-03-10 10:00 --bank-holidays on --school-closures off --roll off --hours 24", "2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z", "WithinHours")]
    [InlineData("2026-03-10T10:00", "2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z", "WithinHours")]
    [InlineData("10/3/2026 9:05", "2026-03-10T09:05:00Z", "2026-03-11T09:05:00Z", "WithinHours")]
    [InlineData("2026-03-10 10:00:59", "2026-03-10T10:00:59Z", "2026-03-11T10:00:59Z", "WithinHours")]
    public async Task It_answers_with_one_JSON_object(string arguments, string receivedAt, string dueAt, string rule)
    {
        var (code, output, errors) = await RunAsync(Split(arguments));

        Assert.Equal((0, ""), (code, errors));
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(["receivedAt", "dueAt", "rule", "because"], answer.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(receivedAt, answer.RootElement.GetProperty("receivedAt").GetString());
        Assert.Equal(dueAt, answer.RootElement.GetProperty("dueAt").GetString());
        Assert.Equal(rule, answer.RootElement.GetProperty("rule").GetString());
        Assert.True(answer.RootElement.GetProperty("because").GetArrayLength() >= 2);
    }

    [Theory]
    [InlineData("2026-03-29 01:30", "does not exist")]
    [InlineData("yesterday", "not a time")]
    [InlineData("2026-02-30 10:00", "not a time")]
    [InlineData("2026-03-10 24:00", "not a time")]
    [InlineData("2026-03-10", "not a time")]
    [InlineData("2010-12-31 10:00", "bank holidays are known from 2011 on")]
    [InlineData("9999-12-31 10:00", "no answer for that year")]
    [InlineData("2026-03-10 10:00 --hours 0", "--hours")]
    [InlineData("2026-03-10 10:00 --hours 169", "--hours")]
    [InlineData("2026-03-10 10:00 --hours some", "--hours")]
    [InlineData("2026-03-10 10:00 --hours -1", "--hours")]
    [InlineData("2026-03-10 10:00 --cut-off 25:00", "--cut-off")]
    [InlineData("2026-03-10 10:00 --cut-off", "--cut-off")]
    [InlineData("2026-03-10 10:00 --roll yes", "--roll may be on or off")]
    [InlineData("2026-03-10 10:00 --bank-holidays ON", "--bank-holidays may be on or off")]
    [InlineData("2026-03-10 10:00 --school-closures 1", "--school-closures may be on or off")]
    [InlineData("2026-03-10 10:00 --weekends off", "--weekends")]
    [InlineData("2026-03-10 10:00 --roll on --roll off", "--roll")]
    public async Task What_cannot_be_used_is_refused_in_one_line(string arguments, string says)
    {
        var (code, output, errors) = await RunAsync(Split(arguments));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(says, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_refused_in_one_line()
    {
        var (code, output, errors) = await RunAsync([]);

        Assert.Equal((2, ""), (code, output));
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_calendar_of_the_portal_counts()
    {
        await using var own = new PortalFactory();
        var person = await own.AddPersonAsync(Roles.Administrator);
        await own.UseDatabaseAsync(async database =>
        {
            var strikeOut = new DateOnly(2026, 4, 6);
            database.CalendarCorrections.Add(CalendarCorrection.StrikeOut(
                strikeOut, "The school works", CalendarYear.Of(2026, null, [], []).On(strikeOut, []), person.AsActor(), own.Now).Value);
            database.SchoolClosures.Add(SchoolClosure.Add(new DateOnly(2026, 7, 22), new DateOnly(2026, 8, 28), "Summer", [], person.AsActor(), own.Now).Value);
            await database.SaveChangesAsync();
        });

        var monday = await RunAsync(["2026-04-03 11:00"], own);
        var closuresOff = await RunAsync(["2026-08-11 10:00"], own);
        var closuresOn = await RunAsync(["2026-08-11 10:00", "--school-closures", "on"], own);

        Assert.Contains("\"dueAt\":\"2026-04-06T23:00:00Z\"", monday.Output, StringComparison.Ordinal);
        Assert.Contains("\"dueAt\":\"2026-08-12T09:00:00Z\"", closuresOff.Output, StringComparison.Ordinal);
        Assert.Contains("\"dueAt\":\"2026-09-01T23:00:00Z\"", closuresOn.Output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, PortalFactory? other = null)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        var code = await new DeadlineVerb().RunAsync((other ?? portal).Services, ["deadline", .. arguments], output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    // The time is one argument, as in quotation marks.
    private static string[] Split(string arguments)
    {
        var options = arguments.IndexOf(" --", StringComparison.Ordinal);
        return options < 0 ? [arguments] : [arguments[..options], .. arguments[(options + 1)..].Split(' ')];
    }
}

/// <summary>The verb as a process: nothing but the answer on standard output, and no database made.</summary>
[Trait("Clause", "MON-2")]
public sealed class DeadlineProcessTests : IDisposable
{
    private readonly DirectoryInfo _storage = Directory.CreateTempSubdirectory("social-gov-deadline-");

    [Fact]
    public async Task Without_a_database_it_answers_and_makes_none()
    {
        var (code, output, errors) = await PortalProcess.RunAsync(["deadline", "2026-03-14 10:00"], _storage.FullName, ("Logging:Level", "Verbose"));

        Assert.Equal((0, ""), (code, errors));
        using var answer = JsonDocument.Parse(output);
        Assert.Equal("2026-03-17T00:00:00Z", answer.RootElement.GetProperty("dueAt").GetString());
        Assert.Empty(_storage.EnumerateFiles("*.db*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_database_that_is_none_or_not_up_to_date_does_not_count()
    {
        await File.WriteAllTextAsync(Path.Combine(_storage.FullName, "social-gov.db"), new string('x', 5000));
        var broken = await PortalProcess.RunAsync(["deadline", "2026-03-14 10:00"], _storage.FullName);
        await File.WriteAllBytesAsync(Path.Combine(_storage.FullName, "social-gov.db"), []);
        var empty = await PortalProcess.RunAsync(["deadline", "2026-03-14 10:00"], _storage.FullName);

        Assert.Equal((0, ""), (broken.ExitCode, broken.Errors));
        Assert.Equal((0, ""), (empty.ExitCode, empty.Errors));
        Assert.Equal(broken.Output, empty.Output);
    }

    [Fact]
    public async Task A_time_that_does_not_exist_ends_with_2_and_one_line()
    {
        var (code, output, errors) = await PortalProcess.RunAsync(["deadline", "2026-03-29 01:30"], _storage.FullName);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("does not exist", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    public void Dispose() => _storage.Delete(recursive: true);
}
