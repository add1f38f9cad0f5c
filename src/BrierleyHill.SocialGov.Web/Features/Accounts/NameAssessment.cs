using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Names the impact assessment that is to cover an account whose business case named none.</summary>
public sealed class NameAssessment(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Names it.</summary>
    public Task<Result> RunAsync(int id, NameAssessmentForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        async account => account.NameImpactAssessment(
            form.ImpactAssessmentId,
            [.. (await database.LoadAssessmentChoicesAsync(account, person.Id, cancellationToken)).Select(choice => choice.Id)],
            person.Actor,
            clock.UtcNow()),
        cancellationToken);
}

/// <summary>The form.</summary>
public sealed class NameAssessmentForm : AccountForm
{
    /// <summary>Which.</summary>
    [Display(Name = "Which impact assessment covers the account?")]
    public int? ImpactAssessmentId { get; set; }
}
