using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>Where a picture of a pupil can be shown. The names are stored and are never changed.</summary>
public enum ImageChannel
{
    /// <summary>An account of the school.</summary>
    [Display(Name = "Social media")]
    SocialMedia,

    /// <summary>The school's website.</summary>
    [Display(Name = "School website")]
    Website,

    /// <summary>Newspapers, radio and television.</summary>
    [Display(Name = "Press")]
    Press,

    /// <summary>The prospectus and other printed matter of the school.</summary>
    [Display(Name = "Prospectus")]
    Prospectus,

    /// <summary>Displays in the school.</summary>
    [Display(Name = "Display in school")]
    Display,
}

/// <summary>What kind of image it is. The names are stored and are never changed.</summary>
public enum ImageMedium
{
    /// <summary>A photograph.</summary>
    [Display(Name = "Photograph")]
    Photograph,

    /// <summary>A video, with or without sound.</summary>
    [Display(Name = "Video")]
    Video,
}

/// <summary>
/// What a pupil's image is used for: the thing that is asked, answered and covered. Open and closed accounts of one platform are two uses: an answer
/// about a page that the class's families see says nothing about one that everybody sees (ADR 48).
/// </summary>
/// <param name="Channel">Where.</param>
/// <param name="Platform">The platform, on social media alone.</param>
/// <param name="PlatformName">Its name where <paramref name="Platform"/> does not say it, otherwise "".</param>
/// <param name="Openness">Open or closed, on social media alone.</param>
/// <param name="Medium">Photograph or video.</param>
public sealed record ImageUse(ImageChannel Channel, Platform? Platform, string PlatformName, Openness? Openness, ImageMedium Medium)
{
    /// <summary>Longest <see cref="Key"/>, in characters.</summary>
    public const int KeyMaximumLength = 200;

    /// <summary>What the use is known by, in the database and in forms. Two uses are the same when their keys are.</summary>
    public string Key => Channel == ImageChannel.SocialMedia
        ? $"{Channel}:{Platform}:{PlatformName.ToUpperInvariant()}:{Openness}:{Medium}"
        : $"{Channel}:{Medium}";

    /// <summary>The use in words: "Facebook, open: photograph", "School website: video".</summary>
    public string InWords => $"{WhereInWords}: {Medium.InWords().ToLowerInvariant()}";

    /// <summary>Where, in words: "Facebook, open", "School website".</summary>
    public string WhereInWords => Channel == ImageChannel.SocialMedia
        ? $"{(PlatformName.Length > 0 ? PlatformName : Platform.InWords())}, {(Openness == Accounts.Openness.Open ? "open" : "closed")}"
        : Channel.InWords();

    /// <summary>A use outside social media.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="medium">Photograph or video.</param>
    /// <exception cref="ArgumentException">It is social media: that needs an account.</exception>
    public static ImageUse Of(ImageChannel channel, ImageMedium medium) => channel == ImageChannel.SocialMedia
        ? throw new ArgumentException("On social media the use is that of an account.", nameof(channel))
        : new ImageUse(channel, null, "", null, medium);

    /// <summary>The use that posting to an account of the school is.</summary>
    /// <param name="account">Where the account is, and whether everybody can see it.</param>
    /// <param name="medium">Photograph or video.</param>
    public static ImageUse Of(AccountPlace account, ImageMedium medium)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new ImageUse(ImageChannel.SocialMedia, account.Platform, account.PlatformName, account.Openness, medium);
    }

    /// <summary>
    /// Every use that people can be asked about: of each platform, open or closed, on which an account stands that is not closed for good, then website,
    /// press, prospectus and display; each for photographs and for videos.
    /// </summary>
    /// <param name="accounts">Where those accounts are.</param>
    public static IReadOnlyList<ImageUse> Offered(IEnumerable<AccountPlace> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ImageMedium[] media = [ImageMedium.Photograph, ImageMedium.Video];
        var platforms = accounts
            .SelectMany(account => media.Select(medium => Of(account, medium)))
            .DistinctBy(use => use.Key)
            .OrderBy(use => use.WhereInWords, StringComparer.OrdinalIgnoreCase).ThenBy(use => use.Medium);
        var others = Enum.GetValues<ImageChannel>().Where(channel => channel != ImageChannel.SocialMedia);
        return [.. platforms, .. others.SelectMany(channel => media.Select(medium => Of(channel, medium)))];
    }
}

/// <summary>Where an account of the school is, as far as pictures are concerned.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="PlatformName">Its name where <paramref name="Platform"/> does not say it, otherwise "".</param>
/// <param name="Openness">Whether everybody can see it.</param>
public sealed record AccountPlace(Platform Platform, string PlatformName, Openness Openness);
