namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The headers that keep the browser strict: no inline script or style, nothing from elsewhere, no frames, no caching.</summary>
public static class SecurityHeaders
{
    /// <summary>Adds them to every answer.</summary>
    public static void UsePortalHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            // One-time links stand in the address: it is told to nobody.
            .AddReferrerPolicyNoReferrer()
            .RemoveServerHeader()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddScriptSrc().Self();
                policy.AddStyleSrc().Self();
                policy.AddImgSrc().Self();
                policy.AddFontSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddManifestSrc().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().None();
                policy.AddFrameAncestors().None();
            })
            // Named one by one: the library's own list has features that no browser knows, which each page then complains of in the console.
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddAccelerometer().None();
                permissions.AddAutoplay().None();
                permissions.AddCamera().None();
                permissions.AddDisplayCapture().None();
                permissions.AddEncryptedMedia().None();
                permissions.AddFullscreen().None();
                permissions.AddGeolocation().None();
                permissions.AddGyroscope().None();
                permissions.AddMagnetometer().None();
                permissions.AddMicrophone().None();
                permissions.AddMidi().None();
                permissions.AddPayment().None();
                permissions.AddPictureInPicture().None();
                permissions.AddUsb().None();
            }));
        app.Use(async (context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                // Pages about people are nobody's to keep; style, script and pictures set a cache of their own.
                if (string.IsNullOrEmpty(context.Response.Headers.CacheControl.ToString())
                    && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
                {
                    context.Response.Headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            await next();
        });
    }
}
