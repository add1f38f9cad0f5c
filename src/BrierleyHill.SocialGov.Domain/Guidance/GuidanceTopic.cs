using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Guidance;

/// <summary>The pages of guidance. They are a fixed set: other pages, leaflets and e-mails link to them.</summary>
public enum GuidanceTopic
{
    /// <summary>Advice on one's own accounts (clauses ADV-1, SCOPE-1).</summary>
    [Display(Name = "Your own accounts", Description = "Privacy settings, your digital footprint, pictures, friend requests, and what counts as speaking for the school")]
    YourOwnAccounts,

    /// <summary>Good practice and risky practice (clauses BEH-1, BEH-6).</summary>
    [Display(Name = "Good practice and risky practice", Description = "What to do and what not to do when you post for the school")]
    GoodPractice,

    /// <summary>How to report what goes wrong.</summary>
    [Display(Name = "How to report a problem", Description = "Whom to tell, when, and what never to copy")]
    HowToReport,

    /// <summary>Acceptable use for parents and carers (clause PAR-1).</summary>
    [Display(Name = "Acceptable use for parents and carers", Description = "What families are told before they can post or comment on a learning platform")]
    ParentsAndCarers,

    /// <summary>The disclaimer for personal accounts that name the school (clause STF-4).</summary>
    [Display(Name = "The disclaimer", Description = "The sentence for a personal account that names the school, ready to copy")]
    Disclaimer,
}

/// <summary>The pages of guidance by their addresses.</summary>
public static class GuidanceTopics
{
    /// <summary>Every page, in the order in which they are listed.</summary>
    public static IReadOnlyList<GuidanceTopic> Each { get; } = Enum.GetValues<GuidanceTopic>();

    /// <summary>The page's part of the address. It never changes: people keep links.</summary>
    public static string Slug(this GuidanceTopic topic) => topic switch
    {
        GuidanceTopic.YourOwnAccounts => "your-own-accounts",
        GuidanceTopic.GoodPractice => "good-practice",
        GuidanceTopic.HowToReport => "how-to-report",
        GuidanceTopic.ParentsAndCarers => "parents-and-carers",
        GuidanceTopic.Disclaimer => "disclaimer",
    };

    /// <summary>The page of an address, or <see langword="null"/> when there is none.</summary>
    public static GuidanceTopic? Find(string? slug) =>
        Each.Where(topic => string.Equals(topic.Slug(), slug, StringComparison.Ordinal)).Select(topic => (GuidanceTopic?)topic).FirstOrDefault();

    /// <summary>Whether the text is one plain sentence to copy, and not Markdown.</summary>
    public static bool IsPlainText(this GuidanceTopic topic) => topic == GuidanceTopic.Disclaimer;
}
