using System.Threading.RateLimiting;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.RateLimiting;

namespace BrierleyHill.SocialGov.Web.Features.OfficialAccounts;

/// <summary>Registers what the public page needs.</summary>
public static class OfficialAccountsFeature
{
    /// <summary>The name of the limit that <see cref="EnableRateLimitingAttribute"/> takes.</summary>
    public const string ChecksLimit = "official-account-checks";

    /// <summary>Queries, settings and the limit on questions.</summary>
    public static IServiceCollection AddOfficialAccounts(this IServiceCollection services, SettingsReader settings, IHostEnvironment environment)
    {
        var own = OfficialAccountsSettings.Read(settings, environment);
        services.AddSingleton(own);
        services.AddScoped<OfficialAccountQueries>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(ChecksLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = own.ChecksPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        return services;
    }
}
