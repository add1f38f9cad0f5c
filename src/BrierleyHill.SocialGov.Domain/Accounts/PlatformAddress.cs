using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Where an account is found on its platform.</summary>
/// <param name="Handle">The handle, as the platform shows it.</param>
/// <param name="WebAddress">The web address: https, absolute.</param>
/// <param name="Normalised">What a lookup compares.</param>
public sealed record PlatformAddress(string Handle, string WebAddress, string Normalised)
{
    /// <summary>Longest handle, in characters.</summary>
    public const int HandleMaximumLength = 300;

    /// <summary>Longest web address, in characters.</summary>
    public const int WebAddressMaximumLength = 400;

    /// <summary>Longest normalised address, in characters.</summary>
    public const int NormalisedMaximumLength = 420;

    /// <summary>Reads what was typed.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="webAddress">The web address.</param>
    public static Result<PlatformAddress> Parse(Platform platform, string? handle, string? webAddress)
    {
        var (name, address) = (PlainText.CleanLine(handle), PlainText.CleanLine(webAddress));
        if (name.Length is 0 or > HandleMaximumLength)
        {
            return AccountErrors.Missing(nameof(Handle), $"Enter the account’s name on {platform.InWords()}.");
        }

        if (address.Length is 0 or > WebAddressMaximumLength
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttps
            || uri.UserInfo.Length > 0)
        {
            return AccountErrors.Missing(nameof(WebAddress), "Enter the web address of the account, beginning with https://");
        }

        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
        return new PlatformAddress(name, uri.GetLeftPart(UriPartial.Path), (host + uri.AbsolutePath.TrimEnd('/')).ToLowerInvariant());
    }
}
