using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Makes an account live, if every gate is open at that moment.</summary>
public sealed class GoLive(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Makes it live.</summary>
    public Task<Result> RunAsync(int id, AccountVersionForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        async account => account.GoLive(
            await database.LoadGoingLiveCircumstancesAsync(account, cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);
}
