using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Answers a body that is too large with a page that says so (413), instead of breaking the connection while it is read. What is
/// announced as too large is never read.
/// </summary>
public sealed class RequestSizeLimit(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // An error page is under way. It needs nothing of what was sent: neither is the same body measured and read a second
            // time, nor is the form acted upon.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            await next(context);
            return;
        }

        if (context.Request.ContentLength > SecuritySetup.LargestRequestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = refused.StatusCode;
        }
        catch (InvalidDataException refused) when (!context.Response.HasStarted)
        {
            // The form reader's limits: too many fields, or one that is too long. It wraps what it cannot decode, such as a NUL.
            context.Response.StatusCode = refused.InnerException is null
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status400BadRequest;
        }
    }
}
