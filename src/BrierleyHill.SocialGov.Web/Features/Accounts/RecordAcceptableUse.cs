using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Records when parents and carers were told about acceptable use of a learning platform.</summary>
public sealed class RecordAcceptableUse(AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public Task<Result> RunAsync(int id, AcceptableUseForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form, account => account.RecordAcceptableUse(form.ToldOn, person.Actor, clock.UtcNow()), cancellationToken);
}

/// <summary>The form.</summary>
public sealed class AcceptableUseForm : AccountForm
{
    /// <summary>The day, London.</summary>
    [Display(Name = "When were parents and carers told?", ShortName = "The date", Description = "The day on which the letter or message went out. For example, 27 3 2026")]
    public DateOnly? ToldOn { get; set; }
}
