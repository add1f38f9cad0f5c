using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Mail;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace BrierleyHill.SocialGov.Tests.Infrastructure;

/// <summary>One running portal without its pages: services over a migrated SQLite file. Several can share one file and one clock.</summary>
internal sealed class PortalServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly DirectoryInfo? _own;

    private PortalServices(ServiceProvider provider, string directory, DirectoryInfo? own, FakeTimeProvider clock, LogLines log)
    {
        _provider = provider;
        _own = own;
        StorageDirectory = directory;
        Clock = clock;
        Log = log;
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    public string StorageDirectory { get; }

    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _provider;

    public static Dictionary<string, string?> ServerAt(int port, string security = "None") => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Security"] = security,
        ["Mail:From"] = "portal@school.example",
    };

    /// <summary>Starts a portal.</summary>
    /// <param name="values">Its settings.</param>
    /// <param name="also">Further registrations, which win.</param>
    /// <param name="beside">Another portal, whose database and clock it shares.</param>
    public static async Task<PortalServices> StartAsync(
        Dictionary<string, string?>? values = null, Action<IServiceCollection>? also = null, PortalServices? beside = null)
    {
        var own = beside is null ? Directory.CreateTempSubdirectory("social-gov-tests-") : null;
        var directory = own?.FullName ?? beside!.StorageDirectory;
        var clock = beside?.Clock ?? new FakeTimeProvider(Start);
        var log = new LogLines();
        var settings = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values ?? []).Build());
        var environment = Mock.Of<IHostEnvironment>(host => host.EnvironmentName == "Development" && host.ContentRootPath == directory);
        var storage = new StorageSettings(directory);
        var school = SchoolSettings.Read(settings, environment);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(storage);
        services.AddSingleton(school);
        services.AddDatabase(DatabaseSettings.Read(settings, storage, environment));
        services.AddKeyRing(storage);
        services.AddVaultKeys(VaultSettings.Read(settings, storage));
        services.AddPortalSecurity(environment, school, SecondFactorSettings.Read(settings, environment));
        services.AddJobs(JobSettings.Read(settings));
        services.AddEmail(MailSettings.Read(settings, storage, school));
        services.AddMail();
        also?.Invoke(services);
        var portal = new PortalServices(services.BuildServiceProvider(validateScopes: true), directory, own, clock, log);
        if (own is not null)
        {
            await portal.DoAsync(database => database.MigrateAsync());
        }

        return portal;
    }

    public async Task DoAsync(Func<SocialGovDbContext, Task> action)
    {
        await using var scope = _provider.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<SocialGovDbContext>());
    }

    public async Task<T> ReadAsync<T>(Func<SocialGovDbContext, Task<T>> read)
    {
        await using var scope = _provider.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SocialGovDbContext>());
    }

    /// <summary>Runs a job once, without the runner.</summary>
    public async Task<int> RunAsync<TJob>(CancellationToken cancellationToken = default)
        where TJob : Job
    {
        await using var scope = _provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(cancellationToken);
    }

    public JobRunner<TJob> Runner<TJob>()
        where TJob : Job => _provider.GetServices<IHostedService>().OfType<JobRunner<TJob>>().Single();

    /// <summary>Adds somebody active.</summary>
    public Task<int> AddPersonAsync(string forename, Roles roles = Roles.None) => ReadAsync(async database =>
    {
        var at = Clock.UtcNow();
        var person = Person.Invite(
            new PersonDetails(forename, "Person", $"{forename.ToLowerInvariant()}@school.example", Affiliation.Employee), roles, PeopleActors.CommandLine, at).Value;
        person.AcceptInvitation(at);
        database.People.Add(person);
        await database.SaveChangesAsync();
        return person.Id;
    });

    /// <summary>Queues an e-mail as a feature does.</summary>
    public Task<int> QueueAsync(int personId, string subject = "A business case waits: APP-000001") => ReadAsync(async database =>
    {
        var person = await database.People.SingleAsync(one => one.Id == personId);
        _provider.GetRequiredService<EmailOutbox>().Queue(
            database, person, new EmailText(subject, ["A business case waits for you – see the portal."], "/applications/1"), Clock.UtcNow());
        await database.SaveChangesAsync();
        return await database.OutgoingEmails.MaxAsync(email => email.Id);
    });

    public Task<OutgoingEmail> EmailAsync(int id) => ReadAsync(database => database.OutgoingEmails.AsNoTracking().SingleAsync(email => email.Id == id));

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_own is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _own.Delete(recursive: true);
        }
    }
}

/// <summary>What was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
