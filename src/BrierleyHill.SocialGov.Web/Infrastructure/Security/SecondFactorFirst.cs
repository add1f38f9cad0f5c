using Microsoft.AspNetCore.Authorization;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Says that an endpoint opens before a second factor is set up, where the person's roles ask for one: the pages that set it up, and
/// signing out. Every other endpoint waits, also one that is written later and says nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpensBeforeSecondFactorAttribute : Attribute;

/// <summary>
/// Leads whoever has to set up a second factor to the page where they do, and nowhere else before. It is asked with each request, so a role
/// that was given a moment ago counts. It stands behind authorisation.
/// </summary>
public sealed class SecondFactorFirst(RequestDelegate next)
{
    /// <summary>The page where a second factor is set up.</summary>
    public const string SettingsPath = "/sign-in-settings";

    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context, CurrentPerson person)
    {
        if (!person.MustSetUpSecondFactor
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || endpoint.Metadata.GetMetadata<OpensBeforeSecondFactorAttribute>() is not null)
        {
            return next(context);
        }

        // A form cannot be sent again by following a link, so only a page that was asked for is come back to.
        var asked = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(context.Request.PathBase + SettingsPath
            + (HttpMethods.IsGet(context.Request.Method) ? QueryString.Create("returnUrl", asked).Value : ""));
        return Task.CompletedTask;
    }
}
