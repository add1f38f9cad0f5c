using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>The school's colour as a stylesheet: the content security policy allows no inline style.</summary>
[AllowAnonymous]
public sealed class SchoolStylesheetController(SchoolSettings school) : Controller
{
    /// <summary>The stylesheet.</summary>
    [HttpGet("school.css")]
    [ResponseCache(Duration = 3600, Location = ResponseCacheLocation.Any)]
    public ContentResult Show() => Content($":root {{ --school-colour: {school.Colour}; }}\n", "text/css; charset=utf-8");
}
