using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Why a handle or a web address is not one of the platform's, in words that say what it should look like.</summary>
public static class PlatformAddressErrors
{
    /// <summary>The field that holds the handle.</summary>
    public const string HandleField = "Handle";

    /// <summary>The field that holds the web address.</summary>
    public const string WebAddressField = "WebAddress";

    /// <summary>Neither was entered, or only the one that the other does not follow from.</summary>
    public static Error Missing(Platform platform) => new(
        "PlatformAddress.Missing",
        IsNamedByHandle(platform) ? $"Enter the handle or the web address. {LooksLike(platform)}" : $"Enter the web address. {LooksLike(platform)}",
        Field: IsNamedByHandle(platform) ? HandleField : WebAddressField);

    /// <summary>The handle has other characters, or is too short or too long.</summary>
    public static Error HandleWrong(Platform platform) => new(
        "PlatformAddress.HandleWrong", $"This is not a handle of {Named(platform)}. {LooksLike(platform)}", Field: HandleField);

    /// <summary>It is no web address, or one that hides where it leads.</summary>
    public static Error NotAnAddress(Platform platform) => new(
        "PlatformAddress.NotAnAddress",
        $"Enter a web address that begins with https://, without a user name, a port or spaces. {LooksLike(platform)}",
        Field: WebAddressField);

    /// <summary>It leads to another host.</summary>
    public static Error OtherHost(Platform platform) => new(
        "PlatformAddress.OtherHost", $"This address does not belong to {Named(platform)}. {LooksLike(platform)}", Field: WebAddressField);

    /// <summary>It leads to a post, a search or a sign-in.</summary>
    public static Error NotAnAccount(Platform platform) => new(
        "PlatformAddress.NotAnAccount",
        $"This address does not lead to an account’s own page, but to a post or another page. Open the account itself and copy its address. {LooksLike(platform)}",
        Field: WebAddressField);

    /// <summary>It is somebody’s own profile.</summary>
    public static Error PersonalProfile { get; } = new(
        "PlatformAddress.PersonalProfile",
        "This is a person’s own profile. The school’s account is a page or a group: its address has /company/, /school/, /showcase/ or /groups/ in it.",
        Field: WebAddressField);

    /// <summary>It shows a copy of the account on somebody else’s server.</summary>
    public static Error ShownElsewhere { get; } = new(
        "PlatformAddress.ShownElsewhere",
        "This address shows the account on another server. Enter the address on the account’s own server, such as https://mastodon.example/@ourschool.",
        Field: WebAddressField);

    /// <summary>It is a short link.</summary>
    public static Error ShortLink { get; } = new(
        "PlatformAddress.ShortLink",
        "This is a short link, which does not show where it leads. Open it, and enter the address that the browser then shows.",
        Field: WebAddressField);

    /// <summary>It is the address of another platform.</summary>
    public static Error OfAnotherPlatform(Platform platform) => new(
        "PlatformAddress.OfAnotherPlatform", $"This is an address of {Named(platform)}, but the account was approved for another platform.", Field: WebAddressField);

    /// <summary>It works only with what stands after the question mark.</summary>
    public static Error WithQuery { get; } = new(
        "PlatformAddress.WithQuery",
        "Enter an address that works without the part after the question mark. That part can change, or name the person who copied it.",
        Field: WebAddressField);

    /// <summary>Handle and address name two accounts, or it cannot be told that they name the same.</summary>
    public static Error TheyDiffer { get; } = new(
        "PlatformAddress.TheyDiffer", "The handle and the web address do not name the same account. Check both, or leave one of them empty.", Field: WebAddressField);

    /// <summary>It is longer than any that is known.</summary>
    public static Error TooLong(string field, int maximum) => new(
        "PlatformAddress.TooLong",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This must be {maximum:N0} characters or fewer."),
        Field: field);

    /// <summary>Whether the platform’s accounts have a handle that the address follows from.</summary>
    public static bool IsNamedByHandle(Platform platform) =>
        platform is not (Platform.WhatsAppChannel or Platform.LearningPlatform or Platform.Blog or Platform.Other);

    /// <summary>What an address of the platform looks like: a whole sentence, with an example. Kept to what <see cref="PlatformAddress.Parse"/> takes.</summary>
    public static string LooksLike(Platform platform) => platform switch
    {
        Platform.Facebook => "A Facebook handle has 5 to 50 letters, numbers and full stops, such as @ourschool. The address looks like https://www.facebook.com/ourschool, or https://www.facebook.com/groups/ourschool for a group.",
        Platform.Instagram => "An Instagram handle has up to 30 letters, numbers, full stops and underscores, such as @our_school. The address looks like https://www.instagram.com/our_school.",
        Platform.X => "A handle of X has up to 15 letters, numbers and underscores, such as @our_school. The address looks like https://x.com/our_school.",
        Platform.YouTube => "A YouTube handle has 3 to 30 letters, numbers, hyphens, underscores and full stops, such as @ourschool. The address looks like https://www.youtube.com/@ourschool.",
        Platform.TikTok => "A TikTok handle has 2 to 24 letters, numbers, underscores and full stops, such as @our_school. The address looks like https://www.tiktok.com/@our_school.",
        Platform.LinkedIn => "The name in the address of a LinkedIn page has letters, numbers and hyphens. The address looks like https://www.linkedin.com/school/our-school.",
        Platform.Threads => "A handle of Threads has up to 30 letters, numbers, full stops and underscores, such as @our_school. The address looks like https://www.threads.com/@our_school.",
        Platform.Bluesky => "A Bluesky handle has full stops in it, such as @ourschool.bsky.social. The address looks like https://bsky.app/profile/ourschool.bsky.social.",
        Platform.Mastodon => "A Mastodon handle names its server too, such as @ourschool@mastodon.example. The address looks like https://mastodon.example/@ourschool.",
        Platform.WhatsAppChannel => "The address of a channel looks like https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp. It is in the channel’s settings under “Channel link”.",
        Platform.LearningPlatform => "Copy the address of the class or group from the browser, such as https://classroom.google.com/c/NjA1NDEyMzQ1Njc4.",
        Platform.Blog => "The address looks like https://blog.ourschool.example.",
        Platform.Other => "The address looks like https://platform.example/ourschool.",
    };

    internal static string Named(Platform platform) => platform switch
    {
        Platform.X => "X",
        Platform.WhatsAppChannel => "a WhatsApp channel",
        Platform.LearningPlatform or Platform.Blog or Platform.Other => "this platform",
        _ => platform.InWords(),
    };
}
