using System.Net;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Encrypted after the first words; a server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>Encrypted where the server offers it.</summary>
    StartTlsWhenAvailable,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}

/// <summary>How mail leaves.</summary>
/// <param name="Host">The mail server's name (<c>Mail:Host</c>), or <see langword="null"/>: mail is then written to <paramref name="Folder"/>.</param>
/// <param name="Port">Its port (<c>Mail:Port</c>; 587, or 465 with Tls, or 25 with None, unless set).</param>
/// <param name="Security">How the connection is protected (<c>Mail:Security</c>; StartTls unless set).</param>
/// <param name="User">The name to sign in with (<c>Mail:User</c>), or <see langword="null"/>: the server asks for none.</param>
/// <param name="Password">The password to sign in with (<c>Mail:Password</c>).</param>
/// <param name="From">The address that mail comes from (<c>Mail:From</c>).</param>
/// <param name="Folder">Where mail is written while no server is set.</param>
public sealed record MailSettings(string? Host, int Port, MailSecurity Security, string? User, string? Password, string From, string Folder)
{
    private const string HostKey = "Mail:Host";
    private const string PortKey = "Mail:Port";
    private const string SecurityKey = "Mail:Security";
    private const string UserKey = "Mail:User";
    private const string PasswordKey = "Mail:Password";
    private const string FromKey = "Mail:From";
    private const string FromExample = "an e-mail address such as portal@school.example";

    /// <summary>How mail leaves, in words for the portal manager. It names no user and no password.</summary>
    public string Description => Host is null
        ? $"No mail server is set. E-mails are written to the folder {Folder} and reach nobody."
        : $"E-mails leave through the mail server {Host}, port {Port}, {SecurityInWords}.";

    private string SecurityInWords => Security switch
    {
        MailSecurity.None => "without encryption",
        MailSecurity.StartTls => "encrypted (STARTTLS)",
        MailSecurity.StartTlsWhenAvailable => "encrypted where the server offers it (STARTTLS)",
        MailSecurity.Tls => "encrypted (TLS)",
    };

    /// <summary>Reads the settings. The password is never shown.</summary>
    /// <exception cref="StartRefusedException">A value is wrong, or one is missing that another needs.</exception>
    public static MailSettings Read(SettingsReader settings, StorageSettings storage, SchoolSettings school)
    {
        var host = settings.Value(HostKey);
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw SettingsReader.Wrong(HostKey, host, "the name or the number of a mail server, such as smtp.school.example, without a port");
        }

        var security = settings.Choice(SecurityKey, MailSecurity.StartTls);
        var port = settings.WholeNumber(PortKey, PortFor(security), 1, 65535);
        var (user, password) = ReadSignIn(settings, host, security);
        return new MailSettings(host, port, security, user, password, ReadFrom(settings, host, school), Path.Combine(storage.Directory, "mail"));
    }

    private static int PortFor(MailSecurity security) => security switch
    {
        MailSecurity.None => 25,
        MailSecurity.StartTls or MailSecurity.StartTlsWhenAvailable => 587,
        MailSecurity.Tls => 465,
    };

    private static (string? User, string? Password) ReadSignIn(SettingsReader settings, string? host, MailSecurity security)
    {
        var user = settings.Value(UserKey);
        var password = settings.Secret(PasswordKey);
        if (user is null && password is null)
        {
            return (null, null);
        }

        if (host is null)
        {
            throw SettingsReader.Wrong(HostKey, "", $"the name of a mail server, such as smtp.school.example, because {UserKey} or {PasswordKey} is set");
        }

        if (user is null)
        {
            throw SettingsReader.Wrong(UserKey, "", $"the name to sign in to the mail server with, because {PasswordKey} is set");
        }

        if (password is null)
        {
            throw SettingsReader.Wrong(PasswordKey, "", $"the password to sign in to the mail server with, because {UserKey} is set");
        }

        // Without certain encryption whoever is on the way reads the password. On the machine itself there is no way.
        return security is MailSecurity.StartTls or MailSecurity.Tls || IsThisMachine(host)
            ? (user, password)
            : throw SettingsReader.Wrong(SecurityKey, security.ToString(), $"StartTls or Tls while {UserKey} is set: the password would else cross the network unprotected");
    }

    private static string ReadFrom(SettingsReader settings, string? host, SchoolSettings school)
    {
        var from = settings.Value(FromKey);
        if (from is null)
        {
            return host is null
                ? $"social-media-portal@{new Uri(school.PortalAddress).IdnHost}"
                : throw SettingsReader.Wrong(FromKey, "", $"{FromExample}, because {HostKey} is set");
        }

        return IsAddress(from) ? from : throw SettingsReader.Wrong(FromKey, from, FromExample);
    }

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var number) && IPAddress.IsLoopback(number));

    /// <summary>Whether it is an address alone: no name beside it, no list, nothing that could become a second header.</summary>
    internal static bool IsAddress(string text) =>
        !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
        && MailboxAddress.TryParse(text, out var parsed)
        && string.Equals(parsed.Address, text, StringComparison.Ordinal)
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;
}
