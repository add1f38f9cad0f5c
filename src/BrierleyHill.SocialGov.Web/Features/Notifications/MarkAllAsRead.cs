using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>Marks everything that a person was told as read.</summary>
public sealed class MarkAllAsRead(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Marks the person's own.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (personId, now) = (person.Id, clock.UtcNow());
        foreach (var notification in await database.Notifications
            .Where(one => one.PersonId == personId && one.ReadAt == null)
            .ToListAsync(cancellationToken))
        {
            notification.MarkAsRead(now);
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
