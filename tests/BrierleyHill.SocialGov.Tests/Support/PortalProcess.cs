using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>The portal as a process of its own, as it runs at a school: started, killed and started again.</summary>
public sealed class PortalProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private PortalProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the portal and waits until it answers.</summary>
    public static async Task<PortalProcess> StartAsync(string storage, params (string Key, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = new Process { StartInfo = StartInfo([], storage, [("ASPNETCORE_URLS", address.ToString()), .. settings]) };
        var portal = new PortalProcess(process, address);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The portal ended with {process.ExitCode}: {portal.Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return portal;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The portal did not answer within a minute: {portal.Output}");
    }

    /// <summary>Runs a verb, or a start that is expected to end by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string storage, params (string Key, string Value)[] settings)
    {
        using var process = new Process { StartInfo = StartInfo(arguments, storage, settings) };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"It did not end within a minute: {await output} {await errors}", late);
        }

        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a verb that a test watches and kills.</summary>
    public static PortalProcess StartVerb(string[] arguments, string storage, params (string Key, string Value)[] settings)
    {
        var process = new Process { StartInfo = StartInfo(arguments, storage, settings) };
        var verb = new PortalProcess(process, new Uri("about:blank"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return verb;
    }

    /// <summary>Waits until it has said something, or has ended.</summary>
    /// <returns>Whether it said so.</returns>
    public async Task<bool> WaitForAsync(string said)
    {
        while (!Output.Contains(said, StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                // What it said last may still be on its way.
                await _process.WaitForExitAsync();
                return Output.Contains(said, StringComparison.Ordinal);
            }

            await Task.Delay(1);
        }

        return true;
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Kills it as a power cut would: SIGKILL, nothing is told.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string[] arguments, string storage, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BrierleyHill.SocialGov.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Directory"] = storage;
        start.Environment["Demonstration__Fill"] = "false";
        start.Environment["Jobs__Enabled"] = "false";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
