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
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            // The form reader's limits: too many fields, or one that is too long.
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }
}
