using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Saves one of the steps that are answered on one page, as far as it is answered.</summary>
public sealed class SaveStep(AssessmentWriter writer) : AssessmentWrite<StepForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, StepForm form, AssessmentSituation situation) =>
        form.Answer(assessment, situation);
}

/// <summary>The form of one step. Everything may be left empty: a draft is saved as far as it is. The fields are named as the answers' keys.</summary>
public abstract class StepForm : AssessmentForm
{
    /// <summary>The form of a step, empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step has no form of its own: risks and measures are answered one by one.</exception>
    public static StepForm For(AssessmentStep step) => step switch
    {
        AssessmentStep.Need => new NeedForm(),
        AssessmentStep.Processing => new ProcessingForm(),
        AssessmentStep.Consultation => new ConsultationForm(),
        AssessmentStep.Necessity => new NecessityForm(),
        AssessmentStep.Outcome => new OutcomeForm(),
        AssessmentStep.Risks or AssessmentStep.Measures => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Fills the form with what is saved.</summary>
    public abstract void Read(AssessmentContent content);

    /// <summary>Gives the answers to the assessment, which checks them.</summary>
    internal abstract Result Answer(ImpactAssessment assessment, AssessmentSituation situation);

    /// <summary>Gives one thing after the other, until one is refused.</summary>
    protected static Result InTurn(params IEnumerable<Func<Result>> answers)
    {
        foreach (var answer in answers)
        {
            if (answer() is { IsRefused: true } refusal)
            {
                return refusal;
            }
        }

        return Result.Done;
    }
}

/// <summary>Step 1.</summary>
public sealed class NeedForm : StepForm
{
    /// <summary>What it is about.</summary>
    [Display(Name = "Title", Description = "What the assessment is about, in a few words")]
    [MaximumCharacters(ImpactAssessment.TitleMaximumLength)]
    public string? Title { get; set; }

    /// <summary>The plan.</summary>
    [Display(Name = "What is planned, and what is it for?", Description = "Which accounts, what will be posted, by whom, and what the school wants to achieve. Do not name any child, here or in any other answer")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Plan { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why is an assessment needed?", Description = "Which of the screening questions made you think of a risk to people?")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Why { get; set; }

    /// <inheritdoc />
    public override void Read(AssessmentContent content) =>
        (Title, Plan, Why) = (content.Title, content.TextOf(AssessmentText.Plan), content.TextOf(AssessmentText.Why));

    internal override Result Answer(ImpactAssessment assessment, AssessmentSituation situation) => InTurn(
        () => assessment.Rename(Title, situation.By, situation.At),
        () => assessment.Answer(
            AssessmentStep.Need,
            new Dictionary<AssessmentText, string?> { [AssessmentText.Plan] = Plan, [AssessmentText.Why] = Why },
            situation.By,
            situation.At));
}

/// <summary>Step 2.</summary>
public sealed class ProcessingForm : StepForm
{
    /// <summary>Nature.</summary>
    [Display(Name = "Nature: how is the data collected, used, stored, shared and deleted?", Description = "Who takes the pictures, on which device, where they go from there, who can see them, and how they are taken down")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Nature { get; set; }

    /// <summary>Scope.</summary>
    [Display(Name = "Scope: whose data, which data, how much, how long, and where?", Description = "For example: pictures of groups of pupils of Years 3 to 6, about five a week, for two school years")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Scope { get; set; }

    /// <summary>Context.</summary>
    [Display(Name = "Context: who are the people, and what do they expect?", Description = "Children are always in a weaker position. Say what families were told, and whether there were worries before")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Context { get; set; }

    /// <summary>Purposes.</summary>
    [Display(Name = "Purposes: what is to be achieved, and whom does it benefit?", Description = "Think of the children first, then families, then the school")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Purposes { get; set; }

    /// <inheritdoc />
    public override void Read(AssessmentContent content) => (Nature, Scope, Context, Purposes) = (
        content.TextOf(AssessmentText.Nature), content.TextOf(AssessmentText.Scope), content.TextOf(AssessmentText.Context), content.TextOf(AssessmentText.Purposes));

    internal override Result Answer(ImpactAssessment assessment, AssessmentSituation situation) => assessment.Answer(
        AssessmentStep.Processing,
        new Dictionary<AssessmentText, string?>
        {
            [AssessmentText.Nature] = Nature, [AssessmentText.Scope] = Scope, [AssessmentText.Context] = Context, [AssessmentText.Purposes] = Purposes,
        },
        situation.By,
        situation.At);
}

/// <summary>Step 3.</summary>
public sealed class ConsultationForm : StepForm
{
    /// <summary>Whom.</summary>
    [Display(Name = "Who was consulted?", Description = "For example: pupils through the school council, parents, the staff who will post, the safeguarding lead. Leave this empty if nobody was")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Consulted { get; set; }

    /// <summary>How.</summary>
    [Display(Name = "How were they consulted, and what did they say?")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? ConsultedHow { get; set; }

    /// <summary>Why not.</summary>
    [Display(Name = "If nobody was consulted: why not?", Description = "Only if the first answer is empty")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? NotConsultedBecause { get; set; }

    /// <inheritdoc />
    public override void Read(AssessmentContent content) => (Consulted, ConsultedHow, NotConsultedBecause) = (
        content.TextOf(AssessmentText.Consulted), content.TextOf(AssessmentText.ConsultedHow), content.TextOf(AssessmentText.NotConsultedBecause));

    internal override Result Answer(ImpactAssessment assessment, AssessmentSituation situation) => assessment.Answer(
        AssessmentStep.Consultation,
        new Dictionary<AssessmentText, string?>
        {
            [AssessmentText.Consulted] = Consulted,
            [AssessmentText.ConsultedHow] = ConsultedHow,
            [AssessmentText.NotConsultedBecause] = NotConsultedBecause,
        },
        situation.By,
        situation.At);
}

/// <summary>Step 4.</summary>
public sealed class NecessityForm : StepForm
{
    /// <summary>The lawful basis.</summary>
    [Display(Name = "What is the lawful basis under UK GDPR Article 6(1)?", Description = "Choose the one that fits best. Without one the data may not be processed")]
    public LawfulBasis? LawfulBasis { get; set; }

    /// <summary>Why it applies.</summary>
    [Display(Name = "Why does this lawful basis apply?")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? BasisBecause { get; set; }

    /// <summary>Necessity.</summary>
    [Display(Name = "Is it necessary, and is there a less intrusive way?", Description = "Does it really achieve the purpose? Would a closed page, the newsletter or pictures without children do as well?")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Necessity { get; set; }

    /// <summary>5(1)(a).</summary>
    [Display(Name = "5(1)(a) Lawfulness, fairness and transparency", Description = "How people are told, and how they can say no without disadvantage")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Lawfulness { get; set; }

    /// <summary>5(1)(b).</summary>
    [Display(Name = "5(1)(b) Purpose limitation", Description = "What keeps the data from being used for anything else, by the school or by the platform")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? PurposeLimitation { get; set; }

    /// <summary>5(1)(c).</summary>
    [Display(Name = "5(1)(c) Data minimisation", Description = "What is left out: names, faces, places, times")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? DataMinimisation { get; set; }

    /// <summary>5(1)(d).</summary>
    [Display(Name = "5(1)(d) Accuracy", Description = "How mistakes are noticed and put right")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Accuracy { get; set; }

    /// <summary>5(1)(e).</summary>
    [Display(Name = "5(1)(e) Storage limitation", Description = "How long posts and pictures are kept, and who takes them down")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? StorageLimitation { get; set; }

    /// <summary>5(1)(f).</summary>
    [Display(Name = "5(1)(f) Integrity and confidentiality", Description = "Passwords, devices, who has access, and what happens when somebody leaves")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Security { get; set; }

    /// <summary>5(2).</summary>
    [Display(Name = "5(2) Accountability", Description = "How the school can show that it keeps all this: records, checks, training")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Accountability { get; set; }

    /// <inheritdoc />
    public override void Read(AssessmentContent content)
    {
        LawfulBasis = content.LawfulBasis;
        (BasisBecause, Necessity) = (content.TextOf(AssessmentText.BasisBecause), content.TextOf(AssessmentText.Necessity));
        (Lawfulness, PurposeLimitation, DataMinimisation) = (
            content.TextOf(AssessmentText.Lawfulness), content.TextOf(AssessmentText.PurposeLimitation), content.TextOf(AssessmentText.DataMinimisation));
        (Accuracy, StorageLimitation, Security, Accountability) = (
            content.TextOf(AssessmentText.Accuracy), content.TextOf(AssessmentText.StorageLimitation), content.TextOf(AssessmentText.Security),
            content.TextOf(AssessmentText.Accountability));
    }

    internal override Result Answer(ImpactAssessment assessment, AssessmentSituation situation) => InTurn(
        () => assessment.ChooseLawfulBasis(LawfulBasis, situation.By, situation.At),
        () => assessment.Answer(
            AssessmentStep.Necessity,
            new Dictionary<AssessmentText, string?>
            {
                [AssessmentText.BasisBecause] = BasisBecause,
                [AssessmentText.Necessity] = Necessity,
                [AssessmentText.Lawfulness] = Lawfulness,
                [AssessmentText.PurposeLimitation] = PurposeLimitation,
                [AssessmentText.DataMinimisation] = DataMinimisation,
                [AssessmentText.Accuracy] = Accuracy,
                [AssessmentText.StorageLimitation] = StorageLimitation,
                [AssessmentText.Security] = Security,
                [AssessmentText.Accountability] = Accountability,
            },
            situation.By,
            situation.At));
}

/// <summary>Step 7.</summary>
public sealed class OutcomeForm : StepForm
{
    /// <summary>The conclusion.</summary>
    [Display(Name = "What do you conclude?", Description = "Sum up: what risk is left, why it is worth it, and what must be in place before the processing starts")]
    [MaximumCharacters(ImpactAssessment.AnswerMaximumLength)]
    public string? Conclusion { get; set; }

    /// <summary>The keeper.</summary>
    [Display(Name = "Who keeps it under review?", Description = "This person notices when something changes. It can be you")]
    public int? KeeperId { get; set; }

    /// <inheritdoc />
    public override void Read(AssessmentContent content) => (Conclusion, KeeperId) = (content.TextOf(AssessmentText.Conclusion), content.KeeperId);

    internal override Result Answer(ImpactAssessment assessment, AssessmentSituation situation) => InTurn(
        () => assessment.Answer(
            AssessmentStep.Outcome,
            new Dictionary<AssessmentText, string?> { [AssessmentText.Conclusion] = Conclusion },
            situation.By,
            situation.At),
        () => assessment.NameKeeper(KeeperId, situation.Directory, situation.By, situation.At));
}
