using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>
/// The portal in the tests' own process, listening on a real port. Each process that starts compiles the whole portal anew, which took most of the time
/// of the journeys; here it is compiled once for all of them.
/// </summary>
internal sealed class HostedPortal : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    public HostedPortal(int port, IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(BuiltPortal.Folder);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
