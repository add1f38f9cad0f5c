using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Takes a business case back before it is decided.</summary>
public sealed class WithdrawApplication(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Withdraws it.</summary>
    public async Task<Result> RunAsync(int id, WithdrawForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindApplicationAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var application = found.Value;
        if (application.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var withdrawn = application.Withdraw(form.Reasons, directory, person.Actor, clock.UtcNow());
        return withdrawn.IsRefused ? withdrawn : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class WithdrawForm
{
    /// <summary>The version of the business case that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you withdraw it?")]
    [MaximumCharacters(AccountApplication.ReasonsMaximumLength)]
    public string? Reasons { get; set; }
}
