using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>One line of what was agreed about an account's settings, as it is ticked on the platform (clauses ADM-1, BC-5, IMG-5, GP-3).</summary>
public enum AccountSetting
{
    /// <summary>Open or closed. It is a material fact: a departure reopens the impact assessment.</summary>
    [Display(Name = "Open or closed")]
    Openness,

    /// <summary>Who may comment.</summary>
    [Display(Name = "Who may comment")]
    Comments,

    /// <summary>Who may follow or join.</summary>
    [Display(Name = "Who may follow or join")]
    Following,

    /// <summary>Who may tag people in pictures (GP-3).</summary>
    [Display(Name = "Who may tag people in pictures")]
    Tagging,

    /// <summary>Whether each follower is let in (IMG-5).</summary>
    [Display(Name = "Followers are approved one by one")]
    FollowersApproved,

    /// <summary>Whether each post and comment by others is let in (IMG-5).</summary>
    [Display(Name = "Posts and comments by others are approved before they show")]
    PostsApproved,

    /// <summary>Who may send direct messages.</summary>
    [Display(Name = "Who may send direct messages")]
    DirectMessages,
}

/// <summary>One of the values that a setting can have.</summary>
/// <param name="Key">The value as it is stored and sent.</param>
/// <param name="Words">The value in words.</param>
public sealed record SettingValue(string Key, string Words);

/// <summary>The values of settings, all alike: a setting is picked from a short list.</summary>
public static class AccountSettings
{
    private static readonly IReadOnlyList<SettingValue> Opennesses = Of<Openness>();
    private static readonly IReadOnlyList<SettingValue> People = Of<WhoMay>();
    private static readonly IReadOnlyList<SettingValue> YesOrNo = [new(bool.TrueString, "Yes"), new(bool.FalseString, "No")];

    /// <summary>Every setting, in the order of the pages.</summary>
    public static IReadOnlyList<AccountSetting> Each { get; } = Enum.GetValues<AccountSetting>();

    /// <summary>What a setting can be.</summary>
    public static IReadOnlyList<SettingValue> Values(this AccountSetting setting) => setting switch
    {
        AccountSetting.Openness => Opennesses,
        AccountSetting.FollowersApproved or AccountSetting.PostsApproved => YesOrNo,
        AccountSetting.Comments or AccountSetting.Following or AccountSetting.Tagging or AccountSetting.DirectMessages => People,
    };

    /// <summary>The value with this key, or <see langword="null"/> where the setting has none such (forged, for instance).</summary>
    public static SettingValue? Value(this AccountSetting setting, string? key) =>
        setting.Values().FirstOrDefault(value => string.Equals(value.Key, key, StringComparison.Ordinal));

    /// <summary>The key of what was agreed for a setting; <see langword="null"/> for one that is not answered, and for openness, which stands beside them.</summary>
    internal static string? KeyOf(this AgreedSettings agreed, AccountSetting setting) => setting switch
    {
        AccountSetting.Openness => null,
        AccountSetting.Comments => agreed.Comments?.ToString(),
        AccountSetting.Following => agreed.Following?.ToString(),
        AccountSetting.Tagging => agreed.Tagging?.ToString(),
        AccountSetting.FollowersApproved => agreed.FollowersApproved?.ToString(),
        AccountSetting.PostsApproved => agreed.PostsApproved?.ToString(),
        AccountSetting.DirectMessages => agreed.DirectMessages?.ToString(),
    };

    /// <summary>The settings with another value for one of them.</summary>
    internal static AgreedSettings With(this AgreedSettings agreed, AccountSetting setting, string key) => setting switch
    {
        AccountSetting.Openness => agreed,
        AccountSetting.Comments => agreed with { Comments = Enum.Parse<WhoMay>(key) },
        AccountSetting.Following => agreed with { Following = Enum.Parse<WhoMay>(key) },
        AccountSetting.Tagging => agreed with { Tagging = Enum.Parse<WhoMay>(key) },
        AccountSetting.FollowersApproved => agreed with { FollowersApproved = bool.Parse(key) },
        AccountSetting.PostsApproved => agreed with { PostsApproved = bool.Parse(key) },
        AccountSetting.DirectMessages => agreed with { DirectMessages = Enum.Parse<WhoMay>(key) },
    };

    private static IReadOnlyList<SettingValue> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new SettingValue(value.ToString(), value.InWords()))];
}
