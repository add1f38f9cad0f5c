using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Takes a link to acknowledge the policy back.</summary>
public sealed class CancelAcknowledgementLink(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Cancels it.</summary>
    public async Task<Result> RunAsync(int id, int version, CancellationToken cancellationToken)
    {
        if (await database.AcknowledgementRequests.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } request)
        {
            return Error.NotFound;
        }

        if (request.CheckVersion(version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var cancelled = request.Cancel(person.Actor, clock.UtcNow());
        return cancelled.IsRefused ? cancelled : await database.TrySaveAsync(cancellationToken);
    }
}
