using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Features.Shared.Errors;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Fills the header of every page: school, person, unread notifications and the links that the person's roles open.</summary>
public sealed class PortalHeaderFilter(CurrentPerson person, SchoolSettings school) : IAsyncResultFilter
{
    private static readonly (string Text, string Path, Roles? Needs)[] Links =
    [
        ("Dashboard", "/", null),
        ("Business cases", "/applications", null),
        ("Register", "/accounts", null),
        ("Enquiries", "/enquiries", null),
        ("Monitoring", "/monitoring", null),
        ("Mentions", "/mentions", null),
        ("Incidents", "/incidents", null),
        ("Camera list", "/pupils/camera", null),
        ("Pupils", "/pupils", Roles.SeniorLeader | Roles.Administrator | Roles.SafeguardingLead | Roles.DataProtectionOfficer),
        ("Hand-overs", "/handovers", Roles.SeniorLeader | Roles.Administrator),
        ("Impact assessments", "/impact-assessments", null),
        ("Policy", "/policy", null),
        ("Guidance", "/guidance", null),
        ("Training", "/training", null),
        ("Readiness", "/readiness", Roles.SeniorLeader | Roles.Administrator),
        ("Calendar", "/calendar", null),
        ("People", "/people", Roles.PortalManager | Roles.SeniorLeader | Roles.Administrator),
        ("Audit", "/audit", Roles.PortalManager | Roles.DataProtectionOfficer),
        ("Mail", "/mail", Roles.PortalManager),
        ("Jobs", "/jobs", Roles.PortalManager),
    ];

    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view)
        {
            var isErrorPage = context.Controller is ErrorController;
            view.ViewData[PortalHeader.ViewDataKey] = new PortalHeader(
                school.Name,
                person.IsSignedIn ? person.Actor.Name : null,
                person.IsSignedIn && !isErrorPage ? person.UnreadNotifications : 0,
                person.IsSignedIn && !person.MustSetUpSecondFactor ? [.. LinksFor(context.HttpContext.Request.Path)] : [],
                school.Support);
        }

        await next();
    }

    private IEnumerable<NavigationItem> LinksFor(PathString path) => Links
        .Where(link => link.Needs is null || (person.Actor.Roles & link.Needs) != Roles.None)
        .Select(link => new NavigationItem(
            link.Text,
            "~" + link.Path,
            IsCurrent(link.Path, path)));

    // The page of the longest path: the camera list lies below the pupils.
    private static bool IsCurrent(string link, PathString path) => link == "/"
        ? path == "/"
        : path.StartsWithSegments(link, StringComparison.OrdinalIgnoreCase)
            && !Links.Any(other => other.Path.Length > link.Length && path.StartsWithSegments(other.Path, StringComparison.OrdinalIgnoreCase));
}
