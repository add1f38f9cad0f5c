using System.Data.Common;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Domain.Alerts;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Alerts;

/// <summary>An alert as everything that is written with it names it.</summary>
internal sealed record Told(int Deadline, AlertLevel Level, DateTime DueAt)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Deadline} {Level} {DueAt:yyyy-MM-ddTHH:mm:ss.fffffff}");
}

/// <summary>Portals with the job that raises alerts, and with a rule that stands for a feature whose deadlines they are.</summary>
internal static class AlertPortal
{
    public static Task<PortalServices> StartAsync(PortalServices? beside = null, AlertScript? script = null, Dictionary<string, string?>? values = null, params IInterceptor[] interceptors) =>
        PortalServices.StartAsync(
            values,
            services =>
            {
                services.AddSingleton(script ?? new AlertScript());
                services.AddScoped<EventRule, TellOfAlert>();
                services.AddAlerts();
                foreach (var interceptor in interceptors)
                {
                    services.AddSingleton(interceptor);
                }
            },
            beside);

    /// <summary>Somebody who is told of everything.</summary>
    public static Task<int> AddReaderAsync(this PortalServices portal) => portal.AddPersonAsync("Lee", Roles.SeniorLeader);

    /// <summary>Adds deadlines of records with these numbers.</summary>
    /// <returns>The deadlines' own numbers.</returns>
    public static Task<List<int>> AddDeadlinesAsync(this PortalServices portal, IEnumerable<(int Subject, AlertTimes Times)> deadlines) => portal.ReadAsync(async database =>
    {
        var added = deadlines.Select(one => Deadline.Of(DeadlineSubject.Enquiry, new Numbered(one.Subject), one.Times)).ToList();
        database.Deadlines.AddRange(added);
        await database.SaveChangesAsync();
        return added.ConvertAll(deadline => deadline.Id);
    });

    /// <summary>Due so many hours from now by the portal's clock, with four hours before and after.</summary>
    public static AlertTimes DueIn(this PortalServices portal, double hours)
    {
        var due = portal.Clock.UtcNow().AddHours(hours);
        return new AlertTimes(due.AddHours(-4), due, due.AddHours(4));
    }

    public static Task<List<Deadline>> DeadlinesAsync(this PortalServices portal) =>
        portal.ReadAsync(database => database.Deadlines.AsNoTracking().OrderBy(deadline => deadline.Id).ToListAsync());

    /// <summary>Each of these was raised exactly once, with one audit line, one notification and one e-mail, and nothing else was.</summary>
    public static async Task AssertRaisedExactlyOnceAsync(this PortalServices portal, IEnumerable<Told> expected)
    {
        var names = expected.Select(told => told.ToString()).Order(StringComparer.Ordinal).ToList();
        var deadlines = await portal.DeadlinesAsync();
        Assert.Equal(names, deadlines.SelectMany(deadline => deadline.Alerts.Where(alert => !alert.IsSkipped).Select(alert => new Told(deadline.Id, alert.Level, alert.DueAt).ToString())).Order(StringComparer.Ordinal));
        Assert.Equal(names, (await portal.ReadAsync(database => database.Notifications.Select(one => one.Text).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(names, (await portal.ReadAsync(database => database.OutgoingEmails.Select(email => email.Subject).ToListAsync())).Order(StringComparer.Ordinal));
        var lines = await portal.ReadAsync(database => database.AuditEvents.Where(line => line.Name == nameof(AlertRaised)).Select(line => line.RecordId!.Value).ToListAsync());
        Assert.Equal(expected.Select(told => told.Deadline).Order(), lines.Order());
        Assert.Null(await portal.ReadAsync(database => BrokenLinkAsync(database)));
    }

    private static async Task<long?> BrokenLinkAsync(SocialGovDbContext database)
    {
        var lines = await database.AuditEvents.AsNoTracking().OrderBy(line => line.Sequence).Select(line => new { line.Sequence, line.Hash, line.PreviousHash }).ToListAsync();
        return lines.Zip(lines.Skip(1)).FirstOrDefault(pair => pair.First.Hash != pair.Second.PreviousHash || pair.First.Sequence + 1 != pair.Second.Sequence).Second?.Sequence;
    }
}

/// <summary>What the rule of the tests does with an alert.</summary>
internal sealed class AlertScript
{
    /// <summary>The deadlines whose alert cannot be told of.</summary>
    public HashSet<int> Broken { get; } = [];

    /// <summary>Of which alerts an e-mail is sent too.</summary>
    public Func<int, bool> IsMailed { get; set; } = _ => true;
}

/// <summary>Tells the senior leaders, in the portal and by e-mail, as a feature does for its own deadlines.</summary>
internal sealed class TellOfAlert(EmailOutbox outbox, AlertScript script) : EventRule<Deadline, AlertRaised>
{
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (script.Broken.Contains(record.Id))
        {
            throw new InvalidOperationException("This deadline cannot be told of.");
        }

        var told = new Told(record.Id, happened.Level, happened.DueAt).ToString();
        foreach (var leader in await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken))
        {
            database.Notifications.Add(new Notification(leader.Id, record.Reference, told, "/", happened.At, NotificationKinds.Enquiries, happened.Level));
            if (script.IsMailed(record.Id))
            {
                outbox.Queue(database, leader, new EmailText(told, ["An enquiry waits."], "/"), happened.At);
            }
        }
    }
}

/// <summary>
/// The process dies, as the database sees it: at the step that is set nothing more is sent, and what was not committed is rolled back. A step is a
/// statement, the begin of a transaction, and its commit, before it or after it was carried out and before anybody heard of that.
/// </summary>
internal sealed class Death
{
    private int _steps;

    /// <summary>The step at which it comes; 0 for never.</summary>
    public int At { get; private set; }

    /// <summary>Whether only that one step fails and the process lives on: a disk that was full for a moment.</summary>
    public bool IsFaultOnly { get; init; }

    /// <summary>Whether it has come.</summary>
    public bool HasCome { get; private set; }

    public IInterceptor[] Interceptors => [new Commands(this), new Transactions(this), new Connections(this)];

    public void Set(int at) => (_steps, At, HasCome) = (0, at, false);

    private void Step()
    {
        RefuseTheDead();
        if (++_steps == At)
        {
            HasCome = true;
            throw new InvalidOperationException("Killed here.");
        }
    }

    private void RefuseTheDead()
    {
        if (HasCome && !IsFaultOnly)
        {
            throw new InvalidOperationException("The dead send nothing.");
        }
    }

    private sealed class Commands(Death death) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            death.Step();
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            death.Step();
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private sealed class Transactions(Death death) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            death.Step();
            return base.TransactionStartingAsync(connection, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            death.Step();
            return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            death.Step();
            return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
        }
    }

    private sealed class Connections(Death death) : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            death.RefuseTheDead();
            return base.ConnectionOpeningAsync(connection, eventData, result, cancellationToken);
        }
    }
}

/// <summary>Does something once, just before a transaction begins: what somebody else saves between reading and saving.</summary>
internal sealed class Meanwhile : DbTransactionInterceptor
{
    private Func<Task>? _act;

    public void Set(Func<Task> act) => _act = act;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _act, null) is { } act)
        {
            await act();
        }

        return result;
    }
}
