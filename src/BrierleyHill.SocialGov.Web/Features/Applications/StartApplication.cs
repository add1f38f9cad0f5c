using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Begins a business case.</summary>
public sealed class StartApplication(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    /// <returns>The number of the new draft.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var application = AccountApplication.Start(person.Actor, clock.UtcNow());
        database.Applications.Add(application);
        await database.SaveChangesAsync(cancellationToken);
        return application.Id;
    }
}
