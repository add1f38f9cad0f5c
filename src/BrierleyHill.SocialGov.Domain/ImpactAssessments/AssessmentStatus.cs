using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>
/// Lifecycle of an impact assessment: <c>Draft → WithDpo → ReturnedByDpo → WithDpo … → SignedOff | Refused</c>. A senior leader
/// may overrule a return or a refusal: <c>ReturnedByDpo | Refused → SignedOff</c>. A screening that says that none is needed:
/// <c>Draft → NotNeeded</c>; the data protection officer overturns it, or its author does one anyway: <c>NotNeeded → Draft</c>. A
/// material change to what it covers: <c>SignedOff | NotNeeded → Draft</c>. A newer version that is signed off: <c>SignedOff → Superseded</c>.
/// </summary>
public enum AssessmentStatus
{
    /// <summary>Being written by its author.</summary>
    [Display(Name = "Draft")]
    Draft,

    /// <summary>Sent; the data protection officer has it.</summary>
    [Display(Name = "With the data protection officer")]
    WithDpo,

    /// <summary>Back with its author, with comments.</summary>
    [Display(Name = "Returned")]
    ReturnedByDpo,

    /// <summary>Signed off, by the data protection officer or by a leader who overruled the advice.</summary>
    [Display(Name = "Signed off")]
    SignedOff,

    /// <summary>The data protection officer advises against the processing.</summary>
    [Display(Name = "Refused")]
    Refused,

    /// <summary>A newer version took its place.</summary>
    [Display(Name = "Superseded")]
    Superseded,

    /// <summary>The screening said that none is needed, with a reason.</summary>
    [Display(Name = "Not needed")]
    NotNeeded,
}

/// <summary>The ICO's seven steps, in the order of the task list.</summary>
public enum AssessmentStep
{
    /// <summary>Step 1: the need.</summary>
    [Display(Name = "The need")]
    Need,

    /// <summary>Step 2: nature, scope, context and purposes.</summary>
    [Display(Name = "The processing")]
    Processing,

    /// <summary>Step 3: consultation.</summary>
    [Display(Name = "Consultation")]
    Consultation,

    /// <summary>Step 4: lawful basis, necessity and the principles.</summary>
    [Display(Name = "Necessity and proportionality")]
    Necessity,

    /// <summary>Step 5: the risks.</summary>
    [Display(Name = "Risks")]
    Risks,

    /// <summary>Step 6: the measures.</summary>
    [Display(Name = "Measures")]
    Measures,

    /// <summary>Step 7: the outcome.</summary>
    [Display(Name = "Outcome")]
    Outcome,
}

/// <summary>How far a step is.</summary>
public enum StepProgress
{
    /// <summary>Nothing is answered yet.</summary>
    [Display(Name = "Not started")]
    NotStarted,

    /// <summary>Some answers are missing.</summary>
    [Display(Name = "In progress")]
    InProgress,

    /// <summary>Every answer is there.</summary>
    [Display(Name = "Completed")]
    Completed,
}

/// <summary>The lawful bases of UK GDPR Article 6(1) (clause DP-1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LawfulBasis>))]
public enum LawfulBasis
{
    /// <summary>(a).</summary>
    [Display(Name = "(a) Consent", Description = "The person, or whoever has parental responsibility for a child, has freely agreed to this very use and can take it back as easily")]
    Consent,

    /// <summary>(b).</summary>
    [Display(Name = "(b) Contract", Description = "It is needed for a contract with the person whose data it is. Rare for a school’s social media")]
    Contract,

    /// <summary>(c).</summary>
    [Display(Name = "(c) Legal obligation", Description = "A law obliges the school to do this. Say which one")]
    LegalObligation,

    /// <summary>(d).</summary>
    [Display(Name = "(d) Vital interests", Description = "It is needed to protect somebody’s life. It does not fit everyday publishing")]
    VitalInterests,

    /// <summary>(e).</summary>
    [Display(Name = "(e) Public task", Description = "It is needed for a task that the school carries out in the public interest and that has a basis in law, such as education")]
    PublicTask,

    /// <summary>(f).</summary>
    [Display(Name = "(f) Legitimate interests", Description = "Not for what a public authority does to perform its tasks: a maintained school or academy cannot use it for those. Outside them, weigh the interest against those of the child")]
    LegitimateInterests,
}

/// <summary>What the screening came to.</summary>
public enum ScreeningOutcome
{
    /// <summary>Not finished.</summary>
    [Display(Name = "Not finished")]
    NotFinished,

    /// <summary>At least one answer was yes.</summary>
    [Display(Name = "An assessment is needed")]
    Needed,

    /// <summary>Every answer was no, with a reason.</summary>
    [Display(Name = "Not needed")]
    NotNeeded,

    /// <summary>Every answer was no; the author does one all the same.</summary>
    [Display(Name = "Not needed, but done anyway")]
    DoneAnyway,

    /// <summary>The data protection officer says that one is needed.</summary>
    [Display(Name = "Needed: the data protection officer overturned the screening")]
    Overturned,
}

/// <summary>What the data protection officer says of one answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerVerdict>))]
public enum AnswerVerdict
{
    /// <summary>It will do.</summary>
    [Display(Name = "Acceptable")]
    Acceptable,

    /// <summary>It is right as far as it goes and should say more.</summary>
    [Display(Name = "Improve")]
    Improve,

    /// <summary>It is wrong or missing.</summary>
    [Display(Name = "Correct")]
    Correct,
}

/// <summary>What was decided about an assessment.</summary>
public enum AssessmentOutcome
{
    /// <summary>Returned to its author.</summary>
    [Display(Name = "Returned")]
    Returned,

    /// <summary>Signed off.</summary>
    [Display(Name = "Signed off")]
    SignedOff,

    /// <summary>Refused.</summary>
    [Display(Name = "Refused")]
    Refused,

    /// <summary>A senior leader signed off against the data protection officer’s advice.</summary>
    [Display(Name = "Advice overruled")]
    Overruled,
}
