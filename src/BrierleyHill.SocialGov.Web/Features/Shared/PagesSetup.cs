using System.Globalization;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Web.Infrastructure.Logging;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>MVC, and the order in which a request passes through the portal.</summary>
public static class PagesSetup
{
    /// <summary>Registers controllers, views and what they share.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, SchoolSettings school)
    {
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<PortalHeaderFilter>();
            mvc.ModelBinderProviders.Insert(0, new DateInputModelBinderProvider());
            // A field that may be empty is told by the domain, in the domain's words.
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, field) => $"{field} is not in a form that the portal can read.");
            mvc.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(field => $"{field} is not in a form that the portal can read.");
            mvc.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => "Choose one of the answers offered.");
            mvc.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Choose one of the answers offered.");
        });
        services.AddScoped<DeadlineChecker>();
        services.AddSingleton<LatestDeadlineChecks>();
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            // Folder name = controller name, the same for the views.
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/Errors/{0}.cshtml");
        });
        services.Configure<RouteOptions>(routing => routing.LowercaseUrls = true);
        // Where plain http is led to: behind a proxy the server itself does not know.
        services.AddHttpsRedirection(https => https.HttpsPort = new Uri(school.PortalAddress) is { Scheme: "https", Port: var port } ? port : 443);
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "social-gov-banner";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>The order in which a request passes through the portal.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UsePortalRequestLogging();
        app.UsePortalHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseMiddleware<RequestSizeLimit>();
        app.UseRequestLocalization(localization =>
        {
            // One language and one way to write dates, whatever the browser or the server asks for.
            CultureInfo[] english = [CultureInfo.GetCultureInfo("en-GB")];
            localization.DefaultRequestCulture = new RequestCulture(english[0]);
            localization.SupportedCultures = english;
            localization.SupportedUICultures = english;
            localization.RequestCultureProviders.Clear();
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            // Styles and scripts carry a version in their address, so a browser may keep them.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.UseMiddleware<EndpointSizeLimit>();
        app.UseMiddleware<SessionlessEndpoints>();
        app.UseRateLimiter();
        app.UseMiddleware<RequestOriginSetup>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorFirst>();
        app.UseMiddleware<OneUseForms>();
        app.MapControllers();
    }

    /// <summary>Brings the database up to date where that is set, else refuses to start on one that is not; checks the vault's keys; fills an empty one with demonstration data in Development.</summary>
    /// <exception cref="StartRefusedException">The database is older or newer than this release, or cannot be reached; or keys of the vault are missing.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SocialGovDbContext>();
        if (app.Services.GetRequiredService<DatabaseSettings>().MigrateOnStart)
        {
            await database.MigrateAsync();
        }

        await database.RefuseUnlessUpToDateAsync();
        await scope.ServiceProvider.GetRequiredService<CheckVaultKeys>().RunAsync(CancellationToken.None);
        if (app.Services.GetRequiredService<DemonstrationSettings>().Fill)
        {
            await scope.ServiceProvider.GetRequiredService<DemoData>().FillAsync(CancellationToken.None);
        }
    }
}
