using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Records that no assessment is needed.</summary>
public sealed class DeclareNotNeeded(AssessmentWriter writer) : AssessmentWrite<NotNeededForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, NotNeededForm form, AssessmentSituation situation) =>
        assessment.DeclareNotNeeded(form.Because, situation.Covered, situation.By, situation.At);
}

/// <summary>The author does one all the same.</summary>
public sealed class DoAssessmentAnyway(AssessmentWriter writer) : AssessmentWrite<PlainForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, PlainForm form, AssessmentSituation situation) =>
        assessment.DoAnyway(situation.By, situation.At);
}

/// <summary>The form.</summary>
public sealed class NotNeededForm : AssessmentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why is no assessment needed?", Description = "Say in a few sentences what is planned and why nobody’s personal data is at risk. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Because { get; set; }
}
