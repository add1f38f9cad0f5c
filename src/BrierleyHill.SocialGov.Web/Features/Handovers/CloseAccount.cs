using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Why an account is to be closed.</summary>
public sealed class CloseAccountForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why is the account to be closed?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(Handover.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Opens a hand-over that closes an account although nobody leaves: a senior leader's own decision.</summary>
public sealed class CloseAccount(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    /// <returns>The hand-over's number.</returns>
    public async Task<Result<int>> RunAsync(int accountId, CloseAccountForm form, CancellationToken cancellationToken)
    {
        if (await database.Accounts.SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        var opened = Handover.OpenToClose(account, form.Because, person.Actor, clock.UtcNow());
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        // Asked beforehand for the words; of two leaders at the same moment the unique key lets one through.
        var key = opened.Value.OpenKey;
        if (await database.Handovers.AnyAsync(handover => handover.OpenKey == key, cancellationToken))
        {
            return HandoverErrors.ClosingAlready;
        }

        database.Handovers.Add(opened.Value);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? HandoverErrors.ClosingAlready : opened.Value.Id;
    }
}
