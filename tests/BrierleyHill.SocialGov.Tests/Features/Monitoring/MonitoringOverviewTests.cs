using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Monitoring;

/// <summary>How each account is looked after, for those who answer for it, at a cost that does not grow with what is stored.</summary>
[Trait("Clause", "MON-1")]
public class MonitoringOverviewTests(MonitoringOverviewTests.School school) : IClassFixture<MonitoringOverviewTests.School>
{
    [Fact]
    public async Task Leaders_see_every_account_with_what_was_kept_in_four_weeks()
    {
        var page = await (await school.SignInAsync(school.Leader)).OpenAsync("/monitoring?sort=missed&direction=descending");

        var first = page.Document.QuerySelector("main tbody tr")!;
        Assert.Contains("Club 1", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("18 of 20 on time", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 missed", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 25 of 30", page.Text, StringComparison.Ordinal);
        Assert.Contains("Showing 26 to 30 of 30", (await (await school.SignInAsync(school.Leader)).OpenAsync("/monitoring?page=2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?Show=NotMonitored", 29)]
    [InlineData("?Show=MissedLately", 1)]
    [InlineData("?Show=Overdue", 0)]
    [InlineData("?Show=Nonsense", 30)]
    [InlineData("?Text=club+1", 11)]
    [InlineData("?Text=%25", 0)]
    public async Task The_list_is_narrowed(string query, int count)
    {
        var page = await (await school.SignInAsync(school.Leader)).OpenAsync("/monitoring" + query);

        Assert.Equal(count == 0, page.Text.Contains("No account fits this filter", StringComparison.Ordinal));
        if (count > 0)
        {
            Assert.Contains($"of {count}", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_looks_after_one_account_sees_that_one_and_a_stranger_none()
    {
        Assert.Contains("Showing 1 to 1 of 1", (await (await school.SignInAsync(school.Poster)).OpenAsync("/monitoring")).Text, StringComparison.Ordinal);
        Assert.Contains("You do not look after an account of the school.", (await (await school.SignInAsync(await school.AddPersonAsync())).OpenAsync("/monitoring")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_says_how_many_accounts_are_not_monitored()
    {
        var page = await (await school.SignInAsync(school.Leader)).OpenAsync("/");

        var task = page.Document.QuerySelectorAll("main .govuk-task-list__item").Single(item => item.QuerySelector("a[href='/monitoring?Show=NotMonitored']") is not null);
        Assert.Contains("29 accounts", task.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/monitoring")]
    [InlineData("/monitoring?sort=last&Show=MissedLately")]
    [InlineData("/monitoring/{account}")]
    [InlineData("/monitoring/{account}/checks")]
    [InlineData("/monitoring/{account}/rota")]
    [InlineData("/monitoring/checks/{check}")]
    public async Task No_page_takes_more_than_twelve_statements(string path)
    {
        var client = await school.SignInAsync(school.Leader);
        var address = path.Replace("{account}", $"{school.AccountId}", StringComparison.Ordinal).Replace("{check}", $"{school.CheckId}", StringComparison.Ordinal);
        await client.OpenAsync(address);
        school.Statements.Texts.Clear();

        await client.OpenAsync(address);

        Assert.True(school.Statements.Texts.Count is >= 3 and <= 12, $"{address} took {school.Statements.Texts.Count} statements.");
    }

    /// <summary>30 accounts, one of them with a rota and 20 checks of which one was late and one was missed.</summary>
    public sealed class School : PortalFactory, IAsyncLifetime
    {
        public Person Leader { get; private set; } = null!;

        public Person Poster { get; private set; } = null!;

        public int AccountId { get; private set; }

        public int CheckId { get; private set; }

        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));

        public async Task InitializeAsync()
        {
            var (lead, deputy) = (await AddPersonAsync(), await AddPersonAsync());
            (Leader, Poster) = (await AddPersonAsync(Roles.SeniorLeader), await AddPersonAsync());
            for (var number = 1; number <= 30; number++)
            {
                var account = await this.AddLiveAccountAsync(lead, deputy, $"Club {number}");
                AccountId = number == 1 ? account.Id : AccountId;
            }

            await this.AssignPosterAsync(AccountId, Poster);
            await this.PlanRotaAsync(AccountId, lead.AsActor(), (new TimeOnly(9, 0), Poster.Id));
            await UseDatabaseAsync(async database =>
            {
                var rota = await database.MonitoringRotas.SingleAsync();
                var account = (await database.FindMonitoredAccountAsync(AccountId, CancellationToken.None))!;
                for (var day = 1; day <= 20; day++)
                {
                    var at = Now.AddDays(day).AddHours(-1);
                    var check = MonitoringCheck.Expect(rota, new Duty(at, Poster.Id, Poster.Id, DutyReason.OwnSlot), Actor.Portal("Test"), at);
                    database.MonitoringChecks.Add(check);
                    await database.SaveChangesAsync();
                    var others = await database.MonitoringChecks.Where(other => other.Status == CheckStatus.Expected && other.Id != check.Id).ToListAsync();
                    if (day != 7)
                    {
                        var done = check.Do(day == 12 ? Rotas.Something : Rotas.Nothing, others, account.Team, Poster.AsActor(), at.AddHours(day == 3 ? 3 : 1));
                        Assert.False(done.IsRefused, done.Error?.Message);
                    }

                    CheckId = day == 12 ? check.Id : CheckId;
                    await database.SaveChangesAsync();
                }
            });
            Clock.Advance(TimeSpan.FromDays(21));
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
