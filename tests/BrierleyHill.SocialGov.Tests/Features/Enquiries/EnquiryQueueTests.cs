using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Enquiries;

/// <summary>The queue: its order, its filters, its file, several at once, and what its pages cost.</summary>
public class EnquiryQueueTests(EnquiryQueueTests.Counted portal) : IClassFixture<EnquiryQueueTests.Counted>
{
    private static List<string> References(Page page) => [.. page.Document.QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];

    private async Task<int> AccountAsync() => (await portal.AddLiveAccountAsync()).Id;

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task What_waits_is_listed_unanswered_first_by_deadline_and_the_filters_narrow_it()
    {
        var (account, by) = (await AccountAsync(), await portal.AddPersonAsync());
        var client = await portal.SignInAsync(portal.Leader!);
        var soon = await portal.AddEnquiryAsync(account, by, portal.Now.AddHours(-21));
        var late = await portal.AddEnquiryAsync(account, by, portal.Now.AddHours(-26), EnquiryKind.Complaint);
        var fresh = await portal.AddEnquiryAsync(account, by, text: "Écoute: 100% of the fair?", also: found =>
            EnquiryBuilder.Done(found.Assign(by.Id, new PeopleDirectory([new DirectoryPerson(by.Id, "A", "B", PersonStatus.Active, null)]), by.AsActor(), portal.Now)));
        var acknowledged = await portal.AddEnquiryAsync(account, by, portal.Now.AddDays(-4), also: found => EnquiryBuilder.Done(found.Acknowledge("Thanks.", by.AsActor(), portal.Now)));
        var closed = await portal.AddEnquiryAsync(account, by, portal.Now.AddDays(-5), also: found => EnquiryBuilder.Done(found.Reply("Yes.", by.AsActor(), portal.Now.AddDays(-4.9))));
        async Task<List<string>> ListAsync(string filter) => References(await client.OpenAsync($"/enquiries?Account={account}&{filter}"));

        Assert.Equal([late.Reference, soon.Reference, fresh.Reference, acknowledged.Reference], await ListAsync(""));
        Assert.Equal([acknowledged.Reference, fresh.Reference, soon.Reference, late.Reference], await ListAsync("sort=due&direction=descending"));
        Assert.Equal([late.Reference, soon.Reference, fresh.Reference], await ListAsync("State=Open"));
        Assert.Equal([late.Reference], await ListAsync("State=Overdue"));
        Assert.Equal([acknowledged.Reference], await ListAsync("State=Acknowledged"));
        Assert.Equal([closed.Reference], await ListAsync("State=Closed"));
        Assert.Equal([fresh.Reference, soon.Reference, late.Reference, acknowledged.Reference, closed.Reference], await ListAsync("State=All"));
        Assert.Equal([late.Reference], await ListAsync("Kind=Complaint"));
        Assert.Equal([fresh.Reference], await ListAsync($"Assignee={by.Id}"));
        Assert.Equal([late.Reference, soon.Reference, acknowledged.Reference], await ListAsync("Assignee=nobody"));
        Assert.Empty(await ListAsync("Assignee=me"));
        Assert.Equal([fresh.Reference], await ListAsync("Text=" + Uri.EscapeDataString("écoute: 100%")));
        Assert.Equal([fresh.Reference], await ListAsync("State=All&Text=100%25+OF"));
        Assert.Equal(4, (await ListAsync("State=nonsense&Kind=99&Page=77")).Count);
        var page = await client.OpenAsync($"/enquiries?Account={account}&State=All");
        Assert.Contains("2 h late", page.Text, StringComparison.Ordinal);
        Assert.Contains("due in 3 h", page.Text, StringComparison.Ordinal);
        Assert.Contains("answered in time", page.Text, StringComparison.Ordinal);
        Assert.Contains("answered 3 days late", page.Text, StringComparison.Ordinal);
        Assert.Contains("No enquiry fits this filter", (await client.OpenAsync($"/enquiries?Account={account}&Text=nothing+of+the+kind")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Several_are_acknowledged_in_one_go_and_those_that_cannot_be_are_named_with_why()
    {
        var (account, by) = (await AccountAsync(), await portal.AddPersonAsync());
        var client = await portal.SignInAsync(portal.Leader!);
        var one = await portal.AddEnquiryAsync(account, by);
        var two = await portal.AddEnquiryAsync(account, by);
        var done = await portal.AddEnquiryAsync(account, by);
        var path = $"/enquiries?Account={account}";
        var page = await client.OpenAsync(path);
        await portal.UseDatabaseAsync(async database =>
        {
            EnquiryBuilder.Done((await database.Enquiries.SingleAsync(found => found.Id == done.Id)).Acknowledge("Thanks.", by.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });
        (string Name, string Value)[] ticked = [.. page.Document.QuerySelectorAll("input[name='Form.Ticked']").Select(box => ("Form.Ticked", box.GetAttribute("value")!))];
        Assert.Equal(3, ticked.Length);

        var refused = await client.SubmitFormAsync(page, "form[action^='/enquiries/several']", [.. ticked, ("Form.Done", "Acknowledge")]);
        Assert.Contains(EnquiryErrors.AcknowledgementMissing.Message, refused.Errors);
        Assert.Equal(3, refused.Document.QuerySelectorAll("input[name='Form.Ticked'][checked]").Length + 1);
        Assert.Contains(EnquiryErrors.NoneTicked.Message, (await client.SubmitFormAsync(page, "form[action^='/enquiries/several']", ("Form.Done", "Reply"), ("Form.Words", "x"))).Errors);
        Assert.Contains(EnquiryErrors.DoneMissing.Message, (await client.SubmitFormAsync(page, "form[action^='/enquiries/several']", [.. ticked, ("Form.Words", "x")])).Errors);
        var sent = await client.SubmitFormAsync(page, "form[action^='/enquiries/several']", [.. ticked, ("Form.Done", "Acknowledge"), ("Form.Words", "Thank you all.")]);
        var told = await client.FollowAsync(sent);

        Assert.Equal(path, sent.Location);
        Assert.Contains($"2 done: {one.Reference}, {two.Reference}.", told.Text, StringComparison.Ordinal);
        Assert.Contains($"{done.Reference}: {EnquiryErrors.AcknowledgedAlready.Message}", told.Text, StringComparison.Ordinal);
        Assert.Equal("Thank you all.", Assert.Single((await portal.EnquiryAsync(two.Id)).Responses).Words);
        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.Deadlines.CountAsync(deadline => deadline.EndedAt != null && (deadline.SubjectReference == one.Reference || deadline.SubjectReference == two.Reference))));
    }

    [Fact]
    public async Task The_file_holds_what_the_filter_shows_and_no_formula()
    {
        var (account, by) = (await AccountAsync(), await portal.AddPersonAsync());
        var client = await portal.SignInAsync(portal.Leader!);
        var enquiry = await portal.AddEnquiryAsync(account, by, from: "=HYPERLINK(\"x\")", text: "@SUM(1)\nand more, \"quoted\"");
        await portal.AddEnquiryAsync(account, by, kind: EnquiryKind.Complaint);

        var (answer, body) = await client.DownloadAsync($"/enquiries/export?Account={account}&Kind=Query");
        var text = Encoding.UTF8.GetString(body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains(enquiry.Reference, text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("'@SUM", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Complaint", text, StringComparison.Ordinal);
        Assert.True(await portal.UseDatabaseAsync(database => database.AuditEvents.AnyAsync(line => line.Name == nameof(EnquiriesExported))));
    }

    [Fact]
    public async Task A_queue_of_hundreds_is_paged_by_fifty_and_costs_no_more_statements_than_a_short_one()
    {
        var (account, by) = (await AccountAsync(), await portal.AddPersonAsync());
        var client = await portal.SignInAsync(portal.Leader!);
        async Task<int> CostAsync(string path)
        {
            await client.OpenAsync(path);
            portal.Statements.Texts.Clear();
            await client.OpenAsync(path);
            return portal.Statements.Texts.Count;
        }

        var first = await portal.AddEnquiryAsync(account, by);
        var path = $"/enquiries?Account={account}";
        var (shortQueue, page) = (await CostAsync(path), await CostAsync($"/enquiries/{first.Id}"));
        await portal.UseDatabaseAsync(async database =>
        {
            var live = await database.Accounts.SingleAsync(found => found.Id == account);
            for (var number = 0; number < 200; number++)
            {
                database.Enquiries.Add(Enquiry.Log(EnquiryBuilder.Answers(account: account), live, EnquiryBuilder.DeadlineOf(portal.Now), by.AsActor(), portal.Now).Value);
            }

            await database.SaveChangesAsync();
        });

        var shown = await client.OpenAsync(path);
        Assert.Contains("Showing 1 to 50 of 201", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Showing 201 to 201 of 201", (await client.OpenAsync(path + "&page=5")).Text, StringComparison.Ordinal);
        Assert.Equal(shortQueue, await CostAsync(path));
        Assert.Equal(shortQueue, await CostAsync("/enquiries"));
        Assert.InRange(shortQueue, 3, 12);
        Assert.InRange(page, 3, 12);
        Assert.Equal(page, await CostAsync($"/enquiries/{first.Id}"));
        Assert.InRange(await CostAsync("/enquiries/new"), 2, 12);
        Assert.InRange(await CostAsync("/enquiries/drafts"), 2, 12);
    }

    [Theory]
    [InlineData("/enquiries")]
    [InlineData("/enquiries?State=Open")]
    [InlineData("/enquiries?State=Overdue")]
    [InlineData("/enquiries?Kind=Complaint")]
    [InlineData("/enquiries?Account=1")]
    [InlineData("/enquiries?Assignee=me")]
    public async Task The_queue_reads_what_waits_and_in_the_order_in_which_it_is_shown(string path)
    {
        if (!portal.IsSqlite)
        {
            return;
        }

        var client = await portal.SignInAsync(portal.Leader!);
        await portal.AddEnquiryAsync(1, portal.Leader!, kind: EnquiryKind.Complaint, also: found => EnquiryBuilder.Done(found.Assign(
            portal.Leader!.Id, new PeopleDirectory([new DirectoryPerson(portal.Leader.Id, "A", "B", PersonStatus.Active, null)]), portal.Leader.AsActor(), portal.Now)), receivedAt: portal.Now.AddDays(-3));
        portal.Statements.Texts.Clear();
        await client.OpenAsync(path);

        var read = portal.Statements.Texts.Where(text => text.Contains("FROM \"Enquiries\"", StringComparison.Ordinal)).ToList();
        // The rows, and within the same statement their count.
        Assert.Single(read);
        await portal.UseDatabaseAsync(async database =>
        {
            foreach (var text in read)
            {
                var plan = new StringBuilder();
                await using var command = database.Database.GetDbConnection().CreateCommand();
                await database.Database.OpenConnectionAsync();
                command.CommandText = "EXPLAIN QUERY PLAN " + text;
                foreach (var name in System.Text.RegularExpressions.Regex.Matches(text, "@[A-Za-z0-9_]+", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(match => match.Value).Distinct())
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, 50);
                    command.Parameters.Add(parameter);
                }

                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    plan.AppendLine(reader.GetString(3));
                }

                // The small index, or another of which what waits alone is read.
                var steps = plan.ToString();
                var lines = steps.Split('\n', StringSplitOptions.TrimEntries);
                // What a part of the statement has found already is scanned by the next one.
                var reads = lines
                    .Where(step => step.StartsWith("SCAN e", StringComparison.Ordinal) || step.StartsWith("SEARCH e", StringComparison.Ordinal))
                    .Where(step => !lines.Contains("CO-ROUTINE " + step.Split(' ')[1]))
                    .ToList();
                Assert.True(reads.Count == 2, steps);
                Assert.All(reads, step => Assert.True(
                    new[] { "IX_Enquiries_Waiting", "Status<?", "Status=?" }.Any(part => step.Contains(part, StringComparison.Ordinal)), steps));
                Assert.DoesNotContain("TEMP B-TREE", steps, StringComparison.Ordinal);
            }
        });
    }

    /// <summary>A portal that counts its statements.</summary>
    public sealed class Counted : PortalFactory, IAsyncLifetime
    {
        public Person? Leader { get; private set; }

        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));

        public async Task InitializeAsync()
        {
            Leader = await AddPersonAsync(Roles.SeniorLeader | Roles.Administrator);
            await this.AddLiveAccountAsync();
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
