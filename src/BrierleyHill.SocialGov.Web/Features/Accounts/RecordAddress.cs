using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Records where an account is found on its platform.</summary>
public sealed class RecordAddress(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, AddressForm form, CancellationToken cancellationToken)
    {
        var normalised = "";
        try
        {
            return await write.RunAsync(
                id,
                form,
                async account =>
                {
                    if (account.CheckMayPrepare(person.Actor) is { IsRefused: true } refusal)
                    {
                        return refusal;
                    }

                    var address = PlatformAddress.Parse(account.Platform, form.Handle, form.WebAddress);
                    if (address.IsRefused)
                    {
                        return address.Error;
                    }

                    normalised = address.Value.Normalised;
                    return await TakenByAsync(id, normalised, cancellationToken) is { } taken
                        ? AccountErrors.AddressTaken(taken)
                        : account.RecordAddress(address.Value, person.Actor, clock.UtcNow());
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody gave another account the same address in this very moment: the index let one of the two through.
            database.ChangeTracker.Clear();
            if (await TakenByAsync(id, normalised, cancellationToken) is { } taken)
            {
                return AccountErrors.AddressTaken(taken);
            }

            throw;
        }
    }

    private async Task<string?> TakenByAsync(int id, string normalised, CancellationToken cancellationToken) =>
        await database.Accounts.AsNoTracking()
            .Where(other => other.Id != id && other.NormalisedAddress == normalised && other.Status != AccountStatus.Closed)
            .Select(other => (int?)other.Id)
            .FirstOrDefaultAsync(cancellationToken) is { } taken
            ? Reference.Of(SocialMediaAccount.ReferenceKind, taken)
            : null;
}

/// <summary>The form.</summary>
public sealed class AddressForm : AccountForm
{
    /// <summary>The handle.</summary>
    [Display(Name = "Handle or name on the platform", Description = "For example @BrierleyHillPrimary")]
    [MaximumCharacters(PlatformAddress.HandleMaximumLength)]
    public string? Handle { get; set; }

    /// <summary>The web address.</summary>
    [Display(Name = "Web address", Description = "Open the account in a browser and copy what stands in the address bar. It begins with https://")]
    [MaximumCharacters(PlatformAddress.WebAddressMaximumLength)]
    public string? WebAddress { get; set; }
}
