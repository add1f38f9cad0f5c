using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>A senior leader accepts that a setting differs from what was agreed, or refuses it.</summary>
public sealed class DecideDeparture(AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Decides it.</summary>
    public Task<Result> RunAsync(int id, AccountSetting setting, DepartureForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        account => account.DecideDeparture(setting, form.IsAccepted, form.Because, person.Actor, clock.UtcNow()),
        cancellationToken);
}

/// <summary>The form.</summary>
public sealed class DepartureForm : AccountForm
{
    /// <summary>Accepted or refused.</summary>
    [Display(Name = "Do you accept it?")]
    public bool? IsAccepted { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }
}
