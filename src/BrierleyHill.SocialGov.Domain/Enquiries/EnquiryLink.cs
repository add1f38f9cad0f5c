using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>Where an enquiry stands on its platform: a web address, and nothing that a browser would run.</summary>
public static class EnquiryLink
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaximumLength = 1000;

    /// <summary>Reads an address as it was typed or pasted. The scheme may be left out.</summary>
    /// <returns>The address in ASCII letters, "" for none, or why it is none.</returns>
    public static Result<string> Read(string? typed)
    {
        var text = PlainText.CleanLine(typed);
        if (text.Length == 0)
        {
            return "";
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        return text.Length <= MaximumLength && Parse(text) is { } address && address.AbsoluteUri.Length <= MaximumLength
            ? address.AbsoluteUri
            : EnquiryErrors.LinkWrong;
    }

    /// <summary>Whether what is kept may be shown as a link: looked at again, whoever wrote it into the database.</summary>
    public static bool IsSafe(string link) => Parse(link) is not null;

    /// <summary>The host of a safe link, in ASCII letters: what people should look at before they follow it.</summary>
    public static string HostOf(string link) => Parse(link)?.IdnHost ?? "";

    private static Uri? Parse(string text)
    {
        // An address without a dot in its host is none that somebody outside has.
        if (text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '"' or '<' or '>' or '\\')
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0
            || address.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        try
        {
            return address.IdnHost.Contains('.', StringComparison.Ordinal) ? address : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
