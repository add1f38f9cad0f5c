using System.Diagnostics;
using System.Globalization;
using System.Text;
using BrierleyHill.SocialGov.Benchmarks.References;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Benchmarks;

/// <summary>Measures each size in turn, prints the tables, and holds them against what is wanted.</summary>
/// <param name="sizes">How many enquiries there are.</param>
/// <param name="seconds">How long each page is asked for.</param>
/// <param name="write">A file for the tables, or <see langword="null"/>.</param>
public sealed class BenchmarkRun(int[] sizes, int seconds, string? write)
{
    private const int MostStatements = 12;
    private const double MostGrowth = 1.3;
    private const string BarePage = "Bare MVC page";
    private const string BareList = "Bare MVC list of 50";
    private const int RunsWithNothingDue = 200;
    private const int AlertsDue = 1000;

    private readonly List<PageLine> _pages = [];
    private readonly List<JobLine> _jobs = [];

    private sealed record PageLine(int Size, string Page, LoadResult Load, double Statements, double Bytes, double Processor);

    private sealed record JobLine(int Size, double NothingDue, double ThousandDue);

    /// <summary>Runs it.</summary>
    /// <returns>0 when everything wanted was reached, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // The first pass is for the compiler: what it measures is thrown away.
        var isWarm = false;
        foreach (var size in sizes.Take(1).Concat(sizes))
        {
            var storage = Directory.CreateTempSubdirectory("social-gov-benchmark-");
            try
            {
                await MeasureAsync(size, storage.FullName, cancellationToken);
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                storage.Delete(recursive: true);
            }

            if (!isWarm)
            {
                _pages.Clear();
                _jobs.Clear();
                isWarm = true;
            }
        }

        var tables = Tables();
        Console.WriteLine(tables);
        if (write is not null)
        {
            await File.WriteAllTextAsync(write, tables, cancellationToken);
        }

        var missed = Missed().ToList();
        missed.ForEach(Console.WriteLine);
        Console.WriteLine(missed.Count == 0 ? "Everything wanted was reached." : $"{missed.Count} of what is wanted was not reached.");
        return missed.Count == 0 ? 0 : 1;
    }

    private async Task MeasureAsync(int size, string storage, CancellationToken cancellationToken)
    {
        await using var portal = new PortalUnderLoad(storage);
        portal.StartServer();
        var now = portal.Services.GetRequiredService<TimeProvider>().UtcNow();
        await using var filling = portal.Services.CreateAsyncScope();
        var database = filling.ServiceProvider.GetRequiredService<SocialGovDbContext>();
        int[] accounts = await database.Accounts.Where(account => account.Status == AccountStatus.Active).Select(account => account.Id).ToArrayAsync(cancellationToken);
        int[] people = await database.People.Where(person => person.Status == PersonStatus.Active).Select(person => person.Id).ToArrayAsync(cancellationToken);
        var fill = new BulkFill(portal.Database, database, accounts, people, now);
        var began = Stopwatch.GetTimestamp();
        // The demonstration's own enquiries are few beside these.
        fill.Add(size);
        Say($"{size:N0} enquiries: filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {Directory.EnumerateFiles(storage, "social-gov.db*").Sum(file => new FileInfo(file).Length) / (1024.0 * 1024):0} MB");

        var open = await database.Enquiries.Where(enquiry => enquiry.Status == EnquiryStatus.Open).MaxAsync(enquiry => enquiry.Id, cancellationToken);
        var session = await portal.SignInAsync("margaret.okafor" + DemoData.AddressEnding);
        foreach (var (name, path) in new[] { ("Queue", "/enquiries"), ("An enquiry", $"/enquiries/{open}"), ("Dashboard", "/"), ("Register", "/accounts") })
        {
            // The jobs are off so that they do not run in between; the pages are those of a portal whose deadlines are looked at.
            var looked = portal.Services.GetRequiredService<TimeProvider>().UtcNow();
            database.JobRuns.Add(new JobRun { JobName = AlertQueries.JobName, StartedAt = looked, EndedAt = looked });
            await database.SaveChangesAsync(cancellationToken);
            await MeasurePageAsync(size, name, new Uri(portal.Address, path), session, portal.Statements, cancellationToken);
        }

        await using (var reference = await ReferenceHost.StartAsync(portal.Database))
        {
            var address = new Uri(reference.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            await MeasurePageAsync(size, BarePage, new Uri(address, "/bare"), "", null, cancellationToken);
            await MeasurePageAsync(size, BareList, new Uri(address, "/list"), "", null, cancellationToken);
        }

        _jobs.Add(await MeasureJobAsync(size, portal, fill, cancellationToken));
    }

    private async Task MeasurePageAsync(int size, string name, Uri address, string session, StatementCounter? statements, CancellationToken cancellationToken)
    {
        // Once to start it, then a few one after another, which alone tell how much one request costs.
        const int OneByOne = 20;
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        async Task AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (session.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", session);
            }

            using var answer = await client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        await AskAsync();
        await AskAsync();
        statements?.Take();
        for (var number = 0; number < OneByOne; number++)
        {
            await AskAsync();
        }

        var perRequest = statements is null ? (name.Contains("list", StringComparison.Ordinal) ? 1 : 0) : statements.Take() / (double)OneByOne;
        // The sender is another process, so what this one allocates meanwhile is what answering takes. Its warm-up is counted with it.
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var worked = Environment.CpuUsage.TotalTime;
        var load = await LoadSender.MeasureAsync(address, session, seconds, cancellationToken);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)load.CountWithWarmUp;
        var processor = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / load.CountWithWarmUp;
        _pages.Add(new PageLine(size, name, load, perRequest, bytes, processor));
        Say($"{size:N0}: {name}: {load.RequestsPerSecond:0} a second, p50 {load.Median:0.00} ms, p99 {load.NinetyNinth:0.00} ms, {perRequest:0.#} statements, {bytes / 1024:0} KB, {processor:0.00} ms of processor time");
    }

    private static async Task<JobLine> MeasureJobAsync(int size, PortalUnderLoad portal, BulkFill fill, CancellationToken cancellationToken)
    {
        async Task<(int Handled, double Milliseconds)> RunAsync()
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var job = scope.ServiceProvider.GetRequiredService<RaiseAlerts>();
            var began = Stopwatch.GetTimestamp();
            var handled = await job.RunAsync(cancellationToken);
            return (handled, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        // What came due while pages were measured.
        while ((await RunAsync()).Handled > 0)
        {
        }

        var nothing = new List<double>();
        while (nothing.Count < RunsWithNothingDue)
        {
            if (await RunAsync() is { Handled: 0 } run)
            {
                nothing.Add(run.Milliseconds);
            }
        }

        nothing.Sort();
        fill.AddDue(AlertsDue);
        var (raised, took) = await RunAsync();
        Say($"{size:N0}: alert job: nothing due {nothing[nothing.Count / 2]:0.000} ms, {raised} alerts {took:0} ms");
        return new JobLine(size, nothing[nothing.Count / 2], took * AlertsDue / Math.Max(1, raised));
    }

    private string Tables()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{LondonTime.DisplayDate(TimeProvider.System.Today())}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024 * 1024)} GiB of memory, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, SQLite.\n\n");
        text.Append("| enquiries | page | requests a second | p50, ms | p99, ms | SQL statements | KB allocated | processor, ms |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var line in _pages)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {line.Size:N0} | {line.Page} | {line.Load.RequestsPerSecond:0} | {line.Load.Median:0.00} | {line.Load.NinetyNinth:0.00} | {line.Statements:0.#} | {line.Bytes / 1024:0} | {line.Processor:0.00} |\n");
        }

        text.Append("\n| enquiries | alert job with nothing due, ms | per 1,000 alerts due, ms |\n| ---: | ---: | ---: |\n");
        foreach (var line in _jobs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {line.Size:N0} | {line.NothingDue:0.000} | {line.ThousandDue:0} |\n");
        }

        return text.ToString();
    }

    private IEnumerable<string> Missed()
    {
        foreach (var line in _pages.Where(line => line.Statements > MostStatements))
        {
            yield return $"{line.Page} at {line.Size:N0}: {line.Statements:0.#} statements.";
        }

        // The references are what the portal is held against, and are held against nothing themselves.
        foreach (var page in _pages.Where(line => line.Page is not (BarePage or BareList)).GroupBy(line => line.Page))
        {
            var (small, large) = (page.MinBy(line => line.Size)!, page.MaxBy(line => line.Size)!);
            if (large.Load.Median > small.Load.Median * MostGrowth)
            {
                yield return $"{page.Key}: p50 {large.Load.Median:0.00} ms at {large.Size:N0} beside {small.Load.Median:0.00} ms at {small.Size:N0}.";
            }
        }

        if (_jobs.MaxBy(line => line.Size)!.NothingDue > _jobs.MinBy(line => line.Size)!.NothingDue * MostGrowth)
        {
            yield return "The alert job with nothing due grows with what is stored.";
        }

        foreach (var size in _pages.GroupBy(line => line.Size))
        {
            var (queue, list) = (size.First(line => line.Page == "Queue").Load.RequestsPerSecond, size.First(line => line.Page == BareList).Load.RequestsPerSecond);
            if (queue < list / 2)
            {
                yield return $"The queue at {size.Key:N0}: {queue:0} a second beside {list:0} of the bare list.";
            }
        }
    }

    private static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
