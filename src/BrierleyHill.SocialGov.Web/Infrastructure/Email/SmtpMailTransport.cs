using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Hands mail to the mail server that is set, by SMTP.</summary>
public sealed class SmtpMailTransport(MailSettings settings) : IMailTransport, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);
    private readonly WatchedClient _client = new() { Timeout = (int)LongestSilence.TotalMilliseconds };

    /// <inheritdoc />
    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        // A server may end a connection between two messages, after so many of them or so long. Asking first keeps that from
        // looking like a message that broke off half-way.
        if (_client.IsConnected && await IsAliveAsync(cancellationToken))
        {
            return null;
        }

        try
        {
            return await ConnectAsync(cancellationToken) ?? await SignInAsync(cancellationToken);
        }
        catch (Exception failure) when (IsNetworkFault(failure, cancellationToken))
        {
            await DropAsync();
            return "The mail server could not be reached.";
        }
    }

    /// <inheritdoc />
    public async Task<HandOver> HandOverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        _client.RecipientWasAccepted = false;
        try
        {
            await _client.SendAsync(message, cancellationToken);
            return HandOver.Accepted;
        }
        catch (SmtpCommandException refused)
        {
            return HandOver.Refused(InWords(refused));
        }
        // What is caught here is sorted by how far the message got, not by its kind: nothing unexpected may send it twice.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DropAsync();
            // The text follows the server's yes to the recipient. Before that yes the server cannot have taken the message.
            return _client.RecipientWasAccepted
                ? HandOver.Unknown("The connection to the mail server ended before it said whether it had taken the e-mail.")
                : HandOver.Refused(failure is NotSupportedException
                    ? "The mail server does not take addresses like this one."
                    : "The connection to the mail server ended before the e-mail was handed over.");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await _client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
            {
                // Every message has had its answer: how the server takes leave changes nothing.
            }
        }

        _client.Dispose();
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is SmtpCommandException || IsNetworkFault(failure, cancellationToken))
        {
            await DropAsync();
            return false;
        }
    }

    private async Task<string?> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.ConnectAsync(settings.Host!, settings.Port, Options(settings.Security), cancellationToken);
            return null;
        }
        catch (SslHandshakeException)
        {
            await DropAsync();
            return "No encrypted connection to the mail server could be made.";
        }
        catch (NotSupportedException)
        {
            await DropAsync();
            return "The mail server does not offer encryption (STARTTLS).";
        }
        catch (SmtpCommandException refused)
        {
            await DropAsync();
            return $"The mail server refused the connection ({Code(refused)}).";
        }
    }

    private async Task<string?> SignInAsync(CancellationToken cancellationToken)
    {
        if (settings.User is null)
        {
            return null;
        }

        try
        {
            await _client.AuthenticateAsync(settings.User, settings.Password!, cancellationToken);
            return null;
        }
        catch (Exception refused) when (refused is AuthenticationException or SmtpCommandException or SaslException)
        {
            await DropAsync();
            return "The mail server refused the sign-in.";
        }
        catch (NotSupportedException)
        {
            await DropAsync();
            return "The mail server does not offer a way to sign in.";
        }
    }

    private async Task DropAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: false, CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or ObjectDisposedException)
        {
            // It is gone, which is what was wanted.
        }
    }

    private static bool IsNetworkFault(Exception failure, CancellationToken cancellationToken) =>
        failure is IOException or SocketException or ProtocolException or TimeoutException or ServiceNotConnectedException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.StartTlsWhenAvailable => SecureSocketOptions.StartTlsWhenAvailable,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
    };

    private static string InWords(SmtpCommandException refused) => refused.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => $"The mail server refused the recipient ({Code(refused)}).",
        SmtpErrorCode.SenderNotAccepted => $"The mail server refused the sender ({Code(refused)}).",
        SmtpErrorCode.MessageNotAccepted => $"The mail server refused the e-mail ({Code(refused)}).",
        SmtpErrorCode.UnexpectedStatusCode => $"The mail server could not take the e-mail ({Code(refused)}).",
    };

    private static string Code(SmtpCommandException refused) => ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>Knows how far a message got.</summary>
    private sealed class WatchedClient : SmtpClient
    {
        public bool RecipientWasAccepted { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            RecipientWasAccepted = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}
