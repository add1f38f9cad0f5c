using System.Diagnostics.CodeAnalysis;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>
/// Where an account is found: its handle, its one canonical web address, and the form in which two spellings of the same account are equal.
/// </summary>
/// <remarks>
/// The rules are the platforms' own, as they publish them, in ASCII letters alone: letters that look like others are how a false account
/// passes for the school's. Sources (those of Facebook and Bluesky were read in November 2026, the others are to be checked against the platforms): Facebook Help 105399436216001 (5 or more letters, numbers and full stops; case and full
/// stops do not tell two apart); Instagram Help 583107688369069 and Threads, which takes the same user names (30: letters, numbers, full
/// stops, underscores); X Help “username rules” (15: letters, numbers, underscores); YouTube Help 11585688 (3 to 30: letters, numbers,
/// hyphens, underscores, full stops; it takes other scripts too, which are refused here); TikTok Support “Changing your username” (2 to 24;
/// no full stop at the end); LinkedIn Help “Page public URL requirements”; AT Protocol, specification “Handle” (a host name of at most 253
/// characters, some endings excluded); Mastodon, <c>app/models/account.rb</c> (letters, numbers, underscores, and full stops and hyphens
/// within; 30 on a server's own accounts). WhatsApp publishes no rule for the code of a channel: letters and numbers whose case matters.
/// </remarks>
/// <param name="Handle">The handle as people write it, such as <c>@ourschool</c>; "" where the account has none.</param>
/// <param name="WebAddress">The canonical address: https, the platform's main host, no query. Nothing but ASCII.</param>
/// <param name="Normalised">The account, however it was spelled: <c>facebook:ourschool</c>. Nothing but ASCII; case matters where it matters to the platform.</param>
public sealed record PlatformAddress(string Handle, string WebAddress, string Normalised)
{
    /// <summary>The longest handle, in characters: a Mastodon name with the longest host name.</summary>
    public const int HandleMaximumLength = 300;

    /// <summary>The longest web address, in characters.</summary>
    public const int WebAddressMaximumLength = 400;

    /// <summary>The longest normalised form, in characters.</summary>
    public const int NormalisedMaximumLength = 420;

    /// <summary>
    /// Reads what was typed. Either is enough where the other follows from it; where both are typed they must name the same account.
    /// </summary>
    /// <param name="platform">The platform that the account was approved for.</param>
    /// <param name="handle">The handle, with or without its at sign. Where a platform has none, a name to show.</param>
    /// <param name="webAddress">The web address, with or without https.</param>
    public static Result<PlatformAddress> Parse(Platform platform, string? handle, string? webAddress)
    {
        var (name, typed) = (PlainText.CleanLine(handle), PlainText.CleanLine(webAddress));
        if (name.Length > HandleMaximumLength)
        {
            return PlatformAddressErrors.TooLong(PlatformAddressErrors.HandleField, HandleMaximumLength);
        }

        if (typed.Length > WebAddressMaximumLength)
        {
            return PlatformAddressErrors.TooLong(PlatformAddressErrors.WebAddressField, WebAddressMaximumLength);
        }

        if (!PlatformAddressErrors.IsNamedByHandle(platform))
        {
            return typed.Length == 0 ? PlatformAddressErrors.Missing(platform) : OfAddress(platform, typed) switch
            {
                { IsRefused: true } refused => refused,
                var read => read.Value with { Handle = name },
            };
        }

        return (name.Length > 0, typed.Length > 0) switch
        {
            (false, false) => PlatformAddressErrors.Missing(platform),
            (true, false) => PlatformAddressRules.OfHandle(platform, name),
            (false, true) => OfAddress(platform, typed),
            (true, true) => Agreed(platform, PlatformAddressRules.OfHandle(platform, name), OfAddress(platform, typed)),
        };
    }

    /// <summary>
    /// What an address that somebody pasted stands for, in the form of <see cref="Normalised"/>, or <see langword="null"/> where it is no address of
    /// one account. A handle alone is none: it may be somebody else's on another platform.
    /// </summary>
    public static string? NormaliseForLookup(string? pasted) => ReadPasted(pasted).Certain is [var only] ? only : null;

    /// <summary>Reads what somebody pasted, without knowing the platform.</summary>
    internal static PastedAddress ReadPasted(string? pasted)
    {
        var text = PlainText.CleanLine(pasted);
        if (text.Length is 0 or > WebAddressMaximumLength)
        {
            return PastedAddress.Unreadable;
        }

        var names = PlatformAddressRules.NamedByHandle
            .Select(platform => (platform, Read: PlatformAddressRules.OfHandle(platform, text)))
            .Where(named => !named.Read.IsRefused)
            .Select(named => (named.platform, named.Read.Value.Normalised))
            .ToList();
        if (WebLocation.Read(text) is { } location)
        {
            if (PlatformAddressRules.PlatformOf(location) is { } known)
            {
                return PlatformAddressRules.OfLocation(known, location) is { IsRefused: false } read
                    ? new PastedAddress([read.Value.Normalised], [], null, IsAddress: true)
                    : new PastedAddress([], [], known, IsAddress: true) { HasOnePart = location.Segments.Length == 1 };
            }

            if (PlatformAddressRules.IsShortLink(location))
            {
                return PastedAddress.Short;
            }

            // A host of its own: a blog, a learning platform, or a server of Mastodon.
            string[] keys =
            [
                .. new[] { Platform.Mastodon, Platform.Other }
                    .Select(platform => PlatformAddressRules.OfLocation(platform, location))
                    .Where(read => !read.IsRefused)
                    .Select(read => read.Value.Normalised),
            ];
            return new PastedAddress(keys, names, null, IsAddress: names.Count == 0 || text.Contains('/', StringComparison.Ordinal));
        }

        // A handle of Mastodon names its server, so it is as good as an address.
        var certain = names.Where(named => named.platform == Platform.Mastodon).Select(named => named.Normalised).ToList();
        return new PastedAddress(certain, [.. names.Where(named => named.platform != Platform.Mastodon)], null, IsAddress: false);
    }

    private static Result<PlatformAddress> OfAddress(Platform platform, string typed)
    {
        if (WebLocation.Read(typed) is not { } location || location.LeadsOnByFragment)
        {
            return PlatformAddressErrors.NotAnAddress(platform);
        }

        if (PlatformAddressRules.IsShortLink(location))
        {
            return PlatformAddressErrors.ShortLink;
        }

        return PlatformAddressRules.PlatformOf(location) is { } other && other != platform
            ? PlatformAddressErrors.OfAnotherPlatform(other)
            : PlatformAddressRules.OfLocation(platform, location);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "Three refusals one after the other read better.")]
    private static Result<PlatformAddress> Agreed(Platform platform, Result<PlatformAddress> byHandle, Result<PlatformAddress> byAddress)
    {
        if (byHandle.IsRefused)
        {
            return byHandle;
        }

        if (byAddress.IsRefused)
        {
            return byAddress;
        }

        return PlatformAddressRules.Fold(platform, byHandle.Value.Handle) == PlatformAddressRules.Fold(platform, byAddress.Value.Handle)
            ? byAddress
            : PlatformAddressErrors.TheyDiffer;
    }
}

/// <summary>What a pasted text may stand for.</summary>
/// <param name="Certain">The accounts that it names for certain, normalised: an address names one on its host. More than one where a host may be of two kinds.</param>
/// <param name="Named">The accounts that it names if it is a handle of that platform.</param>
/// <param name="NotAnAccountOf">The platform whose address it is, where it leads to no account but to a post, say.</param>
/// <param name="IsAddress">Whether it is a web address.</param>
internal sealed record PastedAddress(
    IReadOnlyList<string> Certain, IReadOnlyList<(Platform Platform, string Normalised)> Named, Platform? NotAnAccountOf, bool IsAddress)
{
    /// <summary>Nothing that can be read.</summary>
    public static PastedAddress Unreadable { get; } = new([], [], null, IsAddress: false);

    /// <summary>A short link.</summary>
    public static PastedAddress Short { get; } = new([], [], null, IsAddress: true) { IsShortLink = true };

    /// <summary>Whether the path of the address has one part, as that of an account has on most platforms.</summary>
    public bool HasOnePart { get; init; }

    /// <summary>Whether it hides where it leads.</summary>
    public bool IsShortLink { get; private init; }
}
