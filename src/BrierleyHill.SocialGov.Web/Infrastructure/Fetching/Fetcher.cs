using System.Net;
using System.Net.Sockets;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Fetching;

/// <summary>A document that was fetched.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">What the server says that it is, or <see langword="null"/>.</param>
/// <param name="Address">Where it came from in the end, after redirections.</param>
public sealed record FetchedDocument(byte[] Content, string? MediaType, Uri Address)
{
    /// <summary>Whether the server says that nothing has changed since <see cref="FetchedBefore"/>. There is no content then.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The server's mark of this state of the document (ETag), or <see langword="null"/>.</summary>
    public string? EntityTag { get; init; }

    /// <summary>When the server says that it was changed last, as it says it, or <see langword="null"/>.</summary>
    public string? LastModified { get; init; }
}

/// <summary>What is known of the document from an earlier fetch, so that the server need not send it again.</summary>
/// <param name="EntityTag">The server's mark of it, or "".</param>
/// <param name="LastModified">When it was changed last, as the server said it, or "".</param>
public sealed record FetchedBefore(string EntityTag, string LastModified);

/// <summary>
/// Fetches a document from an address that somebody typed. Its size, unpacked, and the time for it in all are limited, and addresses of this
/// machine and of private networks are refused unless a setting allows them: whoever may add a feed must not be able to look into the
/// school's network with it. The address is held against that at the moment of connecting, after every redirection, so neither a name nor
/// a redirection gets round it (ADR 39).
/// </summary>
public sealed class Fetcher(FetchSettings settings, TimeProvider clock) : IDisposable
{
    private const int MostRedirections = 5;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = settings.Patience,
        // What is left of an answer that is too large or leads elsewhere is not read to keep the connection: it may have no end.
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, settings, cancellationToken),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches a document with GET.</summary>
    /// <param name="address">Where it is: http or https.</param>
    /// <param name="cancellationToken">Ends the fetching early.</param>
    /// <returns>The document, or why there is none, in words for people.</returns>
    public Task<Result<FetchedDocument>> FetchAsync(Uri address, CancellationToken cancellationToken) => FetchAsync(address, null, cancellationToken);

    /// <summary>Fetches a document with GET, unless it is as it was.</summary>
    /// <param name="address">Where it is: http or https.</param>
    /// <param name="before">What is known of it from an earlier fetch.</param>
    /// <param name="cancellationToken">Ends the fetching early.</param>
    /// <returns>The document, or why there is none, in words for people.</returns>
    public async Task<Result<FetchedDocument>> FetchAsync(Uri address, FetchedBefore? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var patience = new CancellationTokenSource(settings.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            for (var hop = 0; hop <= MostRedirections; hop++)
            {
                if (Check(address) is { } wrong)
                {
                    return wrong;
                }

                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("User-Agent", "SocialMediaPortal/1.0");
                Remember(request, before);
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (answer.StatusCode == HttpStatusCode.NotModified && before is not null)
                {
                    return new FetchedDocument([], null, address) { IsUnchanged = true, EntityTag = before.EntityTag, LastModified = before.LastModified };
                }

                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
                {
                    var target = new Uri(address, next);
                    if (address.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
                    {
                        return FetchErrors.LosesEncryption;
                    }

                    address = target;
                    continue;
                }

                if (!answer.IsSuccessStatusCode)
                {
                    return FetchErrors.Answered((int)answer.StatusCode);
                }

                return await ReadAsync(answer, address, either.Token);
            }

            return FetchErrors.TooManyRedirections;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchErrors.TooSlow;
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is AddressRefusedException ? FetchErrors.PrivateAddress : FetchErrors.NotReached;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UriFormatException or InvalidOperationException or NotSupportedException)
        {
            return FetchErrors.NotReached;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // Below 1024 are the services of machines, and none of them but the web's serves documents: no letter can be posted through a feed.
    private static Error? Check(Uri address) => address switch
    {
        { Scheme: not ("http" or "https") } or { UserInfo.Length: > 0 } => FetchErrors.NotAWebAddress,
        { Port: < 1024 and not (80 or 443) } => FetchErrors.PortRefused,
        _ => null,
    };

    private static void Remember(HttpRequestMessage request, FetchedBefore? before)
    {
        if (before is { EntityTag.Length: > 0 })
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", before.EntityTag);
        }

        if (before is { LastModified.Length: > 0 })
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", before.LastModified);
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;

    private async Task<Result<FetchedDocument>> ReadAsync(HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > settings.MaximumBytes)
            {
                return FetchErrors.TooLarge;
            }

            content.Write(buffer, 0, read);
        }

        return new FetchedDocument(content.ToArray(), answer.Content.Headers.ContentType?.MediaType, address)
        {
            EntityTag = Header(answer, "ETag"),
            LastModified = Header(answer, "Last-Modified"),
        };
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, FetchSettings settings, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = settings.AllowsPrivate(host, port) ? addresses : [.. addresses.Where(PublicAddresses.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // The addresses that were looked at, not the name: a second look-up could answer otherwise.
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address that the portal must not connect to.</summary>
internal sealed class AddressRefusedException() : IOException("The address is not a public one.");

/// <summary>Which addresses are on the public internet.</summary>
public static class PublicAddresses
{
    // IANA's registries of special-purpose addresses (RFC 6890 and its successors), without those that are reachable for everybody.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // All that IANA has given out for everybody to reach. What is outside, known or to come, is refused: fc00::/7, fe80::/10, ::a.b.c.d and the rest.
    private static readonly IPNetwork GlobalIPv6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork TranslatedIPv4 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether it is: not this machine, a private or link-local network, multicast, or reserved.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (TranslatedIPv4.Contains(address))
        {
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (!GlobalIPv6.Contains(address) || HoldsIPv4(address)))
        {
            return false;
        }

        return !Array.Exists(Special, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }

    // ISATAP (RFC 5214) reaches the IPv4 address in its last four bytes, through a tunnel.
    private static bool HoldsIPv4(IPAddress address) => address.GetAddressBytes().AsSpan(8, 4) is [0 or 2, 0, 0x5e, 0xfe];
}

/// <summary>Why a document was not fetched, in words for whoever typed the address.</summary>
public static class FetchErrors
{
    /// <summary>Not http or https.</summary>
    public static Error NotAWebAddress { get; } = new("Fetch.NotAWebAddress", "The address must begin with https:// or http:// and hold no user name.");

    /// <summary>A port of another service.</summary>
    public static Error PortRefused { get; } = new("Fetch.PortRefused", "The address names a port on which no web pages are served.");

    /// <summary>Encryption would be lost on the way.</summary>
    public static Error LosesEncryption { get; } = new("Fetch.LosesEncryption", "The address begins with https:// and leads on to one that is not encrypted.");

    /// <summary>This machine or a private network.</summary>
    public static Error PrivateAddress { get; } = new("Fetch.PrivateAddress", "The address leads to this machine or a private network. The portal does not fetch from there.");

    /// <summary>No answer that could be read.</summary>
    public static Error NotReached { get; } = new("Fetch.NotReached", "The address could not be reached.");

    /// <summary>Took too long.</summary>
    public static Error TooSlow { get; } = new("Fetch.TooSlow", "The address took too long to answer.");

    /// <summary>Too much.</summary>
    public static Error TooLarge { get; } = new("Fetch.TooLarge", "What the address answers with is too large.");

    /// <summary>Round and round.</summary>
    public static Error TooManyRedirections { get; } = new("Fetch.TooManyRedirections", "The address leads on to other addresses without an end.");

    /// <summary>An error answer.</summary>
    public static Error Answered(int status) => new("Fetch.Answered", $"The address answers with the error {status}.");
}
