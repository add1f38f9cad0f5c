using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Reads a time of day as people write it: "14:30", "2.30pm", "2 pm", "9", "0930", "midday". A time alone is of the 24-hour clock.</summary>
public static class TypedTime
{
    /// <summary>The time, or <see langword="null"/> where nothing was typed or it is none.</summary>
    public static TimeOnly? Read(string? typed)
    {
        var text = string.Concat(PlainText.CleanLine(typed).ToUpperInvariant().Where(character => !char.IsWhiteSpace(character)));
        if (text is "MIDDAY" or "NOON" or "12NOON" or "12MIDDAY")
        {
            return new TimeOnly(12, 0);
        }

        if (text is "MIDNIGHT" or "12MIDNIGHT")
        {
            return new TimeOnly(0, 0);
        }

        text = text.Replace(".M.", "M", StringComparison.Ordinal).Replace("A.M", "AM", StringComparison.Ordinal).Replace("P.M", "PM", StringComparison.Ordinal);
        bool? isMorning = text.EndsWith("AM", StringComparison.Ordinal) ? true : text.EndsWith("PM", StringComparison.Ordinal) ? false : null;
        var digits = isMorning is null ? text : text[..^2];
        var parts = digits.Split(':', '.');
        var (hours, minutes) = parts switch
        {
            [{ Length: 3 or 4 } together] => (together[..^2], together[^2..]),
            [var alone] => (alone, "00"),
            [var hour, { Length: 2 } minute] => (hour, minute),
            _ => ("", ""),
        };
        if (hours.Length is 0 or > 2
            || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || m > 59)
        {
            return null;
        }

        if (isMorning is { } morning)
        {
            return h is < 1 or > 12 ? null : new TimeOnly((h % 12) + (morning ? 0 : 12), m);
        }

        return h > 23 ? null : new TimeOnly(h, m);
    }
}
