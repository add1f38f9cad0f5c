using System.IO.Compression;
using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Fetching;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private const int MostBytes = 64 * 1024;
    private WebServer _server = null!;

    public async Task InitializeAsync() => _server = await WebServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private Fetcher Fetcher(double seconds = 20, params string[] hosts) => new(
        new FetchSettings(false, TimeSpan.FromSeconds(seconds), MostBytes) { AllowedPrivateHosts = hosts.Length > 0 ? hosts : [$"127.0.0.1:{_server.Port}"] }, TimeProvider.System);

    private async Task<Result<FetchedDocument>> FetchAsync(RequestDelegate answer, double seconds = 20, FetchedBefore? before = null)
    {
        _server.Answer = answer;
        using var fetcher = Fetcher(seconds);
        return await fetcher.FetchAsync(new Uri(_server.Address), before, CancellationToken.None);
    }

    [Fact]
    public async Task A_document_comes_as_it_is_with_what_the_server_knows_it_by()
    {
        var fetched = await FetchAsync(async context =>
        {
            context.Response.Headers.ETag = "\"one\"";
            context.Response.Headers.LastModified = "Tue, 10 Mar 2026 09:00:00 GMT";
            context.Response.ContentType = "application/rss+xml; charset=utf-8";
            await context.Response.WriteAsync("<rss/>");
        });
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Value.Content));
        Assert.Equal(("\"one\"", "Tue, 10 Mar 2026 09:00:00 GMT", "application/rss+xml"), (fetched.Value.EntityTag, fetched.Value.LastModified, fetched.Value.MediaType));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        string? asked = null;
        var fetched = await FetchAsync(
            context =>
            {
                asked = $"{context.Request.Headers.IfNoneMatch} {context.Request.Headers.IfModifiedSince}";
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            },
            before: new FetchedBefore("\"one\"", "Tue, 10 Mar 2026 09:00:00 GMT"));
        Assert.True(fetched.Value.IsUnchanged);
        Assert.Equal("\"one\" Tue, 10 Mar 2026 09:00:00 GMT", asked);
        Assert.Equal("\"one\"", fetched.Value.EntityTag);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left() =>
        Assert.Equal(FetchErrors.TooSlow, (await FetchAsync(context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted), seconds: 0.4)).Error);

    [Fact]
    public async Task A_trickle_is_left_when_the_time_is_over() => Assert.Equal(FetchErrors.TooSlow, (await FetchAsync(
        async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        },
        seconds: 0.5)).Error);

    [Fact]
    public async Task An_answer_without_an_end_is_too_large() => Assert.Equal(FetchErrors.TooLarge, (await FetchAsync(async context =>
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[8192], context.RequestAborted);
        }
    })).Error);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_unpacks_to_too_much_is_too_large(string encoding)
    {
        using var packed = new MemoryStream();
        await using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            await packer.WriteAsync(new byte[4_000_000]);
        }

        Assert.True(packed.Length < MostBytes);
        var fetched = await FetchAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(packed.ToArray());
        });
        Assert.Equal(FetchErrors.TooLarge, fetched.Error);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_cannot_be_unpacked_is_told_in_words(string encoding) => Assert.Equal(FetchErrors.NotReached, (await FetchAsync(async context =>
    {
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.WriteAsync("this is neither");
    })).Error);

    [Theory]
    [InlineData("http://localhost:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://[::1]:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://127.0.0.2:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://2130706434:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://0x7f.0.0.2:{0}/", "Fetch.PrivateAddress")]
    [InlineData("http://10.0.0.1/", "Fetch.PrivateAddress")]
    [InlineData("http://169.254.169.254/latest/meta-data", "Fetch.PrivateAddress")]
    [InlineData("http://127.0.0.1:25/", "Fetch.PortRefused")]
    [InlineData("ftp://127.0.0.1/", "Fetch.NotAWebAddress")]
    [InlineData("file:///etc/passwd", "Fetch.NotAWebAddress")]
    [InlineData("http://user:secret@127.0.0.1:{0}/", "Fetch.NotAWebAddress")]
    public async Task A_redirection_from_an_allowed_host_to_one_that_is_not_is_refused(string target, string code)
    {
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, _server.Port);
        var fetched = await FetchAsync(context =>
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        });
        Assert.Equal(code, fetched.Error?.Code);
        Assert.Equal(1, _server.Requests);

        using var fetcher = Fetcher();
        Assert.Equal(code, (await fetcher.FetchAsync(new Uri(address), CancellationToken.None)).Error?.Code);
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task Redirections_are_followed_and_have_an_end()
    {
        _server.Answer = async context =>
        {
            if (context.Request.Path == "/3")
            {
                await context.Response.WriteAsync("there");
                return;
            }

            context.Response.Redirect(context.Request.Path == "/round" ? "/round" : "/" + (int.Parse("0" + context.Request.Path.Value![1..], null) + 1));
        };
        using var fetcher = Fetcher();
        var fetched = await fetcher.FetchAsync(new Uri(_server.Address), CancellationToken.None);
        Assert.Equal(("there", "/3"), (Encoding.UTF8.GetString(fetched.Value.Content), fetched.Value.Address.AbsolutePath));
        Assert.Equal(FetchErrors.TooManyRedirections, (await fetcher.FetchAsync(new Uri(_server.Address + "/round"), CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Loopback_is_refused_unless_a_setting_allows_it()
    {
        using var closed = Fetcher(20, "other.example");
        Assert.Equal(FetchErrors.PrivateAddress, (await closed.FetchAsync(new Uri(_server.Address), CancellationToken.None)).Error);
        Assert.Equal(0, _server.Requests);
        using var open = new Fetcher(new FetchSettings(true, TimeSpan.FromSeconds(20), MostBytes), TimeProvider.System);
        Assert.False((await open.FetchAsync(new Uri(_server.Address), CancellationToken.None)).IsRefused);
    }

    [Fact]
    public async Task An_error_and_a_server_that_is_not_there_are_told_in_words()
    {
        Assert.Equal("Fetch.Answered", (await FetchAsync(context => { context.Response.StatusCode = 500; return Task.CompletedTask; })).Error?.Code);
        using var fetcher = Fetcher(20, "127.0.0.1");
        Assert.Equal(FetchErrors.NotReached, (await fetcher.FetchAsync(new Uri("http://127.0.0.1:1999/"), CancellationToken.None)).Error);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:53aa:64c:0:0:0:1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2606:2800:220:1:0:5efe:a00:1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("4000::1", false)]
    public void Only_what_everybody_reaches_is_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_setting_that_names_no_host_stops_the_start()
    {
        static FetchSettings Read(string hosts) => FetchSettings.Read(new SettingsReader(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Fetching:AllowedPrivateHosts"] = hosts }).Build()));
        Assert.Equal(["feeds.school.example", "10.1.2.3:8080"], Read("Feeds.school.example, 10.1.2.3:8080").AllowedPrivateHosts);
        Assert.Throws<StartRefusedException>(() => Read("http://feeds.school.example/"));
        Assert.Throws<StartRefusedException>(() => Read("a/b"));
    }
}
