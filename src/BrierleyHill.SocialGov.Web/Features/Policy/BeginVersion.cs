using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Begins a version: with the text in force, or with the model policy where none is.</summary>
public sealed class BeginVersion(SocialGovDbContext database, CurrentPerson person, SchoolSettings school, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    /// <returns>The record's number.</returns>
    public async Task<Result<int>> RunAsync(CancellationToken cancellationToken)
    {
        var inForce = await database.LoadPolicyInForceAsync(cancellationToken);
        var begun = await BeginAsync(inForce, cancellationToken);
        if (begun.IsRefused)
        {
            return begun.Error;
        }

        database.PolicyVersions.Add(begun.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return begun.Value.Id;
        }
        catch (DbUpdateException)
        {
            // Two at once take the same number, and the unique index lets one through. The other is told of it.
            database.ChangeTracker.Clear();
            var now = await BeginAsync(inForce, cancellationToken);
            if (now.IsRefused)
            {
                return now.Error;
            }

            throw;
        }
    }

    private async Task<Result<PolicyVersion>> BeginAsync(PolicyVersion? inForce, CancellationToken cancellationToken)
    {
        var versions = await database.PolicyVersions.AsNoTracking()
            .Select(version => new { version.Number, version.Status })
            .ToListAsync(cancellationToken);
        return PolicyVersion.Begin(
            [.. versions.Select(version => (version.Number, version.Status))],
            inForce?.Title ?? ModelPolicy.Title,
            inForce?.Text ?? ModelPolicy.TextFor(school.Name),
            person.Actor,
            clock.UtcNow());
    }
}
