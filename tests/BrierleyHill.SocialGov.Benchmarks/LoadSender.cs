using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace BrierleyHill.SocialGov.Benchmarks;

/// <summary>What one page did under load.</summary>
/// <param name="RequestsPerSecond">How many requests were answered a second.</param>
/// <param name="Median">The middle of the times to the last byte, in milliseconds.</param>
/// <param name="NinetyNinth">What 99 of 100 were within, in milliseconds.</param>
/// <param name="CountWithWarmUp">How many requests were sent, with those that were sent to warm up and are not measured.</param>
public sealed record LoadResult(double RequestsPerSecond, double Median, double NinetyNinth, int CountWithWarmUp);

/// <summary>Asks for one address over and over, on a few connections, each of which waits for its answer before it asks again.</summary>
public static class LoadSender
{
    private const int Connections = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>The child process: <c>send ADDRESS SECONDS COOKIE</c>. Prints the result as JSON.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (address, seconds, cookie) = (new Uri(args[0]), int.Parse(args[1], CultureInfo.InvariantCulture), args.Length > 2 ? args[2] : "");
        var warm = await SendAsync(address, cookie, WarmUp);
        var began = Stopwatch.GetTimestamp();
        var times = await SendAsync(address, cookie, TimeSpan.FromSeconds(seconds));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        times.Sort();
        var result = new LoadResult(times.Count / took, times[times.Count / 2], times[Math.Min(times.Count - 1, times.Count * 99 / 100)], warm.Count + times.Count);
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    /// <summary>Runs the child process against an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cookie">The session, or "".</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<LoadResult> MeasureAsync(Uri address, string cookie, int seconds, CancellationToken cancellationToken)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. HostArguments, "send", address.AbsoluteUri, seconds.ToString(CultureInfo.InvariantCulture), cookie])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var printed = await child.StandardOutput.ReadToEndAsync(cancellationToken);
        await child.WaitForExitAsync(cancellationToken);
        return child.ExitCode == 0 ? JsonSerializer.Deserialize<LoadResult>(printed)! : throw new InvalidOperationException($"{address} could not be measured.");
    }

    // Started by "dotnet X.dll" the process is dotnet itself; as a program of its own it needs nothing before its arguments.
    private static string[] HostArguments =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LoadSender).Assembly.Location] : [];

    private static async Task<List<double>> SendAsync(Uri address, string cookie, TimeSpan duration)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
            var times = new List<double>(100_000);
            while (Stopwatch.GetTimestamp() < until)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (cookie.Length > 0)
                {
                    request.Headers.TryAddWithoutValidation("Cookie", cookie);
                }

                var began = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(request);
                await answer.Content.CopyToAsync(Stream.Null);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
                }
            }

            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }
}
