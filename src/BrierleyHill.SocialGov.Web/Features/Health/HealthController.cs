using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BrierleyHill.SocialGov.Web.Features.Health;

/// <summary>
/// How the portal is, for a program that watches it. Anybody may ask: the answer holds names and states, nothing else. 200 where all is well,
/// 503 where something is not.
/// </summary>
[AllowAnonymous]
[ReadsNoSession]
[Route("health")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HealthController(HealthCheckService checks) : Controller
{
    /// <summary>Whether the process answers at all. It looks at nothing else, so that a database that is away does not have the portal restarted.</summary>
    [HttpGet("live")]
    public Task<IActionResult> Live(CancellationToken cancellationToken) => AnswerAsync(_ => false, cancellationToken);

    /// <summary>Whether it can be worked with: the database answers and is up to date, and deadlines are looked at.</summary>
    [HttpGet("ready")]
    public Task<IActionResult> Ready(CancellationToken cancellationToken) => AnswerAsync(_ => true, cancellationToken);

    private async Task<IActionResult> AnswerAsync(Func<HealthCheckRegistration, bool> which, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(which, cancellationToken);
        var answer = Json(new HealthAnswer(report.Status.ToString(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString())));
        answer.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return answer;
    }
}

/// <summary>What is told about the portal's health.</summary>
/// <param name="Status"><c>Healthy</c> or <c>Unhealthy</c>.</param>
/// <param name="Checks">The state of each check, by its name.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks);
