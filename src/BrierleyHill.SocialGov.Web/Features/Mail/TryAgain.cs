using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mail;

/// <summary>Has an e-mail tried again now.</summary>
public sealed class TryAgain(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Puts it first in the queue.</summary>
    /// <returns>The e-mail's reference, or why it is not tried again.</returns>
    public async Task<Result<string>> RunAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.OutgoingEmails.SingleOrDefaultAsync(email => email.Id == id, cancellationToken) is not { } email)
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
