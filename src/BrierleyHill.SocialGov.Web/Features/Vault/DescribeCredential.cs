using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>The name of a sign-in, and who holds its device.</summary>
public sealed class DescribeCredentialForm
{
    /// <summary>The version of the sign-in that was read.</summary>
    public int Version { get; set; }

    /// <summary>What it is called.</summary>
    [Display(Name = "What is this sign-in called?", Description = "Everybody who may see this vault reads the name, so put no secret into it")]
    [MaximumCharacters(StoredCredential.LabelMaximumLength)]
    public string? Label { get; set; }

    /// <summary>Who holds the second-factor device.</summary>
    [Display(Name = "Who holds the phone or device for the second factor?", Description = "Leave it empty if there is none")]
    public int? DeviceHolderId { get; set; }
}

/// <summary>Gives a sign-in another name, or another holder of its second-factor device.</summary>
public sealed class DescribeCredential(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<Result> RunAsync(int accountId, int id, DescribeCredentialForm form, CancellationToken cancellationToken)
    {
        var opened = await database.OpenCredentialAsync(accountId, id, person.Actor, clock.UtcNow(), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        var (vault, credential) = opened.Value;
        if (credential.CheckMayChange(vault.Access) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (credential.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var described = credential.Describe(form.Label, form.DeviceHolderId, vault.Access, vault.Directory, clock.UtcNow());
        if (described.IsRefused)
        {
            return described;
        }

        var label = credential.NormalisedLabel;
        if (await database.IsLabelTakenAsync(accountId, label, id, cancellationToken))
        {
            return VaultErrors.LabelTaken;
        }

        try
        {
            return await database.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (!await database.IsLabelTakenAsync(accountId, label, id, cancellationToken))
            {
                throw;
            }

            return VaultErrors.LabelTaken;
        }
    }
}
