using System.Diagnostics;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Tests.Support.Smtp;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Email;

/// <summary>The portal as a process of its own, killed with SIGKILL while it sends.</summary>
public class KilledSenderTests
{
    [Fact]
    public async Task Killed_while_it_waits_for_the_servers_yes_the_message_came_once_and_is_in_doubt()
    {
        // The server has the whole message and keeps its answer back: the one point at which nobody knows.
        await using var server = await SmtpServer.StartAsync("--delay=60");
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        // The other process has the real clock: what is due by the test's clock is due by the real one, long since or at once.
        portal.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));
        using (var sender = Start(portal.StorageDirectory, server.Port))
        {
            try
            {
                await Eventually.IsTrueAsync(() => Task.FromResult(server.Messages().Count == 1));
            }
            finally
            {
                sender.Kill(entireProcessTree: true);
                await sender.WaitForExitAsync();
            }
        }

        Assert.Equal(OutgoingEmailStatus.HandingOver, (await portal.EmailAsync(id)).Status);

        portal.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + OutgoingEmail.ClaimLifetime);
        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal(OutgoingEmailStatus.InDoubt, (await portal.EmailAsync(id)).Status);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());
        Assert.Single(server.Messages());
    }

    private static Process Start(string storage, int port)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BrierleyHill.SocialGov.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__Directory"] = storage;
        start.Environment["School__PortalAddress"] = "http://localhost:5080";
        foreach (var (key, value) in PortalServices.ServerAt(port))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }
}
