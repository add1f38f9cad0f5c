using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Tests.Support.Smtp;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Alerts;

/// <summary>The job: each (deadline, level, due time) exactly once, with its notification and its e-mail, whatever happens.</summary>
[Trait("Clause", "MON-2")]
public class RaiseAlertsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Each_level_is_raised_once_when_it_comes_with_its_notification_and_its_e_mail()
    {
        await using var portal = await AlertPortal.StartAsync();
        await portal.AddReaderAsync();
        var times = portal.DueIn(24);
        var id = Assert.Single(await portal.AddDeadlinesAsync([(1, times)]));
        var expected = new List<Told>();
        foreach (var level in Enum.GetValues<AlertLevel>())
        {
            portal.Clock.Advance(times.Of(level) - portal.Clock.UtcNow() - TimeSpan.FromTicks(1));
            Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());
            portal.Clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(1, await portal.RunAsync<RaiseAlerts>());
            Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());
            expected.Add(new Told(id, level, times.DueAt));
            await portal.AssertRaisedExactlyOnceAsync(expected);
        }

        portal.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());
    }

    [Fact]
    public async Task After_a_week_of_downtime_only_the_highest_level_is_sent_and_the_lower_are_on_record_as_skipped()
    {
        await using var portal = await AlertPortal.StartAsync();
        await portal.AddReaderAsync();
        var ids = await portal.AddDeadlinesAsync([(1, portal.DueIn(5)), (2, portal.DueIn((24 * 7) - 2)), (3, portal.DueIn((24 * 7) + 2)), (4, portal.DueIn(24 * 8))]);
        var deadlines = await portal.DeadlinesAsync();
        portal.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(3, await portal.RunAsync<RaiseAlerts>());

        await portal.AssertRaisedExactlyOnceAsync(
        [
            new(ids[0], AlertLevel.Escalated, deadlines[0].DueAt), new(ids[1], AlertLevel.Overdue, deadlines[1].DueAt), new(ids[2], AlertLevel.DueSoon, deadlines[2].DueAt),
        ]);
        Assert.Equal(
            [(ids[0], AlertLevel.DueSoon), (ids[0], AlertLevel.Overdue), (ids[1], AlertLevel.DueSoon)],
            (await portal.DeadlinesAsync()).SelectMany(deadline => deadline.Alerts.Where(alert => alert.IsSkipped).Select(alert => (deadline.Id, alert.Level))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_between_any_two_statements_or_met_by_a_fault_at_any_of_them_each_is_raised_exactly_once(bool isFaultOnly)
    {
        var death = new Death { IsFaultOnly = isFaultOnly };
        await using var survivor = await AlertPortal.StartAsync();
        await using var victim = await AlertPortal.StartAsync(survivor, interceptors: death.Interceptors);
        await survivor.AddReaderAsync();
        var (expected, step, hasCome) = (new List<Told>(), 0, true);
        do
        {
            Assert.True(++step < 200, "The run never ends.");
            // One that is due soon, one that is overdue and one that has long been; none reaches its next level while the test goes on.
            var now = survivor.Clock.UtcNow();
            var ids = await survivor.AddDeadlinesAsync(
            [
                (step * 10, new AlertTimes(now.AddHours(-1), now.AddDays(10), now.AddDays(11))),
                ((step * 10) + 1, new AlertTimes(now.AddHours(-2), now.AddHours(-1), now.AddDays(11))),
                ((step * 10) + 2, survivor.DueIn(-90)),
            ]);
            var added = (await survivor.DeadlinesAsync()).Where(deadline => ids.Contains(deadline.Id)).ToList();
            expected.AddRange(added.Zip(Enum.GetValues<AlertLevel>(), (deadline, level) => new Told(deadline.Id, level, deadline.DueAt)));

            death.Set(step);
            await DieAsync(() => victim.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None), death);
            hasCome = death.HasCome;
            death.Set(0);

            // The lease of the one that died runs out, and the other takes over.
            survivor.Clock.Advance(Minute * 3);
            Assert.True(await survivor.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None));
            await survivor.Runner<RaiseAlerts>().StopAsync(CancellationToken.None);
            Assert.Equal(expected.Count, await survivor.ReadAsync(database => database.Notifications.CountAsync()));
        }
        while (hasCome);

        // Lease, search, the records, three alerts with all that hangs on them, and the record of the run.
        Assert.True(step > 30, $"Only {step} steps were tried.");
        await survivor.AssertRaisedExactlyOnceAsync(expected);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_for_an_hour_raise_each_exactly_once()
    {
        await using var one = await AlertPortal.StartAsync();
        await using var other = await AlertPortal.StartAsync(one);
        await one.AddReaderAsync();
        var start = one.Clock.UtcNow();
        var random = new Random(20260310);
        // Four a minute, so that some come due at the same time; each of their levels within the hour.
        var deadlines = Enumerable.Range(1, 160).Select(number => (number, Within(start.AddMinutes(random.Next(2, 40))))).ToList();
        var ids = await one.AddDeadlinesAsync(deadlines.Select(deadline => (deadline.number, deadline.Item2)));
        for (var minute = 0; minute < 60; minute++)
        {
            one.Clock.Advance(Minute);
            if (minute % 3 == 0)
            {
                // As they run: the lease decides. Now and then the one that has it is stopped, so that both get their turns.
                await Task.WhenAll(Task.Run(() => one.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None)), Task.Run(() => other.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None)));
                await (minute % 2 == 0 ? one : other).Runner<RaiseAlerts>().StopAsync(CancellationToken.None);
            }
            else
            {
                // As if both believed that the lease were theirs: the database decides.
                await Task.WhenAll(Task.Run(() => one.RunAsync<RaiseAlerts>()), Task.Run(() => other.RunAsync<RaiseAlerts>()));
            }
        }

        await one.AssertRaisedExactlyOnceAsync(ids.Zip(deadlines).SelectMany(pair => Enum.GetValues<AlertLevel>().Select(level => new Told(pair.First, level, pair.Second.Item2.DueAt))));

        static AlertTimes Within(DateTime due) => new(due.AddMinutes(-2), due, due.AddMinutes(15));
    }

    [Fact]
    public async Task With_the_clock_set_back_nothing_is_raised_again_and_what_is_left_comes_in_its_time()
    {
        await using var portal = await AlertPortal.StartAsync();
        await portal.AddReaderAsync();
        var times = portal.DueIn(1);
        var id = Assert.Single(await portal.AddDeadlinesAsync([(1, times)]));
        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(await portal.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None));

        portal.Clock.AdjustTime(portal.Clock.GetUtcNow() - TimeSpan.FromHours(6));
        for (var hour = 0; hour < 12; hour++)
        {
            Assert.True(await portal.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None));
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        await portal.AssertRaisedExactlyOnceAsync([new(id, AlertLevel.Overdue, times.DueAt), new(id, AlertLevel.Escalated, times.DueAt)]);
        Assert.False((await portal.ReadAsync(database => database.LoadDeadlineChecksAsync(portal.Clock.UtcNow() - TimeSpan.FromHours(1), CancellationToken.None))).HaveStopped);
    }

    [Fact]
    public async Task Ten_thousand_that_are_due_at_once_are_each_raised_once_and_their_e_mails_leave_once()
    {
        const int Due = 10_000;
        // One of fifty by e-mail: the outbox makes each e-mail wait for the disk four times, which is a test of the disk.
        const int MailedOf = 50;
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await AlertPortal.StartAsync(script: new AlertScript { IsMailed = id => id % MailedOf == 0 }, values: PortalServices.ServerAt(server.Port));
        await portal.AddReaderAsync();
        var times = portal.DueIn(-1);
        var ids = await portal.AddDeadlinesAsync(Enumerable.Range(1, Due).Select(number => (number, times)));

        Assert.Equal(Due, await portal.RunAsync<RaiseAlerts>());

        Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());
        var told = ids.Select(id => new Told(id, AlertLevel.Overdue, times.DueAt).ToString()).ToHashSet();
        var texts = await portal.ReadAsync(database => database.Notifications.Select(one => one.Text).ToListAsync());
        Assert.Equal(Due, texts.Count);
        Assert.True(told.SetEquals(texts));
        Assert.Equal(Due, await portal.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(AlertRaised))));
        Assert.Equal((Due, Due), await portal.ReadAsync(async database => (
            await database.Deadlines.SelectMany(deadline => deadline.Alerts).CountAsync(alert => alert.Level == AlertLevel.Overdue && !alert.IsSkipped),
            await database.Deadlines.SelectMany(deadline => deadline.Alerts).CountAsync(alert => alert.Level == AlertLevel.DueSoon && alert.IsSkipped))));

        Assert.Equal(Due / MailedOf, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal(
            ids.Where(id => id % MailedOf == 0).Select(id => new Told(id, AlertLevel.Overdue, times.DueAt).ToString()).Order(StringComparer.Ordinal),
            server.Messages().Select(message => message.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_answered_between_the_search_and_the_alert_is_told_to_nobody_and_holds_up_no_other()
    {
        var meanwhile = new Meanwhile();
        await using var desk = await AlertPortal.StartAsync();
        await using var portal = await AlertPortal.StartAsync(desk, interceptors: meanwhile);
        await portal.AddReaderAsync();
        var (answered, late) = (portal.DueIn(-2), portal.DueIn(-1));
        var ids = await portal.AddDeadlinesAsync([(1, answered), (2, late)]);
        meanwhile.Set(() => EndAsync(desk, ids[0]));

        Assert.Equal(1, await portal.RunAsync<RaiseAlerts>());

        await portal.AssertRaisedExactlyOnceAsync([new(ids[1], AlertLevel.Overdue, late.DueAt)]);
        Assert.Empty((await portal.DeadlinesAsync())[0].Alerts);
    }

    [Fact]
    public async Task An_answer_ends_the_alerts()
    {
        await using var portal = await AlertPortal.StartAsync();
        await portal.AddReaderAsync();
        var ids = await portal.AddDeadlinesAsync([(1, portal.DueIn(1))]);
        await EndAsync(portal, ids[0]);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());
        await portal.AssertRaisedExactlyOnceAsync([]);
    }

    [Fact]
    public async Task One_that_cannot_be_raised_holds_up_no_other_is_on_record_and_is_tried_again()
    {
        var script = new AlertScript();
        await using var portal = await AlertPortal.StartAsync(script: script);
        await portal.AddReaderAsync();
        var times = portal.DueIn(-1);
        // More than one batch, and the broken ones at the front.
        var ids = await portal.AddDeadlinesAsync(Enumerable.Range(1, 130).Select(number => (number, times)));
        script.Broken.UnionWith([ids[0], ids[1], ids[120]]);

        Assert.True(await portal.Runner<RaiseAlerts>().RunOnceAsync(CancellationToken.None));

        await portal.AssertRaisedExactlyOnceAsync(ids.Where(id => !script.Broken.Contains(id)).Select(id => new Told(id, AlertLevel.Overdue, times.DueAt)));
        Assert.Contains("AggregateException", (await portal.ReadAsync(database => database.JobRuns.SingleAsync())).Error, StringComparison.Ordinal);
        // A run that left something out is no proof that deadlines are looked at.
        Assert.True((await portal.ReadAsync(database => database.LoadDeadlineChecksAsync(portal.Clock.UtcNow(), CancellationToken.None))).HaveStopped);
        Assert.Contains(portal.Log.Lines, line => line.Contains($"deadline {ids[120]} could not be raised", StringComparison.Ordinal));

        script.Broken.Clear();
        Assert.Equal(3, await portal.RunAsync<RaiseAlerts>());
        await portal.AssertRaisedExactlyOnceAsync(ids.Select(id => new Told(id, AlertLevel.Overdue, times.DueAt)));
    }

    [Fact]
    public async Task A_run_with_nothing_due_is_one_statement_that_seeks_in_the_index_of_what_waits()
    {
        var statements = new StatementCount();
        await using var portal = await AlertPortal.StartAsync(interceptors: statements);
        await portal.AddDeadlinesAsync(Enumerable.Range(1, 50).Select(number => (number, portal.DueIn(30))));
        statements.Texts.Clear();

        Assert.Equal(0, await portal.RunAsync<RaiseAlerts>());

        var search = Assert.Single(statements.Texts);
        var plan = await portal.ReadAsync(async database =>
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            await database.Database.OpenConnectionAsync();
            command.CommandText = "EXPLAIN QUERY PLAN " + search;
            foreach (var name in (string[])["@now", "@p", "@BatchSize"])
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, name == "@now" ? "2026-03-10 10:00:00" : 100);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            return lines;
        });
        Assert.Contains("IX_Deadlines_NextAlertAt (NextAlertAt<?)", Assert.Single(plan), StringComparison.Ordinal);
        Assert.StartsWith("SEARCH", plan[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_when_it_is_logged_is_told_at_once_and_not_with_the_next_interval()
    {
        await using var portal = await AlertPortal.StartAsync();
        await portal.AddReaderAsync();
        var runner = portal.Runner<RaiseAlerts>();
        await runner.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => portal.ReadAsync(database => database.JobRuns.AnyAsync()));

        // The clock stands still: only the commit can have woken the job.
        await portal.AddDeadlinesAsync([(1, portal.DueIn(-1))]);

        await Eventually.IsTrueAsync(() => portal.ReadAsync(database => database.Notifications.AnyAsync(one => one.Level == AlertLevel.Overdue)));
        await runner.StopAsync(CancellationToken.None);
    }

    private static Task EndAsync(PortalServices portal, int id) => portal.DoAsync(async database =>
    {
        (await database.Deadlines.SingleAsync(deadline => deadline.Id == id)).End(portal.Clock.UtcNow());
        await database.SaveChangesAsync();
    });

    private static async Task DieAsync(Func<Task> run, Death death)
    {
        try
        {
            await run();
        }
        // Whatever the dying process throws, nobody hears it.
        catch (Exception) when (death.HasCome)
        {
        }
    }
}
