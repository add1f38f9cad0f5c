using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>
/// Lets the portal send the reminder that confidentiality outlasts employment (BEH-1). It goes out once, and counts for every open hand-over of
/// the leaver that this person may work on: nobody is sent three alike on one day.
/// </summary>
public sealed class RemindOfConfidentiality(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Sends it.</summary>
    public async Task<Result> RunAsync(int id, HandoverForm form, CancellationToken cancellationToken)
    {
        var (by, at) = (person.Actor, clock.UtcNow());
        if (await database.FindHandoverToWorkOnAsync(id, by, at, cancellationToken) is not ({ } handover, { } account, { } circumstances))
        {
            return Error.NotFound;
        }

        if (handover.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var reminded = handover.RemindOfConfidentiality(isSent: true, account, circumstances.Directory, by, at);
        if (reminded.IsRefused)
        {
            return reminded;
        }

        var others = await database.Handovers
            .Where(other => other.LeaverId == handover.LeaverId && other.Status == HandoverStatus.Open && other.Id != handover.Id)
            .ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            var its = await database.Accounts.SingleAsync(found => found.Id == other.AccountId, cancellationToken);
            // Refused where somebody saw to it already, or where it is no business of this person's: then it stays as it is.
            _ = other.RemindOfConfidentiality(isSent: false, its, circumstances.Directory, by, at);
        }

        return await database.TrySaveAsync(cancellationToken);
    }
}
