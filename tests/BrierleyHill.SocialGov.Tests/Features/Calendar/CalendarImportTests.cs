using System.Net;
using System.Net.Sockets;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Domain.Calendar;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Calendar;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Calendar;

/// <summary>The official list by file and by address, and term dates by CSV.</summary>
public class CalendarImportTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Heading = "Name,First day,Last day\r\n";

    [Fact]
    public async Task A_list_is_imported_wins_for_its_years_and_leaves_what_was_done_by_hand()
    {
        await using var own = new PortalFactory();
        var (_, administrator) = await own.PersonAsync(Roles.Administrator);
        await administrator.FillAsync("/calendar/days/strike-out", [.. CalendarPagesTests.Day("Date", 2026, 5, 25), ("Because", "We work")]);
        var file = OfficialListTests.Changed(days => days.Add(System.Text.Json.Nodes.JsonNode.Parse(
            """{"title":"World Cup bank holiday","date":"2026-07-20","notes":"","bunting":true}""")));

        var imported = await administrator.SubmitFileAsync(await administrator.OpenAsync("/calendar/bank-holidays/import"), "File", file, "bank-holidays.json");

        var page = await administrator.FollowAsync(imported);
        Assert.Contains("The list covers 2018 to 2028. 11 years were taken over from it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("World Cup bank holiday Bank holiday of the official list, imported by", CalendarPagesTests.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("Spring bank holiday Working day", CalendarPagesTests.TextOf(page), StringComparison.Ordinal);
        var working = await own.UseDatabaseAsync(database => database.LoadWorkingCalendarAsync(CancellationToken.None));
        Assert.False(working.IsWorkingDay(new DateOnly(2026, 7, 20)));
        Assert.True(working.IsWorkingDay(new DateOnly(2026, 5, 25)));
        Assert.False(working.IsWorkingDay(new DateOnly(2029, 5, 7)));

        var again = await administrator.SubmitFileAsync(await administrator.OpenAsync("/calendar/bank-holidays/import"), "File", file, "bank-holidays.json");
        Assert.Contains("nothing was changed", (await administrator.FollowAsync(again)).Text, StringComparison.Ordinal);
        Assert.Equal(11, await own.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(BankHolidaysImported))));

        // The official list withdraws the day and renames another.
        var later = await administrator.SubmitFileAsync(
            await administrator.OpenAsync("/calendar/bank-holidays/import"), "File", OfficialListTests.File(), "bank-holidays.json");
        Assert.Contains("1 year was taken over", (await administrator.FollowAsync(later)).Text, StringComparison.Ordinal);
        working = await own.UseDatabaseAsync(database => database.LoadWorkingCalendarAsync(CancellationToken.None));
        Assert.True(working.IsWorkingDay(new DateOnly(2026, 7, 20)));
        Assert.True(working.IsWorkingDay(new DateOnly(2026, 5, 25)));
    }

    [Theory]
    [InlineData("", "This file is empty")]
    [InlineData("<html></html>", "This is not the official list")]
    [InlineData("{\"england-and-wales\":{\"events\":[]}}", "has no day of England and Wales")]
    [InlineData("truncated", "2026 has no Christmas Day")]
    [InlineData("huge", "larger than 1,024 kB")]
    public async Task A_file_that_is_not_the_whole_list_changes_nothing(string content, string says)
    {
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var bytes = content switch
        {
            "truncated" => OfficialListTests.Changed(days => days.Remove(days.Single(day => day!["date"]!.GetValue<string>() == "2026-12-25"))),
            "huge" => new byte[(1024 * 1024) + 1],
            _ => Encoding.UTF8.GetBytes(content),
        };

        var refused = await administrator.SubmitFileAsync(await administrator.OpenAsync("/calendar/bank-holidays/import"), "File", bytes, "bank-holidays.json");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.OfficialBankHolidays.CountAsync()));
    }

    [Fact]
    public async Task The_list_is_fetched_and_whatever_goes_wrong_then_leaves_it()
    {
        using var server = new Answering();
        await using var own = new Fetching(server.Address);
        server.Answer = Answering.Ok(OfficialListTests.File());
        Assert.Equal(11, await own.FetchAsync());
        Assert.Equal(0, await own.FetchAsync());

        (byte[]? Answer, string Says)[] troubles =
        [
            (null, "was not fetched"),
            (Encoding.ASCII.GetBytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"), "answers with the error 503"),
            (Answering.Ok([]), "not the official list"),
            (Answering.Ok("{}"u8.ToArray()), "not the official list"),
            (Answering.Ok(Encoding.UTF8.GetBytes("<h1>Maintenance</h1>")), "not the official list"),
            (Answering.Ok(OfficialListTests.File()[..4000]), "not the official list"),
            (Answering.Ok(new byte[3 * 1024 * 1024]), "too large"),
            (Answering.Ok(Encoding.UTF8.GetBytes("""{"england-and-wales":{"events":[]}}""")), "has no day"),
        ];
        foreach (var (answer, says) in troubles)
        {
            server.Answer = answer;
            var problem = await Assert.ThrowsAsync<JobProblemException>(own.FetchAsync);
            Assert.Contains(says, problem.Message, StringComparison.Ordinal);
            Assert.True(problem.Message.Length <= JobRun.ErrorMaximumLength, problem.Message);
            Assert.Equal(11, await own.UseDatabaseAsync(database => database.OfficialBankHolidays.CountAsync()));
        }

        // One that never answers: the portal's patience ends it.
        server.Answer = Answering.Never;
        var waiting = own.FetchAsync();
        await server.WasAsked(troubles.Length + 3);
        own.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Contains("too long to answer", (await Assert.ThrowsAsync<JobProblemException>(() => waiting)).Message, StringComparison.Ordinal);
        Assert.False((await own.UseDatabaseAsync(database => database.LoadWorkingCalendarAsync(CancellationToken.None))).IsWorkingDay(new DateOnly(2026, 12, 28)));
    }

    [Fact]
    public async Task The_page_says_what_went_wrong_with_the_last_fetch()
    {
        using var server = new Answering();
        await using var own = new Fetching(server.Address);
        server.Answer = Answering.Ok("{}"u8.ToArray());
        var runner = own.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<JobRunner<FetchBankHolidays>>().Single();
        Assert.True(await runner.RunOnceAsync(CancellationToken.None));

        var (_, administrator) = await own.PersonAsync(Roles.Administrator);
        var (_, teacher) = await own.PersonAsync();

        var page = await administrator.OpenAsync("/calendar");
        Assert.Contains("It last tried on 10 March 2026 at 10am.", page.Text, StringComparison.Ordinal);
        Assert.Contains("What was fetched was not taken over. This is not the official list", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch", (await teacher.OpenAsync("/calendar")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_fetched() =>
        Assert.Equal(0, await portal.UseAsync(services => services.GetRequiredService<FetchBankHolidays>().RunAsync(CancellationToken.None)));

    [Fact]
    public async Task Term_dates_are_shown_first_and_entered_when_confirmed()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var preview = await UploadAsync(leader, "Terms", Heading + "Autumn 1,03/09/2029,19/10/2029\r\nAutumn 2,29/10/2029,19/12/2029\r\nSpring 1,2030-01-03,2030-02-08\r\n");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("2 closures will be entered.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Holiday after Autumn 1 Saturday 20 October 2029 Sunday 28 October 2029 Will be entered", CalendarPagesTests.TextOf(preview), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Holiday after Autumn 1"));

        var entered = await leader.SubmitAsync(preview);
        Assert.Equal("/calendar?year=2029", entered.Location);
        Assert.Equal("/calendar?year=2029", (await leader.SubmitAsync(preview)).Location);
        Assert.Equal(1, await CountAsync("Holiday after Autumn 1"));
        Assert.Equal(1, await CountAsync("Holiday after Autumn 2"));

        var again = await UploadAsync(leader, "Terms", Heading + "Autumn 1,03/09/2029,19/10/2029\r\nAutumn 2,29/10/2029,19/12/2029\r\n");
        Assert.Contains("Every closure is in the calendar already", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_is_entered()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var refused = await UploadAsync(leader, "Closures", Heading + "Right,01/11/2032,05/11/2032\r\nWrong,31/11/2032,01/12/2032\r\n\r\n,06/12/2032,\r\n");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("3 Its first day is not a date", CalendarPagesTests.TextOf(refused), StringComparison.Ordinal);
        Assert.Contains("5 It has no name.", CalendarPagesTests.TextOf(refused), StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("main form"));
        Assert.Equal(0, await CountAsync("Right"));
    }

    [Fact]
    public async Task What_came_into_the_calendar_since_the_preview_counts()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var preview = await UploadAsync(leader, "Closures", "Half term,24/05/2032,28/05/2032\nSnow,12/01/2032,\n");
        await leader.FillAsync("/calendar/closures/new", [("Name", "Polling day"), .. CalendarPagesTests.Day("First", 2032, 5, 27), .. CalendarPagesTests.Day("Last", 0, 0, 0)]);

        var refused = await leader.SubmitAsync(preview);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Polling day", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.SchoolClosures.CountAsync(one => one.Name == "Snow" && one.First.Year == 2032)));
    }

    [Theory]
    [InlineData("Closures", "")]
    [InlineData("Closures", "\u0000\u0001\u0002")]
    [InlineData("Closures", "Name;First day;Last day")]
    [InlineData("", "Half term,24/05/2032,28/05/2032")]
    [InlineData("Nonsense", "Half term,24/05/2032,28/05/2032")]
    public async Task A_file_that_leads_to_nothing_is_told(string contents, string text)
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var refused = await UploadAsync(leader, contents, text);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Too_many_rows_are_told()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var refused = await UploadAsync(leader, "Closures", string.Concat(Enumerable.Repeat("Half term,24/05/2032,28/05/2032\n", 202)));
        Assert.Contains("more than 200 rows", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheets_own_code_page_semicolons_and_quotes_are_read()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        // "Children’s day" in Windows-1252, and a name with a semicolon in quotes.
        byte[] file = [.. "Name;First;Last\r\nChildren"u8, 0x92, .. "s day;14/06/2033;14/06/2033\r\n\"Summer; long\";20/07/2033;31/08/2033\r\n"u8];
        var form = await leader.OpenAsync("/calendar/term-dates/import");
        var preview = await leader.SubmitFileAsync(form, "File", file, "terms.csv", ("Contents", "Closures"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Children’s day", preview.Text, StringComparison.Ordinal);
        await leader.FollowAsync(await leader.SubmitAsync(preview));
        Assert.Equal(1, await CountAsync("Children’s day"));
        Assert.Equal(1, await CountAsync("Summer; long"));
    }

    [Fact]
    public async Task A_confirmation_without_a_file_is_refused()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync("/calendar/closures/new");
        var token = form.ValueOf("__RequestVerificationToken")!;
        var refused = await leader.PostAsync("/calendar/term-dates/confirm", [new("__RequestVerificationToken", token), new("Contents", "Closures")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    private static async Task<Page> UploadAsync(PortalClient client, string contents, string text) => await client.SubmitFileAsync(
        await client.OpenAsync("/calendar/term-dates/import"), "File", Encoding.UTF8.GetBytes(text), "terms.csv", ("Contents", contents));

    private Task<int> CountAsync(string name) => portal.UseDatabaseAsync(database => database.SchoolClosures.CountAsync(one => one.Name == name && one.TakenBackAt == null));

    private sealed class Fetching(Uri address) : PortalFactory(
        "Testing",
        new Dictionary<string, string>
        {
            ["Calendar:BankHolidaysAddress"] = address.ToString(),
            ["Fetching:AllowPrivateAddresses"] = "true",
        })
    {
        public Task<int> FetchAsync() => UseAsync(services => services.GetRequiredService<FetchBankHolidays>().RunAsync(CancellationToken.None));
    }

    /// <summary>A server of a few lines, which answers with exactly the bytes that it is given, with nothing, or never.</summary>
    private sealed class Answering : IDisposable
    {
        public static readonly byte[] Never = [0];
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _open = [];
        private readonly SemaphoreSlim _asked = new(0);

        public Answering()
        {
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/bank-holidays.json");
            _ = Task.Run(ServeAsync);
        }

        public Uri Address { get; }

        public byte[]? Answer { get; set; }

        public static byte[] Ok(byte[] body) =>
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

        public async Task WasAsked(int times)
        {
            for (var time = 0; time < times; time++)
            {
                await _asked.WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        public void Dispose()
        {
            _listener.Stop();
            _open.ForEach(client => client.Dispose());
            _asked.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1);
                    _asked.Release();
                    if (Answer == Never)
                    {
                        _open.Add(client);
                        continue;
                    }

                    try
                    {
                        await client.GetStream().WriteAsync(Answer ?? []);
                    }
                    catch (IOException)
                    {
                        // The portal had read enough.
                    }

                    client.Dispose();
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
