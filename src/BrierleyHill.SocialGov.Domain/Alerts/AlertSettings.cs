using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;

namespace BrierleyHill.SocialGov.Domain.Alerts;

/// <summary>When alerts about answers are raised.</summary>
/// <param name="DueSoonHours">How many hours before the due time it is due soon, where hours are counted.</param>
/// <param name="DueSoonFrom">The time, London, of the day on which it is due, from which it is due soon where the next working day counts.</param>
/// <param name="EscalateAfterHours">How many hours after the due time senior leaders are told.</param>
public sealed record AlertSettings(int DueSoonHours, TimeOnly DueSoonFrom, int EscalateAfterHours)
{
    /// <summary>Four hours before, nine o'clock on the day, four hours after.</summary>
    public static AlertSettings Usual { get; } = new(4, new TimeOnly(9, 0), 4);

    /// <summary>When the alerts about an answer are raised.</summary>
    /// <param name="deadline">When it is due.</param>
    public AlertTimes TimesOf(ResponseDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return TimesOf(deadline.Rule, deadline.DueAt);
    }

    /// <summary>When the alerts about an answer are raised.</summary>
    /// <param name="rule">Which part of the clause decided when it is due.</param>
    /// <param name="dueAt">When it is due, UTC.</param>
    public AlertTimes TimesOf(ResponseRule rule, DateTime dueAt)
    {
        var soon = rule switch
        {
            ResponseRule.WithinHours => dueAt.AddHours(-DueSoonHours),
            ResponseRule.NextWorkingDay => OnTheDay(dueAt),
        };
        return new AlertTimes(soon, dueAt, dueAt.AddHours(EscalateAfterHours));
    }

    // The day itself is the one that the due time ends or falls on: midnight belongs to the day before it. A cut-off before nine is due soon from midnight on.
    private DateTime OnTheDay(DateTime dueAt)
    {
        var day = LondonTime.DateOf(dueAt.AddTicks(-1));
        var from = LondonTime.TryToUtc(day.ToDateTime(DueSoonFrom), out var there) ? there : LondonTime.StartOfDay(day).AddHours(1);
        return from < dueAt ? from : LondonTime.StartOfDay(day);
    }
}
