using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Shared.Errors;

/// <summary>The pages for 400, 403, 404, 409, 413, 429 and 500. Reached by re-execution, so the address in the browser stays.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("error")]
public sealed class ErrorController : Controller
{
    /// <summary>Where a refusal leaves its own words for the page.</summary>
    public const string MessageKey = "ErrorMessage";

    /// <summary>The page for a status. Asked for directly, it is a page that does not exist.</summary>
    [Route("{status:int}")]
    [ResponseCache(NoStore = true)]
    public IActionResult Show(int status)
    {
        var answered = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null
                ? status
                : StatusCodes.Status404NotFound;
        Response.StatusCode = answered;
        var own = (answered == StatusCodes.Status413PayloadTooLarge ? HttpContext.Items[RequestSizeLimit.MessageKey] : HttpContext.Items[MessageKey]) as string;
        return View(ErrorPage.ViewPath, ErrorPage.For(answered, CorrelationId.Of(HttpContext)).With(own));
    }
}
