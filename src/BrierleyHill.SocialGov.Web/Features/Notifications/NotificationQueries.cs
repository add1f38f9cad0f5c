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
/// <param name="IsAny">Whether the person was ever told anything.</param>
/// <param name="Unread">How many are unread.</param>
/// <param name="NewestUnread">The key of the newest that is unread; <see langword="null"/> without any.</param>
/// <param name="Notifications">Those shown, newest first.</param>
/// <param name="Today">Today, London.</param>
public sealed record NotificationsPage(bool ShowsAll, bool IsAny, int Unread, Guid? NewestUnread, PagedList<Notification> Notifications, DateOnly Today)
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
        var unread = await own.Where(one => one.ReadAt == null)
            .GroupBy(one => one.PersonId)
            .Select(mine => new { Count = mine.Count(), Newest = mine.OrderByDescending(one => one.Id).Select(one => one.Key).First() })
            .SingleOrDefaultAsync(cancellationToken);
        var total = all ? await own.CountAsync(cancellationToken) : unread?.Count ?? 0;
        var isAny = total > 0 || (!all && await own.AnyAsync(cancellationToken));
        var number = PagedList<Notification>.NumberWithin(page, total);
        var items = total == 0
            ? []
            : await (all ? own : own.Where(one => one.ReadAt == null))
                .OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id)
                .Skip((number - 1) * PagedList<Notification>.DefaultPageSize).Take(PagedList<Notification>.DefaultPageSize)
                .ToListAsync(cancellationToken);
        return new NotificationsPage(
            all, isAny, unread?.Count ?? 0, unread?.Newest, new PagedList<Notification>(items, number, PagedList<Notification>.DefaultPageSize, total), clock.Today());
    }
}
