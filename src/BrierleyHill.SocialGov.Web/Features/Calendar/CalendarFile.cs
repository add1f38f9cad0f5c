using System.Globalization;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>Writes the dates of a person as a calendar file (RFC 5545).</summary>
public static class CalendarFile
{
    /// <summary>The file's kind, as the answer says it.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    // A deadline is a moment; programs that draw a week need a block that ends with it.
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(30);

    /// <summary>Writes the file, UTF-8.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="school">The school, for its name and the portal's address.</param>
    /// <param name="at">Now, UTC.</param>
    public static byte[] Write(IEnumerable<CalendarDate> dates, SchoolSettings school, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(school);
        var host = new Uri(school.PortalAddress).Host;
        var calendar = new Ical.Net.Calendar { ProductId = "-//Social media portal//Calendar 1.0//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{school.Name} social media");
        // Programs ask again after this long; some keep to it.
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var date in dates.OrderBy(date => date.DueAt ?? LondonTime.StartOfDay(date.DueOn!.Value)).ThenBy(date => date.Key, StringComparer.Ordinal))
        {
            calendar.Events.Add(Event(date, school.PortalAddress, host, at));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent Event(CalendarDate date, string portal, string host, DateTime at)
    {
        var made = new CalendarEvent
        {
            // The same for as long as it is the same thing, or each reading would make a second copy of it.
            Uid = string.Create(CultureInfo.InvariantCulture, $"{date.Key}@{host}"),
            DtStamp = new CalDateTime(WholeSecond(at), CalDateTime.UtcTzId),
            Sequence = date.Revision,
            Summary = date.What,
            Description = date.DueAt is { } due
                ? $"By {LondonTime.DisplayDueWithWeekday(due)}. {portal}{date.Path}"
                : $"By the end of {LondonTime.DisplayWithWeekday(date.DueOn!.Value)}. {portal}{date.Path}",
            Url = new Uri(portal + date.Path),
            // It says when something is due, not that the person is busy.
            Transparency = TransparencyType.Transparent,
            Class = "PRIVATE",
        };
        if (date.DueAt is { } instant)
        {
            made.Start = new CalDateTime(WholeSecond(instant - Block), CalDateTime.UtcTzId);
            made.End = new CalDateTime(WholeSecond(instant), CalDateTime.UtcTzId);
        }
        else
        {
            made.Start = new CalDateTime(date.DueOn!.Value);
            made.End = new CalDateTime(date.DueOn!.Value.AddDays(1));
        }

        return made;
    }

    private static DateTime WholeSecond(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
