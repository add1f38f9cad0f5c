using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Jobs;

/// <summary>What the portal does by itself, and whether it did.</summary>
[Authorize(Policies.PortalManager)]
[Route("jobs")]
public sealed class JobsController(JobQueries queries) : PortalController
{
    /// <summary>Every job.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await queries.ReadAsync(cancellationToken));
}
