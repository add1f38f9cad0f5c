using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Saves the screening, as far as it is answered.</summary>
public sealed class AnswerScreening(AssessmentWriter writer) : AssessmentWrite<ScreeningForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, ScreeningForm form, AssessmentSituation situation)
    {
        var (answered, yes) = (ScreeningPoints.None, ScreeningPoints.None);
        foreach (var (question, answer) in Screening.Questions.Zip(form.Answers))
        {
            answered |= answer is null ? ScreeningPoints.None : question;
            yes |= answer == true ? question : ScreeningPoints.None;
        }

        return assessment.AnswerScreening(answered, yes, situation.By, situation.At);
    }
}

/// <summary>The form: yes or no to each question, in the questions' order.</summary>
public sealed class ScreeningForm : AssessmentForm
{
    /// <summary>The answers.</summary>
    public List<bool?> Answers { get; set; } = [];

    /// <summary>Fills the form with what is saved.</summary>
    public static ScreeningForm Of(ImpactAssessment assessment) => new()
    {
        Version = assessment.Version,
        Answers = [.. Screening.Questions.Select(question => Screening.AnswerTo(question, assessment.ScreeningAnswered, assessment.ScreeningYes))],
    };
}
