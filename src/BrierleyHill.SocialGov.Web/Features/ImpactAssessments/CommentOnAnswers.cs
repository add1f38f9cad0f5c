using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Saves what the data protection officer says of the answers of one step.</summary>
public sealed class CommentOnAnswers(AssessmentWriter writer) : AssessmentWrite<CommentsForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, CommentsForm form, AssessmentSituation situation)
    {
        var judged = assessment.Comment(
            [.. form.Comments.Where(comment => comment.Verdict is not null).Select(comment => (comment.Key, comment.Verdict!.Value, comment.Text))],
            situation.Directory,
            situation.By,
            situation.At);
        // The record names the answer by its key; the form's field is the one in the answer's place.
        return judged.Error is { Field: { } key } refusal && form.Comments.FindIndex(comment => comment.Key == key) is >= 0 and var place
            ? refusal with { Field = $"Comments[{place}].Text" }
            : judged;
    }
}

/// <summary>The form of one step.</summary>
public sealed class CommentsForm : AssessmentForm
{
    /// <summary>A comment for each answer of the step.</summary>
    public List<CommentForm> Comments { get; set; } = [];
}

/// <summary>What is said of one answer.</summary>
public sealed class CommentForm
{
    /// <summary>The answer's key.</summary>
    public string Key { get; set; } = "";

    /// <summary>The verdict.</summary>
    [Display(Name = "Verdict")]
    public AnswerVerdict? Verdict { get; set; }

    /// <summary>The text.</summary>
    [Display(Name = "What is to be improved or corrected?")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Text { get; set; }
}
