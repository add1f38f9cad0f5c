using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Tests.Domain.Alerts;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>Real portals that raise alerts: one is killed with SIGKILL in the midst of it, then two at once on its database see to the rest.</summary>
[Trait("Clause", "MON-2")]
public sealed class KilledWhileAlertingTests
{
    private const int Due = 1500;

    // No feature's: what features tell of their own deadlines is held to their own tests.
    private const DeadlineSubject Nobodys = (DeadlineSubject)99;

    [Fact]
    public async Task Killed_and_followed_by_two_at_once_each_alert_is_raised_once()
    {
        var storage = Directory.CreateTempSubdirectory("social-gov-alerts-");
        try
        {
            var file = Path.Combine(storage.FullName, "social-gov.db");
            MigratedDatabase.CopyTo(file);
            await FillAsync(file);
            using (var killed = Start(storage.FullName))
            {
                await UntilAsync(file, 1, killed);
                killed.Kill();
            }

            var raised = await CountAsync(file);
            Assert.True(raised is > 0 and < Due, $"It was killed too late or too early: {raised} alerts.");
            await using (var database = Open(file))
            {
                // So that nobody waits for the lease of the dead to run out.
                await database.JobLeases.ExecuteDeleteAsync();
            }

            using (var one = Start(storage.FullName))
            using (var other = Start(storage.FullName))
            {
                await UntilAsync(file, Due, one, other);
            }

            await using var end = Open(file);
            var deadlines = await end.Deadlines.AsNoTracking().ToListAsync();
            Assert.All(deadlines, deadline => Assert.Equal(
                [(AlertLevel.DueSoon, true), (AlertLevel.Overdue, false)], deadline.Alerts.OrderBy(alert => alert.Level).Select(alert => (alert.Level, alert.IsSkipped))));
            var lines = await end.AuditEvents.Where(line => line.Name == nameof(AlertRaised)).Select(line => line.RecordId!.Value).ToListAsync();
            Assert.Equal(deadlines.Select(deadline => deadline.Id).Order(), lines.Order());
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static PortalProcess Start(string storage) => PortalProcess.StartVerb(
        [], storage, ("Jobs__Enabled", "true"), ("Database__MigrateOnStart", "false"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));

    // A process takes its time to start where others have the processor.
    private static async Task UntilAsync(string file, int raised, params PortalProcess[] portals)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await CountAsync(file) < raised)
        {
            Assert.False(patience.IsCancellationRequested, $"Only {await CountAsync(file)} alerts were raised: {string.Concat(portals.Select(portal => portal.Output))}");
            await Task.Delay(20);
        }
    }

    private static async Task<int> CountAsync(string file)
    {
        await using var database = Open(file);
        return await database.AuditEvents.CountAsync(line => line.Name == nameof(AlertRaised));
    }

    private static async Task FillAsync(string file)
    {
        await using var database = Open(file);
        // The processes have the real clock.
        var due = TimeProvider.System.UtcNow().AddMinutes(-10);
        database.Deadlines.AddRange(Enumerable.Range(1, Due).Select(number => Deadline.Of(Nobodys, new Numbered(number), new AlertTimes(due.AddHours(-4), due, due.AddHours(4)))));
        await database.SaveChangesAsync();
    }

    private static SqliteSocialGovDbContext Open(string file) => new(
        new DbContextOptionsBuilder<SqliteSocialGovDbContext>()
            .UseSqlite($"Data Source={file};Pooling=False")
            .AddInterceptors(new SqliteConnectionSetup())
            .Options,
        [],
        new RequestOrigin());
}
