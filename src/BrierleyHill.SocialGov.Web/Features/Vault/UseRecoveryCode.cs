using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Marks a recovery code as used: the platform takes each once.</summary>
public sealed class UseRecoveryCode(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Marks it.</summary>
    public async Task<Result> RunAsync(int accountId, int id, int number, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var used = opened.Value.Credential.UseRecoveryCode(number, opened.Value.Vault.Access, clock.UtcNow());
        return used.IsRefused ? used : await database.TrySaveAsync(cancellationToken);
    }
}
