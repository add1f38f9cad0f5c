using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>Writes refused access to the audit: what was refused and to whom, never what was typed.</summary>
public sealed class Refusals(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Writes down a named refusal.</summary>
    public async Task WriteAsync(string refusal, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        database.Note(new AccessRefused(refusal, person.ActorOrNobody, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
    }
}
