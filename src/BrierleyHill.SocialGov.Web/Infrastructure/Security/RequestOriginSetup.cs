using System.Diagnostics;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>Writes down where a request comes from, for the audit.</summary>
public sealed class RequestOriginSetup(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context, RequestOrigin origin)
    {
        origin.CorrelationId = CorrelationId.Of(context);
        origin.RemoteAddress = context.Connection.RemoteIpAddress?.ToString();
        return next(context);
    }
}

/// <summary>The name of a request that the log, the audit and the error page share, so that one leads to the other.</summary>
public static class CorrelationId
{
    /// <summary>The request's name: the trace identifier of W3C Trace Context where there is one.</summary>
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
