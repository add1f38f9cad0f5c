using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Whether a start fills an empty database with demonstration data.</summary>
/// <param name="Fill"><c>Demonstration:Fill</c>: on in Development unless switched off, elsewhere never.</param>
public sealed record DemonstrationSettings(bool Fill)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="StartRefusedException">It is on outside Development.</exception>
    public static DemonstrationSettings Read(SettingsReader settings, IHostEnvironment environment)
    {
        var wanted = settings.Flag("Demonstration:Fill", environment.IsDevelopment());
        return wanted && !environment.IsDevelopment()
            ? throw SettingsReader.Wrong("Demonstration:Fill", "true", "false outside Development: demonstration people have a password that everybody knows")
            : new DemonstrationSettings(wanted);
    }
}
