using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>An incident that was reported has to be assessed from the same save on (setting <c>Incidents:AssessWithinWorkingDays</c>).</summary>
public sealed class BeginAssessmentDeadline(IncidentSettings settings, DeadlineSettings deadlines) : EventRule<Incident, IncidentReported>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentReported happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Deadlines.Add(Deadline.Of(
            DeadlineSubject.IncidentAssessment,
            record,
            AssessmentDeadline.TimesOf(
                record.ReportedAt,
                await database.LoadWorkingCalendarAsync(cancellationToken),
                settings.AssessWithinWorkingDays,
                deadlines.Alerts.DueSoonFrom)));
}

/// <summary>An incident that was assessed, or left alone, waits no more.</summary>
/// <typeparam name="TEvent">What ends the wait.</typeparam>
public sealed class EndAssessmentDeadline<TEvent> : EventRule<Incident, TEvent>
    where TEvent : IncidentEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var deadline = await database.Deadlines.SingleOrDefaultAsync(
            its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == record.Id, cancellationToken);
        if (deadline is { EndedAt: null })
        {
            deadline.End(happened.At);
        }
    }
}

/// <summary>
/// Who hears that an assessment is due soon, overdue or escalated: the senior leaders who are not said to have done it, and the safeguarding lead of what
/// concerns them once it is escalated.
/// </summary>
public sealed class TellOfAssessmentAlert(IncidentTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.IncidentAssessment)
        {
            return;
        }

        var incident = await database.Incidents.AsNoTracking().SingleAsync(found => found.Id == happened.SubjectId, cancellationToken);
        var path = IncidentEmails.PathOf(incident.Id);
        var (text, email) = happened.Level switch
        {
            AlertLevel.DueSoon => ("An incident waits for its assessment. It is due today.", IncidentEmails.AssessmentDueSoon(incident.Reference, path)),
            AlertLevel.Overdue => ("An incident was not assessed in time. Assess it now.", IncidentEmails.AssessmentOverdue(incident.Reference, path)),
            AlertLevel.Escalated => (
                "An incident is still not assessed. See that somebody does it now.", IncidentEmails.AssessmentEscalated(incident.Reference, path)),
        };
        var audience = IncidentAudience.SeniorLeaders
            | (happened.Level == AlertLevel.Escalated && incident.ConcernsSafeguarding ? IncidentAudience.SafeguardingLeads : IncidentAudience.None);
        await telling.TellAsync(database, incident, audience, text, email, byId: null, happened.At, cancellationToken, happened.Level);
    }
}
