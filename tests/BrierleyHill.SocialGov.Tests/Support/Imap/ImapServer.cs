using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Support.Imap;

/// <summary>A real IMAP server (Debian's dovecot-imapd) on loopback, in a process and a folder of its own. Every user name is a mailbox; the password is one.</summary>
public sealed class ImapServer : IAsyncDisposable
{
    public const string Password = "quarry-heron-lantern";
    private const string Program = "/usr/sbin/dovecot";

    private readonly DirectoryInfo _folder;
    private Process? _process;

    private ImapServer(DirectoryInfo folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    public static async Task<ImapServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("social-gov-imap-");
        var server = new ImapServer(folder, UnusedPort());
        var mail = folder.CreateSubdirectory("mail");
        // Run by root, the server reads mail as nobody, and neither of its own users may be root.
        var isRoot = Environment.IsPrivilegedProcess;
        if (isRoot && !OperatingSystem.IsWindows())
        {
            folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            mail.UnixFileMode = (UnixFileMode)Convert.ToInt32("777", 8);
        }

        var (user, login) = isRoot ? ("dovecot", "dovenull") : (Environment.UserName, Environment.UserName);
        var owner = isRoot ? "uid=65534 gid=65534" : $"uid={Environment.UserName}";
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dovecot.conf"), $$"""
            protocols = imap
            listen = 127.0.0.1
            base_dir = {{folder.FullName}}/run
            state_dir = {{folder.FullName}}/run
            log_path = {{folder.FullName}}/log
            ssl = no
            disable_plaintext_auth = no
            auth_failure_delay = 0
            mail_location = maildir:{{folder.FullName}}/mail/%u
            first_valid_uid = 1
            mail_max_userip_connections = 100
            default_internal_user = {{user}}
            default_login_user = {{login}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = {{owner}} home={{folder.FullName}}/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{server.Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              unix_listener stats-writer {
                mode = 0666
              }
            }
            """);
        await server.RunAsync();
        return server;
    }

    public static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Everything that the server has logged.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder.FullName, "log"));

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            // SIGTERM: the server ends its own children.
            using var kill = Process.Start("kill", _process.Id.ToString(CultureInfo.InvariantCulture));
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async Task RunAsync()
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-F", "-c", Path.Combine(_folder.FullName, "dovecot.conf")])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && since.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(20);
            }
            catch (SocketException failure)
            {
                throw new InvalidOperationException(
                    $"The IMAP server did not start (is dovecot-imapd installed?): {(_process.HasExited ? await error : "it does not listen")}", failure);
            }
        }
    }

    /// <summary>Puts a message into a folder, as a delivery would.</summary>
    public async Task DeliverAsync(string user, MimeMessage message, DateTimeOffset receivedAt, string folder = "INBOX")
    {
        using var stream = new MemoryStream();
        await message.WriteToAsync(stream);
        await DeliverAsync(user, stream.ToArray(), receivedAt, folder);
    }

    /// <summary>The same for exactly these bytes.</summary>
    public Task DeliverAsync(string user, byte[] message, DateTimeOffset receivedAt, string folder = "INBOX") => UseAsync(user, async client =>
    {
        // MailKit sends what it has parsed; a message that breaks the rules has to go as it is.
        var box = await FolderAsync(client, folder);
        using var stream = new MemoryStream(message);
        using var parsed = await MimeMessage.LoadAsync(ParserOptions.Default, stream);
        await box.AppendAsync(new AppendRequest(parsed, MessageFlags.None, receivedAt) { });
        return true;
    });

    /// <summary>How many messages there are and how many of them bear a mark.</summary>
    public Task<(int Messages, int Marked)> LookAsync(string user, string folder = "INBOX") => UseAsync(user, async client =>
    {
        var box = await FolderAsync(client, folder);
        await box.OpenAsync(FolderAccess.ReadOnly);
        var found = await box.FetchAsync(0, -1, MessageSummaryItems.Flags);
        return (found.Count, found.Count(summary => (summary.Flags!.Value & ~MessageFlags.Recent) != MessageFlags.None));
    });

    /// <summary>Removes a folder with everything in it: the next of its name is numbered anew.</summary>
    public Task RemoveAsync(string user, string folder) => UseAsync(user, async client =>
    {
        await (await FolderAsync(client, folder)).DeleteAsync();
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<T> UseAsync<T>(string user, Func<ImapClient, Task<T>> use)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, MailKit.Security.SecureSocketOptions.None);
        await client.AuthenticateAsync(user, Password);
        var result = await use(client);
        await client.DisconnectAsync(quit: true);
        return result;
    }

    private static async Task<IMailFolder> FolderAsync(ImapClient client, string folder)
    {
        try
        {
            return await client.GetFolderAsync(folder);
        }
        catch (FolderNotFoundException)
        {
            return (await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync(folder, isMessageFolder: true))!;
        }
    }
}
