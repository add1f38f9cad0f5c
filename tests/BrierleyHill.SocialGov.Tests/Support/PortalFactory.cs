using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>
/// The whole portal over HTTP on a database of its own: a migrated SQLite file, or a new database on the SQL Server that
/// SOCIALGOV_TEST_SQLSERVER names. The clock stands still until a test moves it; jobs run when a test runs them.
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private static readonly string? SqlServer = Environment.GetEnvironmentVariable("SOCIALGOV_TEST_SQLSERVER");
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string? _sqlServerDatabase;

    public PortalFactory()
        : this("Testing", new Dictionary<string, string>())
    {
    }

    // A class fixture may have one public constructor.
    internal PortalFactory(string environment, IReadOnlyDictionary<string, string> settings)
    {
        (_environment, _settings) = (environment, settings);
        Storage = Directory.CreateTempSubdirectory("social-gov-test-").FullName;
        if (SqlServer is { Length: > 0 })
        {
            _sqlServerDatabase = new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = $"SocialGovTest{Guid.NewGuid():N}" }.ToString();
        }
        else
        {
            MigratedDatabase.CopyTo(Path.Combine(Storage, "social-gov.db"));
        }

        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The portal's clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>The portal's files.</summary>
    public string Storage { get; }

    /// <summary>Whether the database is a SQLite file.</summary>
    public bool IsSqlite => _sqlServerDatabase is null;

    /// <summary>Now, UTC, by the portal's clock.</summary>
    public DateTime Now => Clock.UtcNow();

    /// <summary>Further registrations, for what one test needs.</summary>
    internal Action<IServiceCollection>? AlsoRegister { get; set; }

    /// <summary>Further settings, by key.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Storage:Directory", Storage);
        builder.UseSetting("School:PortalAddress", "https://localhost");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Logging:Level", "Information");
        builder.UseSetting("Demonstration:Fill", "false");
        // Tests about second factors ask for it; the others are about something else.
        builder.UseSetting("SignIn:SecondFactor", "Optional");
        if (_sqlServerDatabase is not null)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("ConnectionStrings:SocialGov", _sqlServerDatabase);
            builder.UseSetting("Database:MigrateOnStart", "true");
        }

        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            AlsoRegister?.Invoke(services);
        });
        Configure(builder);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public PortalClient Anonymous() => new(CreateClient());

    /// <summary>The person with a valid session, as some time after a sign-in.</summary>
    /// <param name="person">Who.</param>
    /// <param name="provedAt">When they last proved that it is they, UTC; <see langword="null"/> for a proof that is too old to count.</param>
    public async Task<PortalClient> SignInAsync(Person person, DateTime? provedAt = null)
    {
        var cookie = await UseAsync(async services =>
        {
            var account = await services.GetRequiredService<SocialGovDbContext>().Users.AsNoTracking().SingleAsync(found => found.Id == person.Id);
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddHours(12) };
            var ticket = new AuthenticationTicket(SessionValidation.PrincipalFor(account, provedAt), properties, IdentityConstants.ApplicationScheme);
            return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
        });
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });
        return new PortalClient(client, cookie);
    }

    /// <summary>Adds an active person and signs them in.</summary>
    public async Task<(Person Person, PortalClient Client)> PersonAsync(Roles roles = Roles.None, string? forename = null, string? surname = null)
    {
        var person = await AddPersonAsync(roles, forename, surname);
        return (person, await SignInAsync(person));
    }

    /// <summary>Adds an active person with a sign-in but without a password.</summary>
    public Task<Person> AddPersonAsync(Roles roles = Roles.None, string? forename = null, string? surname = null) => UseDatabaseAsync(async database =>
    {
        var number = Interlocked.Increment(ref _people);
        var person = People.Active(roles, forename ?? $"Quillan{Letters(number)}", surname ?? $"Zephyrson{Letters(number)}", Now);
        database.People.Add(person);
        await database.SaveChangesAsync();
        database.Users.Add(new SignInAccount(person.Id));
        await database.SaveChangesAsync();
        return person;
    });

    private static int _people;

    // Names without digits, so that the naming convention meets names as people have them, and long enough to be found nowhere by chance.
    private static string Letters(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('p' + (digit - '0'))));

    /// <summary>Does something with a context of its own.</summary>
    public Task<T> UseDatabaseAsync<T>(Func<SocialGovDbContext, Task<T>> use) =>
        UseAsync(services => use(services.GetRequiredService<SocialGovDbContext>()));

    /// <inheritdoc cref="UseDatabaseAsync{T}" />
    public Task UseDatabaseAsync(Func<SocialGovDbContext, Task> use) => UseDatabaseAsync(async database =>
    {
        await use(database);
        return true;
    });

    /// <summary>Does something with a scope of its own.</summary>
    public async Task<T> UseAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    /// <summary>Everything the log files hold.</summary>
    public string Log() => string.Concat(Directory.EnumerateFiles(Path.Combine(Storage, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));

    public override async ValueTask DisposeAsync()
    {
        if (_sqlServerDatabase is not null)
        {
            await UseDatabaseAsync(database => database.Database.EnsureDeletedAsync());
        }

        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Storage, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A SQLite file that is migrated once and copied for each portal.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<byte[]> File = new(Make);

    public static void CopyTo(string path) => System.IO.File.WriteAllBytes(path, File.Value);

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-template-");
        try
        {
            var path = Path.Combine(folder.FullName, "template.db");
            var options = new DbContextOptionsBuilder<Web.Data.Sqlite.SqliteSocialGovDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options;
            using (var database = new Web.Data.Sqlite.SqliteSocialGovDbContext(options, [], new RequestOrigin()))
            {
                database.Database.Migrate();
            }

            return System.IO.File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
