using System.Net;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;

/// <summary>How the connection to the mailbox is protected.</summary>
public enum MailboxSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    SslOnConnect,

    /// <summary>Encrypted after the first words; a server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>Not at all: on this machine alone.</summary>
    None,
}

/// <summary>The mailbox to which the platforms' e-mails go.</summary>
/// <param name="Host">The IMAP server's name (<c>Mailbox:Host</c>), or <see langword="null"/>: no mailbox is read.</param>
/// <param name="Port">Its port (<c>Mailbox:Port</c>; 993 with SslOnConnect, else 143, unless set).</param>
/// <param name="Security">How the connection is protected (<c>Mailbox:Security</c>; SslOnConnect unless set).</param>
/// <param name="UserName">The name to sign in with (<c>Mailbox:UserName</c>).</param>
/// <param name="Password">The password to sign in with (<c>Mailbox:Password</c>).</param>
/// <param name="Folder">The folder that is read (<c>Mailbox:Folder</c>; INBOX unless set).</param>
/// <param name="Interval">How often it is read (<c>Mailbox:Minutes</c>).</param>
public sealed record MailboxSettings(string? Host, int Port, MailboxSecurity Security, string UserName, string Password, string Folder, TimeSpan Interval)
{
    private const string HostKey = "Mailbox:Host";
    private const string SecurityKey = "Mailbox:Security";
    private const string UserNameKey = "Mailbox:UserName";
    private const string PasswordKey = "Mailbox:Password";

    /// <summary>Which mailbox it is, without telling whose: SHA-256, in hexadecimal.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Host}\n{UserName}\n{Folder}")));

    /// <summary>Reads the settings. The password is never shown.</summary>
    /// <exception cref="StartRefusedException">A value is wrong, or one is missing that another needs.</exception>
    public static MailboxSettings Read(SettingsReader settings)
    {
        var host = settings.Value(HostKey);
        var (user, password) = (settings.Value(UserNameKey), settings.Secret(PasswordKey));
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw SettingsReader.Wrong(HostKey, host, "the name or the number of an IMAP server, such as imap.school.example, without a port");
        }

        if (host is null && (user is not null || password is not null))
        {
            throw SettingsReader.Wrong(HostKey, "", $"the name of an IMAP server, such as imap.school.example, because {UserNameKey} or {PasswordKey} is set");
        }

        if (host is not null && user is null)
        {
            throw SettingsReader.Wrong(UserNameKey, "", $"the name to sign in to the mailbox with, because {HostKey} is set");
        }

        if (host is not null && password is null)
        {
            throw SettingsReader.Wrong(PasswordKey, "", $"the password to sign in to the mailbox with, because {HostKey} is set");
        }

        var security = settings.Choice(SecurityKey, MailboxSecurity.SslOnConnect);
        // Whoever is on the way would read the password and every message. On the machine itself there is no way.
        return security == MailboxSecurity.None && host is not null && !IsThisMachine(host)
            ? throw SettingsReader.Wrong(SecurityKey, security.ToString(), "SslOnConnect or StartTls: the password and the messages would else cross the network unprotected")
            : new MailboxSettings(
                host,
                settings.WholeNumber("Mailbox:Port", security == MailboxSecurity.SslOnConnect ? 993 : 143, 1, 65535),
                security,
                user ?? "",
                password ?? "",
                settings.Text("Mailbox:Folder", "INBOX"),
                TimeSpan.FromMinutes(settings.WholeNumber("Mailbox:Minutes", 5, 1, 1440)));
    }

    /// <inheritdoc />
    public override string ToString() => $"{nameof(MailboxSettings)} of {Host ?? "no mailbox"}";

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var number) && IPAddress.IsLoopback(number));
}
