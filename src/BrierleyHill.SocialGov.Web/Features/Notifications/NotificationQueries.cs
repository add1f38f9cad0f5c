using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What the page of notifications shows.</summary>
/// <param name="Unread">How many are unread.</param>
/// <param name="Notifications">The unread first, each kind with the newest first.</param>
public sealed record NotificationsPage(int Unread, PagedList<Notification> Notifications);

/// <summary>Reads what a person was told.</summary>
public sealed class NotificationQueries(SocialGovDbContext database, CurrentPerson person)
{
    /// <summary>Reads the person's own notifications.</summary>
    public async Task<NotificationsPage> ReadAsync(int? page, CancellationToken cancellationToken)
    {
        var personId = person.Id;
        var own = database.Notifications.AsNoTracking().Where(one => one.PersonId == personId);
        return new NotificationsPage(
            await own.CountAsync(one => one.ReadAt == null, cancellationToken),
            await PagedList<Notification>.ReadAsync(
                own.OrderBy(one => one.ReadAt == null ? 0 : 1).ThenByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id),
                page,
                cancellationToken));
    }
}
