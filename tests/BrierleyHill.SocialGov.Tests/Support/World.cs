using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>
/// A portal with the demonstration data, like every other world down to the numbers of the records and the keys, until a test does something in one
/// of them that it does not do in the other.
/// </summary>
public sealed class World : PortalFactory
{
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _template;
    private readonly List<(Regex Pattern, string Name)> _names = [];

    private World()
    {
    }

    /// <summary>Every statement since it was emptied.</summary>
    public StatementCount Statements { get; } = new();

    /// <summary>Makes a world. On SQLite all are copies of one that was filled once; elsewhere each is filled for itself.</summary>
    public static async Task<World> MakeAsync()
    {
        var world = new World();
        if (!world.IsSqlite)
        {
            await world.FillAsync();
            return await world.KnowIncidentsAsync();
        }

        await Making.WaitAsync();
        try
        {
            _template ??= await MakeTemplateAsync();
        }
        finally
        {
            Making.Release();
        }

        foreach (var file in Directory.EnumerateFiles(_template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(world.Storage, Path.GetRelativePath(_template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return await world.KnowIncidentsAsync();
    }

    /// <summary>Somebody of the demonstration, by surname.</summary>
    public Task<Person> SomebodyAsync(string surname) => UseDatabaseAsync(database => database.People.AsNoTracking().SingleAsync(person => person.Surname == surname));

    /// <summary>Runs every job of the portal once, as its runner does: with its lease, and written down.</summary>
    public async Task RunJobsAsync()
    {
        foreach (var runner in Services.GetServices<IHostedService>()
            .Where(service => service.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(JobRunner<>))
            .OrderBy(service => service.GetType().GetGenericArguments()[0].Name, StringComparer.Ordinal))
        {
            // The feeds and the calendar are fetched from the internet.
            if (runner.GetType().GetGenericArguments()[0].Name is "FetchFeeds" or "FetchBankHolidays" or "ReadMailbox")
            {
                continue;
            }

            await (Task)runner.GetType().GetMethod("RunOnceAsync")!.Invoke(runner, [CancellationToken.None])!;
        }
    }

    /// <summary>From here on both worlds know nothing by heart: what the one looked up before does not make it quicker.</summary>
    public Task ForgetFactsAsync() => UseDatabaseAsync(database =>
    {
        var another = Guid.NewGuid();
        return database.SchoolFactsStamps.ExecuteUpdateAsync(stamp => stamp.SetProperty(row => row.Stamp, another));
    });

    /// <summary>Calls an incident by another name wherever its number stands: the numbers are drawn by chance.</summary>
    public void Name(int incident, string name) => _names.Add((new Regex($@"\b{incident}\b", RegexOptions.None, TimeSpan.FromSeconds(1)), name));

    /// <summary>
    /// An answer without what differs between two answers of one portal as well: tokens of forms, random keys, names of requests. Everything else,
    /// the length included, is as it came.
    /// </summary>
    public string Normalise(Page page)
    {
        var headers = page.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(page.ContentHeaders)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value.Select(value => header.Key == "Set-Cookie" ? CookieValue.Replace(value, "=cookie") : value))}");
        return Normalise($"{(int)page.Status}\n{string.Join('\n', headers)}\n\n{page.Content}");
    }

    /// <inheritdoc cref="Normalise(Page)"/>
    public string Normalise(string text)
    {
        foreach (var (pattern, name) in Random)
        {
            text = pattern.Replace(text, name);
        }

        // Where this portal keeps its files.
        text = text.Replace(Storage, "storage", StringComparison.Ordinal);
        foreach (var (pattern, name) in _names)
        {
            text = pattern.Replace(text, name);
        }

        return text;
    }

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Logging:Level", "Error").ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));

    private static readonly Regex CookieValue = Pattern("=[^;]*");

    private static readonly (Regex Pattern, string Name)[] Random =
    [
        // What data protection made: tokens of forms, what a form carries. Its length is that of what is in it.
        (Pattern("CfDJ8[A-Za-z0-9_-]+"), "protected"),
        (Pattern("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"), "key"),
        (Pattern(@"\b[0-9a-f]{32}\b"), "key"),
        (Pattern(@"\bEML-[0-9A-F]{10}\b"), "EML-key"),
        (Pattern(@"calendar/feed/[A-Za-z0-9_-]+"), "calendar/feed/key"),
    ];

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.Compiled, TimeSpan.FromSeconds(5));

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-world-").FullName;
        await using var first = new World();
        await first.FillAsync();
        await first.UseDatabaseAsync(database => database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        foreach (var file in Directory.EnumerateFiles(first.Storage, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(first.Storage, file).StartsWith("logs", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(first.Storage, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private Task<bool> FillAsync() => UseAsync(async services =>
    {
        await services.GetRequiredService<DemoData>().FillAsync(CancellationToken.None);
        // The hundreds of e-mails of those weeks would be sent in every world.
        await services.GetRequiredService<SocialGovDbContext>().OutgoingEmails.ExecuteDeleteAsync();
        return true;
    });

    // Those of the demonstration are in every world, each under its number.
    private async Task<World> KnowIncidentsAsync()
    {
        var numbers = await UseDatabaseAsync(database => database.Incidents.OrderBy(incident => incident.ReportedAt).ThenBy(incident => incident.Id).Select(incident => incident.Id).ToListAsync());
        for (var place = 0; place < numbers.Count; place++)
        {
            Name(numbers[place], $"incident{place}");
        }

        return this;
    }
}
