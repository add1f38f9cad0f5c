using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>
/// The questions of the seven steps that are answered in words. A value's name is the answer's key: comments, snapshots and
/// the content's hash hang on it, so it never changes.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssessmentText>))]
public enum AssessmentText
{
    /// <summary>Step 1.</summary>
    [Display(Name = "What is planned, and what is it for?")]
    Plan,

    /// <summary>Step 1.</summary>
    [Display(Name = "Why is an assessment needed?")]
    Why,

    /// <summary>Step 2.</summary>
    [Display(Name = "Nature: how is the data collected, used, stored, shared and deleted?")]
    Nature,

    /// <summary>Step 2.</summary>
    [Display(Name = "Scope: whose data, which data, how much, how long, and where?")]
    Scope,

    /// <summary>Step 2.</summary>
    [Display(Name = "Context: who are the people, and what do they expect?")]
    Context,

    /// <summary>Step 2.</summary>
    [Display(Name = "Purposes: what is to be achieved, and whom does it benefit?")]
    Purposes,

    /// <summary>Step 3.</summary>
    [Display(Name = "Who was consulted?")]
    Consulted,

    /// <summary>Step 3.</summary>
    [Display(Name = "How were they consulted, and what did they say?")]
    ConsultedHow,

    /// <summary>Step 3.</summary>
    [Display(Name = "If nobody was consulted: why not?")]
    NotConsultedBecause,

    /// <summary>Step 4.</summary>
    [Display(Name = "Why does this lawful basis apply?")]
    BasisBecause,

    /// <summary>Step 4.</summary>
    [Display(Name = "Is it necessary, and is there a less intrusive way?")]
    Necessity,

    /// <summary>Article 5(1)(a).</summary>
    [Display(Name = "5(1)(a) Lawfulness, fairness and transparency")]
    Lawfulness,

    /// <summary>Article 5(1)(b).</summary>
    [Display(Name = "5(1)(b) Purpose limitation")]
    PurposeLimitation,

    /// <summary>Article 5(1)(c).</summary>
    [Display(Name = "5(1)(c) Data minimisation")]
    DataMinimisation,

    /// <summary>Article 5(1)(d).</summary>
    [Display(Name = "5(1)(d) Accuracy")]
    Accuracy,

    /// <summary>Article 5(1)(e).</summary>
    [Display(Name = "5(1)(e) Storage limitation")]
    StorageLimitation,

    /// <summary>Article 5(1)(f).</summary>
    [Display(Name = "5(1)(f) Integrity and confidentiality")]
    Security,

    /// <summary>Article 5(2).</summary>
    [Display(Name = "5(2) Accountability")]
    Accountability,

    /// <summary>Step 7.</summary>
    [Display(Name = "What do you conclude?")]
    Conclusion,
}

/// <summary>Where each question stands, and the keys of the answers that are not words.</summary>
public static class AssessmentQuestions
{
    /// <summary>The key of the lawful basis.</summary>
    public const string LawfulBasisKey = nameof(AssessmentContent.LawfulBasis);

    /// <summary>The key of whoever keeps it under review.</summary>
    public const string KeeperKey = "Keeper";

    /// <summary>The key of one risk with its measure.</summary>
    public static string RiskKey(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Risk-{number}");

    /// <summary>The step that a question stands in.</summary>
    public static AssessmentStep StepOf(AssessmentText text) => text switch
    {
        AssessmentText.Plan or AssessmentText.Why => AssessmentStep.Need,
        AssessmentText.Nature or AssessmentText.Scope or AssessmentText.Context or AssessmentText.Purposes => AssessmentStep.Processing,
        AssessmentText.Consulted or AssessmentText.ConsultedHow or AssessmentText.NotConsultedBecause => AssessmentStep.Consultation,
        AssessmentText.BasisBecause or AssessmentText.Necessity or AssessmentText.Lawfulness or AssessmentText.PurposeLimitation
            or AssessmentText.DataMinimisation or AssessmentText.Accuracy or AssessmentText.StorageLimitation
            or AssessmentText.Security or AssessmentText.Accountability => AssessmentStep.Necessity,
        AssessmentText.Conclusion => AssessmentStep.Outcome,
    };

    /// <summary>The questions in words of one step, in order.</summary>
    public static IEnumerable<AssessmentText> Of(AssessmentStep step) => Enum.GetValues<AssessmentText>().Where(text => StepOf(text) == step);
}
