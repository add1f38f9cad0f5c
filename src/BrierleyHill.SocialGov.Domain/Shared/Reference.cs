using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>The short references that people see, type and read out on the telephone: <c>APP-000123</c>.</summary>
public static class Reference
{
    /// <summary>The reference of a record of the given kind.</summary>
    public static string Of(string kind, int id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id:D6}");

    /// <summary>Reads a reference as people type it: any case, with or without the hyphen and the leading zeros.</summary>
    public static bool TryParse(string? typed, out string kind, out int id)
    {
        kind = "";
        id = 0;
        var text = (typed ?? "").Trim();
        var letters = text.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is 0 or > 5)
        {
            return false;
        }

        var digits = text[letters..].TrimStart(' ', '-', '–');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id) || id == 0)
        {
            return false;
        }

        kind = text[..letters].ToUpperInvariant();
        return true;
    }
}
