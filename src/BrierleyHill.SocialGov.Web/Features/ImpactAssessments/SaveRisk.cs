using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Adds a risk, or changes one.</summary>
public sealed class SaveRisk(AssessmentWriter writer) : AssessmentWrite<RiskForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, RiskForm form, AssessmentSituation situation)
    {
        if (form.Number is { } number)
        {
            return assessment.ChangeRisk(number, form.Description, form.Harm, form.Likelihood, form.Severity, situation.By, situation.At);
        }

        return assessment.AddRisk(form.Description, form.Harm, form.Likelihood, form.Severity, situation.By, situation.At).Error is { } refusal
            ? refusal
            : Result.Done;
    }
}

/// <summary>Takes a risk out.</summary>
public sealed class RemoveRisk(AssessmentWriter writer) : AssessmentWrite<RemoveRiskForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, RemoveRiskForm form, AssessmentSituation situation) =>
        assessment.RemoveRisk(form.Number, situation.By, situation.At);
}

/// <summary>The form of a risk.</summary>
public sealed class RiskForm : AssessmentForm
{
    /// <summary>The risk to change; nothing for a new one. It comes from the address.</summary>
    internal int? Number { get; set; }

    /// <summary>What can happen.</summary>
    [Display(Name = "What can happen?", Description = "One thing for each risk. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Description { get; set; }

    /// <summary>Who is harmed.</summary>
    [Display(Name = "Who is harmed, and how?", Description = "For example: the child, because strangers learn where to find them")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Harm { get; set; }

    /// <summary>How likely.</summary>
    [Display(Name = "How likely is it, if nothing is done about it?")]
    public Likelihood? Likelihood { get; set; }

    /// <summary>How bad.</summary>
    [Display(Name = "How bad would the harm be?")]
    public Severity? Severity { get; set; }
}

/// <summary>The form that takes a risk out.</summary>
public sealed class RemoveRiskForm : AssessmentForm
{
    /// <summary>The risk. It comes from the address.</summary>
    internal int Number { get; set; }
}
