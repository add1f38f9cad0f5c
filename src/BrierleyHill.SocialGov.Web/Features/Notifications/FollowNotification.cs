using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>Marks a notification as read and says where it leads.</summary>
public sealed class FollowNotification(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Reads one of the person's own notifications, to follow it or to be done with it. Another person's is not there.</summary>
    /// <returns>The page to open, from the root of the portal.</returns>
    public async Task<Result<string>> RunAsync(Guid key, CancellationToken cancellationToken)
    {
        var personId = person.Id;
        if (await database.Notifications.SingleOrDefaultAsync(one => one.Key == key && one.PersonId == personId, cancellationToken) is not { } notification)
        {
            return Error.NotFound;
        }

        notification.MarkAsRead(clock.UtcNow());
        await database.SaveChangesAsync(cancellationToken);
        return notification.Path;
    }
}
