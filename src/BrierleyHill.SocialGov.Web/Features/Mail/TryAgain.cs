using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>Has an e-mail tried again now.</summary>
public sealed class TryAgain(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Puts it first in the queue. One about an incident that is not open to the person is not there.</summary>
    /// <returns>The e-mail's reference, or why it is not tried again.</returns>
    public async Task<Result<string>> RunAsync(Guid key, CancellationToken cancellationToken)
    {
        if (await database.EmailsShownTo(person.Actor).AsTracking().SingleOrDefaultAsync(email => email.Key == key, cancellationToken) is not { } email)
        {
            return Error.NotFound;
        }

        if (email.TryAgain(person.Actor, clock.UtcNow()) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } stale ? stale.Error : email.Reference;
    }
}
