using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>Writes refused access to the audit: what was refused and to whom, never what was typed.</summary>
public sealed class Refusals(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Writes down a named refusal. One on the pages of an incident carries its reference: who may not know of it must not read here that somebody was refused something there.</summary>
    /// <param name="refusal">What was refused.</param>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(string refusal, PathString path, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        database.Note(
            new AccessRefused(refusal, person.ActorOrNobody, clock.UtcNow()),
            about: IncidentPath.ReferenceIn(path));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc cref="SocialGovDbContext.RefuseRepetitionAsync" />
    public Task LookForRepetitionAsync(CancellationToken cancellationToken) => database.RefuseRepetitionAsync(cancellationToken);
}
