using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Whoever is appointed hears of it at once.</summary>
public sealed class TellInvestigator(IncidentTelling telling) : EventRule<Incident, InvestigatorAppointed>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, InvestigatorAppointed happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.TellAsync(
            database,
            record,
            IncidentAudience.None,
            "You have been appointed to look into an incident.",
            IncidentEmails.Appointed(record.Reference, IncidentEmails.PathOf(record.Id)),
            happened.By.PersonId,
            happened.At,
            cancellationToken,
            namedId: happened.PersonId);
}

/// <summary>From whom it is taken hears of it, but never whoever turned out to be involved: nothing tells them so.</summary>
public sealed class TellReleased(IncidentTelling telling) : EventRule<Incident, InvestigatorReleased>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, InvestigatorReleased happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened.IsTold
            ? telling.TellAsync(
                database,
                record,
                IncidentAudience.None,
                "You look into this incident no more.",
                IncidentEmails.Released(record.Reference),
                happened.By.PersonId,
                happened.At,
                cancellationToken,
                namedId: happened.PersonId)
            : Task.CompletedTask;
}

/// <summary>The safeguarding lead hears at once that the safeguarding route was started, by an e-mail that no summary holds back.</summary>
public sealed class TellOfSafeguardingRoute(IncidentTelling telling) : EventRule<Incident, IncidentRouteStarted>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, IncidentRouteStarted happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened.Route == IncidentRouteKind.Safeguarding
            ? telling.TellAsync(
                database,
                record,
                IncidentAudience.SafeguardingLeads,
                "The safeguarding route of an incident has been started. Look at it now.",
                IncidentEmails.SafeguardingStarted(record.Reference, IncidentEmails.PathOf(record.Id)),
                happened.By.PersonId,
                happened.At,
                cancellationToken)
            : Task.CompletedTask;
}

/// <summary>Whoever reported it hears that it has been assessed, and that it is over. They see no more than that.</summary>
/// <typeparam name="TEvent">What became of it.</typeparam>
public sealed class TellReporter<TEvent>(IncidentTelling telling) : EventRule<Incident, TEvent>
    where TEvent : IncidentEvent
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.TellAsync(
            database,
            record,
            IncidentAudience.Reporter,
            $"How your report stands has changed: {record.Status.InWords().ToLowerInvariant()}.",
            IncidentEmails.ReportStands(record.Reference, IncidentEmails.PathOf(record.Id)),
            happened.By.PersonId,
            happened.At,
            cancellationToken);
}

/// <summary>Senior leaders hear that an outcome was recorded: one of them closes it.</summary>
public sealed class TellOfResolved(IncidentTelling telling) : EventRule<Incident, IncidentResolved>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, IncidentResolved happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.TellAsync(
            database,
            record,
            IncidentAudience.SeniorLeaders,
            "The outcome of an incident has been recorded. It waits to be closed.",
            IncidentEmails.Resolved(record.Reference, IncidentEmails.PathOf(record.Id)),
            happened.By.PersonId,
            happened.At,
            cancellationToken);
}

/// <summary>Senior leaders, and whoever looked into it, hear that there is more to be done.</summary>
public sealed class TellOfReopened(IncidentTelling telling) : EventRule<Incident, IncidentReopened>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Incident record, IncidentReopened happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.TellAsync(
            database,
            record,
            IncidentAudience.SeniorLeaders | IncidentAudience.Investigators,
            "An incident has been reopened.",
            IncidentEmails.Reopened(record.Reference, IncidentEmails.PathOf(record.Id)),
            happened.By.PersonId,
            happened.At,
            cancellationToken);
}

/// <summary>What was written about an incident that is left alone is erased in the same save (SCOPE-4). That there were entries stays, and the chain holds.</summary>
public sealed class EraseChronology : EventRule<Incident, IncidentMinimised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentMinimised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        // The entry of the decision itself is not saved yet: it says nothing of what was reported, and stays.
        foreach (var entry in await database.ChronologyEntries.Where(entry => entry.IncidentId == record.Id && entry.ErasedAt == null).ToListAsync(cancellationToken))
        {
            entry.Erase(happened.At);
        }
    }
}

/// <summary>Nor is anything kept of what two people saw of it.</summary>
public sealed class EraseReviews : EventRule<Incident, IncidentMinimised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentMinimised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var review in await database.ContentReviews.Where(review => review.IncidentId == record.Id).ToListAsync(cancellationToken))
        {
            review.Erase(happened.At);
        }
    }
}
