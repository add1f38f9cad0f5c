using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>
/// Lets everybody on the way keep an answer for a short while, under a tag of its very bytes. Whoever has them already is told so without them (304).
/// Only a 200 is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedForEverybodyAttribute : Attribute, IAsyncResultFilter
{
    /// <summary>For how long, in seconds: long enough to spare the portal, short enough for an account that is suspended to vanish soon.</summary>
    public const int Seconds = 300;

    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var response = context.HttpContext.Response;
        if (context.Result is StatusCodeResult)
        {
            await next();
            return;
        }

        var body = response.Body;
        using var held = new MemoryStream();
        response.Body = held;
        try
        {
            await next();
        }
        finally
        {
            response.Body = body;
        }

        var bytes = held.ToArray();
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
            response.Headers.CacheControl = $"public, max-age={Seconds}";
            response.Headers.ETag = tag.ToString();
            if (context.HttpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }

        response.ContentLength = bytes.Length;
        await body.WriteAsync(bytes, context.HttpContext.RequestAborted);
    }
}
