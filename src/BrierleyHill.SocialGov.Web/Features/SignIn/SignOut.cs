using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Ends this session, or all sessions of the person.</summary>
public sealed class SignOut(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Writes down that this session ends. The cookie is the controller's to take back.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        database.Note(new SignedOut(current.Actor, clock.UtcNow()), person);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Ends every session of the person, this one too.</summary>
    public async Task EverywhereAsync(CancellationToken cancellationToken)
    {
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        account.EndSessions();
        database.Note(new SignedOutEverywhere(current.Actor, clock.UtcNow()), person);
        await database.SaveChangesAsync(cancellationToken);
    }
}
