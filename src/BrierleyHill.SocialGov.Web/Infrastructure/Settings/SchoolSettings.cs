using System.Globalization;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Settings;

/// <summary>The school: what the pages are headed with, and where the portal is reached.</summary>
/// <param name="Name">The school's name (<c>School:Name</c>).</param>
/// <param name="Colour">The header's colour as <c>#rrggbb</c>; white text on it is readable (<c>School:Colour</c>).</param>
/// <param name="PortalAddress">The address that links in e-mails begin with, without a slash at the end (<c>School:PortalAddress</c>).</param>
/// <param name="Support">Whom to ask for help, shown at the foot of every page (<c>School:Support</c>).</param>
public sealed record SchoolSettings(string Name, string Colour, string PortalAddress, string Support)
{
    // WCAG 2.2, success criterion 1.4.3: the least contrast between the header's white text and its background.
    private const double LeastContrast = 4.5;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong, or the address is missing outside Development.</exception>
    public static SchoolSettings Read(SettingsReader settings, IHostEnvironment environment)
    {
        var colour = settings.Text("School:Colour", "#1d3c6b");
        if (ContrastWithWhite(colour) is not >= LeastContrast)
        {
            throw SettingsReader.Wrong("School:Colour", colour, "a colour such as #1d3c6b, dark enough for white text to be readable on it");
        }

        var address = settings.WebAddress("School:PortalAddress")
            ?? (environment.IsProduction()
                ? throw SettingsReader.Wrong("School:PortalAddress", "", "the web address at which people reach the portal, such as https://social.school.example")
                : "http://localhost:5080");
        return new SchoolSettings(
            settings.Text("School:Name", "Brierley Hill Primary School", 100),
            colour,
            address,
            settings.Text("School:Support", "Ask the school office for help with this portal."));
    }

    private static double? ContrastWithWhite(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#'
            || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        static double Linear(int channel)
        {
            var share = channel / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        var luminance = (0.2126 * Linear((value >> 16) & 255)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255));
        return 1.05 / (luminance + 0.05);
    }
}
