using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>When morning summaries are sent.</summary>
/// <param name="At">The time of day, London (<c>Alerts:MorningSummaryAt</c>).</param>
public sealed record SummarySettings(TimeOnly At)
{
    /// <summary>The time of day as people read it: "7:30am".</summary>
    public string AtInWords => LondonTime.DisplayTime(new DateTime(AnyWinterDay, At, DateTimeKind.Utc));

    // In winter London's time is UTC.
    private static DateOnly AnyWinterDay { get; } = new(2026, 1, 1);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static SummarySettings Read(SettingsReader settings) => new(settings.TimeOfDay("Alerts:MorningSummaryAt") ?? SummaryTime.Usual);
}
