using System.Globalization;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Fetching;

/// <summary>What the portal may fetch from elsewhere.</summary>
/// <param name="AllowPrivateAddresses">Whether every address of the school's own network and of this machine may be fetched from (<c>Fetching:AllowPrivateAddresses</c>).</param>
/// <param name="Patience">How long one document may take in all (<c>Fetching:Seconds</c>).</param>
/// <param name="MaximumBytes">How large one document may be, unpacked (<c>Fetching:MaximumKilobytes</c>).</param>
public sealed record FetchSettings(bool AllowPrivateAddresses, TimeSpan Patience, int MaximumBytes)
{
    private const string HostsKey = "Fetching:AllowedPrivateHosts";

    /// <summary>
    /// The hosts that may be fetched from though their addresses are private, each as <c>host</c> or <c>host:port</c>, in small letters
    /// (<c>Fetching:AllowedPrivateHosts</c>). A redirection from one of them to another private host is refused all the same.
    /// </summary>
    public IReadOnlyCollection<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static FetchSettings Read(SettingsReader settings) => new(
        settings.Flag("Fetching:AllowPrivateAddresses", absent: false),
        TimeSpan.FromSeconds(settings.WholeNumber("Fetching:Seconds", 15, 1, 120)),
        1024 * settings.WholeNumber("Fetching:MaximumKilobytes", 2048, 1, 16384))
    {
        AllowedPrivateHosts = ReadHosts(settings),
    };

    /// <summary>Whether this host may be connected to whatever its address is.</summary>
    internal bool AllowsPrivate(string host, int port) =>
        AllowPrivateAddresses
        || AllowedPrivateHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || AllowedPrivateHosts.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), StringComparer.OrdinalIgnoreCase);

    private static string[] ReadHosts(SettingsReader settings)
    {
        string[] hosts = [.. (settings.Value(HostsKey) ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(host => host.ToLowerInvariant())];
        return Array.TrueForAll(hosts, host => Uri.TryCreate("http://" + host, UriKind.Absolute, out var read) && read.PathAndQuery == "/" && read.UserInfo.Length == 0 && !host.EndsWith('/'))
            ? hosts
            : throw SettingsReader.Wrong(HostsKey, string.Join(", ", hosts), "names of hosts, each with or without a port, such as feeds.school.example, 10.1.2.3:8080");
    }
}
