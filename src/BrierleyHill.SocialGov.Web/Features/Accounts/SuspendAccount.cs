using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Takes an account out of use for a time.</summary>
public sealed class SuspendAccount(AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Suspends it.</summary>
    public Task<Result> RunAsync(int id, SuspendForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form, account => account.Suspend(form.Because, person.Actor, clock.UtcNow()), cancellationToken);
}

/// <summary>Takes a suspended account into use again, if every gate of going live is open at that moment.</summary>
public sealed class ResumeAccount(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Resumes it.</summary>
    public Task<Result> RunAsync(int id, ResumeForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        async account => account.Resume(
            form.Because, await database.LoadGoingLiveCircumstancesAsync(account, cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);
}

/// <summary>The form that suspends.</summary>
public sealed class SuspendForm : AccountForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why is the account suspended?", Description = "It stays on the record, and the register shows it to everybody who is signed in. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>The form that resumes.</summary>
public sealed class ResumeForm : AccountForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why can the account be used again?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }
}
