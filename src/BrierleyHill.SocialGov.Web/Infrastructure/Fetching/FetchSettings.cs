using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Fetching;

/// <summary>What the portal may fetch from elsewhere.</summary>
/// <param name="AllowPrivateAddresses">Whether addresses of the school's own network and of this machine may be fetched from (<c>Fetching:AllowPrivateAddresses</c>).</param>
/// <param name="Patience">How long one document may take in all (<c>Fetching:Seconds</c>).</param>
/// <param name="MaximumBytes">How large one document may be (<c>Fetching:MaximumKilobytes</c>).</param>
public sealed record FetchSettings(bool AllowPrivateAddresses, TimeSpan Patience, int MaximumBytes)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static FetchSettings Read(SettingsReader settings) => new(
        settings.Flag("Fetching:AllowPrivateAddresses", absent: false),
        TimeSpan.FromSeconds(settings.WholeNumber("Fetching:Seconds", 15, 1, 120)),
        1024 * settings.WholeNumber("Fetching:MaximumKilobytes", 2048, 1, 16384));
}
