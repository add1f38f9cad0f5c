using System.Text.Json.Serialization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.OfficialAccounts;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>The list as other programs read it. Its names are a promise: <c>docs/official-accounts.md</c>.</summary>
/// <param name="School">The school's name.</param>
/// <param name="Accounts">The accounts.</param>
public sealed record OfficialAccountsJson(
    [property: JsonPropertyName("school")] string School, [property: JsonPropertyName("accounts")] IReadOnlyList<OfficialAccountJson> Accounts)
{
    /// <summary>The list.</summary>
    public static OfficialAccountsJson Of(string school, IReadOnlyList<OfficialAccount> accounts) => new(school, [.. accounts.Select(OfficialAccountJson.Of)]);
}

/// <summary>One account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Platform">The platform, as one word of small letters.</param>
/// <param name="PlatformName">The platform in words.</param>
/// <param name="Handle">The handle, or nothing.</param>
/// <param name="Address">The canonical address, or nothing.</param>
/// <param name="Visibility"><c>open</c> or <c>closed</c>.</param>
/// <param name="Since">Since when, ISO 8601, London; or nothing.</param>
public sealed record OfficialAccountJson(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("platform")] string Platform,
    [property: JsonPropertyName("platformName")] string PlatformName,
    [property: JsonPropertyName("handle")] string? Handle,
    [property: JsonPropertyName("address")] string? Address,
    [property: JsonPropertyName("visibility")] string Visibility,
    [property: JsonPropertyName("since")] string? Since)
{
    /// <summary>One account.</summary>
    public static OfficialAccountJson Of(OfficialAccount account) => new(
        account.Name,
        account.Platform.ToString().ToLowerInvariant(),
        account.PlatformInWords,
        account.Handle.Length > 0 ? account.Handle : null,
        account.WebAddress,
        account.Openness switch { Openness.Open => "open", Openness.Closed => "closed" },
        account.Since?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The answer as other programs read it.</summary>
/// <param name="School">The school's name.</param>
/// <param name="Answer"><c>yes</c>, <c>only-there</c>, <c>looks-alike</c>, <c>no</c> or <c>cannot-tell</c>.</param>
/// <param name="Official">Yes, no, or nothing where the question does not decide it.</param>
/// <param name="Heading">The answer in words.</param>
/// <param name="Means">What it means.</param>
/// <param name="WhatToDo">What to do, or nothing.</param>
/// <param name="Accounts">The account that it is, those whose handle it is, or those that it resembles.</param>
public sealed record CheckJson(
    [property: JsonPropertyName("school")] string School,
    [property: JsonPropertyName("answer")] string Answer,
    [property: JsonPropertyName("official")] bool? Official,
    [property: JsonPropertyName("heading")] string Heading,
    [property: JsonPropertyName("means")] string Means,
    [property: JsonPropertyName("whatToDo")] string? WhatToDo,
    [property: JsonPropertyName("accounts")] IReadOnlyList<OfficialAccountJson> Accounts)
{
    /// <summary>The answer.</summary>
    public static CheckJson Of(string school, string reportTo, CheckAnswer answer)
    {
        var words = CheckWords.Of(answer, school, reportTo);
        var (name, official) = answer.Verdict switch
        {
            CheckVerdict.Official => ("yes", (bool?)true),
            CheckVerdict.OfficialOnlyThere => ("only-there", null),
            CheckVerdict.LooksAlike => ("looks-alike", false),
            CheckVerdict.NotOfficial => ("no", false),
            CheckVerdict.CannotTell or CheckVerdict.NothingAsked => ("cannot-tell", null),
        };
        return new CheckJson(
            school, name, official, words.Heading, words.Means, words.WhatToDo.Length > 0 ? words.WhatToDo : null, [.. answer.Accounts.Select(OfficialAccountJson.Of)]);
    }
}
