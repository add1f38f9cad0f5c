using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Signs a hand-over off: the leaver's assignment ends, or the account is closed, in the same save.</summary>
public sealed class CompleteHandover(HandoverWrite write, SocialGovDbContext database)
{
    /// <summary>Signs it off.</summary>
    public Task<Result> RunAsync(int id, HandoverForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        (handover, account, circumstances, by, at) =>
        {
            var completed = handover.Complete(account, circumstances, by, at);
            if (!completed.IsRefused)
            {
                // An assignment that ends does not move the account's version by itself. Two hand-overs of one account that each count on the
                // other's leaver must not both stand.
                database.Entry(account).State = EntityState.Modified;
            }

            return completed;
        },
        cancellationToken);
}
