using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>
/// When an open hand-over is chased: weekly from 14 days before the last day, every working day in the last week and after it. It is denser than
/// <see cref="ReminderSchedule"/>, because on the last day the leaver’s knowledge goes. Each day once; after a downtime once.
/// </summary>
public static class HandoverChasing
{
    /// <summary>From how many days before the last day on it is chased.</summary>
    public const int FirstDaysBefore = 14;

    /// <summary>From how many days before the last day on it is chased every working day.</summary>
    public const int DailyDaysBefore = 7;

    private const int DaysOfAWeek = 7;

    /// <summary>Whether it is to be chased now.</summary>
    /// <param name="lastDay">The leaver’s last day, London; <see langword="null"/> where nobody leaves: then it is chased weekly.</param>
    /// <param name="lastChasedOn">The day on which people were last told of it, London: the day of its opening counts.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="at">Now, UTC.</param>
    public static bool IsDue(DateOnly? lastDay, DateOnly lastChasedOn, WorkingCalendar calendar, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        if (today <= lastChasedOn || !ReminderSchedule.IsTimeToRemind(calendar, at))
        {
            return false;
        }

        if (lastDay is not { } last)
        {
            return today.DayNumber - lastChasedOn.DayNumber >= DaysOfAWeek;
        }

        var daysLeft = last.DayNumber - today.DayNumber;
        return daysLeft <= DailyDaysBefore || (daysLeft <= FirstDaysBefore && IsOfAnEarlierWeek(last, lastChasedOn));
    }

    // The weeks are counted from the first day of chasing: whoever was told before it is told on it.
    private static bool IsOfAnEarlierWeek(DateOnly last, DateOnly lastChasedOn) => last.DayNumber - lastChasedOn.DayNumber > FirstDaysBefore;
}
