using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>
/// Reminds people each working day, from eight in the morning, of every secret that is due for rotation, until a new one is stored (ADM-5). It
/// also notices what becomes due by itself, when a last day has passed.
/// </summary>
public sealed class ChaseRotations(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Rotation of secrets";

    /// <inheritdoc />
    public override string Description => "Reminds people each working day of passwords and other secrets that somebody knows who should not use them any more.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        if (!ReminderSchedule.IsTimeToRemind(calendar, now))
        {
            return 0;
        }

        var today = LondonTime.DateOf(now);
        var told = (await database.RotationReminders.AsNoTracking()
                .Where(reminder => reminder.Day == today)
                .Select(reminder => new { reminder.CredentialId, reminder.Kind })
                .ToListAsync(cancellationToken))
            .Select(reminder => (reminder.CredentialId, reminder.Kind))
            .ToHashSet();
        var chased = 0;
        foreach (var due in await database.LoadRotationsDueAsync(null, now, cancellationToken))
        {
            database.ChangeTracker.Clear();
            var lastTold = told.Contains((due.CredentialId, due.Kind)) ? today : (DateOnly?)null;
            if (RotationReminder.Chase(due, lastTold, calendar, Actor.Portal(Name), now) is not { } reminder)
            {
                continue;
            }

            database.RotationReminders.Add(reminder);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                chased++;
            }
            catch (DbUpdateException)
            {
                // Another instance reminded of it at this moment: the unique index lets one through.
                database.ChangeTracker.Clear();
                if (!await database.RotationReminders.AnyAsync(
                        other => other.CredentialId == due.CredentialId && other.Kind == due.Kind && other.ChasedOn == today, cancellationToken))
                {
                    throw;
                }
            }
        }

        return chased;
    }
}
