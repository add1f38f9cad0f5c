namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Marks an endpoint that is the same for everybody: it is served without a session, reads no cookie and sets none, so that its answer can be
/// kept by caches on the way.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ReadsNoSessionAttribute : Attribute;

/// <summary>
/// Takes the cookies away from a request to such an endpoint before anybody looks at them. A session that is renewed on the way would
/// otherwise be handed to whoever gets the answer from a cache.
/// </summary>
public sealed class SessionlessEndpoints(RequestDelegate next)
{
    /// <summary>Runs.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ReadsNoSessionAttribute>() is not null)
        {
            context.Request.Headers.Remove("Cookie");
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Remove("Set-Cookie");
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
