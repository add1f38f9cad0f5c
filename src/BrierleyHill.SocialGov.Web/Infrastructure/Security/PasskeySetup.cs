using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>For which site passkeys are, and what they are asked for.</summary>
public static class PasskeySetup
{
    /// <summary>Sets Identity's passkeys up.</summary>
    public static void Add(IServiceCollection services, IHostEnvironment environment, SchoolSettings school)
    {
        services.AddScoped<IPasskeyHandler<SignInAccount>, PasskeyHandler<SignInAccount>>();
        services.AddScoped<PasskeyCeremonies>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // With the device's own check of who holds it, so that one passkey is both factors; and found without typing an address.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";

            // The setting says where the portal is, not whoever sends a Host header. A developer reaches it under names of their own.
            var portal = new Uri(school.PortalAddress);
            passkeys.ServerDomain = environment.IsDevelopment() ? null : portal.Host;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && string.Equals(
                    asked.Origin,
                    environment.IsDevelopment()
                        ? $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host.Value}"
                        : portal.GetLeftPart(UriPartial.Authority),
                    StringComparison.OrdinalIgnoreCase));
        });
    }
}
