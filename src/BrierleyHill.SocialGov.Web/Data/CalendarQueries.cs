using BrierleyHill.SocialGov.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads the school's working calendar.</summary>
public static class CalendarQueries
{
    /// <summary>
    /// The working calendar as it stands: bank holidays with what was imported, added and struck out, and the school's closures. One
    /// statement over some hundred short rows, however long the school has kept its calendar.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<WorkingCalendar> LoadWorkingCalendarAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.KnownAsync("working calendar", () => ReadAsync(database, cancellationToken));

    private static async Task<WorkingCalendar> ReadAsync(SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var rows = await database.OfficialBankHolidays
            .SelectMany(year => year.Days)
            .Select(day => new { Kind = (int)StoredDayKind.Official, First = day.Date, Last = day.Date, day.Name })
            .Concat(database.CalendarCorrections
                .Where(correction => correction.TakenBackAt == null)
                .Select(correction => new
                {
                    Kind = correction.Kind == CorrectionKind.Added ? (int)StoredDayKind.Added : (int)StoredDayKind.StruckOut,
                    First = correction.Date,
                    Last = correction.Date,
                    correction.Name,
                }))
            .Concat(database.SchoolClosures
                .Where(closure => closure.TakenBackAt == null)
                .Select(closure => new { Kind = (int)StoredDayKind.Closure, closure.First, closure.Last, closure.Name }))
            .ToListAsync(cancellationToken);
        return StoredCalendar.ToWorkingCalendar([.. rows.Select(row => new StoredDay((StoredDayKind)row.Kind, row.First, row.Last, row.Name))]);
    }
}
