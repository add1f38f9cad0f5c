using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Changes whom an account is for, and whether it is open: what its approval and its impact assessment rest on.</summary>
public sealed class ChangeAgreement(AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public Task<Result> RunAsync(int id, ChangeAgreementForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        account => account.ChangeAudienceAndOpenness(form.Audience, form.Openness, form.OpennessReason, form.Because, person.Actor, clock.UtcNow()),
        cancellationToken);
}

/// <summary>The form.</summary>
public sealed class ChangeAgreementForm : AccountForm
{
    /// <summary>Whom it is for.</summary>
    [Display(Name = "Whom is the account for?")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? Audience { get; set; }

    /// <summary>Open or closed.</summary>
    [Display(Name = "Is the account open or closed?")]
    public Openness? Openness { get; set; }

    /// <summary>Why open or closed.</summary>
    [Display(Name = "Why is it open or closed?")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? OpennessReason { get; set; }

    /// <summary>Why it is changed.</summary>
    [Display(Name = "Why do you change it?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? Because { get; set; }

    /// <summary>The form as the account is now.</summary>
    internal static ChangeAgreementForm Of(SocialMediaAccount account) => new()
    {
        Version = account.Version,
        Audience = account.Audience,
        Openness = account.Openness,
        OpennessReason = account.OpennessReason,
    };
}
