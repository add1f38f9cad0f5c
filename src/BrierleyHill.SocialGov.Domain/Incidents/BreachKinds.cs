using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Whose data a breach concerns (UK GDPR, Article 33(3)(a): categories of data subjects). The numbers are stored and are never changed.</summary>
[Flags]
public enum BreachPeople
{
    /// <summary>None, or not known yet.</summary>
    [Display(Name = "Not known yet")]
    None = 0,

    /// <summary>Children at the school.</summary>
    [Display(Name = "Pupils")]
    Pupils = 1,

    /// <summary>Those who left.</summary>
    [Display(Name = "Former pupils")]
    FormerPupils = 2,

    /// <summary>Parents and carers.</summary>
    [Display(Name = "Parents and carers")]
    ParentsAndCarers = 4,

    /// <summary>Staff.</summary>
    [Display(Name = "Staff")]
    Staff = 8,

    /// <summary>Governors and volunteers.</summary>
    [Display(Name = "Governors and volunteers")]
    GovernorsAndVolunteers = 16,

    /// <summary>Anybody else.</summary>
    [Display(Name = "Other people")]
    Others = 32,
}

/// <summary>
/// What kinds of data a breach concerns (Article 33(3)(a): categories of records). Those from 256 on are special categories (Article 9) or data
/// about crimes (Article 10). The numbers are stored and are never changed.
/// </summary>
[Flags]
public enum BreachData
{
    /// <summary>None, or not known yet.</summary>
    [Display(Name = "Not known yet")]
    None = 0,

    /// <summary>Names and contact details.</summary>
    [Display(Name = "Names and contact details")]
    Contact = 1,

    /// <summary>Pictures, recordings.</summary>
    [Display(Name = "Photographs, videos or voices")]
    Images = 2,

    /// <summary>User names, passwords.</summary>
    [Display(Name = "Sign-in details")]
    SignIn = 4,

    /// <summary>Money.</summary>
    [Display(Name = "Bank details or money matters")]
    Financial = 8,

    /// <summary>Reports, results, attendance, behaviour.</summary>
    [Display(Name = "School reports, results, attendance or behaviour")]
    Education = 16,

    /// <summary>Where somebody lives or is.</summary>
    [Display(Name = "Where somebody lives or is")]
    Whereabouts = 32,

    /// <summary>Safeguarding.</summary>
    [Display(Name = "Safeguarding or family circumstances")]
    Safeguarding = 64,

    /// <summary>Anything else.</summary>
    [Display(Name = "Other data")]
    Other = 128,

    /// <summary>Article 9.</summary>
    [Display(Name = "Health, disability or special needs", Description = "Special category")]
    Health = 256,

    /// <summary>Article 9.</summary>
    [Display(Name = "Race, ethnic origin, religion or beliefs", Description = "Special category")]
    OriginOrBelief = 512,

    /// <summary>Article 9.</summary>
    [Display(Name = "Sex life or sexual orientation", Description = "Special category")]
    SexLife = 1024,

    /// <summary>Article 9.</summary>
    [Display(Name = "Biometric or genetic data", Description = "Special category")]
    Biometric = 2048,

    /// <summary>Article 9.</summary>
    [Display(Name = "Political opinions or trade union membership", Description = "Special category")]
    Opinions = 4096,

    /// <summary>Article 10.</summary>
    [Display(Name = "Crimes or accusations of crimes", Description = "Treated with the same care")]
    Crimes = 8192,
}

/// <summary>How likely a breach is to do harm to people, and how grave (Articles 33(1) and 34(1)). The names are stored and are never changed.</summary>
public enum BreachRisk
{
    /// <summary>Article 33(1): then the Commissioner need not be told.</summary>
    [Display(Name = "A risk to people is unlikely", Description = "For example, what was lost is encrypted, or was back within minutes and unread")]
    Unlikely,

    /// <summary>Then the Commissioner is told.</summary>
    [Display(Name = "There is a risk to people", Description = "The ICO has to be told within 72 hours")]
    Risk,

    /// <summary>Article 34(1): then the people concerned are told as well.</summary>
    [Display(Name = "There is a high risk to people", Description = "The ICO and the people concerned have to be told")]
    High,
}

/// <summary>What a decision about a breach is of. The names are stored and are never changed.</summary>
public enum BreachMatter
{
    /// <summary>Article 33.</summary>
    [Display(Name = "Telling the ICO")]
    Commissioner,

    /// <summary>Article 34.</summary>
    [Display(Name = "Telling the people concerned")]
    People,
}

/// <summary>Why people need not be told although the risk is high (Article 34(3)). The names are stored and are never changed.</summary>
public enum NotTellingGround
{
    /// <summary>Article 34(3)(a).</summary>
    [Display(Name = "The data cannot be read by whoever has it", Description = "For example, it is encrypted")]
    Protected,

    /// <summary>Article 34(3)(b).</summary>
    [Display(Name = "What was done since means that the high risk is no longer likely")]
    RiskTakenAway,

    /// <summary>Article 34(3)(c).</summary>
    [Display(Name = "It would take too much effort, and everybody is told in public instead")]
    PublicCommunication,
}

/// <summary>Reading the kinds.</summary>
public static class BreachKindsText
{
    private const BreachData Special = BreachData.Health | BreachData.OriginOrBelief | BreachData.SexLife | BreachData.Biometric | BreachData.Opinions | BreachData.Crimes;

    /// <summary>Each kind of people, in the order in which people are asked.</summary>
    public static IReadOnlyList<BreachPeople> EachPeople { get; } = [.. Enum.GetValues<BreachPeople>().Where(kind => kind != BreachPeople.None).Order()];

    /// <summary>Each kind of data, in the order in which people are asked.</summary>
    public static IReadOnlyList<BreachData> EachData { get; } = [.. Enum.GetValues<BreachData>().Where(kind => kind != BreachData.None).Order()];

    /// <summary>Whether some of it is of a special category (Article 9) or about crimes (Article 10).</summary>
    public static bool HasSpecialCategory(this BreachData data) => (data & Special) != BreachData.None;

    /// <summary>The kinds in words: "Pupils, Staff".</summary>
    public static string InWordsList(this BreachPeople people) => people == BreachPeople.None
        ? Shared.EnumText.InWords(BreachPeople.None)
        : string.Join(", ", EachPeople.Where(kind => people.HasFlag(kind)).Select(kind => Shared.EnumText.InWords(kind)));

    /// <summary>The kinds in words.</summary>
    public static string InWordsList(this BreachData data) => data == BreachData.None
        ? Shared.EnumText.InWords(BreachData.None)
        : string.Join(", ", EachData.Where(kind => data.HasFlag(kind)).Select(kind => Shared.EnumText.InWords(kind)));
}
