using System.Data.Common;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Health;

/// <summary>Whether the database answers and is the one that this release knows: neither older nor newer.</summary>
public sealed class DatabaseHealth(SocialGovDbContext database) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var applied = await database.Database.GetAppliedMigrationsAsync(cancellationToken);
            return applied.Order(StringComparer.Ordinal).SequenceEqual(database.Database.GetMigrations().Order(StringComparer.Ordinal), StringComparer.Ordinal)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
