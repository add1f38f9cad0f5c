using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>The public page of the school's accounts.</summary>
/// <param name="Enabled">Whether there is one (<c>PublicRegister:Enabled</c>): the school decides to publish, so only in Development it is on by itself.</param>
/// <param name="ReportTo">Whom to tell of a false account (<c>PublicRegister:ReportTo</c>): a sentence that everybody reads.</param>
/// <param name="ChecksPerMinute">How many questions one address on the Internet may ask in a minute (<c>PublicRegister:ChecksPerMinute</c>).</param>
public sealed record OfficialAccountsSettings(bool Enabled, string ReportTo, int ChecksPerMinute)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static OfficialAccountsSettings Read(SettingsReader settings, IHostEnvironment environment) => new(
        settings.Flag("PublicRegister:Enabled", environment.IsDevelopment()),
        settings.Text("PublicRegister:ReportTo", "Tell the school office.", 300),
        settings.WholeNumber("PublicRegister:ChecksPerMinute", 60, 1, 10_000));
}
