using System.Globalization;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Rotas as people read and type them.</summary>
public static class RotaWords
{
    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H.mm", "HHmm", "h:mmtt", "h.mmtt", "htt"];

    /// <summary>The weekdays in the order of a week that begins on Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enum.GetValues<DayOfWeek>().OrderBy(MonitoringRota.FromMonday)];

    /// <summary>Weekdays in words: "Every day", "Monday to Friday", "Monday, Wednesday and Friday".</summary>
    public static string Days(IEnumerable<DayOfWeek> days)
    {
        var places = days.Select(MonitoringRota.FromMonday).Distinct().Order().ToList();
        if (places.Count == Week.Count)
        {
            return "Every day";
        }

        var isRun = places.Count > 2 && places[^1] - places[0] == places.Count - 1;
        var names = places.ConvertAll(place => Week[place].ToString());
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            _ when isRun => $"{names[0]} to {names[^1]}",
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }

    /// <summary>A time of day in words: "8:15am", "3pm", "midday", "midnight".</summary>
    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => time.ToString("%h", CultureInfo.InvariantCulture) + Half(time),
        _ => time.ToString("h':'mm", CultureInfo.InvariantCulture) + Half(time),
    };

    /// <summary>Lines of a rota in words: "Monday to Friday at 8:15am, Rhys Bevan".</summary>
    public static IReadOnlyList<string> Lines(MonitoringRota rota, PeopleDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(rota);
        ArgumentNullException.ThrowIfNull(directory);
        return [.. rota.Lines().Select(line => $"{Days(line.Days)} at {Time(line.Time!.Value)}, {directory.NameOf(line.PersonId!.Value)}")];
    }

    /// <summary>Reads a time as people type it: 8:15, 08.15, 0815, 3:30pm, 3pm; <see langword="null"/> for none.</summary>
    public static TimeOnly? ReadTime(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        return TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>Why a check is somebody's, in words; "" for their own slot.</summary>
    public static string Because(DutyReason reason) => reason switch
    {
        DutyReason.OwnSlot => "",
        DutyReason.Cover => "as cover",
        DutyReason.Administrator => "as administrator of the account",
        DutyReason.Nobody => "",
    };

    /// <summary>So many hours: "1 hour", "2 hours".</summary>
    public static string Hours(int hours) => hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours} hours");

    private static string Half(TimeOnly time) => time.Hour < 12 ? "am" : "pm";
}
