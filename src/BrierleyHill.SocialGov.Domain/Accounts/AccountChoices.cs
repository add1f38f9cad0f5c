using BrierleyHill.SocialGov.Domain.Shared;

using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Where an account is kept.</summary>
public enum Platform
{
    /// <summary>Facebook.</summary>
    [Display(Name = "Facebook")]
    Facebook,

    /// <summary>Instagram.</summary>
    [Display(Name = "Instagram")]
    Instagram,

    /// <summary>X, formerly Twitter.</summary>
    [Display(Name = "X (Twitter)")]
    X,

    /// <summary>YouTube.</summary>
    [Display(Name = "YouTube")]
    YouTube,

    /// <summary>TikTok.</summary>
    [Display(Name = "TikTok")]
    TikTok,

    /// <summary>LinkedIn.</summary>
    [Display(Name = "LinkedIn")]
    LinkedIn,

    /// <summary>Threads.</summary>
    [Display(Name = "Threads")]
    Threads,

    /// <summary>Bluesky.</summary>
    [Display(Name = "Bluesky")]
    Bluesky,

    /// <summary>Mastodon.</summary>
    [Display(Name = "Mastodon")]
    Mastodon,

    /// <summary>A WhatsApp channel.</summary>
    [Display(Name = "WhatsApp channel")]
    WhatsAppChannel,

    /// <summary>A learning platform with posting or commenting.</summary>
    [Display(Name = "Learning platform", Description = "For example Google Classroom, Seesaw or ClassDojo")]
    LearningPlatform,

    /// <summary>A blog.</summary>
    [Display(Name = "Blog")]
    Blog,

    /// <summary>Anything else; its name is asked for.</summary>
    [Display(Name = "Another platform")]
    Other,
}

/// <summary>What kind of account it is.</summary>
public enum AccountKind
{
    /// <summary>An account on a social network.</summary>
    [Display(Name = "Account", Description = "A profile of its own, with a name and a sign-in")]
    SocialNetworkAccount,

    /// <summary>A group or page.</summary>
    [Display(Name = "Group or page", Description = "It hangs on somebody’s own profile, as a Facebook page does")]
    GroupOrPage,

    /// <summary>A class, stream or board on a learning platform on which people can post or comment.</summary>
    [Display(Name = "Learning platform", Description = "A class, stream or board on which families can post or comment")]
    LearningPlatform,
}

/// <summary>Who can see an account (clause BC-5).</summary>
public enum Openness
{
    /// <summary>Anybody can see it.</summary>
    [Display(Name = "Open", Description = "Anybody can see what is posted")]
    Open,

    /// <summary>Only those who were let in can see it.</summary>
    [Display(Name = "Closed or private", Description = "Only people who were let in can see what is posted")]
    Closed,
}

/// <summary>Who may do something on an account.</summary>
public enum WhoMay
{
    /// <summary>Nobody: it is switched off.</summary>
    [Display(Name = "Nobody")]
    Nobody,

    /// <summary>Followers, members or friends who were let in.</summary>
    [Display(Name = "Followers or members only")]
    FollowersOnly,

    /// <summary>Anybody.</summary>
    [Display(Name = "Anybody")]
    Anybody,
}

/// <summary>What people do on one account. It is an assignment to that account, not a role.</summary>
public enum AssignmentRole
{
    /// <summary>Leads the account.</summary>
    [Display(Name = "Lead administrator")]
    LeadAdministrator,

    /// <summary>Stands in for the lead.</summary>
    [Display(Name = "Deputy administrator")]
    DeputyAdministrator,

    /// <summary>May post.</summary>
    [Display(Name = "Authorised poster")]
    Poster,
}

/// <summary>
/// Lifecycle of an account in the register: <c>AwaitingCreation → Active ⇄ Suspended → Closed</c>. It comes into being by an approval.
/// </summary>
public enum AccountStatus
{
    /// <summary>Approved; an administrator has yet to create it on the platform.</summary>
    [Display(Name = "Awaiting creation")]
    AwaitingCreation,

    /// <summary>In use.</summary>
    [Display(Name = "Active")]
    Active,

    /// <summary>Not in use for the time being.</summary>
    [Display(Name = "Suspended")]
    Suspended,

    /// <summary>Closed for good.</summary>
    [Display(Name = "Closed")]
    Closed,
}

/// <summary>The settings agreed with the business case (clauses SLT-6, ADM-1, IMG-5, GP-3). An answer that is not given yet is <see langword="null"/>.</summary>
/// <param name="Comments">Who may comment.</param>
/// <param name="Following">Who may follow or join.</param>
/// <param name="Tagging">Who may tag people or the account in pictures.</param>
/// <param name="FollowersApproved">Whether each follower is let in by an administrator.</param>
/// <param name="PostsApproved">Whether each post and comment by others is let in by an administrator.</param>
/// <param name="DirectMessages">Who may send direct messages.</param>
public sealed record AgreedSettings(
    WhoMay? Comments,
    WhoMay? Following,
    WhoMay? Tagging,
    bool? FollowersApproved,
    bool? PostsApproved,
    WhoMay? DirectMessages)
{
    /// <summary>Nothing agreed yet.</summary>
    public static AgreedSettings None { get; } = new(null, null, null, null, null, null);

    /// <summary>The settings in words, in the order of the form. What is not answered has no words.</summary>
    public IReadOnlyList<(string Setting, string? Agreed)> InWords() =>
    [
        ("Who may comment", Word(Comments)),
        ("Who may follow or join", Word(Following)),
        ("Who may tag people in pictures", Word(Tagging)),
        ("Followers are approved one by one", Word(FollowersApproved)),
        ("Posts and comments by others are approved before they show", Word(PostsApproved)),
        ("Who may send direct messages", Word(DirectMessages)),
    ];

    private static string? Word(WhoMay? who) => who.InWords();

    private static string? Word(bool? yes) => yes switch { true => "Yes", false => "No", null => null };
}
