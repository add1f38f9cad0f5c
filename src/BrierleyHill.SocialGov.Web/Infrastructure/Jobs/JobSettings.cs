using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>Whether this instance runs jobs.</summary>
/// <param name="Enabled"><c>Jobs:Enabled</c>; on unless it is switched off.</param>
public sealed record JobSettings(bool Enabled)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static JobSettings Read(SettingsReader settings) => new(settings.Flag("Jobs:Enabled", absent: true));
}
