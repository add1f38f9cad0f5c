using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.OfficialAccounts;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>Reads the school's accounts for everybody. It reads those columns alone that anybody may know: nothing about a person.</summary>
public sealed class OfficialAccountQueries(SocialGovDbContext database)
{
    // No school has as many: the page and each question stay one short query whatever happens to the register.
    private const int Most = 500;

    /// <summary>
    /// The accounts in use whose address is recorded, by name. Addresses are compared by whoever asked, letter for letter: a database that
    /// compares without case would say yes to the code of another WhatsApp channel.
    /// </summary>
    public async Task<IReadOnlyList<OfficialAccount>> LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Accounts.AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active && account.NormalisedAddress != null)
            .OrderBy(account => account.Name).ThenBy(account => account.Id)
            .Take(Most)
            .Select(account => new
            {
                account.Name,
                account.Platform,
                account.PlatformName,
                account.Handle,
                account.WebAddress,
                account.NormalisedAddress,
                account.Openness,
                account.WentLiveAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OfficialAccount(
                row.Name,
                row.Platform,
                row.PlatformName,
                row.Handle ?? "",
                row.WebAddress,
                row.NormalisedAddress!,
                row.Openness,
                row.WentLiveAt is { } at ? LondonTime.DateOf(at) : null)),
        ];
    }
}
