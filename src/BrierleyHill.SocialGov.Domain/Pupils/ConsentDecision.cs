using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>What was answered. No answer at all is none of these, and never means yes. The names are stored and are never changed.</summary>
public enum ConsentAnswer
{
    /// <summary>Yes.</summary>
    [Display(Name = "Given")]
    Given,

    /// <summary>No.</summary>
    [Display(Name = "Refused")]
    Refused,

    /// <summary>No longer: what was given is taken back (UK GDPR, Article 7(3)).</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,

    /// <summary>What was given is to be asked anew: a new school year.</summary>
    [Display(Name = "Ended, to be asked again")]
    Ended,
}

/// <summary>How the answer reached the school. The names are stored and are never changed.</summary>
public enum ConsentHow
{
    /// <summary>A paper form.</summary>
    [Display(Name = "Paper form")]
    Form,

    /// <summary>The school's management information system.</summary>
    [Display(Name = "School’s MIS")]
    Mis,

    /// <summary>An e-mail.</summary>
    [Display(Name = "E-mail")]
    Email,

    /// <summary>Said in person or on the telephone.</summary>
    [Display(Name = "In person or by telephone")]
    Spoken,

    /// <summary>The parent's or carer's own link.</summary>
    [Display(Name = "Their own link")]
    Link,

    /// <summary>The September roll-over.</summary>
    [Display(Name = "New school year")]
    RollOver,
}

/// <summary>Who answered, towards the pupil. The names are stored and are never changed.</summary>
public enum ConsentRelation
{
    /// <summary>A parent.</summary>
    [Display(Name = "Parent")]
    Parent,

    /// <summary>A carer or guardian with parental responsibility.</summary>
    [Display(Name = "Carer or guardian")]
    Carer,

    /// <summary>The local authority, for a child whom it looks after.</summary>
    [Display(Name = "Local authority")]
    LocalAuthority,

    /// <summary>The pupil.</summary>
    [Display(Name = "The pupil")]
    Pupil,

    /// <summary>The source does not say, as an export of an MIS may not.</summary>
    [Display(Name = "Not said")]
    NotSaid,
}

/// <summary>How long what was given holds. The names are stored and are never changed.</summary>
public enum ConsentValidity
{
    /// <summary>Up to and on a date.</summary>
    [Display(Name = "Until a date")]
    UntilDate,

    /// <summary>Up to and on the last day of the school year, 31 August.</summary>
    [Display(Name = "Until the end of the school year")]
    SchoolYear,

    /// <summary>Until the pupil leaves the school.</summary>
    [Display(Name = "Until the pupil leaves")]
    Leaving,
}

/// <summary>An answer as it is to be recorded.</summary>
/// <param name="Use">What it is about.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="GivenBy">Who answered: a name, or "" where the source does not say.</param>
/// <param name="Relation">Who that is to the pupil.</param>
/// <param name="How">How it reached the school.</param>
/// <param name="DecidedOn">The date of the answer, London.</param>
/// <param name="Validity">How long it holds, where it is given.</param>
/// <param name="ValidUntil">The last day on which it holds, where <paramref name="Validity"/> is a date.</param>
/// <param name="LawfulBasis">The lawful basis (UK GDPR, Article 6(1); clause DP-1).</param>
/// <param name="Wording">The version of the wording that was asked, or <see langword="null"/>.</param>
/// <param name="FileId">The scanned form, or <see langword="null"/>.</param>
public sealed record ConsentAnswers(
    ImageUse Use, ConsentAnswer? Answer, string? GivenBy, ConsentRelation? Relation, ConsentHow? How, DateOnly? DecidedOn,
    ConsentValidity? Validity, DateOnly? ValidUntil, LawfulBasis? LawfulBasis, int? Wording, int? FileId);

/// <summary>
/// An answer about a use of a pupil's image, as it was recorded. Nothing of it is ever changed: another answer is another decision
/// (clause IMG-1; UK GDPR, Article 7(1): the school can show that consent was given).
/// </summary>
public sealed class ConsentDecision
{
    private ConsentDecision()
    {
    }

    internal ConsentDecision(int number, ConsentAnswers answers, string givenBy, DateOnly? validUntil, int? byId, string byName, DateTime at)
    {
        (Number, UseKey, Channel, Platform, PlatformName, Openness, Medium) =
            (number, answers.Use.Key, answers.Use.Channel, answers.Use.Platform, answers.Use.PlatformName, answers.Use.Openness, answers.Use.Medium);
        (Answer, GivenBy, Relation, How) = (answers.Answer!.Value, givenBy, answers.Relation!.Value, answers.How!.Value);
        (DecidedOn, Validity, ValidUntil, LawfulBasis) = (answers.DecidedOn!.Value, answers.Validity, validUntil, answers.LawfulBasis);
        (Wording, FileId, RecordedById, RecordedByName, RecordedAt) = (answers.Wording, answers.FileId, byId, byName, at);
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Which of the pupil's decisions it is, from 1, in the order in which they were recorded.</summary>
    public int Number { get; private set; }

    /// <summary>The key of the use: <see cref="ImageUse.Key"/>.</summary>
    public string UseKey { get; private set; } = "";

    /// <summary>Where.</summary>
    public ImageChannel Channel { get; private set; }

    /// <summary>The platform, on social media.</summary>
    public Platform? Platform { get; private set; }

    /// <summary>The platform's name where <see cref="Platform"/> does not say it.</summary>
    public string PlatformName { get; private set; } = "";

    /// <summary>Open or closed, on social media.</summary>
    public Openness? Openness { get; private set; }

    /// <summary>Photograph or video.</summary>
    public ImageMedium Medium { get; private set; }

    /// <summary>What was answered.</summary>
    public ConsentAnswer Answer { get; private set; }

    /// <summary>Who answered, or "" where the source does not say.</summary>
    public string GivenBy { get; private set; } = "";

    /// <summary>Who that is to the pupil.</summary>
    public ConsentRelation Relation { get; private set; }

    /// <summary>How it reached the school.</summary>
    public ConsentHow How { get; private set; }

    /// <summary>The date of the answer, London.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>How long it holds, where it is given.</summary>
    public ConsentValidity? Validity { get; private set; }

    /// <summary>The last day on which it holds, London; <see langword="null"/> until the pupil leaves.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The lawful basis.</summary>
    public LawfulBasis? LawfulBasis { get; private set; }

    /// <summary>The version of the wording that was asked, where one was.</summary>
    public int? Wording { get; private set; }

    /// <summary>The scanned form.</summary>
    public int? FileId { get; private set; }

    /// <summary>Who recorded it; <see langword="null"/> for a parent's or carer's own link and for the portal itself.</summary>
    public int? RecordedById { get; private set; }

    /// <summary>Their name then.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The use.</summary>
    public ImageUse Use => new(Channel, Platform, PlatformName, Openness, Medium);

    /// <summary>Whether it says no, for whatever reason.</summary>
    public bool IsNo => Answer != ConsentAnswer.Given;
}
