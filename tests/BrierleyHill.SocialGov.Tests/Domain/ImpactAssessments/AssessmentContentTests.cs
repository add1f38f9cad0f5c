using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.ImpactAssessments;

/// <summary>The matrix, what is missing, and the fingerprint of the content.</summary>
[Trait("Clause", "DP-1")]
public class AssessmentContentTests
{
    [Theory]
    [InlineData(Severity.Minimal, RiskLevel.Low, RiskLevel.Low, RiskLevel.Low)]
    [InlineData(Severity.Significant, RiskLevel.Low, RiskLevel.Medium, RiskLevel.High)]
    [InlineData(Severity.Severe, RiskLevel.Low, RiskLevel.High, RiskLevel.High)]
    public void The_matrix_is_the_ICOs(Severity severity, RiskLevel remote, RiskLevel possible, RiskLevel probable) =>
        Assert.Equal(
            [remote, possible, probable],
            Enum.GetValues<Likelihood>().Select(likelihood => RiskMatrix.Level(likelihood, severity)));

    [Fact]
    public void Nothing_of_a_complete_assessment_is_missing() =>
        Assert.Empty(Assessments.Complete().Content.Missing(Assessments.Directory));

    [Fact]
    public void Each_question_that_is_left_out_is_missed_where_it_stands()
    {
        var complete = Assessments.Complete().Content;
        foreach (var text in Enum.GetValues<AssessmentText>().Where(text => text != AssessmentText.NotConsultedBecause))
        {
            var missing = Assert.Single(complete.With(new Dictionary<AssessmentText, string> { [text] = "" }).Missing(Assessments.Directory));

            Assert.Equal(AssessmentQuestions.StepOf(text), missing.Step);
            Assert.Equal(text == AssessmentText.Consulted ? nameof(AssessmentText.NotConsultedBecause) : text.ToString(), missing.Field);
        }

        Assert.Equal("LawfulBasis", Assert.Single((complete with { LawfulBasis = null }).Missing(Assessments.Directory)).Field);
        Assert.Equal("KeeperId", Assert.Single((complete with { KeeperId = null }).Missing(Assessments.Directory)).Field);
        Assert.Equal("Risks", Assert.Single((complete with { Risks = [] }).Missing(Assessments.Directory)).Field);
        var risk = complete.Risks[0];
        (string Field, AssessmentRisk Without)[] parts =
        [
            ("Description", risk with { Description = "" }), ("Harm", risk with { Harm = "" }), ("Likelihood", risk with { Likelihood = null }),
            ("Severity", risk with { Severity = null }), ("Measure", risk with { Measure = "" }), ("OwnerId", risk with { OwnerId = null }),
            ("LikelihoodAfter", risk with { LikelihoodAfter = null }), ("SeverityAfter", risk with { SeverityAfter = null }), ("Effect", risk with { Effect = null }),
        ];
        Assert.All(parts, part => Assert.Equal((part.Field, 1), Name(Assert.Single(complete.With(part.Without).Missing(Assessments.Directory)))));

        static (string, int?) Name(MissingAnswer missing) => (missing.Field, missing.RiskNumber);
    }

    [Fact]
    public void Nobody_needs_to_be_consulted_where_it_says_why_not()
    {
        var content = Assessments.Complete().Content.With(new Dictionary<AssessmentText, string>
        {
            [AssessmentText.Consulted] = "", [AssessmentText.ConsultedHow] = "", [AssessmentText.NotConsultedBecause] = "It would tell who is protected.",
        });

        Assert.Empty(content.Missing(Assessments.Directory));
    }

    [Fact]
    public void Somebody_who_has_left_sees_to_nothing()
    {
        var without = BusinessCases.Directory(BrierleyHill.SocialGov.Tests.Support.People.InDirectory(1, "A", "B", BrierleyHill.SocialGov.Domain.People.PersonStatus.Deactivated));

        Assert.Equal(["OwnerId", "KeeperId"], Assessments.Complete().Content.Missing(without).Select(missing => missing.Field));
    }

    [Fact]
    public void The_same_content_has_the_same_hash_whatever_the_order_of_answering()
    {
        var content = Assessments.Complete().Content;
        var other = content with { Texts = content.Texts.Reverse().ToDictionary(), Risks = [.. content.Risks] };

        Assert.Equal(content.Hash(), other.Hash());
        Assert.Matches("^[0-9a-f]{64}$", content.Hash());
    }

    [Fact]
    public void Any_difference_changes_the_hash_and_nothing_can_pass_for_something_else()
    {
        var content = Assessments.Complete().Content;
        var risk = content.Risks[0];
        AssessmentContent[] variants =
        [
            content,
            content with { Title = "Other" },
            content with { LawfulBasis = LawfulBasis.Consent },
            content with { KeeperId = 3 },
            content with { Risks = [] },
            .. Enum.GetValues<AssessmentText>().Select(text => content.With(new Dictionary<AssessmentText, string> { [text] = "Other." })),
            content.With(risk with { Description = "x" }), content.With(risk with { Harm = "x" }), content.With(risk with { Likelihood = Likelihood.Remote }),
            content.With(risk with { Severity = Severity.Minimal }), content.With(risk with { Measure = "x" }), content.With(risk with { OwnerId = 3 }),
            content.With(risk with { LikelihoodAfter = Likelihood.Probable }), content.With(risk with { SeverityAfter = Severity.Minimal }),
            content.With(risk with { Effect = MeasureEffect.Accepted }), content.With(risk with { Number = 2 }),
            // An answer that imitates the canonical form of the next.
            content.With(new Dictionary<AssessmentText, string> { [AssessmentText.Plan] = "x\nWhy:3:abc", [AssessmentText.Why] = "" }),
            content.With(new Dictionary<AssessmentText, string> { [AssessmentText.Plan] = "x", [AssessmentText.Why] = "abc\nWhy:0:" }),
        ];

        Assert.Equal(variants.Length, variants.Select(variant => variant.Hash()).Distinct().Count());
    }

    [Fact]
    public void The_hash_is_that_of_the_documented_form() =>
        Assert.Equal(
            "DPIA-content/1\nTitle:1:A\nPlan:4:So\nx\nWhy:0:\n",
            AssessmentContent.Empty("A").With(new Dictionary<AssessmentText, string> { [AssessmentText.Plan] = "So\nx" }).Canonical()[..44]);

    [Fact]
    public void How_far_a_step_is()
    {
        var empty = AssessmentContent.Empty("A");
        Assert.All(Enum.GetValues<AssessmentStep>(), step => Assert.Equal(StepProgress.NotStarted, empty.ProgressOf(step, Assessments.Directory)));
        Assert.All(Enum.GetValues<AssessmentStep>(), step => Assert.Equal(StepProgress.Completed, Assessments.Complete().Content.ProgressOf(step, Assessments.Directory)));
        Assert.Equal(
            StepProgress.InProgress,
            empty.With(new Dictionary<AssessmentText, string> { [AssessmentText.Plan] = "x" }).ProgressOf(AssessmentStep.Need, Assessments.Directory));
    }
}
