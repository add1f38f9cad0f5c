namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// When people are reminded of a date that comes nearer: 60, 30 and 7 days before it, and, where it must not lapse silently, on
/// the day after it and every week from then on. Each reminder has a step number that grows; a record keeps the step that it was
/// last reminded of, so each reminder is given once. After a downtime only the latest step is given: nobody is served by three
/// reminders of the same date on one morning.
/// </summary>
public static class ReminderSchedule
{
    /// <summary>The hour of a working day, London, from which people are reminded: nobody's telephone should ring at midnight.</summary>
    public const int EarliestHour = 8;

    /// <summary>The days before the date on which a reminder is given.</summary>
    public static IReadOnlyList<int> DaysBefore { get; } = [60, 30, 7];

    private const int DaysOfAWeek = 7;

    /// <summary>Whether people may be reminded at this instant: on a working day, from <see cref="EarliestHour"/> on.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="at">The instant, UTC.</param>
    public static bool IsTimeToRemind(WorkingCalendar calendar, DateTime at) =>
        calendar.IsWorkingDay(LondonTime.DateOf(at)) && LondonTime.ToLocal(at).Hour >= EarliestHour;

    /// <summary>The step that a day has reached: 0 before the first reminder, 1, 2 and 3 for those before the date, 4 and more for the weeks after it.</summary>
    /// <param name="due">The date, London.</param>
    /// <param name="today">The day, London.</param>
    /// <param name="weeklyAfterwards">Whether reminders go on after the date has passed.</param>
    public static int StepOn(DateOnly due, DateOnly today, bool weeklyAfterwards)
    {
        var daysLeft = due.DayNumber - today.DayNumber;
        if (daysLeft < 0)
        {
            return weeklyAfterwards ? DaysBefore.Count + 1 + ((-daysLeft - 1) / DaysOfAWeek) : DaysBefore.Count;
        }

        return DaysBefore.Count(before => daysLeft <= before);
    }

    /// <summary>The step to remind of now, or <see langword="null"/> when none is due.</summary>
    /// <param name="due">The date, London.</param>
    /// <param name="lastStep">The step last reminded of; 0 for none.</param>
    /// <param name="weeklyAfterwards">Whether reminders go on after the date has passed. Where they do not, nothing is due from the day after the date.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="at">Now, UTC.</param>
    public static int? DueStep(DateOnly due, int lastStep, bool weeklyAfterwards, WorkingCalendar calendar, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        if (!IsTimeToRemind(calendar, at) || (today > due && !weeklyAfterwards))
        {
            return null;
        }

        var step = StepOn(due, today, weeklyAfterwards);
        return step > lastStep ? step : null;
    }

    /// <summary>The step to begin with for a date that is set now: reminders whose day has gone by already are not given afterwards.</summary>
    /// <param name="due">The date, London.</param>
    /// <param name="today">The day on which it is set, London.</param>
    public static int StepToBeginWith(DateOnly due, DateOnly today) => today > due ? DaysBefore.Count : StepOn(due, today, weeklyAfterwards: false);
}
