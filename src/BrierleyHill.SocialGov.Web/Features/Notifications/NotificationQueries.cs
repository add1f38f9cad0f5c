using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What the page of notifications shows.</summary>
/// <param name="ShowsAll">Whether those that were read are shown too.</param>
/// <param name="Unread">How many are unread.</param>
/// <param name="Newest">The number of the newest there is, unread or not; 0 without any.</param>
/// <param name="Notifications">Those shown, newest first.</param>
/// <param name="Today">Today, London.</param>
public sealed record NotificationsPage(bool ShowsAll, int Unread, int Newest, PagedList<Notification> Notifications, DateOnly Today)
{
    /// <summary>Those shown, by the day on which they came, newest first.</summary>
    public IEnumerable<(string Day, IReadOnlyList<Notification> Notifications)> Days =>
        Notifications.Items.GroupBy(one => LondonTime.DateOf(one.CreatedAt)).Select(day => (InWords(day.Key), (IReadOnlyList<Notification>)[.. day]));

    /// <summary>The colour of an alert's tag. What it says stands in the tag: the colour is never the only sign.</summary>
    public static string ColourOf(AlertLevel level) => level switch
    {
        AlertLevel.DueSoon => "yellow",
        AlertLevel.Overdue => "red",
        AlertLevel.Escalated => "magenta",
    };

    private string InWords(DateOnly day) => (Today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => LondonTime.DisplayWithWeekday(day),
    };
}

/// <summary>Reads what a person was told.</summary>
public sealed class NotificationQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Reads the person's own notifications: the unread, or all that there ever were.</summary>
    public async Task<NotificationsPage> ReadAsync(bool all, int? page, CancellationToken cancellationToken)
    {
        var personId = person.Id;
        var own = database.Notifications.AsNoTracking().Where(one => one.PersonId == personId);
        var shown = all ? own : own.Where(one => one.ReadAt == null);
        var notifications = await PagedList<Notification>.ReadAsync(
            shown.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id), page, cancellationToken);
        return new NotificationsPage(
            all,
            all ? await own.CountAsync(one => one.ReadAt == null, cancellationToken) : notifications.TotalCount,
            await own.MaxAsync(one => (int?)one.Id, cancellationToken) ?? 0,
            notifications,
            clock.Today());
    }
}
