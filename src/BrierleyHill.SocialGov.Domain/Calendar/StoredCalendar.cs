namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>What a stored row of the calendar is.</summary>
public enum StoredDayKind
{
    /// <summary>A day of an imported official list. A year that has one is covered by the list.</summary>
    Official,

    /// <summary>A bank holiday added by hand.</summary>
    Added,

    /// <summary>A bank holiday struck out by hand.</summary>
    StruckOut,

    /// <summary>A closure of the school.</summary>
    Closure,
}

/// <summary>One stored row of the calendar that stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">The day, or the first of several.</param>
/// <param name="Last">The same day, or the last of several.</param>
/// <param name="Name">What it is called.</param>
public sealed record StoredDay(StoredDayKind Kind, DateOnly First, DateOnly Last, string Name);

/// <summary>Makes the working calendar from what is stored. The page of a year and every deadline are made from the same rules here.</summary>
public static class StoredCalendar
{
    /// <summary>The working calendar: bank holidays by law, or by the official list where one covers the year, corrected by hand; and closures.</summary>
    /// <param name="stored">Every row that stands.</param>
    public static WorkingCalendar ToWorkingCalendar(IReadOnlyCollection<StoredDay> stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Count == 0)
        {
            return WorkingCalendar.EnglandAndWales;
        }

        var closures = new Dictionary<DateOnly, string>();
        foreach (var closure in stored.Where(row => row.Kind == StoredDayKind.Closure))
        {
            for (var day = closure.First; day <= closure.Last; day = day.AddDays(1))
            {
                closures.TryAdd(day, closure.Name);
            }
        }

        var years = stored.Where(row => row.Kind != StoredDayKind.Closure)
            .GroupBy(row => row.First.Year)
            .ToDictionary(year => year.Key, year => BankHolidaysOf(year.Key, [.. year]));
        return new WorkingCalendar(closures, year => years.TryGetValue(year, out var days) ? days : BankHolidays.For(year));
    }

    /// <summary>The bank holidays of a year as they stand, in order of date.</summary>
    /// <param name="year">The year.</param>
    /// <param name="stored">The rows of that year.</param>
    public static IReadOnlyList<BankHoliday> BankHolidaysOf(int year, IReadOnlyCollection<StoredDay> stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var official = stored.Where(row => row.Kind == StoredDayKind.Official).Select(row => new BankHoliday(row.First, row.Name)).ToList();
        var struckOut = stored.Where(row => row.Kind == StoredDayKind.StruckOut).Select(row => row.First).ToHashSet();
        IEnumerable<BankHoliday> days = official.Count > 0 ? official : BankHolidays.For(year);
        // A day that was added by hand and came to the list later is the list's.
        return
        [
            .. days
                .Concat(stored.Where(row => row.Kind == StoredDayKind.Added).Select(row => new BankHoliday(row.First, row.Name)))
                .Where(day => !struckOut.Contains(day.Date))
                .DistinctBy(day => day.Date)
                .OrderBy(day => day.Date),
        ];
    }
}
