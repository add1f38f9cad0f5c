using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What kind of incident it is. The numbers are stored and are never changed.</summary>
public enum IncidentCategory
{
    /// <summary>Offensive.</summary>
    [Display(Name = "Offensive comment or content")]
    Offensive = 0,

    /// <summary>Defamatory.</summary>
    [Display(Name = "Defamatory: untrue, and harmful to somebody’s name")]
    Defamatory = 1,

    /// <summary>Discriminatory.</summary>
    [Display(Name = "Discriminatory")]
    Discriminatory = 2,

    /// <summary>Harassing.</summary>
    [Display(Name = "Harassment")]
    Harassing = 3,

    /// <summary>Bullying.</summary>
    [Display(Name = "Bullying")]
    Bullying = 4,

    /// <summary>A child may be at risk. The safeguarding lead sees these.</summary>
    [Display(Name = "Safeguarding: a child may be at risk")]
    Safeguarding = 5,

    /// <summary>Personal data was seen, sent or lost. The data protection officer sees these.</summary>
    [Display(Name = "Personal data seen, sent or lost")]
    PersonalDataBreach = 6,

    /// <summary>Something confidential was told.</summary>
    [Display(Name = "Something confidential was told")]
    Confidentiality = 7,

    /// <summary>Copyright.</summary>
    [Display(Name = "Copyright")]
    Copyright = 8,

    /// <summary>Somebody pretends to be the school or one of its people.</summary>
    [Display(Name = "Somebody pretends to be the school or one of us")]
    Impersonation = 9,

    /// <summary>A journalist.</summary>
    [Display(Name = "A journalist")]
    Journalist = 10,

    /// <summary>Staff in contact with pupils on personal accounts (PER-1).</summary>
    [Display(Name = "Contact with pupils on a personal account")]
    ContactWithPupils = 11,

    /// <summary>Posting without a name (BEH-2).</summary>
    [Display(Name = "Anonymous posting")]
    AnonymousPosting = 12,

    /// <summary>A mistake that its author reports (GP-2).</summary>
    [Display(Name = "A mistake, reported by whoever made it")]
    Mistake = 13,

    /// <summary>Something else.</summary>
    [Display(Name = "Something else")]
    Other = 14,
}

/// <summary>Where it happened, as the form asks.</summary>
public enum IncidentWhere
{
    /// <summary>On an account of the school.</summary>
    [Display(Name = "On an account of the school")]
    SchoolAccount,

    /// <summary>Somewhere else.</summary>
    [Display(Name = "Somewhere else")]
    Elsewhere,
}

/// <summary>How it was noticed. The numbers are stored and are never changed.</summary>
public enum NoticedHow
{
    /// <summary>The reporter saw it.</summary>
    [Display(Name = "I saw it myself")]
    SawIt = 0,

    /// <summary>A pupil said so.</summary>
    [Display(Name = "A pupil told me")]
    PupilTold = 1,

    /// <summary>A parent or carer said so.</summary>
    [Display(Name = "A parent or carer told me")]
    ParentTold = 2,

    /// <summary>A colleague said so.</summary>
    [Display(Name = "A colleague told me")]
    ColleagueTold = 3,

    /// <summary>A monitoring check found it.</summary>
    [Display(Name = "A monitoring check")]
    MonitoringCheck = 4,

    /// <summary>It came as an enquiry.</summary>
    [Display(Name = "A comment or message to the school")]
    Enquiry = 5,

    /// <summary>It was posted in public.</summary>
    [Display(Name = "A public posting about the school")]
    PublicMention = 6,

    /// <summary>In another way.</summary>
    [Display(Name = "In another way")]
    Other = 7,
}

/// <summary>
/// What an incident was reported from. The link stands on the incident alone: the record it was reported from does not tell anybody that there is an
/// incident. The numbers are stored and are never changed.
/// </summary>
public enum IncidentSource
{
    /// <summary>From nothing.</summary>
    [Display(Name = "None")]
    None = 0,

    /// <summary>From an enquiry.</summary>
    [Display(Name = "Enquiry")]
    Enquiry = 1,

    /// <summary>From a monitoring check.</summary>
    [Display(Name = "Monitoring check")]
    MonitoringCheck = 2,

    /// <summary>From a public mention.</summary>
    [Display(Name = "Public mention")]
    PublicMention = 3,
}
