using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>The register: everybody sees it, and administrators see what they have yet to create.</summary>
[Trait("Clause", "ADM-1")]
public class RegisterTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(int AccountId, int ApplicationId, Person Applicant, Person Lead)> AccountAsync(string name)
    {
        var (applicant, lead) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var id = await portal.AddApplicationAsync(
            applicant, lead, await portal.AddPersonAsync(), ApplicationStatus.Approved, await portal.AddPersonAsync(Roles.SeniorLeader), name);
        return (await portal.UseDatabaseAsync(database => database.Accounts.Where(account => account.ApplicationId == id).Select(account => account.Id).SingleAsync()), id, applicant, lead);
    }

    [Fact]
    public async Task Everybody_signed_in_sees_an_account_with_what_was_agreed()
    {
        var (account, application, _, lead) = await AccountAsync("Chess Club");
        var (_, anybody) = await portal.PersonAsync();

        var page = await anybody.OpenAsync($"/accounts/{account}");

        foreach (var agreed in new[] { "Chess Club", "Awaiting creation", lead.FullName, "Followers or members only", "Review after a year.", "Complaints go to the office." })
        {
            Assert.Contains(agreed, page.Text, StringComparison.Ordinal);
        }

        // The business case behind it is not everybody's.
        Assert.Null(page.Document.QuerySelector($"main a[href='/applications/{application}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/applications/{application}")).Status);
    }

    [Fact]
    public async Task Whoever_may_open_the_business_case_is_led_to_it()
    {
        var (account, application, applicant, lead) = await AccountAsync("Drama Club");
        Person[] readers =
        [
            applicant, lead, await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.Administrator),
            await portal.AddPersonAsync(Roles.DataProtectionOfficer),
        ];
        foreach (var reader in readers)
        {
            var client = await portal.SignInAsync(reader);
            var link = (await client.OpenAsync($"/accounts/{account}")).Document.QuerySelector($"main a[href='/applications/{application}']");
            Assert.NotNull(link);
            await client.OpenAsync($"/applications/{application}");
        }
    }

    [Fact]
    public async Task Administrators_see_what_awaits_creation_the_longest_waiting_first()
    {
        await AccountAsync("First Club");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await AccountAsync("Second Club");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);

        var page = await administrator.OpenAsync("/accounts/awaiting-creation");

        var cards = page.Document.QuerySelectorAll(".govuk-summary-card").Select(card => card.TextContent).ToList();
        var (first, second) = (cards.FindIndex(card => card.Contains("First Club", StringComparison.Ordinal)), cards.FindIndex(card => card.Contains("Second Club", StringComparison.Ordinal)));
        Assert.InRange(first, 0, second - 1);
        Assert.Contains("2 working days", cards[first], StringComparison.Ordinal);
        Assert.Contains("Review after a year.", cards[first], StringComparison.Ordinal);
        var dashboard = await administrator.OpenAsync("/");
        Assert.Contains("Accounts to create", dashboard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Accounts to create", (await (await portal.PersonAsync()).Client.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text=History+Club", true)]
    [InlineData("Text=history", true)]
    [InlineData("Status=AwaitingCreation&Text=History", true)]
    [InlineData("Status=Closed&Text=History", false)]
    [InlineData("Platform=Facebook&Text=History", true)]
    [InlineData("Platform=TikTok&Text=History", false)]
    [InlineData("Text=ACC-999", false)]
    public async Task The_register_is_filtered(string query, bool found)
    {
        await AccountAsync("History Club");
        var (_, anybody) = await portal.PersonAsync();

        var page = await anybody.OpenAsync("/accounts?" + query);

        Assert.Equal(found, page.Text.Contains("History Club", StringComparison.Ordinal));
        Assert.Equal(!found, page.Text.Contains("No account fits this filter.", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task What_is_out_of_policy_is_shown_and_can_be_filtered_for()
    {
        var (fine, _, _) = await portal.AddAccountMadeLiveAsync("Astronomy News");
        var (flagged, _, deputy) = await portal.AddAccountMadeLiveAsync("Botany News");
        var administrator = await portal.AddPersonAsync(Roles.Administrator);
        await portal.ChangeAccountAsync(flagged, account => account.EndAssignment(deputy.Id, "Left.", BusinessCases.Directory(), administrator.AsActor(), portal.Now));
        var (_, anybody) = await portal.PersonAsync();

        var all = await anybody.OpenAsync("/accounts?Text=News&sort=ready");
        Assert.Contains("2 of 2 ready", all.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 ready", all.Text, StringComparison.Ordinal);
        Assert.Contains("One ready administrator", all.Text, StringComparison.Ordinal);
        Assert.Contains("10 March 2027", all.Text, StringComparison.Ordinal);
        var only = await anybody.OpenAsync("/accounts?OutOfPolicy=true&Text=News");
        Assert.NotNull(only.Document.QuerySelector($"main a[href='/accounts/{flagged}']"));
        Assert.Null(only.Document.QuerySelector($"main a[href='/accounts/{fine}']"));
        Assert.NotNull((await anybody.OpenAsync("/accounts")).Document.QuerySelector("main a[href='/accounts?OutOfPolicy=True']"));
    }

    [Fact]
    public async Task An_account_is_found_by_its_handle()
    {
        var (id, _, _) = await portal.AddAccountMadeLiveAsync("Zoology News");
        var (_, anybody) = await portal.PersonAsync();

        Assert.NotNull((await anybody.OpenAsync($"/accounts?Text=ACCOUNT.{id}")).Document.QuerySelector($"main a[href='/accounts/{id}']"));
        Assert.Contains($"@account.{id}", (await anybody.OpenAsync($"/accounts/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("name")]
    [InlineData("platform")]
    [InlineData("status")]
    [InlineData("ready")]
    [InlineData("review")]
    public async Task The_register_is_sorted_both_ways(string column)
    {
        await AccountAsync($"Aardvark Sorted{column}");
        await portal.AddAccountMadeLiveAsync($"Zebra Sorted{column}");
        var (_, anybody) = await portal.PersonAsync();
        async Task<string[]> Order(string direction) =>
            [.. (await anybody.OpenAsync($"/accounts?Text=Sorted{column}&sort={column}&direction={direction}")).Document.QuerySelectorAll("tbody tr td:first-child a").Select(link => link.TextContent.Trim())];

        var (up, down) = (await Order("ascending"), await Order("descending"));

        Assert.Equal(2, up.Length);
        Assert.Equal(column == "platform" ? up : up.Reverse(), down);
    }
}
