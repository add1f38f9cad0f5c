using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>The first page: what waits for whoever is signed in.</summary>
[Authorize(Policies.SignedIn)]
public sealed class DashboardController(DashboardQueries queries) : PortalController
{
    /// <summary>The dashboard.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await queries.ReadAsync(cancellationToken));
}

/// <summary>Registers what the dashboard needs.</summary>
public static class DashboardFeature
{
    /// <summary>Queries.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddScoped<DashboardQueries>().AddScoped<OwnTasks>().AddScoped<AccountTasks>().AddScoped<EnquiryTasks>().AddScoped<MonitoringTasks>().AddScoped<IncidentTasks>();
}
