using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Whatever happens to an incident or to a part of it leaves an entry in its chronology, in the same save (ADR 43).</summary>
public sealed class WriteChronology : EventRule<Entity, IncidentEvent>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Entity record, IncidentEvent happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.ChronologyEntries.Add(ChronologyEntry.Write(happened, await database.TakeChronologyPlaceAsync(happened.IncidentId, cancellationToken)));
}
