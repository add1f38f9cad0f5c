using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Hands an assessment to the data protection officer, for the first time or again.</summary>
public sealed class SendAssessment(AssessmentWriter writer) : AssessmentWrite<SendForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, SendForm form, AssessmentSituation situation) =>
        assessment.Send(form.Note, situation.Officers, situation.Covered, situation.Directory, situation.By, situation.At);
}

/// <summary>The form below the answers to check.</summary>
public sealed class SendForm : AssessmentForm
{
    /// <summary>What was changed.</summary>
    [Display(Name = "What have you changed?", Description = "The data protection officer reads this first")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Note { get; set; }
}
