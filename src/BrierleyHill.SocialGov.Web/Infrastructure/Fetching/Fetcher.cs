using System.Net;
using System.Net.Sockets;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Fetching;

/// <summary>A document that was fetched.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">What the server says that it is, or <see langword="null"/>.</param>
/// <param name="Address">Where it came from in the end, after redirections.</param>
public sealed record FetchedDocument(byte[] Content, string? MediaType, Uri Address);

/// <summary>
/// Fetches a document from an address that somebody typed. Size and time are limited, and addresses of this machine and of private
/// networks are refused unless a setting allows them: whoever may add a feed must not be able to look into the school's network with it.
/// The address is held against that at the moment of connecting, after every redirection, so neither a name nor a redirection gets round it.
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
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, settings.AllowPrivateAddresses, cancellationToken),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches a document with GET.</summary>
    /// <param name="address">Where it is: http or https.</param>
    /// <param name="cancellationToken">Ends the fetching early.</param>
    /// <returns>The document, or why there is none, in words for people.</returns>
    public async Task<Result<FetchedDocument>> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(settings.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            for (var hop = 0; hop <= MostRedirections; hop++)
            {
                if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
                {
                    return FetchErrors.NotAWebAddress;
                }

                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("User-Agent", "SocialMediaPortal/1.0");
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
                {
                    address = new Uri(address, next);
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
        catch (Exception failure) when (failure is IOException or UriFormatException or InvalidOperationException or NotSupportedException)
        {
            return FetchErrors.NotReached;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

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

        return new FetchedDocument(content.ToArray(), answer.Content.Headers.ContentType?.MediaType, address);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(PublicAddresses.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // The addresses that were looked at, not the name: a second look-up could answer otherwise.
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
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
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

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

        return !Array.Exists(Special, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}

/// <summary>Why a document was not fetched, in words for whoever typed the address.</summary>
public static class FetchErrors
{
    /// <summary>Not http or https.</summary>
    public static Error NotAWebAddress { get; } = new("Fetch.NotAWebAddress", "The address must begin with https:// or http:// and hold no user name.");

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
