using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Whether alerts about deadlines can be relied on, for <c>_DeadlineChecker.cshtml</c>, which every page that shows deadlines draws.</summary>
public sealed class DeadlineChecker(SocialGovDbContext database, TimeProvider clock)
{
    /// <summary>Reads it: one statement, whatever the page.</summary>
    public Task<DeadlineChecks> ReadAsync(CancellationToken cancellationToken) => database.LoadDeadlineChecksAsync(clock.UtcNow(), cancellationToken);
}
