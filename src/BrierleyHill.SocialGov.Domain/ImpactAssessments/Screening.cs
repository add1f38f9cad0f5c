using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>
/// The questions with which the screening begins, after the ICO's list of processing likely to result in high risk, written for a
/// school on social media (clause DP-2). One yes is enough for an assessment.
/// </summary>
[Flags]
public enum ScreeningPoints
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Pictures, names or voices of children.</summary>
    [Display(Name = "Will pictures, names or voices of children be collected or shown?", Description = "Also work with a name on it, and pictures in which a child can be recognised by uniform, place or friends")]
    Children = 1,

    /// <summary>Vulnerable people.</summary>
    [Display(Name = "Are any of the people especially vulnerable?", Description = "For example children in care, children whose whereabouts must not be known, or adults at risk")]
    VulnerablePeople = 2,

    /// <summary>Special category data.</summary>
    [Display(Name = "Could it show health, needs, religion, ethnic origin or another special category of data?", Description = "Also what can be read between the lines: a therapy group, a wheelchair, a festival")]
    SpecialCategories = 4,

    /// <summary>New platform or technology.</summary>
    [Display(Name = "Is the platform or the technology new to the school?", Description = "Also a new feature, such as live video, or a tool that writes or alters pictures")]
    NewTechnology = 8,

    /// <summary>Visible to the public.</summary>
    [Display(Name = "Can people outside the school community see any of it?", Description = "An open account, a public group, or content that is easily shared further")]
    Public = 16,

    /// <summary>Profiling, advertising, tracking.</summary>
    [Display(Name = "Does the platform profile, track or advertise to the people who appear on it or use it?", Description = "Most social networks that cost nothing do")]
    Profiling = 32,

    /// <summary>Outside the United Kingdom.</summary>
    [Display(Name = "Does any of the data leave the United Kingdom?", Description = "Look for the place of storage in the platform’s privacy notice. If you cannot tell, answer yes")]
    OutsideTheUnitedKingdom = 64,

    /// <summary>Matched with other data.</summary>
    [Display(Name = "Will the data be matched or combined with data from elsewhere?", Description = "For example the school’s information system, a list of contacts, or face recognition")]
    Matching = 128,
}

/// <summary>The screening's questions one by one.</summary>
public static class Screening
{
    /// <summary>Every question, in the order in which they are asked.</summary>
    public static IReadOnlyList<ScreeningPoints> Questions { get; } =
        [.. Enum.GetValues<ScreeningPoints>().Where(point => point != ScreeningPoints.None)];

    /// <summary>All of them together.</summary>
    public static ScreeningPoints Everything { get; } = Questions.Aggregate((all, one) => all | one);

    /// <summary>The answer to one question: <see langword="null"/> while there is none.</summary>
    public static bool? AnswerTo(ScreeningPoints question, ScreeningPoints answered, ScreeningPoints yes) =>
        answered.HasFlag(question) ? yes.HasFlag(question) : null;
}
