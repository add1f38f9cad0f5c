using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>Filters, sorting and paging of the lists, also with values that nobody should send.</summary>
public class ApplicationListTests : IClassFixture<ApplicationListTests.Filled>
{
    private readonly Filled _portal;

    public ApplicationListTests(Filled portal) => _portal = portal;

    private static string[] References(Page page) => [.. page.Document.QuerySelectorAll("td[data-label='Reference'] a, td:first-child a").Select(link => link.TextContent.Trim())];

    [Fact]
    public async Task The_list_is_paged_and_says_how_many_there_are()
    {
        var client = await _portal.LeaderAsync();

        var first = await client.OpenAsync("/applications");
        var second = await client.OpenAsync("/applications?page=2");

        Assert.Contains("Showing 1 to 25 of 30", first.Text, StringComparison.Ordinal);
        Assert.Contains("Showing 26 to 30 of 30", second.Text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(6, 25).Reverse().Select(id => $"APP-{id:D6}"), References(first));
        Assert.Equal(30, References(first).Concat(References(second)).Distinct().Count());
    }

    [Theory]
    [InlineData("Text=Club+07", 1)]
    [InlineData("Text=club+0", 9)]
    [InlineData("Text=app-12", 1)]
    [InlineData("Text=APP-999", 0)]
    [InlineData("Text=%25", 0)]
    [InlineData("Text=_", 0)]
    [InlineData("Status=Rejected", 10)]
    [InlineData("Status=Submitted", 20)]
    [InlineData("Status=Submitted&Text=Club+07", 1)]
    [InlineData("Mine=true", 0)]
    public async Task The_list_is_filtered(string query, int expected)
    {
        var page = await (await _portal.LeaderAsync()).OpenAsync("/applications?" + query);

        if (expected == 0)
        {
            Assert.Contains("No business case fits this filter.", page.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($" of {expected}", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("name")]
    [InlineData("applicant")]
    [InlineData("status")]
    [InlineData("since")]
    public async Task The_list_is_sorted_both_ways_by_every_column(string column)
    {
        var client = await _portal.LeaderAsync();

        var up = References(await client.OpenAsync($"/applications?sort={column}&Status=Rejected"));
        var down = References(await client.OpenAsync($"/applications?sort={column}&direction=descending&Status=Rejected"));

        Assert.Equal(10, up.Length);
        Assert.Equal(up.Order(), down.Order());
        if (column is "reference" or "name")
        {
            Assert.Equal(up.Order(), up);
            Assert.Equal(up.Reverse(), down);
        }
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=999999999999")]
    [InlineData("page=2147483647")]
    [InlineData("page=x")]
    [InlineData("sort=drop")]
    [InlineData("sort=Id;DROP TABLE&direction=sideways")]
    [InlineData("Status=Bogus")]
    [InlineData("Status=99")]
    [InlineData("Status=")]
    [InlineData("Platform=99")]
    [InlineData("Mine=perhaps")]
    [InlineData("Text=%00%01")]
    [InlineData("Text=%27%20OR%201%3D1")]
    [InlineData("Text=APP-99999999999")]
    [InlineData("Text=ACC-0")]
    [InlineData("Person=999999999999")]
    [InlineData("From=0001-01-01&Until=0001-01-01")]
    [InlineData("From=9999-12-31&Until=9999-12-31")]
    [InlineData("Until=9999-12-30")]
    [InlineData("From=rubbish&Until=2026-02-30")]
    [InlineData("From.Day=1&From.Month=x")]
    [InlineData("Event=%3Cscript%3E")]
    [InlineData("q=%00")]
    [InlineData("q=APP-99999999999999")]
    public async Task A_hostile_query_gets_a_page(string query)
    {
        var client = await _portal.LeaderAsync();
        foreach (var list in new[] { "/applications", "/accounts", "/accounts/awaiting-creation", "/audit", "/search", "/people", "/" })
        {
            var page = await client.GetAsync($"{list}?{query}");
            Assert.Equal((list, query, HttpStatusCode.OK), (list, query, page.Status));
        }
    }

    /// <summary>30 business cases of three applicants: 20 submitted, 10 rejected.</summary>
    public sealed class Filled : PortalFactory, IAsyncLifetime
    {
        private Person? _leader;

        public async Task<PortalClient> LeaderAsync() => await SignInAsync(_leader!);

        public async Task InitializeAsync()
        {
            _leader = await AddPersonAsync(Roles.SeniorLeader | Roles.Administrator | Roles.PortalManager);
            var (lead, deputy) = (await AddPersonAsync(), await AddPersonAsync());
            Person[] applicants = [await AddPersonAsync(), await AddPersonAsync(), await AddPersonAsync()];
            for (var number = 1; number <= 30; number++)
            {
                await this.AddApplicationAsync(
                    applicants[number % 3], lead, deputy, number % 3 == 0 ? ApplicationStatus.Rejected : ApplicationStatus.Submitted, _leader, $"Club {number:D2}");
            }
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
