using BrierleyHill.SocialGov.Domain.OfficialAccounts;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>
/// The school's official accounts, for everybody: a list, and the answer to "is this account really the school's?". Without a session, the same
/// bytes for everybody, and not there at all where the setting is off.
/// </summary>
[AllowAnonymous]
[ReadsNoSession]
[CachedForEverybody]
[Route("official-accounts")]
public sealed class OfficialAccountsController(OfficialAccountQueries queries, OfficialAccountsSettings settings, SchoolSettings school) : Controller
{
    /// <summary>The list, and the form that asks.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => settings.Enabled
        ? View(new OfficialAccountsView(school.Name, settings.ReportTo, await ForEverybodyAsync(cancellationToken)))
        : NotFound();

    /// <summary>The answer, in words.</summary>
    [HttpGet("check")]
    [EnableRateLimiting(OfficialAccountsFeature.ChecksLimit)]
    public async Task<IActionResult> Check(string? account, CancellationToken cancellationToken) => settings.Enabled
        ? View(new CheckView(school.Name, settings.ReportTo, account, await AnswerAsync(account, cancellationToken)))
        : NotFound();

    /// <summary>The list as JSON.</summary>
    [HttpGet("/official-accounts.json")]
    public async Task<IActionResult> ListAsJson(CancellationToken cancellationToken) => settings.Enabled
        ? ForAnySite(OfficialAccountsJson.Of(school.Name, await ForEverybodyAsync(cancellationToken)))
        : NotFound();

    /// <summary>The answer as JSON. Without a question, or with one that is too long, it is 400.</summary>
    [HttpGet("check.json")]
    [EnableRateLimiting(OfficialAccountsFeature.ChecksLimit)]
    public async Task<IActionResult> CheckAsJson(string? account, CancellationToken cancellationToken)
    {
        if (!settings.Enabled)
        {
            return NotFound();
        }

        var answer = await AnswerAsync(account, cancellationToken);
        var json = ForAnySite(CheckJson.Of(school.Name, settings.ReportTo, answer));
        json.StatusCode = answer.Verdict == CheckVerdict.NothingAsked || answer.Because == CannotTellBecause.TooLong
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        return json;
    }

    private async Task<IReadOnlyList<OfficialAccount>> ForEverybodyAsync(CancellationToken cancellationToken) =>
        [.. (await queries.LoadAsync(cancellationToken)).Select(account => account.ForEverybody())];

    private async Task<CheckAnswer> AnswerAsync(string? account, CancellationToken cancellationToken)
    {
        var answer = OfficialAccountCheck.Answer(account, await queries.LoadAsync(cancellationToken), school.Name);
        return answer with { Accounts = [.. answer.Accounts.Select(found => found.ForEverybody())] };
    }

    // Another site's page may read it in a visitor's browser: the school's own website, for one. It is public, and knows no visitor.
    private JsonResult ForAnySite(object content)
    {
        Response.Headers.AccessControlAllowOrigin = "*";
        return Json(content);
    }
}

/// <summary>The list.</summary>
/// <param name="SchoolName">The school's name.</param>
/// <param name="ReportTo">Whom to tell of a false account.</param>
/// <param name="Accounts">The accounts.</param>
public sealed record OfficialAccountsView(string SchoolName, string ReportTo, IReadOnlyList<OfficialAccount> Accounts);

/// <summary>The answer.</summary>
/// <param name="SchoolName">The school's name.</param>
/// <param name="ReportTo">Whom to tell of a false account.</param>
/// <param name="Asked">What was pasted.</param>
/// <param name="Answer">The answer.</param>
public sealed record CheckView(string SchoolName, string ReportTo, string? Asked, CheckAnswer Answer)
{
    /// <summary>The answer in words.</summary>
    public CheckWords Words => CheckWords.Of(Answer, SchoolName, ReportTo);
}
