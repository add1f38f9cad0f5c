using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Fetching;

/// <summary>A web server on loopback that answers as a test says.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app) => _app = app;

    public RequestDelegate Answer { get; set; } = context => Task.CompletedTask;

    public int Requests { get; private set; }

    public string Address => _app.Urls.First();

    public int Port => new Uri(Address).Port;

    public static async Task<WebServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MinResponseDataRate = null;
        });
        builder.Services.Configure<KestrelServerOptions>(_ => { });
        var server = new WebServer(builder.Build());
        server._app.Run(context =>
        {
            server.Requests++;
            return server.Answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // An endless answer was still being written.
        }

        await _app.DisposeAsync();
    }
}
