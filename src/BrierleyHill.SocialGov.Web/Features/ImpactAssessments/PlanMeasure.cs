using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Saves the measure against one risk.</summary>
public sealed class PlanMeasure(AssessmentWriter writer) : AssessmentWrite<MeasureForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, MeasureForm form, AssessmentSituation situation) => assessment.PlanMeasure(
        form.Number, form.Measure, form.OwnerId, form.LikelihoodAfter, form.SeverityAfter, form.Effect, situation.Directory, situation.By, situation.At);
}

/// <summary>The form.</summary>
public sealed class MeasureForm : AssessmentForm
{
    /// <summary>The risk. It comes from the address.</summary>
    internal int Number { get; set; }

    /// <summary>The measure.</summary>
    [Display(Name = "What is done about it?", Description = "Say what somebody can check: who does what, when")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Measure { get; set; }

    /// <summary>Who sees to it.</summary>
    [Display(Name = "Who sees to it?")]
    public int? OwnerId { get; set; }

    /// <summary>Likelihood with the measure.</summary>
    [Display(Name = "How likely is it then?")]
    public Likelihood? LikelihoodAfter { get; set; }

    /// <summary>Severity with the measure.</summary>
    [Display(Name = "How bad would the harm be then?")]
    public Severity? SeverityAfter { get; set; }

    /// <summary>The effect.</summary>
    [Display(Name = "What does the measure do to the risk?")]
    public MeasureEffect? Effect { get; set; }
}
