using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>Sign-in, sessions, policies and antiforgery.</summary>
public static class SecuritySetup
{
    /// <summary>The largest body of a request, in bytes. Every answer of every form fits into it many times over.</summary>
    public const long LargestRequestBody = 1024 * 1024;

    /// <summary>How long the second page of a sign-in may stay open.</summary>
    public static readonly TimeSpan SecondFactorLifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan IdleLimit = TimeSpan.FromHours(2);

    /// <summary>Registers everything about who may come in.</summary>
    public static IServiceCollection AddPortalSecurity(
        this IServiceCollection services, IHostEnvironment environment, SchoolSettings school, SecondFactorSettings secondFactor)
    {
        var cookies = new SecurityCookies(environment);
        services.AddSingleton(cookies);
        services.AddSingleton(secondFactor);
        services.AddScoped<CurrentPerson>();
        services.AddScoped<AuthenticatorKeys>();
        PasskeySetup.Add(services, environment, school);
        services.AddScoped<Refusals>();
        services.AddIdentityCore<SignInAccount>(identity =>
            {
                // Length is what counts (NCSC and NIST SP 800-63B): no rules about kinds of characters.
                identity.Password.RequiredLength = 12;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddUserStore<SignInAccountStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = cookies.SessionName;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = cookies.SecurePolicy;
                cookie.Cookie.Path = "/";
                cookie.ExpireTimeSpan = IdleLimit;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = SessionValidation.ValidateAsync,
                    OnRedirectToLogin = challenged =>
                    {
                        // A form cannot be sent again by following a link: say that it was lost, and lead to no page that only takes forms.
                        challenged.Response.Redirect(HttpMethods.IsGet(challenged.Request.Method) || HttpMethods.IsHead(challenged.Request.Method)
                            ? challenged.RedirectUri
                            : $"{challenged.Request.PathBase}{challenged.Options.LoginPath}?ended=true");
                        return Task.CompletedTask;
                    },
                    OnRedirectToAccessDenied = async denied =>
                    {
                        var route = (denied.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                        await denied.HttpContext.RequestServices.GetRequiredService<Refusals>()
                            .WriteAsync($"{denied.Request.Method} {route}", denied.Request.Path, denied.HttpContext.RequestAborted);
                        denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                    },
                };
            })
            // Between the password and the second factor: no session, and good for the second page alone.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie.Name = cookies.SecondFactorName;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = cookies.SecurePolicy;
                cookie.Cookie.Path = "/";
                cookie.ExpireTimeSpan = SecondFactorLifetime;
                cookie.SlidingExpiration = false;
            });
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = cookies.FormName;
            antiforgery.Cookie.SecurePolicy = cookies.SecurePolicy;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
            kestrel.AddServerHeader = false;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 512;
            form.ValueLengthLimit = (int)LargestRequestBody;
            form.MultipartBodyLengthLimit = LargestRequestBody;
        });
        return services;
    }
}

/// <summary>Identity's store without a save of its own: the use case saves once, so that the audit commits with what it tells of.</summary>
public sealed class SignInAccountStore : UserOnlyStore<
    SignInAccount, SocialGovDbContext, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, SignInPasskey>
{
    /// <summary>The store over the request's context.</summary>
    public SignInAccountStore(SocialGovDbContext context, IdentityErrorDescriber? describer = null)
        : base(context, describer ?? new IdentityErrorDescriber()) => AutoSaveChanges = false;
}
