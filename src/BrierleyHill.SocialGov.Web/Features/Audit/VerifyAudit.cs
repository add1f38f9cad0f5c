using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Audit;

/// <summary>Walks the whole chain, and writes down that it was walked and what came of it.</summary>
public sealed class VerifyAudit(SocialGovDbContext database, TimeProvider clock)
{
    /// <summary>Walks the chain as it stands at one moment.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<AuditVerdict> RunAsync(Actor by, CancellationToken cancellationToken)
    {
        // The head first: lines that are added meanwhile lie beyond it and are left for the next walk.
        var head = await database.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var chain = new AuditChain();
        var last = await database.AuditEvents.MaxAsync(line => (long?)line.Sequence, cancellationToken) ?? 0;
        var newest = await database.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var end = last > newest.Sequence ? last : head.Sequence;
        await foreach (var line in database.AuditEvents.AsNoTracking()
            .Where(line => line.Sequence <= end)
            .OrderBy(line => line.Sequence)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
        {
            if (!chain.Follow(line))
            {
                break;
            }
        }

        var verdict = chain.Finish(head.Sequence, head.Hash);
        database.Note(new AuditVerified(verdict.IsWhole ? "Whole" : "Broken", by, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        return verdict;
    }
}
