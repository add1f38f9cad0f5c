using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Assessment and investigators, on the page of an incident.</summary>
public sealed class AssessmentSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 10;

    /// <inheritdoc />
    public override string View => "_Assessment";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen)
        {
            return null;
        }

        var id = seen.Incident.Id;
        return new IncidentWorkView(seen.Incident, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow())
        {
            Deadline = seen.Incident.Status == IncidentStatus.Reported
                ? await database.Deadlines.AsNoTracking().SingleOrDefaultAsync(
                    its => its.Subject == DeadlineSubject.IncidentAssessment && its.SubjectId == id, cancellationToken)
                : null,
        };
    }
}

/// <summary>The routes, on the page of an incident.</summary>
public sealed class RoutesSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 30;

    /// <inheritdoc />
    public override string View => "_Routes";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen || seen.Incident.Status == IncidentStatus.OutOfScope)
        {
            return null;
        }

        return new IncidentWorkView(seen.Incident, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow());
    }
}

/// <summary>The outcome and what can be done to end it, on the page of an incident.</summary>
public sealed class OutcomeSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 80;

    /// <inheritdoc />
    public override string View => "_Outcome";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen || seen.Incident.Status is not (IncidentStatus.UnderInvestigation or IncidentStatus.Resolved or IncidentStatus.Closed))
        {
            return null;
        }

        return new IncidentWorkView(seen.Incident, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow())
        {
            Circumstances = seen.Incident.Status == IncidentStatus.Resolved
                ? await database.LoadClosingCircumstancesAsync(seen.Incident.Id, cancellationToken)
                : ClosingCircumstances.None,
        };
    }
}
