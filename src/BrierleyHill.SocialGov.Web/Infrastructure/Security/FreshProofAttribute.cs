using BrierleyHill.SocialGov.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Asks for a proof of identity younger than five minutes (<see cref="CurrentPerson.HasFreshProof"/>). Whoever has none is led to the page
/// that renews it, and from there to the page of the form. An action filter, so that antiforgery and roles are judged first.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FreshProofAttribute : Attribute, IAsyncActionFilter
{
    /// <summary>The page that renews a proof.</summary>
    public const string ProofPath = "/confirm-it-is-you";

    /// <summary>Where a form leads whose own address shows no page; <see langword="null"/> where it does.</summary>
    public string? ReturnTo { get; init; }

    /// <inheritdoc />
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<CurrentPerson>().HasFreshProof(services.GetRequiredService<TimeProvider>().UtcNow()))
        {
            return next();
        }

        var request = context.HttpContext.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : ReturnTo ?? request.Path;
        context.Result = new LocalRedirectResult("~" + ProofPath + QueryString.Create("returnUrl", back));
        return Task.CompletedTask;
    }
}
