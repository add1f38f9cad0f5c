using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>
/// When an answer is due, and why (clause MON-2): "within 24 hours, or on the next working day if received at a weekend". One pure
/// function gives both, so that the reasons that people read are those that were computed with.
/// </summary>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="DueAt">The first instant that is late, UTC: an answer before it is in time.</param>
/// <param name="Rule">Which part of the clause decided.</param>
/// <param name="Because">The steps, in plain sentences and in order.</param>
public sealed record ResponseDeadline(DateTime ReceivedAt, DateTime DueAt, ResponseRule Rule, IReadOnlyList<string> Because)
{
    // So many days off are told one by one; more, as in the summer holidays, together. Easter and Christmas have at most four.
    private const int MostDaysOneByOne = 4;

    /// <summary>The first instant for which there is an answer, UTC: bank holidays of earlier years are not recorded.</summary>
    public static DateTime Earliest { get; } = LondonTime.StartOfDay(new DateOnly(BankHolidays.FirstYear, 1, 1));

    /// <summary>The first instant for which there is no answer any more, UTC: the day that is due must be one that a date can hold.</summary>
    public static DateTime End { get; } = LondonTime.StartOfDay(new DateOnly(9999, 1, 1));

    /// <summary>Works out the deadline.</summary>
    /// <param name="receivedAt">When it was received, UTC.</param>
    /// <param name="calendar">The school's working calendar, with its bank holidays and closures. The settings say which of them count.</param>
    /// <param name="settings">How the school applies the clause.</param>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is before <see cref="Earliest"/> or not before <see cref="End"/>, or there is no working day after it.</exception>
    public static ResponseDeadline Of(DateTime receivedAt, WorkingCalendar calendar, ResponseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(settings);
        var received = LondonTime.DateOf(receivedAt);
        ArgumentOutOfRangeException.ThrowIfLessThan(receivedAt, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(receivedAt, End);
        var days = calendar.Counting(settings.BankHolidaysCountAsWeekend, settings.SchoolClosuresCountAsWeekend);
        var because = new List<string>();
        if (days.WhyNotWorking(received) is { } why)
        {
            because.Add($"It was received on {LondonTime.DisplayWithWeekday(receivedAt)}. That day is {why.InWords}, not a working day.");
            return new ResponseDeadline(receivedAt, EndOfNextWorkingDay(received, days, settings, because), ResponseRule.NextWorkingDay, because);
        }

        // A day off that does not count is named, or whoever wonders about a deadline in the summer holidays looks for it in vain.
        because.Add(calendar.WhyNotWorking(received) is { } doesNotCount
            ? $"It was received on {LondonTime.DisplayWithWeekday(receivedAt)}. That day is {doesNotCount.InWords}, which counts as a working day here."
            : $"It was received on {LondonTime.DisplayWithWeekday(receivedAt)}, a working day.");
        var due = receivedAt.AddHours(settings.ResponseHours);
        because.Add($"What is received on a working day is answered within {Hours(settings.ResponseHours)}: by {LondonTime.DisplayWithWeekday(due)}.");
        var change = LondonTime.Zone.GetUtcOffset(due) - LondonTime.Zone.GetUtcOffset(receivedAt);
        if (change != TimeSpan.Zero)
        {
            because.Add($"The clocks go {(change > TimeSpan.Zero ? "forward" : "back")} in between, so it is an hour {(change > TimeSpan.Zero ? "later" : "earlier")} by the clock.");
        }

        var dueOn = LondonTime.DateOf(due);
        if (days.WhyNotWorking(dueOn) is not { } falls)
        {
            return new ResponseDeadline(receivedAt, due, ResponseRule.WithinHours, because);
        }

        if (settings.RollDueOffNonWorkingDays)
        {
            because.Add($"{LondonTime.DisplayWithWeekday(dueOn)} is {falls.InWords}, and the school moves such a deadline to the next working day.");
            due = EndOfNextWorkingDay(dueOn, days, settings, because);
        }
        else
        {
            because.Add($"{LondonTime.DisplayWithWeekday(dueOn)} is {falls.InWords}. The deadline stays: for what comes in on a working day, the policy counts hours.");
        }

        return new ResponseDeadline(receivedAt, due, ResponseRule.WithinHours, because);
    }

    /// <summary>Whether an answer at this instant is in time.</summary>
    /// <param name="answeredAt">The first acknowledgement, reply or explained removal, UTC.</param>
    public bool IsInTime(DateTime answeredAt) => answeredAt < DueAt;

    private static DateTime EndOfNextWorkingDay(DateOnly from, WorkingCalendar days, ResponseSettings settings, List<string> because)
    {
        var off = new List<(DateOnly Day, NonWorkingDay Why)>();
        var day = from.AddDays(1);
        for (; days.WhyNotWorking(day) is { } why; day = day.AddDays(1))
        {
            off.Add((day, why));
        }

        AddDaysOff(off, because);
        if (settings.NextWorkingDayCutOff is not { } cutOff)
        {
            because.Add($"The next working day is {LondonTime.DisplayWithWeekday(day)}. An answer is due by the midnight that ends it.");
            return LondonTime.StartOfDay(day.AddDays(1));
        }

        // A cut-off that the clocks skip on that day, should they ever change on a working day, means the first instant after the gap.
        var due = LondonTime.TryToUtc(day.ToDateTime(cutOff), out var there) ? there : LondonTime.StartOfDay(day).AddHours(1);
        because.Add($"The next working day is {LondonTime.DisplayWithWeekday(day)}. An answer is due by {LondonTime.DisplayTime(due)} on that day.");
        return due;
    }

    private static void AddDaysOff(List<(DateOnly Day, NonWorkingDay Why)> off, List<string> because)
    {
        if (off.Count <= MostDaysOneByOne)
        {
            because.AddRange(off.Select(one => $"{LondonTime.DisplayWithWeekday(one.Day)} is {one.Why.InWords}."));
            return;
        }

        var others = off.Where(one => one.Why.Kind != NonWorkingDayKind.Weekend).Select(one => one.Why).Distinct().Select(why => why.Kind switch
        {
            NonWorkingDayKind.BankHoliday => why.Name,
            _ => why.Name.Length == 0 ? "the school is closed" : $"the school is closed ({why.Name})",
        });
        because.Add(
            $"From {LondonTime.DisplayWithWeekday(off[0].Day)} to {LondonTime.DisplayWithWeekday(off[^1].Day)} no day is a working day: {string.Join(", ", others)}, and weekends.");
    }

    private static string Hours(int hours) => hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours} hours");
}
