using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Guidance;

/// <summary>Why a page of guidance cannot be changed, in words that a person can act on.</summary>
public static class GuidanceErrors
{
    /// <summary>Only senior leaders change guidance.</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "Guidance.OnlySeniorLeaders", "Only a senior leader can change the guidance.", ErrorKind.Forbidden);

    /// <summary>No text.</summary>
    public static Error TextMissing { get; } = new("Guidance.TextMissing", "Enter the text of the page.", Field: nameof(GuidancePage.Text));

    /// <summary>The text is shown already.</summary>
    public static Error AlreadyShown { get; } = new(
        "Guidance.AlreadyShown", "The page shows exactly this text already, so nothing has been changed.", ErrorKind.Conflict);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(int limit) => new(
        "Guidance.TooLong", $"The text must be {limit.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer.", Field: nameof(GuidancePage.Text));
}
