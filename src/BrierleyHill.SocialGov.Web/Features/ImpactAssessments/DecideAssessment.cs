using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The data protection officer returns it to its author.</summary>
public sealed class ReturnAssessment(AssessmentWriter writer) : AssessmentWrite<ReturnForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, ReturnForm form, AssessmentSituation situation) =>
        assessment.Return(form.Advice, situation.By, situation.At);
}

/// <summary>The data protection officer signs it off.</summary>
public sealed class SignOffAssessment(AssessmentWriter writer) : AssessmentWrite<SignOffForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, SignOffForm form, AssessmentSituation situation) =>
        assessment.SignOff(form.Advice, form.ReviewOn, situation.Covered, situation.Directory, situation.By, situation.At);
}

/// <summary>The data protection officer advises against the processing.</summary>
public sealed class RefuseAssessment(AssessmentWriter writer) : AssessmentWrite<RefuseForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, RefuseForm form, AssessmentSituation situation) =>
        assessment.Refuse(form.Advice, situation.By, situation.At);
}

/// <summary>A senior leader signs off against the advice.</summary>
public sealed class OverruleAdvice(AssessmentWriter writer) : AssessmentWrite<OverruleForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, OverruleForm form, AssessmentSituation situation) =>
        assessment.Overrule(form.Because, form.ReviewOn, situation.Covered, situation.By, situation.At);
}

/// <summary>The data protection officer says that an assessment is needed after all.</summary>
public sealed class OverturnScreening(AssessmentWriter writer) : AssessmentWrite<OverturnForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, OverturnForm form, AssessmentSituation situation) =>
        assessment.OverturnScreening(form.Because, situation.By, situation.At);
}

/// <summary>A senior leader accepts what risk is left.</summary>
public sealed class AcceptResidualRisk(AssessmentWriter writer) : AssessmentWrite<AcceptanceForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, AcceptanceForm form, AssessmentSituation situation) =>
        assessment.AcceptResidualRisk(form.Remark, situation.By, situation.At);
}

/// <summary>The form of a return.</summary>
public sealed class ReturnForm : AssessmentForm
{
    /// <summary>The advice.</summary>
    [Display(Name = "General advice", Description = "The author sees your comments beside the answers. Add here what concerns the whole. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Advice { get; set; }
}

/// <summary>The form of a sign-off.</summary>
public sealed class SignOffForm : AssessmentForm
{
    /// <summary>The advice.</summary>
    [Display(Name = "Your advice", Description = "What you advise, and on what it depends. It stands on the record")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Advice { get; set; }

    /// <summary>The review date.</summary>
    [Display(Name = "When is it to be reviewed?", ShortName = "Review date", Description = "After today, and no later than a year from today")]
    public DateOnly? ReviewOn { get; set; }
}

/// <summary>The form of a refusal.</summary>
public sealed class RefuseForm : AssessmentForm
{
    /// <summary>The advice.</summary>
    [Display(Name = "Why do you advise against it?", Description = "The author reads it, and it stands on the record. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Advice { get; set; }
}

/// <summary>The form of an overruling.</summary>
public sealed class OverruleForm : AssessmentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why do you overrule the advice?", Description = "The reason stays on the record with your name. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Because { get; set; }

    /// <summary>The review date.</summary>
    [Display(Name = "When is it to be reviewed?", ShortName = "Review date", Description = "After today, and no later than a year from today")]
    public DateOnly? ReviewOn { get; set; }
}

/// <summary>The form of an overturning.</summary>
public sealed class OverturnForm : AssessmentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why is an assessment needed?", Description = "The author reads it and then works through the steps")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>The form of an acceptance.</summary>
public sealed class AcceptanceForm : AssessmentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why can the risk that is left be accepted?", Description = "Needed where a risk stays high. It stands on the record with your name")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Remark { get; set; }
}
