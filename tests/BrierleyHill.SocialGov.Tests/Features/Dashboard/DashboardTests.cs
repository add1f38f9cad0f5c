using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Dashboard;

/// <summary>What waits for whom.</summary>
public class DashboardTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    [Trait("Clause", "SLT-5")]
    [Trait("Clause", "DP-2")]
    [Trait("Clause", "GP-3")]
    public async Task The_queue_shows_a_leader_who_what_how_long_and_what_speaks_against_it()
    {
        await using var own = new PortalFactory();
        var applicant = await own.AddPersonAsync();
        var leader = await own.AddPersonAsync(Roles.SeniorLeader);
        await own.AddApplicationAsync(applicant, applicant, await own.AddPersonAsync(), name: "Chess Club", also: (application, by) =>
        {
            application.AnswerSettings(BusinessCases.CarefulSettings with { Tagging = WhoMay.Anybody }, by, own.Now);
            application.AnswerPersonalData(processes: true, "Pictures.", null, [], by, own.Now);
        });
        await own.AddApplicationAsync(leader, leader, applicant, name: "Drama Club");
        await own.AddApplicationAsync(applicant, leader, applicant, name: "Film Club");
        await own.AddApplicationAsync(applicant, leader, applicant, ApplicationStatus.Draft, name: "Hidden Club");
        own.Clock.Advance(TimeSpan.FromDays(3));

        var page = await (await own.SignInAsync(leader)).OpenAsync("/");

        var cards = page.Document.QuerySelectorAll(".govuk-summary-card").Select(card => card.TextContent).ToList();
        Assert.Equal(3, cards.Count);
        Assert.Contains("3 wait", page.Text, StringComparison.Ordinal);
        foreach (var part in new[]
        {
            "Chess Club", applicant.FullName, "APP-000001, Facebook", "3 working days", "no impact assessment is named", "Tagging people in pictures is not switched off.",
        })
        {
            Assert.Contains(part, cards[0], StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Not by you", cards[0], StringComparison.Ordinal);
        Assert.Contains("You wrote this business case, so another senior leader has to decide it.", cards[1], StringComparison.Ordinal);
        Assert.Contains("You are named as an administrator of this account", cards[2], StringComparison.Ordinal);
        Assert.Contains($"{applicant.FullName}, named as an administrator, is not ready to run an account: No policy is published; No course is set up.", cards[2], StringComparison.Ordinal);
        Assert.Equal("/applications/1/decide", page.Document.QuerySelector(".govuk-summary-card a")!.GetAttribute("href"));
        Assert.DoesNotContain("Hidden Club", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "STF-1")]
    public async Task Staff_see_their_own_and_no_queue()
    {
        var (applicant, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        Assert.Contains("Declare your own accounts", (await client.OpenAsync("/")).Text, StringComparison.Ordinal);
        await client.SubmitFormAsync(await client.OpenAsync("/declarations"), "form[action='/declarations/none']");
        Assert.Contains("Nothing waits for you.", (await client.OpenAsync("/")).Text, StringComparison.Ordinal);
        await portal.AddApplicationAsync(applicant, applicant, leader, ApplicationStatus.Draft, name: "Drafted Club");
        await portal.AddApplicationAsync(applicant, applicant, leader, ApplicationStatus.ChangesRequested, await portal.AddPersonAsync(Roles.SeniorLeader), "Returned Club");
        await portal.AddApplicationAsync(applicant, applicant, leader, name: "Handed-in Club");

        var page = await client.OpenAsync("/");

        Assert.DoesNotContain("Business cases to decide", page.Text, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains("Make the changes asked for", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains("Drafted Club", StringComparison.Ordinal) && row.Contains("Continue", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Handed-in Club", StringComparison.Ordinal) && row.Contains("Nothing: it is with the senior leaders", StringComparison.Ordinal));
    }
}

/// <summary>No page asks the database more often the more there is to show.</summary>
public class PageCostTests(PageCostTests.Counted portal) : IClassFixture<PageCostTests.Counted>
{
    private const int Most = 12;

    [Theory]
    [InlineData("/")]
    [InlineData("/applications")]
    [InlineData("/applications/1")]
    [InlineData("/applications/1/decide")]
    [InlineData("/accounts")]
    [InlineData("/accounts/1")]
    [InlineData("/accounts/awaiting-creation")]
    [InlineData("/audit")]
    public async Task A_page_costs_a_dozen_statements_at_the_most(string path)
    {
        var client = await portal.SignInAsync(portal.Leader!);
        // The first request after a change of the directory, the register or the like reads these anew, for all that come after it (ADR 41).
        await client.OpenAsync(path);
        portal.Statements.Texts.Clear();

        await client.OpenAsync(path);

        Assert.True(
            portal.Statements.Texts.Count is >= 1 and <= Most,
            $"{portal.Statements.Texts.Count} statements:\n{string.Join("\n", portal.Statements.Texts.Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}");
    }

    /// <summary>30 waiting business cases and three accounts, with a count of every statement.</summary>
    public sealed class Counted : PortalFactory, IAsyncLifetime
    {
        public Person? Leader { get; private set; }

        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));

        public async Task InitializeAsync()
        {
            Leader = await AddPersonAsync(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer);
            var (applicant, lead, other) = (await AddPersonAsync(), await AddPersonAsync(), await AddPersonAsync(Roles.SeniorLeader));
            for (var number = 1; number <= 30; number++)
            {
                await this.AddApplicationAsync(applicant, lead, other, name: $"Club {number}");
            }

            for (var number = 1; number <= 3; number++)
            {
                await this.AddApplicationAsync(applicant, lead, applicant, ApplicationStatus.Approved, Leader, $"Society {number}");
            }
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
