using System.Data.Common;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Health;

/// <summary>
/// Whether the job that raises alerts about deadlines runs, by the record that all instances share: an instance on which jobs are switched
/// off is well as long as another runs them.
/// </summary>
public sealed class DeadlineAlertsHealth(SocialGovDbContext database, TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await database.LoadDeadlineChecksAsync(clock.UtcNow(), cancellationToken)).HaveStopped ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
