using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Reminds one person of what they miss. Of two leaders at once one reminds; the other is told.</summary>
public sealed class RemindPerson(SocialGovDbContext database, ReadinessLists lists, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Reminds.</summary>
    /// <returns>The person's name.</returns>
    public async Task<Result<string>> RunAsync(int id, CancellationToken cancellationToken)
    {
        var (rows, facts) = await lists.EverybodyAsync(cancellationToken);
        if (rows.FirstOrDefault(row => row.Person.Id == id) is not { } found)
        {
            return Error.NotFound;
        }

        var sent = ReadinessReminder.Send(found.Readiness, facts, found.LastReminded, current.Actor, clock.UtcNow());
        if (sent.IsRefused)
        {
            return sent.Error;
        }

        database.ReadinessReminders.Add(sent.Value);
        try
        {
            return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : found.Person.FullName;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await database.WasRemindedAsync(sent.Value, cancellationToken))
            {
                return ReadinessErrors.RemindedToday;
            }

            throw;
        }
    }
}

/// <summary>Reminds everybody whom a filter shows, on all its pages, who can be reminded now.</summary>
public sealed class RemindShown(SocialGovDbContext database, ReadinessLists lists, CurrentPerson current, RequestOrigin origin, TimeProvider clock)
{
    // Each further try means that somebody else reminded one of these people in between.
    private const int Tries = 5;

    /// <summary>Reminds.</summary>
    /// <returns>How many were reminded.</returns>
    public async Task<Result<int>> RunAsync(ReadinessFilter filter, CancellationToken cancellationToken)
    {
        var submission = origin.Submission;
        for (var attempt = 1; ; attempt++)
        {
            var facts = await database.LoadReadinessFactsAsync(cancellationToken);
            var shown = await lists.ShownAsync(filter, ReadinessLists.DefaultOrder, cancellationToken);
            var reminders = new List<ReadinessReminder>();
            foreach (var row in shown.Where(row => row.MayRemind))
            {
                var sent = ReadinessReminder.Send(row.Readiness, facts, row.LastReminded, current.Actor, clock.UtcNow());
                if (sent.IsRefused)
                {
                    return sent.Error;
                }

                reminders.Add(sent.Value);
            }

            database.ReadinessReminders.AddRange(reminders);
            try
            {
                return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : reminders.Count;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                database.ChangeTracker.Clear();
                var overtaken = false;
                foreach (var reminder in reminders)
                {
                    overtaken |= await database.WasRemindedAsync(reminder, cancellationToken);
                }

                if (!overtaken)
                {
                    throw;
                }

                // The save that failed had taken the form's number with it, and gave it back.
                origin.Submission = submission;
            }
        }
    }
}

internal static class ReminderReads
{
    public static Task<bool> WasRemindedAsync(this SocialGovDbContext database, ReadinessReminder reminder, CancellationToken cancellationToken) =>
        database.ReadinessReminders.AnyAsync(there => there.PersonId == reminder.PersonId && there.Day == reminder.Day, cancellationToken);
}
