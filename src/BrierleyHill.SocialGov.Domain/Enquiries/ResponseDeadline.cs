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
    /// <summary>The first instant for which there is an answer, UTC: bank holidays of earlier years are not recorded.</summary>
    public static DateTime Earliest { get; } = LondonTime.StartOfDay(new DateOnly(BankHolidays.FirstYear, 1, 1));

    /// <summary>Works out the deadline.</summary>
    /// <param name="receivedAt">When it was received, UTC.</param>
    /// <param name="calendar">The school's working calendar, with its bank holidays and closures. The settings say which of them count.</param>
    /// <param name="settings">How the school applies the clause.</param>
    /// <exception cref="ArgumentException">The instant's kind is not UTC.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is before <see cref="Earliest"/>, or there is no working day after it.</exception>
    public static ResponseDeadline Of(DateTime receivedAt, WorkingCalendar calendar, ResponseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(settings);
        var days = calendar.Counting(settings.BankHolidaysCountAsWeekend, settings.SchoolClosuresCountAsWeekend);
        var received = LondonTime.DateOf(receivedAt);
        var because = new List<string>();
        if (days.WhyNotWorking(received) is { } why)
        {
            because.Add($"It was received on {LondonTime.DisplayWithWeekday(receivedAt)}: {why.InWords}, not a working day.");
            return new ResponseDeadline(receivedAt, EndOfNextWorkingDay(received, days, settings, because), ResponseRule.NextWorkingDay, because);
        }

        because.Add($"It was received on {LondonTime.DisplayWithWeekday(receivedAt)}, a working day.");
        var due = receivedAt.AddHours(settings.ResponseHours);
        because.Add($"An answer is due within {Hours(settings.ResponseHours)}: by {LondonTime.DisplayWithWeekday(due)}.");
        if (LondonTime.Zone.GetUtcOffset(receivedAt) != LondonTime.Zone.GetUtcOffset(due))
        {
            because.Add("The clocks change in between, so the time of day differs.");
        }

        var dueOn = LondonTime.DateOf(due);
        if (days.WhyNotWorking(dueOn) is not { } falls)
        {
            return new ResponseDeadline(receivedAt, due, ResponseRule.WithinHours, because);
        }

        if (settings.RollDueOffNonWorkingDays)
        {
            because.Add($"That day is {falls.InWords}, and the school moves such a deadline to the next working day.");
            due = EndOfNextWorkingDay(dueOn, days, settings, because);
        }
        else
        {
            because.Add($"That day is {falls.InWords}. The deadline stays: the policy counts hours for what comes in on a working day.");
        }

        return new ResponseDeadline(receivedAt, due, ResponseRule.WithinHours, because);
    }

    /// <summary>Whether an answer at this instant is in time.</summary>
    /// <param name="answeredAt">The first acknowledgement, reply or explained removal, UTC.</param>
    public bool IsInTime(DateTime answeredAt) => answeredAt < DueAt;

    private static DateTime EndOfNextWorkingDay(DateOnly from, WorkingCalendar days, ResponseSettings settings, List<string> because)
    {
        var day = from.AddDays(1);
        while (days.WhyNotWorking(day) is { } why)
        {
            because.Add($"{LondonTime.DisplayWithWeekday(day)} is {why.InWords}.");
            day = day.AddDays(1);
        }

        // A cut-off that the clocks skip that day means the first instant after the gap.
        DateTime due;
        if (settings.NextWorkingDayCutOff is not { } cutOff)
        {
            due = LondonTime.StartOfDay(day.AddDays(1));
            because.Add($"The next working day is {LondonTime.DisplayWithWeekday(day)}: an answer is due by the midnight that ends it.");
        }
        else
        {
            due = LondonTime.TryToUtc(day.ToDateTime(cutOff), out var there) ? there : LondonTime.StartOfDay(day).AddHours(1);
            because.Add($"The next working day is {LondonTime.DisplayWithWeekday(day)}: an answer is due by {LondonTime.DisplayTime(due)} on that day.");
        }

        return due;
    }

    private static string Hours(int hours) => hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours} hours");
}
