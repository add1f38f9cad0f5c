using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>
/// Which days are working days: Monday to Friday, except bank holidays and closure days. Dates are London's
/// (<see cref="LondonTime.DateOf"/>). Immutable and safe to share.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Func<int, IReadOnlyList<BankHoliday>> bankHolidaysOf;
    private readonly IReadOnlyDictionary<DateOnly, string> closures;

    /// <summary>A calendar of England and Wales, or one with bank holidays from elsewhere.</summary>
    /// <param name="closures">Further days that are not working days (a school's own closures); none when null.</param>
    /// <param name="bankHolidaysOf">
    /// The bank holidays of a year: a pure function. <see cref="BankHolidays.For"/> when null; one that answers with an
    /// empty list makes bank holidays working days; an imported list goes in here.
    /// </param>
    public WorkingCalendar(IEnumerable<DateOnly>? closures = null, Func<int, IReadOnlyList<BankHoliday>>? bankHolidaysOf = null)
    {
        this.closures = (closures ?? []).Distinct().ToDictionary(date => date, _ => "");
        this.bankHolidaysOf = bankHolidaysOf ?? BankHolidays.For;
    }

    /// <summary>A calendar whose closures have names.</summary>
    /// <param name="closures">The days on which the school is closed, with what they are called ("Staff training day"); "" where they have no name.</param>
    /// <param name="bankHolidaysOf">The bank holidays of a year: a pure function.</param>
    public WorkingCalendar(IReadOnlyDictionary<DateOnly, string> closures, Func<int, IReadOnlyList<BankHoliday>> bankHolidaysOf)
    {
        this.closures = new Dictionary<DateOnly, string>(closures);
        this.bankHolidaysOf = bankHolidaysOf;
    }

    private WorkingCalendar(WorkingCalendar other, bool bankHolidays, bool schoolClosures)
    {
        // Shared, not copied: neither changes any more.
        closures = schoolClosures ? other.closures : NoClosures;
        bankHolidaysOf = bankHolidays ? other.bankHolidaysOf : static _ => [];
    }

    private static IReadOnlyDictionary<DateOnly, string> NoClosures { get; } = new Dictionary<DateOnly, string>();

    /// <summary>Weekends and the bank holidays of England and Wales, and no closures.</summary>
    public static WorkingCalendar EnglandAndWales { get; } = new();

    /// <summary>Whether work is done on a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is before <see cref="BankHolidays.FirstYear"/>, when those are in use.</exception>
    public bool IsWorkingDay(DateOnly date) => WhyNotWorking(date) is null;

    /// <summary>Why a date is no working day, or <see langword="null"/> when it is one. A bank holiday at a weekend is a weekend.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is before <see cref="BankHolidays.FirstYear"/>, when those are in use.</exception>
    public NonWorkingDay? WhyNotWorking(DateOnly date)
    {
        // Asked first, so that a year without an answer is refused on every date of it, weekends too.
        var bankHolidays = bankHolidaysOf(date.Year);
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return new NonWorkingDay(NonWorkingDayKind.Weekend, "");
        }

        foreach (var bankHoliday in bankHolidays)
        {
            if (bankHoliday.Date == date)
            {
                return new NonWorkingDay(NonWorkingDayKind.BankHoliday, bankHoliday.Name);
            }
        }

        return closures.TryGetValue(date, out var name) ? new NonWorkingDay(NonWorkingDayKind.SchoolClosure, name) : null;
    }

    /// <summary>The same calendar for a rule to which not every day off counts.</summary>
    /// <param name="bankHolidays">Whether bank holidays are days off.</param>
    /// <param name="schoolClosures">Whether the school's closures are.</param>
    public WorkingCalendar Counting(bool bankHolidays, bool schoolClosures) =>
        bankHolidays && (schoolClosures || closures.Count == 0) ? this : new WorkingCalendar(this, bankHolidays, schoolClosures);

    /// <summary>The n-th working day after a date; the date itself, working day or not, for zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// n is negative; a day on the way is before <see cref="BankHolidays.FirstYear"/>; or there is no such day before the year 10000.
    /// </exception>
    public DateOnly AddWorkingDays(DateOnly from, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var date = from;
        while (n > 0)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
            {
                n--;
            }
        }

        return date;
    }

    /// <summary>The number of working days after one date up to and including another; negative when the second is the earlier one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day between is before <see cref="BankHolidays.FirstYear"/>.</exception>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>
    /// How long something has waited, for people: "today", "less than 1 working day" (since Friday, read on Saturday),
    /// "1 working day", "3 working days". A date still to come reads as "today": a clock that was set back is no reason for an error.
    /// </summary>
    public string DisplayWaiting(DateOnly since, DateOnly today) =>
        since >= today
            ? "today"
            : WorkingDaysBetween(since, today) switch
            {
                0 => "less than 1 working day",
                1 => "1 working day",
                var days => string.Create(CultureInfo.InvariantCulture, $"{days} working days"),
            };
}
