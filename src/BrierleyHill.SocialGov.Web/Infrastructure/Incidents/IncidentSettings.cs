using System.Globalization;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Incidents;

/// <summary>Somebody to call when somebody is in danger.</summary>
/// <param name="Name">Who they are.</param>
/// <param name="Telephone">How they are reached: a number, or words.</param>
/// <param name="When">When they are the ones to call.</param>
public sealed record DangerContact(string Name, string Telephone, string When)
{
    /// <summary>The number as a telephone dials it, or "" where there is none to dial.</summary>
    public string ToDial => Telephone.Any(char.IsAsciiDigit) && Telephone.All(character => char.IsAsciiDigit(character) || character is ' ' or '+' or '(' or ')' or '-')
        ? string.Concat(Telephone.Where(character => char.IsAsciiDigit(character) || character == '+'))
        : "";
}

/// <summary>How the school deals with incidents (<c>Incidents:…</c>).</summary>
/// <param name="AssessWithinWorkingDays">Within how many working days a senior leader assesses a new incident.</param>
/// <param name="DangerContacts">Whom to call when somebody is in danger, in the order in which they are shown.</param>
/// <param name="Agencies">The agencies to which incidents are referred, in the order in which they are offered.</param>
/// <param name="ReferralAlerts">When the alerts about the next contact with an agency are raised.</param>
public sealed record IncidentSettings(
    int AssessWithinWorkingDays, IReadOnlyList<DangerContact> DangerContacts, IReadOnlyList<ReferralAgency> Agencies, ReferralAlertSettings ReferralAlerts)
{
    /// <summary>The most agencies that are read.</summary>
    public const int MostAgencies = 30;

    /// <summary>The most contacts that are read.</summary>
    public const int MostContacts = 12;

    /// <summary>Whom to call where the school has set nobody.</summary>
    public static IReadOnlyList<DangerContact> UsualContacts { get; } =
    [
        new("Emergency services", "999", "Somebody is in danger now, or a crime is going on"),
        new("Designated safeguarding lead", "Ask in the school office", "A child may be at risk: at once, and in person"),
        new("Police, not urgent", "101", "A crime may have happened and nobody is in danger now"),
        new("Children’s social care", "Ask in the school office for the number", "A child may be at risk and the safeguarding lead cannot be reached"),
        new("NSPCC helpline", "0808 800 5000", "You want advice about a child"),
        new("Professionals Online Safety Helpline", "0344 381 4772", "You want advice about something online"),
    ];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static IncidentSettings Read(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var contacts = new List<DangerContact>();
        for (var index = 0; index < MostContacts; index++)
        {
            var contact = string.Create(CultureInfo.InvariantCulture, $"Incidents:DangerContacts:{index}:");
            var name = settings.Text(contact + "Name", "", 100);
            if (name.Length > 0)
            {
                contacts.Add(new DangerContact(name, settings.Text(contact + "Telephone", "", 60), settings.Text(contact + "When", "", 200)));
            }
        }

        return new IncidentSettings(
            settings.WholeNumber("Incidents:AssessWithinWorkingDays", 1, 1, 30),
            contacts.Count > 0 ? contacts : UsualContacts,
            ReadAgencies(settings),
            new ReferralAlertSettings(
                settings.WholeNumber("Incidents:RemindOfContactHours", ReferralAlertSettings.Usual.RemindHoursBefore, 0, 48),
                settings.WholeNumber("Incidents:EscalateContactHours", ReferralAlertSettings.Usual.EscalateHoursAfter, 0, 336)));
    }

    private static IReadOnlyList<ReferralAgency> ReadAgencies(SettingsReader settings)
    {
        var agencies = new List<ReferralAgency>();
        for (var index = 0; index < MostAgencies; index++)
        {
            var agency = string.Create(CultureInfo.InvariantCulture, $"Incidents:Agencies:{index}:");
            var name = settings.Text(agency + "Name", "", ReferralAgency.NameMaximumLength);
            if (name.Length > 0)
            {
                agencies.Add(new ReferralAgency(name, settings.Text(agency + "Contact", "", ReferralAgency.ContactMaximumLength), settings.Flag(agency + "GivesReference", false)));
            }
        }

        return agencies.Count > 0 ? agencies : ReferralAgency.Usual;
    }
}
