using System.Text;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Turns names from the code into words for people.</summary>
public static class Words
{
    /// <summary>Splits an identifier at its capitals: "LeavingDate" becomes "Leaving date". A run of capitals stays together.</summary>
    public static string FromIdentifier(string identifier)
    {
        var words = new StringBuilder(identifier.Length + 8);
        for (var i = 0; i < identifier.Length; i++)
        {
            var character = identifier[i];
            var startsWord = i > 0 && char.IsUpper(character)
                && (!char.IsUpper(identifier[i - 1]) || (i + 1 < identifier.Length && char.IsLower(identifier[i + 1])));
            if (startsWord)
                words.Append(' ');
            var inRunOfCapitals = i + 1 < identifier.Length && char.IsUpper(identifier[i + 1]);
            words.Append(startsWord && !inRunOfCapitals ? char.ToLowerInvariant(character) : character);
        }

        return words.ToString();
    }

    /// <summary>The text as it stands in the middle of a sentence: "Leaving date" becomes "leaving date", "DPO's name" stays.</summary>
    public static string InSentence(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
