using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Answers a body that is too large with a page that says so (413), instead of breaking the connection while it is read. What is
/// announced as too large is never read (<see cref="EndpointSizeLimit"/>).
/// </summary>
public sealed class RequestSizeLimit(RequestDelegate next)
{
    /// <summary>Where the words about the limit are left for the page.</summary>
    public const string MessageKey = "RequestSizeLimitMessage";

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsErrorPage(context))
        {
            // An error page is under way. It needs nothing of what was sent: neither is the same body measured and read a second
            // time, nor is the form acted upon.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            await next(context);
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

    internal static bool IsErrorPage(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}

/// <summary>
/// Says that an endpoint takes a file: its body may be larger than that of other forms. A file that is somewhat too large still arrives, so
/// that the form can be shown again with the reason and nothing typed is lost.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFileAttribute(FilePurpose purpose = FilePurpose.TrainingCertificate) : Attribute
{
    /// <summary>What the files are kept for.</summary>
    public FilePurpose Purpose { get; } = purpose;

    /// <summary>The largest body of such a form, in bytes: all that may be sent together, and one file too many.</summary>
    public int LargestBody => FileRule.Of(Purpose).LargestTogether + FileRule.Of(Purpose).Largest;

    /// <summary>What is said where even that is exceeded.</summary>
    public string Message => FileRule.Of(Purpose) is { MostAtOnce: > 1 } rule
        ? $"Nothing was saved, because too much was sent at once: a file may have {rule.LargestMegabytes} MB at the most, and all files of one form {rule.LargestTogetherMegabytes} MB. Send fewer at a time."
        : $"Nothing was saved, because the file is too large: a file may have {FileRule.Of(Purpose).LargestMegabytes} MB at the most.";
}

/// <summary>Measures each request by what its endpoint takes. It stands behind routing, and before anybody reads the body.</summary>
public sealed class EndpointSizeLimit(RequestDelegate next, IOptions<FormOptions> forms)
{
    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (RequestSizeLimit.IsErrorPage(context))
        {
            return next(context);
        }

        var takes = context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>();
        var limit = takes?.LargestBody ?? SecuritySetup.LargestRequestBody;
        if (takes is not null)
        {
            context.Items[RequestSizeLimit.MessageKey] = takes.Message;
        }

        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (takes is not null)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            {
                server.MaxRequestBodySize = limit;
            }

            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
            {
                ValueCountLimit = forms.Value.ValueCountLimit,
                ValueLengthLimit = forms.Value.ValueLengthLimit,
                MultipartBodyLengthLimit = limit,
                // In memory alone: the form reader would put a larger file on the disk as it came, unencrypted.
                MemoryBufferThreshold = takes.LargestBody,
            }));
        }

        return next(context);
    }
}
