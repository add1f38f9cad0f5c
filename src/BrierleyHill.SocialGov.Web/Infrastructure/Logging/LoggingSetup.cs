using System.Globalization;
using System.Security.Claims;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Logging;

/// <summary>
/// The log: console, and a compact JSON file a day. No personal data and no secret reaches it: requests are logged by their route
/// pattern, never by path or query (both can carry a one-time link), and people by number.
/// </summary>
public static class LoggingSetup
{
    private const int DaysKept = 31;

    /// <summary>Registers the log.</summary>
    /// <param name="builder">The portal that is being put together.</param>
    /// <param name="storage">Where the files are.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="onConsole">Whether it goes to the console too: not where a program reads what the command line answers.</param>
    public static void AddPortalLogging(this WebApplicationBuilder builder, StorageSettings storage, SettingsReader settings, bool onConsole = true)
    {
        var level = settings.Choice("Logging:Level", LogEventLevel.Information);
        builder.Services.AddSerilog((_, logger) => (onConsole ? logger.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture) : logger)
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            // Its messages hold paths and queries, and so the secret part of one-time links.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Fatal)
            // A command that failed is logged by EF with its text; what it failed with reaches the caller, who logs it by kind.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddress>()
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(storage.PrivateDirectory("logs"), "portal-.json"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                shared: true),
            // Otherwise a portal that stops closes the log that the process made last, which may be another portal's.
            preserveStaticLogger: true);
    }

    /// <summary>Logs each request once it is answered.</summary>
    public static void UsePortalRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        // The portal's own log; without this it is whichever one the process made last.
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.IncludeQueryInRequestPath = false;
        options.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)")),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            diagnostics.Set("PersonId", context.User.FindFirstValue(ClaimTypes.NameIdentifier));
            diagnostics.Set("CorrelationId", CorrelationId.Of(context));
        };
        options.GetLevel = (_, _, failure) => failure is null ? LogEventLevel.Information : LogEventLevel.Error;
    });
}

/// <summary>Takes the address out of every line: the host puts it on each that is written during a request, and it may be a one-time link.</summary>
internal sealed class WithoutAddress : ILogEventEnricher
{
    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
