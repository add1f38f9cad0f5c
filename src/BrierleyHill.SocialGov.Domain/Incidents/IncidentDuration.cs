using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>How long something took, as people say it.</summary>
public static class IncidentDuration
{
    /// <summary>"less than an hour", "5 hours", "1 day", "2 days and 3 hours". What a clock that was set back makes negative took no time.</summary>
    public static string InWords(TimeSpan took)
    {
        if (took < TimeSpan.FromHours(1))
        {
            return "less than an hour";
        }

        var (days, hours) = (took.Days, took.Hours);
        return (days, hours) switch
        {
            (0, _) => Of(hours, "hour"),
            (_, 0) => Of(days, "day"),
            _ => $"{Of(days, "day")} and {Of(hours, "hour")}",
        };
    }

    private static string Of(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
