using BrierleyHill.SocialGov.Domain.OfficialAccounts;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>An answer as people read it. What was pasted is never repeated in it.</summary>
/// <param name="Heading">The answer.</param>
/// <param name="Means">What it means.</param>
/// <param name="WhatToDo">What to do, or "".</param>
public sealed record CheckWords(string Heading, string Means, string WhatToDo)
{
    private const string Example = "Open the account, and paste its address from the browser, such as https://www.facebook.com/ourschool.";

    /// <summary>The words of an answer.</summary>
    public static CheckWords Of(CheckAnswer answer, string schoolName, string reportTo) => answer.Verdict switch
    {
        CheckVerdict.NothingAsked => new("Paste an address or a handle", "Nothing was asked yet.", Example),
        CheckVerdict.Official => new(
            $"Yes, this is an official account of {schoolName}", $"It is {Named(answer.Accounts[0])}.", ""),
        CheckVerdict.OfficialOnlyThere => new(
            $"Only on {Joined(answer.Accounts.Select(account => account.PlatformInWords))}",
            $"This is a handle of {schoolName} on {Joined(answer.Accounts.Select(account => account.PlatformInWords))}. On any other platform it is not the school’s.",
            "To be sure, paste the address of the account instead of its handle."),
        CheckVerdict.LooksAlike => new(
            "No. Be careful: it only looks like the school’s",
            answer.Accounts.Count > 0
                ? $"It is not an official account of {schoolName}. The school has {Joined(answer.Accounts.Select(Named))}."
                : $"It is not an official account of {schoolName}, although it carries a name like the school’s.",
            $"Do not follow it, and send it no messages or pictures. {reportTo}"),
        CheckVerdict.NotOfficial => new(
            $"No, this is not an official account of {schoolName}",
            "It is not on the list of the accounts that the school uses.",
            $"If it says that it is the school’s, do not follow it, and send it no messages or pictures. {reportTo}"),
        CheckVerdict.CannotTell => new(
            "We cannot tell from this",
            answer.Because switch
            {
                CannotTellBecause.TooLong => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It is longer than the {OfficialAccountCheck.LongestQuestion} characters that an address can have."),
                CannotTellBecause.NotAnAccount => "It leads to a single post, a group invitation or another page, not to an account. Anybody can have written a post.",
                CannotTellBecause.ShortLink => "It is a short link, which does not show where it leads.",
                CannotTellBecause.NotReadable or null => "It is neither an address nor a handle. A name alone can be anybody’s.",
            },
            Example),
    };

    private static string Named(OfficialAccount account) =>
        $"“{account.Name}” on {account.PlatformInWords}{(account.Handle.Length > 0 ? $" ({account.Handle})" : "")}";

    private static string Joined(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
