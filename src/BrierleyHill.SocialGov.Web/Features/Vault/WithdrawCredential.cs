using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>Why a sign-in is taken out of use.</summary>
public sealed class WithdrawCredentialForm
{
    /// <summary>The version of the sign-in that was read.</summary>
    public int Version { get; set; }

    /// <summary>Whether it opens nothing any more.</summary>
    [Display(Name = "It no longer opens anything on the platform: it was deleted there, or never existed")]
    public bool IsShut { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you withdraw it?", Description = "It stays on the record")]
    [MaximumCharacters(StoredCredential.ReasonMaximumLength)]
    public string? Reason { get; set; }
}

/// <summary>Takes a sign-in out of use. Nothing is deleted.</summary>
public sealed class WithdrawCredential(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Withdraws it.</summary>
    public async Task<Result> RunAsync(int accountId, int id, WithdrawCredentialForm form, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var (vault, credential) = opened.Value;
        if (vault.Access.CheckAdministers() is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (credential.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var withdrawn = credential.Withdraw(form.IsShut, form.Reason, vault.Access, clock.UtcNow());
        return withdrawn.IsRefused ? withdrawn : await database.TrySaveAsync(cancellationToken);
    }
}
