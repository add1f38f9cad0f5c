using System.Diagnostics;
using System.Text.Json;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>One event of a calendar file, as another implementation of RFC 5545 reads it.</summary>
public sealed record CheckedEvent(
    string Uid, string Summary, string Description, string Url, int Sequence, string Start, string End, string Stamp, string Transparent);

/// <summary>Holds a calendar file against RFC 5545 with the icalendar package of Python.</summary>
public static class CalendarCheck
{
    /// <summary>Reads the file strictly.</summary>
    /// <exception cref="InvalidOperationException">It is not what the standard says; the message says what is wrong.</exception>
    public static async Task<IReadOnlyList<CheckedEvent>> ReadAsync(byte[] file)
    {
        // The distribution's own interpreter: the package is installed for that one.
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("/usr/bin/python3")
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.StartInfo.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Support", "Calendar", "check_calendar.py"));
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(file);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<List<CheckedEvent>>(await output, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException(await errors);
    }
}
