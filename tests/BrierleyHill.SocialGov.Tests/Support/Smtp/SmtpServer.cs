using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Support.Smtp;

/// <summary>A real SMTP server (Debian's python3-aiosmtpd) on loopback, in a process of its own.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private SmtpServer(Process process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">As the script takes them, each "--name=value".</param>
    public static async Task<SmtpServer> StartAsync(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-smtp-");
        var start = new ProcessStartInfo("/usr/bin/python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Support", "Smtp", "smtp_server.py"), $"--folder={folder.FullName}", .. options])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        if (!int.TryParse(line, CultureInfo.InvariantCulture, out var port))
        {
            var error = await process.StandardError.ReadToEndAsync();
            throw new InvalidOperationException($"The SMTP server did not start (is python3-aiosmtpd installed?): {error}");
        }

        // Read, so that the server never waits for room to complain in.
        _ = process.StandardError.ReadToEndAsync();
        return new SmtpServer(process, folder, port);
    }

    /// <summary>A port on which nothing listens.</summary>
    public static async Task<int> UnusedPortAsync()
    {
        await using var server = await StartAsync();
        return server.Port;
    }

    /// <summary>Every message that the server has taken.</summary>
    public IReadOnlyList<MimeMessage> Messages() => [.. _folder.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName))];

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
