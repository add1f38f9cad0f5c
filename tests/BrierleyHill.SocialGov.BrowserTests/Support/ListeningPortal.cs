using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>
/// The real portal on a free port of loopback, with a database, keys, logs and mail in a folder of its own that goes with it: hosted by the tests, or as
/// the built program in a process of its own. It is stopped when the test ends, in whichever way it ends.
/// </summary>
internal sealed class ListeningPortal : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LongestWaitForMail = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<int, Process> Running = new();

    private static readonly ConcurrentDictionary<int, bool> GivenOut = new();

    private readonly DirectoryInfo _storage;
    private readonly bool _filled;
    private readonly int _port;
    private readonly bool _asProgram;
    private readonly ConcurrentQueue<string> _words = new();
    private bool _runsJobs = true;
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();
    private Process? _process;
    private HostedPortal? _hosted;

    // Filling takes a while, so it is done once, without jobs: each portal goes on from a copy and sends its own e-mails.
    private static readonly Lazy<Task<DirectoryInfo>> FilledStorage = new(FillAsync);

    static ListeningPortal() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Running.Values)
        {
            Stop(process);
        }

        if (FilledStorage is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            FilledStorage.Value.Result.Delete(recursive: true);
        }
    };

    private ListeningPortal(bool filled, string host, int port, bool asProgram)
    {
        (_filled, _port, _asProgram) = (filled, port, asProgram);
        _storage = Directory.CreateTempSubdirectory("social-gov-browser-");
        Address = $"http://{host}:{port.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The address, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts a portal.</summary>
    /// <param name="filled">With the demonstration data, or with an empty database.</param>
    /// <param name="host">Under which name it is reached. Passkeys are for names alone: <c>localhost</c>.</param>
    /// <param name="settings">Settings of this portal, named as in its settings file: <c>Alerts:EscalateAfterHours</c>.</param>
    /// <param name="asProgram">As the built program, in a process of its own.</param>
    public static async Task<ListeningPortal> StartAsync(
        bool filled, string host = "127.0.0.1", IReadOnlyDictionary<string, string>? settings = null, bool asProgram = false) =>
        await StartAsync(filled, host, filled ? await FilledStorage.Value : null, settings, asProgram);

    private static async Task<DirectoryInfo> FillAsync()
    {
        var portal = await StartAsync(filled: true, "127.0.0.1", from: null);
        await portal.EndAsync();
        return portal._storage;
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            var path = Path.Combine(to.FullName, folder.Name);
            Copy(folder, OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, folder.UnixFileMode));
        }
    }

    private static async Task<ListeningPortal> StartAsync(
        bool filled, string host, DirectoryInfo? from, IReadOnlyDictionary<string, string>? settings = null, bool asProgram = false)
    {
        // Another program may take the free port before the portal does.
        for (var attempt = 1; ; attempt++)
        {
            var portal = new ListeningPortal(filled, host, FreePort(), asProgram) { _runsJobs = !filled || from is not null, _settings = settings ?? new Dictionary<string, string>() };
            try
            {
                if (from is not null)
                {
                    Copy(from, portal._storage);
                }

                await portal.StartAsync();
                return portal;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                await portal.DisposeAsync();
            }
            catch
            {
                await portal.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Runs a verb of the same program on the same database, as whoever runs the portal would.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Describe(arguments)) ?? throw new InvalidOperationException("The portal's program could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Every e-mail that has left so far, by the time it left.</summary>
    public IReadOnlyList<MimeMessage> Mail()
    {
        var folder = new DirectoryInfo(Path.Combine(_storage.FullName, "mail"));
        return folder.Exists ? [.. folder.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName)).OrderBy(message => message.Date)] : [];
    }

    /// <summary>Waits for an e-mail.</summary>
    /// <param name="to">The address that it goes to.</param>
    /// <param name="subject">A part of its subject.</param>
    /// <param name="among">How many of the same have to be there; the latest is given back.</param>
    public async Task<MimeMessage> MailAsync(string to, string subject, int among = 1)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var found = Mail()
                .Where(message => message.To.Mailboxes.Any(mailbox => string.Equals(mailbox.Address, to, StringComparison.OrdinalIgnoreCase))
                    && message.Subject?.Contains(subject, StringComparison.Ordinal) == true)
                .ToList();
            if (found.Count >= among)
            {
                return found[^1];
            }

            if (waited.Elapsed > LongestWaitForMail)
            {
                Assert.Fail($"No e-mail “{subject}” came to {to}. There were: {string.Join("; ", Mail().Select(message => $"{message.To}: {message.Subject}"))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>How the portal fares, for the message of a test that did not get its page: nothing while it runs.</summary>
    public string Fate => _process is { HasExited: true }
        ? $"The portal ended by itself or was ended from outside, with code {_process.ExitCode.ToString(CultureInfo.InvariantCulture)}. Its last words: {string.Join('\n', _words.TakeLast(20))}"
        : "";

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _storage.Delete(recursive: true);
    }

    private async Task EndAsync()
    {
        if (_hosted is not null)
        {
            await _hosted.DisposeAsync();
            // What a pool keeps open would hold the files of a folder that is to go.
            SqliteConnection.ClearAllPools();
        }

        if (_process is not null)
        {
            Running.TryRemove(_process.Id, out _);
            Stop(_process);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private async Task StartAsync()
    {
        if (!_asProgram)
        {
            _hosted = new HostedPortal(_port, Settings());
            // It comes back when the portal listens; until then it works, and would hold up whoever waits beside it.
            await Task.Run(_hosted.StartServer);
            return;
        }

        _process = Process.Start(Describe([])) ?? throw new InvalidOperationException("The portal's program could not be started.");
        Running[_process.Id] = _process;
        // Read to the end, so that the portal never waits for room to write in.
        _process.OutputDataReceived += (_, line) => _words.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _words.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited || waited.Elapsed > LongestStart)
            {
                throw new InvalidOperationException($"The portal did not start. It said: {string.Join('\n', _words)}");
            }

            try
            {
                using var answer = await client.GetAsync("/sign-in");
                // Its own words, because another portal may have taken the port, and answers there.
                if (answer.IsSuccessStatusCode && _words.Any(line => line.Contains(Address, StringComparison.Ordinal)))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private ProcessStartInfo Describe(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = BuiltPortal.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(BuiltPortal.Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address;
        foreach (var (name, value) in Settings())
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private Dictionary<string, string> Settings() => new(_settings)
    {
        ["School:PortalAddress"] = Address,
        ["Storage:Directory"] = _storage.FullName,
        ["Jobs:Enabled"] = _runsJobs ? "true" : "false",
        ["Demonstration:Fill"] = _filled ? "true" : "false",
    };

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    // A port is given out once: the system may offer it again before the portal listens on it.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (GivenOut.TryAdd(port, true))
            {
                return port;
            }
        }
    }
}
