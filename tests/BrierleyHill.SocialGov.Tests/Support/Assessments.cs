using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes impact assessments through the domain's own methods, in every status.</summary>
public static class Assessments
{
    /// <summary>The business case that they cover, by applicant 4.</summary>
    public static CoverableCase Covered { get; } = new(7, 4, new MaterialFacts(Platform.Facebook, "", "Families.", Openness.Closed, AccountKind.GroupOrPage));

    public static DateTime At { get; } = BusinessCases.At;

    public static DateOnly Today { get; } = LondonTime.DateOf(At);

    public static Actor Author { get; } = new(1, "Person 1", Roles.None);

    public static Actor Officer { get; } = new(8, "Person 8", Roles.DataProtectionOfficer);

    public static Actor Leader { get; } = new(9, "Person 9", Roles.SeniorLeader);

    public static PeopleDirectory Directory { get; } = BusinessCases.Directory();

    /// <summary>A draft that is screened as needed and answered in full, with one risk whose residual level is the one given.</summary>
    public static ImpactAssessment Complete(RiskLevel residual = RiskLevel.Low, Actor? author = null, DateTime? at = null, PeopleDirectory? directory = null)
    {
        var (by, when) = (author ?? Author, at ?? At);
        var assessment = ImpactAssessment.Start("Pictures online", null, by, when).Value;
        Answer(assessment, by, when, residual, directory ?? Directory);
        return assessment;
    }

    /// <summary>Gives every answer.</summary>
    public static void Answer(ImpactAssessment assessment, Actor by, DateTime at, RiskLevel residual = RiskLevel.Low, PeopleDirectory? directory = null, int? ownerId = null)
    {
        var everybody = directory ?? Directory;
        var owner = ownerId ?? by.PersonId!.Value;
        Done(assessment.AnswerScreening(Screening.Everything, ScreeningPoints.Children, by, at));
        foreach (var step in Enum.GetValues<AssessmentStep>())
        {
            var texts = AssessmentQuestions.Of(step).Where(text => text != AssessmentText.NotConsultedBecause)
                .ToDictionary(text => text, text => (string?)$"The answer to {text}.");
            if (texts.Count > 0)
            {
                Done(assessment.Answer(step, texts, by, at));
            }
        }

        Done(assessment.ChooseLawfulBasis(LawfulBasis.PublicTask, by, at));
        Assert.False(assessment.AddRisk("A child is identified.", "The child.", Likelihood.Possible, Severity.Severe, by, at).IsRefused);
        var (likelihood, severity) = residual switch
        {
            RiskLevel.Low => (Likelihood.Remote, Severity.Severe),
            RiskLevel.Medium => (Likelihood.Possible, Severity.Significant),
            _ => (Likelihood.Probable, Severity.Severe),
        };
        Done(assessment.PlanMeasure(1, "No names.", owner, likelihood, severity, MeasureEffect.Reduced, everybody, by, at));
        Done(assessment.NameKeeper(owner, everybody, by, at));
    }

    /// <summary>Sends it.</summary>
    public static Result Send(ImpactAssessment assessment, DateTime? at = null, string? note = null) =>
        assessment.Send(note, [8], [Covered], Directory, Author, at ?? At);

    /// <summary>Judges every answer alike.</summary>
    public static Result Judge(ImpactAssessment assessment, AnswerVerdict verdict = AnswerVerdict.Acceptable, DateTime? at = null, Actor? by = null, PeopleDirectory? directory = null) =>
        assessment.Comment(
            [.. assessment.JudgedAnswers(directory ?? Directory).Select(answer => (answer.Key, verdict, verdict == AnswerVerdict.Acceptable ? "" : (string?)"Say more."))],
            directory ?? Directory,
            by ?? Officer,
            at ?? At);

    /// <summary>Signs it off.</summary>
    public static Result SignOff(ImpactAssessment assessment, DateTime? at = null, Actor? by = null) =>
        assessment.SignOff("Fine.", LondonTime.DateOf(at ?? At).AddMonths(6), [Covered], Directory, by ?? Officer, at ?? At);

    /// <summary>A complete assessment in the given status, whose events are taken.</summary>
    public static ImpactAssessment In(AssessmentStatus status, RiskLevel residual = RiskLevel.Low, DateTime? at = null)
    {
        var when = at ?? At;
        if (status == AssessmentStatus.NotNeeded)
        {
            var screened = ImpactAssessment.Start("Opening hours", null, Author, when).Value;
            Done(screened.AnswerScreening(Screening.Everything, ScreeningPoints.None, Author, when));
            Done(screened.DeclareNotNeeded("No personal data.", [Covered], Author, when));
            screened.TakeEvents();
            return screened;
        }

        var assessment = Complete(residual, at: when);
        if (status != AssessmentStatus.Draft)
        {
            Done(Send(assessment, when));
        }

        if (status is AssessmentStatus.SignedOff or AssessmentStatus.Superseded)
        {
            Done(Judge(assessment, at: when));
        }

        Done(status switch
        {
            AssessmentStatus.ReturnedByDpo => assessment.Return("Say more.", Officer, when),
            AssessmentStatus.Refused => assessment.Refuse("Not like this.", Officer, when),
            AssessmentStatus.SignedOff or AssessmentStatus.Superseded => SignOff(assessment, when),
            _ => Result.Done,
        });
        if (status == AssessmentStatus.Superseded)
        {
            Done(assessment.SupersedeBy(SignedOffSuccessor(assessment, when), Officer, when));
        }

        Assert.Equal(status, assessment.Status);
        assessment.TakeEvents();
        return assessment;
    }

    /// <summary>A new version of a signed-off assessment that is signed off itself.</summary>
    public static ImpactAssessment SignedOffSuccessor(ImpactAssessment assessment, DateTime at)
    {
        var successor = assessment.StartNewVersion(Author, at).Value;
        Done(Send(successor, at));
        Done(Judge(successor, at: at));
        Done(SignOff(successor, at));
        return successor;
    }

    public static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);
}
