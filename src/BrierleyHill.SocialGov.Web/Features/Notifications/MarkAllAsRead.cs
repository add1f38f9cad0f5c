using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What is sent to mark everything as read.</summary>
public sealed class MarkAllAsReadForm
{
    /// <summary>The key of the newest notification that was unread when the page was shown.</summary>
    public Guid UpTo { get; set; }
}

/// <summary>Marks what a person was told as read, up to what there was when they looked.</summary>
public sealed class MarkAllAsRead(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Marks the person's own. What came after the page was shown stays unread: nobody has seen it.</summary>
    public async Task RunAsync(MarkAllAsReadForm form, CancellationToken cancellationToken)
    {
        var (personId, upTo, now) = (person.Id, form.UpTo, clock.UtcNow());
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Takes the form's number: sent a second time it changes nothing.
        await database.SaveChangesAsync(cancellationToken);
        // One statement: after the holidays there may be thousands.
        await database.Notifications
            .Where(one => one.PersonId == personId && one.ReadAt == null
                && one.Id <= database.Notifications.Where(newest => newest.PersonId == personId && newest.Key == upTo).Max(newest => (int?)newest.Id))
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.ReadAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
