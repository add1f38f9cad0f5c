using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Records the decision to consult the ICO.</summary>
public sealed class ConsultIco(AssessmentWriter writer) : AssessmentWrite<ConsultIcoForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, ConsultIcoForm form, AssessmentSituation situation) =>
        assessment.DecideToConsultIco(form.DecidedOn, form.Reasons, form.IcoReference, situation.By, situation.At);
}

/// <summary>Records what the ICO said.</summary>
public sealed class RecordIcoOutcome(AssessmentWriter writer) : AssessmentWrite<IcoOutcomeForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, IcoOutcomeForm form, AssessmentSituation situation) =>
        assessment.RecordIcoOutcome(form.Outcome, form.IcoReference, situation.By, situation.At);
}

/// <summary>The form of the decision.</summary>
public sealed class ConsultIcoForm : AssessmentForm
{
    /// <summary>The day.</summary>
    [Display(Name = "When was it decided to consult the ICO?", ShortName = "Date of the decision", Description = "For example, 27 3 2026")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why is the ICO to be consulted?", Description = "Which risk stays high, and why it cannot be reduced further")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Reasons { get; set; }

    /// <summary>The reference.</summary>
    [Display(Name = "The ICO’s reference", Description = "Leave this empty until there is one")]
    [MaximumCharacters(ImpactAssessment.IcoReferenceMaximumLength)]
    public string? IcoReference { get; set; }
}

/// <summary>The form of the outcome.</summary>
public sealed class IcoOutcomeForm : AssessmentForm
{
    /// <summary>What it said.</summary>
    [Display(Name = "What did the ICO say?")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Outcome { get; set; }

    /// <summary>The reference.</summary>
    [Display(Name = "The ICO’s reference", Description = "Leave this empty to keep the one that is recorded")]
    [MaximumCharacters(ImpactAssessment.IcoReferenceMaximumLength)]
    public string? IcoReference { get; set; }
}
