using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
/// <summary>Every active senior leader is reminded of the review, each time once, whatever happens to the portal.</summary>
[Trait("Clause", "REV-1")]
public sealed class PolicyReviewChasingTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFactory _portal = new();
    private Person _leader = null!;
    private Person _other = null!;
    private int _id;

    public async Task InitializeAsync()
    {
        (_leader, _other) = (await _portal.AddPersonAsync(Roles.SeniorLeader), await _portal.AddPersonAsync(Roles.SeniorLeader | Roles.Administrator));
        await _portal.AddPersonAsync(Roles.Administrator);
        // Published on Tuesday 10 March 2026; due on Tuesday 8 September 2026.
        _id = await _portal.PublishPolicyAsync(_leader, review: new DateOnly(2026, 9, 8));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Each_reminder_reaches_each_leader_once_in_the_portal_and_by_mail()
    {
        await RunDailyUntilAsync(new DateTime(2026, 9, 30, 9, 0, 0, DateTimeKind.Utc));

        // 60, 30 and 7 days before: 10 July, 9 August (a Sunday), 1 September. After: 9, 16, 23 and 30 September.
        Assert.Equal(["2026-07-10", "2026-08-10", "2026-09-01", "2026-09-09", "2026-09-16", "2026-09-23", "2026-09-30"], await ChasesAsync());
        foreach (var leader in new[] { _leader, _other })
        {
            var told = await ToldAsync(leader.Id);
            Assert.Equal(7, told.Count);
            Assert.Equal(3, told.Count(text => text.Contains("is to be reviewed by 8 September 2026", StringComparison.Ordinal)));
            Assert.Equal(4, told.Count(text => text.Contains("is overdue since 8 September 2026", StringComparison.Ordinal)));
            Assert.Equal(7, (await _portal.MailsToAsync(leader.Id)).Count(mail => mail.Subject.Contains("review", StringComparison.Ordinal)));
        }

        // Nobody else is told.
        Assert.Equal(14, await _portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.Text.Contains("review"))));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(21)]
    public async Task After_a_downtime_each_leader_is_reminded_once(int days)
    {
        await RunDailyUntilAsync(new DateTime(2026, 8, 31, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(2, (await ChasesAsync()).Count);

        // Down from the day before the 7-day reminder on.
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 31, 9, 0, 0, TimeSpan.Zero).AddDays(days));
        for (var run = 0; run < 5; run++)
        {
            await RunAsync();
            _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(3, (await ChasesAsync()).Count);
        Assert.Equal(3, (await ToldAsync(_leader.Id)).Count);
    }

    [Fact]
    public async Task Nothing_is_sent_at_night_or_at_the_weekend()
    {
        foreach (var at in new[] { new DateTime(2026, 7, 10, 6, 30, 0, DateTimeKind.Utc), new DateTime(2026, 7, 11, 10, 0, 0, DateTimeKind.Utc) })
        {
            _portal.Clock.SetUtcNow(new DateTimeOffset(at));
            Assert.Equal(0, await RunAsync());
        }

        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 13, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task Two_processes_on_one_database_remind_once()
    {
        for (var round = 0; round < 5; round++)
        {
            _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 9, 9, 0, 0, TimeSpan.Zero).AddDays(7 * round));

            var reminded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)));

            Assert.Equal(1, reminded.Sum());
            Assert.Equal(round + 1, (await ChasesAsync()).Count);
            Assert.Equal(round + 1, (await ToldAsync(_other.Id)).Count);
        }
    }

    [Fact]
    public async Task Two_contexts_that_read_the_same_step_remind_once()
    {
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 9, 9, 0, 0, TimeSpan.Zero));
        await using var one = _portal.Services.CreateAsyncScope();
        await using var two = _portal.Services.CreateAsyncScope();
        var databases = new[] { one, two }.Select(scope => scope.ServiceProvider.GetRequiredService<SocialGovDbContext>()).ToList();
        foreach (var database in databases)
        {
            var version = await database.PolicyVersions.SingleAsync(found => found.Id == _id);
            Assert.False(version.Chase(SocialGov.Domain.Calendar.WorkingCalendar.EnglandAndWales, SocialGov.Domain.Shared.Actor.Portal("Job"), _portal.Now).IsRefused);
        }

        Assert.False((await databases[0].TrySaveAsync()).IsRefused);
        Assert.True((await databases[1].TrySaveAsync()).IsRefused);
        Assert.Single(await ToldAsync(_leader.Id));
    }

    [Fact]
    public async Task A_review_or_a_new_version_starts_the_reminders_anew()
    {
        await RunDailyUntilAsync(new DateTime(2026, 9, 9, 9, 0, 0, DateTimeKind.Utc));
        var before = (await ChasesAsync()).Count;
        await _portal.UseDatabaseAsync(async database =>
        {
            var version = await database.PolicyVersions.SingleAsync(found => found.Id == _id);
            Assert.False(version.RecordReview("All well.", new DateOnly(2027, 9, 1), _leader.AsActor(), _portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        await RunDailyUntilAsync(new DateTime(2027, 7, 9, 9, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["2027-07-05"], (await ChasesAsync()).Skip(before));
        Assert.Equal(new DateOnly(2027, 9, 1), (await _portal.UseDatabaseAsync(database => database.LoadPolicyReviewAsync(new DateOnly(2027, 7, 9), CancellationToken.None)))!.NextReviewOn);
    }

    private async Task RunDailyUntilAsync(DateTime until)
    {
        while (_portal.Now.AddDays(1) <= until)
        {
            _portal.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync();
        }

        _portal.Clock.SetUtcNow(new DateTimeOffset(until));
        await RunAsync();
    }

    private Task<int> RunAsync() => _portal.UseAsync(services => services.GetRequiredService<ChasePolicyReview>().RunAsync(CancellationToken.None));

    private Task<List<string>> ChasesAsync() => _portal.UseDatabaseAsync(async database =>
        (await database.AuditEvents.AsNoTracking().Where(line => line.Name == nameof(PolicyReviewChased)).OrderBy(line => line.Sequence).Select(line => line.OccurredAt).ToListAsync())
        .ConvertAll(at => $"{at:yyyy-MM-dd}"));

    private Task<List<string>> ToldAsync(int personId) => _portal.UseDatabaseAsync(database =>
        database.Notifications.AsNoTracking().Where(told => told.PersonId == personId && told.Text.Contains("review")).Select(told => told.Text).ToListAsync());
}
