using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;

/// <summary>How the school applies clause MON-2, and when alerts about it are raised.</summary>
/// <param name="Response">When answers are due (<c>Enquiries:…</c>).</param>
/// <param name="Alerts">When alerts are raised (<c>Alerts:…</c>).</param>
public sealed record DeadlineSettings(ResponseSettings Response, AlertSettings Alerts)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static DeadlineSettings Read(SettingsReader settings) => new(
        new ResponseSettings(
            settings.WholeNumber("Enquiries:ResponseHours", ResponseSettings.OfPolicy.ResponseHours, ResponseSettings.FewestHours, ResponseSettings.MostHours),
            settings.Flag("Enquiries:BankHolidaysCountAsWeekend", absent: true),
            settings.Flag("Enquiries:SchoolClosuresCountAsWeekend", absent: false),
            settings.Flag("Enquiries:RollDueOffNonWorkingDays", absent: false),
            settings.TimeOfDay("Enquiries:NextWorkingDayCutOff")),
        new AlertSettings(
            settings.WholeNumber("Alerts:DueSoonHours", AlertSettings.Usual.DueSoonHours, 1, ResponseSettings.MostHours),
            settings.TimeOfDay("Alerts:DueSoonFrom") ?? AlertSettings.Usual.DueSoonFrom,
            settings.WholeNumber("Alerts:EscalateAfterHours", AlertSettings.Usual.EscalateAfterHours, 1, ResponseSettings.MostHours)));
}
