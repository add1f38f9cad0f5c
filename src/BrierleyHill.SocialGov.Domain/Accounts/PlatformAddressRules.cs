using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>What handles and addresses look like on each platform. The sources are named at <see cref="PlatformAddress"/>.</summary>
internal static class PlatformAddressRules
{
    // A host is one of these exactly: "facebook.com.evil.example" and "faceb00k.com" are none of them.
    private static readonly Dictionary<string, Platform> Hosts = new(StringComparer.Ordinal)
    {
        ["facebook.com"] = Platform.Facebook,
        ["www.facebook.com"] = Platform.Facebook,
        ["m.facebook.com"] = Platform.Facebook,
        ["mbasic.facebook.com"] = Platform.Facebook,
        ["touch.facebook.com"] = Platform.Facebook,
        ["web.facebook.com"] = Platform.Facebook,
        ["en-gb.facebook.com"] = Platform.Facebook,
        ["fb.com"] = Platform.Facebook,
        ["www.fb.com"] = Platform.Facebook,
        ["instagram.com"] = Platform.Instagram,
        ["www.instagram.com"] = Platform.Instagram,
        ["m.instagram.com"] = Platform.Instagram,
        ["x.com"] = Platform.X,
        ["www.x.com"] = Platform.X,
        ["mobile.x.com"] = Platform.X,
        ["twitter.com"] = Platform.X,
        ["www.twitter.com"] = Platform.X,
        ["mobile.twitter.com"] = Platform.X,
        ["m.twitter.com"] = Platform.X,
        ["youtube.com"] = Platform.YouTube,
        ["www.youtube.com"] = Platform.YouTube,
        ["m.youtube.com"] = Platform.YouTube,
        ["youtu.be"] = Platform.YouTube,
        ["tiktok.com"] = Platform.TikTok,
        ["www.tiktok.com"] = Platform.TikTok,
        ["m.tiktok.com"] = Platform.TikTok,
        ["linkedin.com"] = Platform.LinkedIn,
        ["www.linkedin.com"] = Platform.LinkedIn,
        ["uk.linkedin.com"] = Platform.LinkedIn,
        ["m.linkedin.com"] = Platform.LinkedIn,
        ["threads.com"] = Platform.Threads,
        ["www.threads.com"] = Platform.Threads,
        ["threads.net"] = Platform.Threads,
        ["www.threads.net"] = Platform.Threads,
        ["bsky.app"] = Platform.Bluesky,
        ["www.bsky.app"] = Platform.Bluesky,
        ["whatsapp.com"] = Platform.WhatsAppChannel,
        ["www.whatsapp.com"] = Platform.WhatsAppChannel,
        ["chat.whatsapp.com"] = Platform.WhatsAppChannel,
        ["wa.me"] = Platform.WhatsAppChannel,
    };

    private static readonly HashSet<string> ShortLinks = new(StringComparer.Ordinal)
    {
        "fb.me", "t.co", "vm.tiktok.com", "vt.tiktok.com", "lnkd.in", "bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "tiny.cc", "rebrand.ly",
        "instagr.am", "ig.me", "m.me", "l.facebook.com", "lm.facebook.com", "l.instagram.com", "l.threads.com",
    };

    // First parts of a path that belong to the platform itself: none of them can be an account.
    private static readonly Dictionary<Platform, string[]> Reserved = new()
    {
        [Platform.Facebook] =
        [
            "ads", "business", "dialog", "events", "flx", "gaming", "groups", "hashtag", "help", "home.php", "legal", "login", "login.php", "marketplace", "media",
            "messages", "notes", "notifications", "pages", "people", "permalink.php", "photo", "photo.php", "photos", "plugins", "policies", "posts", "profile.php", "privacy", "recover",
            "reel", "reels", "search", "settings", "share", "share.php", "sharer", "sharer.php", "stories", "story.php", "tr", "video", "video.php", "videos", "watch",
        ],
        [Platform.Instagram] = ["about", "accounts", "ar", "challenge", "developer", "direct", "directory", "emails", "explore", "legal", "oauth", "p", "press", "privacy", "reel", "reels", "s", "session", "share", "stories", "tv", "web"],
        [Platform.X] = ["about", "compose", "explore", "hashtag", "home", "i", "intent", "jobs", "login", "logout", "messages", "notifications", "oauth", "privacy", "search", "settings", "share", "signup", "tos"],
    };

    // Host names that the AT Protocol excludes from handles (specification "Handle", section "Additional Syntax Considerations").
    private static readonly string[] NoHandleEndings = [".alt", ".arpa", ".example", ".internal", ".invalid", ".local", ".localhost", ".onion", ".test"];

    private static readonly string[] Tracking = ["fbclid", "gclid", "igsh", "igshid", "mc_cid", "mc_eid", "mibextid", "msclkid", "ref", "s", "si", "source", "t"];

    /// <summary>The platforms whose accounts are named by a handle.</summary>
    public static IReadOnlyList<Platform> NamedByHandle { get; } = [.. Enum.GetValues<Platform>().Where(PlatformAddressErrors.IsNamedByHandle)];

    /// <summary>The platform that the host belongs to, or <see langword="null"/> for a host of its own.</summary>
    public static Platform? PlatformOf(WebLocation location) => Hosts.TryGetValue(location.Host, out var platform) ? platform : null;

    /// <summary>Whether the address hides where it leads.</summary>
    public static bool IsShortLink(WebLocation location) => ShortLinks.Contains(location.Host);

    /// <summary>The handle without what does not tell two of them apart.</summary>
    public static string Fold(Platform platform, string handle)
    {
        var bare = handle.TrimStart('@').ToLowerInvariant();
        return platform == Platform.Facebook ? bare.Replace(".", "", StringComparison.Ordinal) : bare;
    }

    /// <summary>The account that a handle names on a platform.</summary>
    public static Result<PlatformAddress> OfHandle(Platform platform, string handle)
    {
        var bare = handle.StartsWith('@') ? handle[1..] : handle;
        return platform switch
        {
            Platform.Facebook when IsFacebookName(bare) => Account(platform, "@" + bare, $"https://www.facebook.com/{bare}"),
            Platform.Instagram when IsMetaName(bare) && !IsReserved(platform, bare) => Account(platform, "@" + bare, $"https://www.instagram.com/{bare}"),
            Platform.X when IsMadeOf(bare, 1, 15, "_") && !IsReserved(platform, bare) => Account(platform, "@" + bare, $"https://x.com/{bare}"),
            Platform.YouTube when IsYouTubeName(bare) => new PlatformAddress("@" + bare, $"https://www.youtube.com/@{bare}", $"youtube:@{bare.ToLowerInvariant()}"),
            Platform.TikTok when IsMadeOf(bare, 2, 24, "._") && !bare.EndsWith('.') => Account(platform, "@" + bare, $"https://www.tiktok.com/@{bare}"),
            Platform.LinkedIn when IsLinkedInName(bare) => Account(platform, bare, $"https://www.linkedin.com/company/{bare}"),
            Platform.Threads when IsMetaName(bare) => Account(platform, "@" + bare, $"https://www.threads.com/@{bare}"),
            Platform.Bluesky when IsBlueskyName(bare) => Account(platform, "@" + bare.ToLowerInvariant(), $"https://bsky.app/profile/{bare.ToLowerInvariant()}"),
            Platform.Mastodon when bare.Split('@') is [var user, var server] => OnMastodon(user, server) is { } named ? named : PlatformAddressErrors.HandleWrong(platform),
            _ => PlatformAddressErrors.HandleWrong(platform),
        };
    }

    /// <summary>The account that an address leads to on a platform.</summary>
    public static Result<PlatformAddress> OfLocation(Platform platform, WebLocation location)
    {
        if (location.LeadsOnByFragment)
        {
            return PlatformAddressErrors.NotAnAccount(platform);
        }

        var belongs = PlatformOf(location);
        if (platform is Platform.Mastodon)
        {
            return belongs is null ? OfMastodon(location) : PlatformAddressErrors.OfAnotherPlatform(belongs.Value);
        }

        if (platform is Platform.LearningPlatform or Platform.Blog or Platform.Other)
        {
            return belongs is null ? OfOwnHost(location) : PlatformAddressErrors.OfAnotherPlatform(belongs.Value);
        }

        return belongs != platform
            ? PlatformAddressErrors.OtherHost(platform)
            : platform switch
            {
                Platform.Facebook => OfFacebook(location),
                Platform.YouTube => OfYouTube(location),
                Platform.LinkedIn => OfLinkedIn(location),
                Platform.WhatsAppChannel => OfWhatsApp(location),
                Platform.Bluesky => location.Segments is ["profile", var name] && OfHandle(platform, name) is { IsRefused: false } read ? read : PlatformAddressErrors.NotAnAccount(platform),
                Platform.TikTok or Platform.Threads => location.Segments is [['@', .. var name]] && OfHandle(platform, name) is { IsRefused: false } read ? read : PlatformAddressErrors.NotAnAccount(platform),
                Platform.Instagram or Platform.X => OfFirstSegment(platform, location),
                Platform.Mastodon or Platform.LearningPlatform or Platform.Blog or Platform.Other => throw new InvalidOperationException("These have no host of the platform's own."),
            };
    }

    private static PlatformAddress Account(Platform platform, string handle, string address) =>
        new(handle, address, $"{platform.ToString().ToLowerInvariant()}:{Fold(platform, handle)}");

    private static Result<PlatformAddress> OfFirstSegment(Platform platform, WebLocation location) =>
        location.Segments is [var name] && !name.StartsWith('@') && OfHandle(platform, name) is { IsRefused: false } read
            ? read
            : PlatformAddressErrors.NotAnAccount(platform);

    private static Result<PlatformAddress> OfFacebook(WebLocation location)
    {
        switch (WithoutTab(location.Segments, "about", "photos", "posts", "videos"))
        {
            case ["profile.php"]:
                return location.Query.TryGetValue("id", out var number) && IsNumber(number) ? OfFacebookNumber(number) : PlatformAddressErrors.NotAnAccount(Platform.Facebook);
            case ["groups", var group] when IsMadeOf(group, 1, 60, "._"):
                // Nothing says that full stops do not count in the address of a group, so they do.
                return new PlatformAddress(IsNumber(group) ? "" : group, $"https://www.facebook.com/groups/{group}", $"facebook:groups/{group.ToLowerInvariant()}");
            // In these the number decides, and the words before it are for people.
            case ["people" or "pages", _, var id] when IsNumber(id):
                return OfFacebookNumber(id);
            case ["p", var named] when named.LastIndexOf('-') is >= 0 and var dash && IsNumber(named[(dash + 1)..]):
                return OfFacebookNumber(named[(dash + 1)..]);
            case [var id] when IsNumber(id):
                return OfFacebookNumber(id);
            case [var name] when !name.StartsWith('@'):
                return OfHandle(Platform.Facebook, name) is { IsRefused: false } read ? read : PlatformAddressErrors.NotAnAccount(Platform.Facebook);
            default:
                return PlatformAddressErrors.NotAnAccount(Platform.Facebook);
        }
    }

    private static PlatformAddress OfFacebookNumber(string number) => new("", $"https://www.facebook.com/{number}", $"facebook:{number}");

    private static Result<PlatformAddress> OfYouTube(WebLocation location)
    {
        // youtu.be leads to single films.
        if (location.Host == "youtu.be")
        {
            return PlatformAddressErrors.NotAnAccount(Platform.YouTube);
        }

        return WithoutTab(location.Segments, "videos", "featured", "about", "streams", "shorts", "playlists", "community") switch
        {
            [['@', .. var name]] when IsYouTubeName(name) => OfHandle(Platform.YouTube, name),
            // The letters of a channel's number have a case that matters.
            ["channel", var id] when id.Length == 24 && id.StartsWith("UC", StringComparison.Ordinal) && IsMadeOf(id, 24, 24, "-_") =>
                new PlatformAddress("", $"https://www.youtube.com/channel/{id}", $"youtube:channel/{id}"),
            [("c" or "user") and var kind, var name] when IsMadeOf(name, 1, 60, "-_.") =>
                new PlatformAddress("", $"https://www.youtube.com/{kind}/{name}", $"youtube:{kind}/{name.ToLowerInvariant()}"),
            _ => PlatformAddressErrors.NotAnAccount(Platform.YouTube),
        };
    }

    private static Result<PlatformAddress> OfLinkedIn(WebLocation location) =>
        WithoutTab(location.Segments, "about", "posts") switch
        {
            ["in" or "pub", ..] => PlatformAddressErrors.PersonalProfile,
            // Pages of companies, schools and showcases share one set of names.
            [("company" or "school" or "showcase") and var kind, var name] when IsLinkedInName(name) =>
                new PlatformAddress(name, $"https://www.linkedin.com/{kind}/{name}", $"linkedin:{name.ToLowerInvariant()}"),
            ["groups", var number] when IsNumber(number) => new PlatformAddress("", $"https://www.linkedin.com/groups/{number}", $"linkedin:groups/{number}"),
            _ => PlatformAddressErrors.NotAnAccount(Platform.LinkedIn),
        };

    private static Result<PlatformAddress> OfWhatsApp(WebLocation location) =>
        // chat.whatsapp.com invites into a group, and wa.me leads to somebody's telephone: neither is a channel.
        location.Host is "whatsapp.com" or "www.whatsapp.com" && location.Segments is ["channel", var code] && IsMadeOf(code, 16, 40, "")
            ? new PlatformAddress("", $"https://whatsapp.com/channel/{code}", $"whatsapp:{code}")
            : PlatformAddressErrors.NotAnAccount(Platform.WhatsAppChannel);

    private static Result<PlatformAddress> OfMastodon(WebLocation location)
    {
        var name = location.Segments switch
        {
            [['@', .. var user]] => user,
            ["users", var user] => user,
            _ => "",
        };
        // Another server shows a copy, and can show what it likes.
        return name.Contains('@', StringComparison.Ordinal)
            ? PlatformAddressErrors.ShownElsewhere
            : OnMastodon(name, location.Host) is { } named ? named : PlatformAddressErrors.NotAnAccount(Platform.Mastodon);
    }

    private static PlatformAddress? OnMastodon(string user, string server)
    {
        var host = server.ToLowerInvariant();
        return IsMadeOf(user, 1, 30, "._-") && (char.IsAsciiLetterOrDigit(user[0]) || user[0] == '_') && user[^1] is not ('.' or '-')
            && WebLocation.IsHostName(host) && !Hosts.ContainsKey(host) && !ShortLinks.Contains(host)
            ? new PlatformAddress($"@{user}@{host}", $"https://{host}/@{user}", $"mastodon:{user.ToLowerInvariant()}@{host}")
            : null;
    }

    private static Result<PlatformAddress> OfOwnHost(WebLocation location)
    {
        if (location.Query.Keys.Any(name => !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Tracking.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return PlatformAddressErrors.WithQuery;
        }

        var path = location.Path;
        // Google puts the number of the signed-in account into the address of whoever copies it.
        if (location.Host == "classroom.google.com" && location.Segments is ["u", _, .. var rest])
        {
            path = string.Concat(rest.Select(part => "/" + part));
        }

        var address = $"https://{location.Host}{path}";
        var host = location.Host.StartsWith("www.", StringComparison.Ordinal) ? location.Host[4..] : location.Host;
        return address.Length > PlatformAddress.WebAddressMaximumLength
            ? PlatformAddressErrors.TooLong(PlatformAddressErrors.WebAddressField, PlatformAddress.WebAddressMaximumLength)
            : new PlatformAddress("", address, $"web:{host}{path}");
    }

    // A part of an account's own page, such as its films, is the account.
    private static string[] WithoutTab(string[] segments, params ReadOnlySpan<string> tabs) =>
        segments.Length > 1 && tabs.Contains(segments[^1]) ? segments[..^1] : segments;

    private static bool IsReserved(Platform platform, string name) => Reserved[platform].Contains(name, StringComparer.OrdinalIgnoreCase);

    // A name without a letter would be the number of another account.
    private static bool IsFacebookName(string name) =>
        IsMadeOf(name, 5, 50, ".") && name.Any(char.IsAsciiLetter) && name[0] != '.' && name[^1] != '.' && !IsReserved(Platform.Facebook, name);

    private static bool IsMetaName(string name) =>
        IsMadeOf(name, 1, 30, "._") && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    private static bool IsYouTubeName(string name) =>
        IsMadeOf(name, 3, 30, "-_.") && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);

    private static bool IsLinkedInName(string name) =>
        IsMadeOf(name, 1, 100, "-") && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    private static bool IsBlueskyName(string name) =>
        WebLocation.IsHostName(name) && !Array.Exists(NoHandleEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !Hosts.ContainsKey(name.ToLowerInvariant());

    private static bool IsNumber(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    private static bool IsMadeOf(string text, int shortest, int longest, string besides) =>
        text.Length >= shortest && text.Length <= longest
        && text.All(character => char.IsAsciiLetterOrDigit(character) || besides.Contains(character, StringComparison.Ordinal));
}
