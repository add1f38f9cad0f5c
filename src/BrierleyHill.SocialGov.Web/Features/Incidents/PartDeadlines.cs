using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>While a referral waits it has a deadline: its next contact. It is there from the save on that says so, moves with it, and ends when the referral is settled.</summary>
/// <typeparam name="TEvent">What can change the next contact.</typeparam>
public sealed class KeepReferralDeadline<TEvent>(IncidentSettings settings) : EventRule<Referral, TEvent>
    where TEvent : IncidentEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Referral record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var deadline = await database.FindPartDeadlineAsync(DeadlineSubject.Referral, record.Id, cancellationToken);
        if (record.NextContactAt is not { } next)
        {
            deadline?.End(happened.At);
            return;
        }

        var times = settings.ReferralAlerts.TimesOf(next);
        if (deadline is null)
        {
            database.Deadlines.Add(Deadline.Of(DeadlineSubject.Referral, record, times));
        }
        else
        {
            // Resuming one that has not ended moves it.
            deadline.Resume(times);
        }
    }
}

/// <summary>
/// The clock of a personal data breach: three deadlines, for the alerts after 24 and after 48 hours, and for the 66th and 72nd. A time that is
/// overtaken by a later one when the breach is recorded or corrected has no alert of its own.
/// </summary>
/// <typeparam name="TEvent">What says since when the clock runs.</typeparam>
public sealed class RunBreachClock<TEvent> : EventRule<PersonalDataBreach, TEvent>
    where TEvent : IncidentEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PersonalDataBreach record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!record.IsRunning)
        {
            return;
        }

        foreach (var subject in BreachClock.Subjects)
        {
            var deadline = await database.FindPartDeadlineAsync(subject, record.Id, cancellationToken);
            if (BreachClock.IsOvertaken(subject, record.AwareAt, happened.At))
            {
                deadline?.End(happened.At);
            }
            else if (deadline is null)
            {
                database.Deadlines.Add(Deadline.Of(subject, record, BreachClock.TimesOf(subject, record.AwareAt)));
            }
            else
            {
                deadline.Resume(BreachClock.TimesOf(subject, record.AwareAt));
            }
        }
    }
}

/// <summary>A decision about the Commissioner stops the clock: no further alert is raised.</summary>
public sealed class StopBreachClock : EventRule<PersonalDataBreach, BreachCommissionerDecided>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PersonalDataBreach record, BreachCommissionerDecided happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var subject in BreachClock.Subjects)
        {
            (await database.FindPartDeadlineAsync(subject, record.Id, cancellationToken))?.End(happened.At);
        }
    }
}

/// <summary>Finds the deadlines of the parts of incidents.</summary>
internal static class PartDeadlineLookup
{
    /// <summary>The deadline, tracked, or <see langword="null"/>.</summary>
    public static async Task<Deadline?> FindPartDeadlineAsync(this SocialGovDbContext database, DeadlineSubject subject, int partId, CancellationToken cancellationToken) =>
        database.Deadlines.Local.FirstOrDefault(deadline => deadline.Subject == subject && deadline.SubjectId == partId)
        ?? await database.Deadlines.SingleOrDefaultAsync(deadline => deadline.Subject == subject && deadline.SubjectId == partId, cancellationToken);
}
