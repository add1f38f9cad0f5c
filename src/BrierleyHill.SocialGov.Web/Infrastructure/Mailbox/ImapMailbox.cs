using System.Net.Sockets;
using System.Text;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;

/// <summary>
/// Reads a folder of an IMAP server without leaving a trace: it is opened for reading alone (EXAMINE), so nothing is deleted and no mark is
/// set. Of a message its envelope, its structure and the beginning of its text are fetched; attachments are not.
/// </summary>
internal sealed class ImapMailbox(MailboxSettings settings) : IAsyncDisposable
{
    private const int MostBytesOfText = 256 * 1024;
    private const int DeepestPart = 20;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly ImapClient _client = new() { Timeout = (int)LongestSilence.TotalMilliseconds };
    private IMailFolder? _folder;

    /// <summary>The number of the folder's numbering (UIDVALIDITY).</summary>
    public long Validity => Folder.UidValidity;

    private IMailFolder Folder => _folder ?? throw new InvalidOperationException("The folder is not open.");

    /// <summary>Connects, signs in and opens the folder; after a fault of the connection, anew.</summary>
    /// <exception cref="JobProblemException">It cannot be done; why, in words.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DropAsync();
            await _client.ConnectAsync(settings.Host!, settings.Port, Options(settings.Security), cancellationToken);
            await _client.AuthenticateAsync(settings.UserName, settings.Password, cancellationToken);
            _folder = await _client.GetFolderAsync(settings.Folder, cancellationToken);
            await _folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
        }
        catch (SslHandshakeException failure)
        {
            throw new JobProblemException("No encrypted connection to the mailbox’s server could be made.", failure);
        }
        catch (NotSupportedException failure)
        {
            throw new JobProblemException("The mailbox’s server offers no encryption (STARTTLS), or no way to sign in with a name and a password.", failure);
        }
        catch (Exception failure) when (failure is AuthenticationException or SaslException)
        {
            throw new JobProblemException("The mailbox’s server refused the sign-in. Check the settings Mailbox:UserName and Mailbox:Password.", failure);
        }
        catch (FolderNotFoundException failure)
        {
            throw new JobProblemException("The mailbox has no folder of the name that the setting Mailbox:Folder gives.", failure);
        }
        catch (ImapCommandException failure)
        {
            throw new JobProblemException("The mailbox’s server refused to open the folder.", failure);
        }
        catch (Exception failure) when (IsFault(failure, cancellationToken))
        {
            throw new JobProblemException("The mailbox’s server could not be reached.", failure);
        }
    }

    /// <summary>The numbers of the messages after one, lowest first.</summary>
    public async Task<IReadOnlyList<UniqueId>> ListAfterAsync(long uid, CancellationToken cancellationToken)
    {
        if (uid >= uint.MaxValue)
        {
            return [];
        }

        var range = new UniqueIdRange(new UniqueId((uint)uid + 1), UniqueId.MaxValue);
        var found = await Folder.SearchAsync(SearchQuery.Uids(range), cancellationToken);
        // "n:*" always holds the last message, also where its number is below n (RFC 3501, 6.4.8).
        return [.. found.Where(one => one.Id > uid).OrderBy(one => one.Id)];
    }

    /// <summary>The numbers of the messages that reached the mailbox on a day or later, lowest first.</summary>
    public async Task<IReadOnlyList<UniqueId>> ListSinceAsync(DateTime day, CancellationToken cancellationToken) =>
        [.. (await Folder.SearchAsync(SearchQuery.DeliveredAfter(day.Date), cancellationToken)).OrderBy(one => one.Id)];

    /// <summary>The highest number that the folder has given, or 0.</summary>
    public long HighestUid => Folder.UidNext is { Id: > 0 } next ? next.Id - 1 : 0;

    /// <summary>Reads one message, or gives <see langword="null"/> where it has gone meanwhile.</summary>
    /// <exception cref="Exception">See <see cref="IsFault"/>: the message or the connection cannot be read.</exception>
    public async Task<ReceivedMessage?> ReadAsync(UniqueId uid, DateTime now, CancellationToken cancellationToken)
    {
        var found = await Folder.FetchAsync(
            [uid], MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Envelope | MessageSummaryItems.BodyStructure, cancellationToken);
        if (found.FirstOrDefault(summary => summary.UniqueId == uid) is not { } summary)
        {
            return null;
        }

        var (plain, html) = FindText(summary.Body);
        var words = plain is null ? null : await ReadTextAsync(uid, plain, cancellationToken);
        var markup = html is not null && string.IsNullOrWhiteSpace(words) ? await ReadTextAsync(uid, html, cancellationToken) : null;
        var envelope = summary.Envelope;
        return new ReceivedMessage(
            uid.Id,
            summary.InternalDate?.UtcDateTime ?? now,
            envelope?.MessageId?.Trim() ?? "",
            envelope?.From.Mailboxes.FirstOrDefault()?.Address ?? "",
            envelope?.Subject ?? "",
            envelope?.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ReceivedMessage.Words(words, markup));
    }

    /// <summary>Whether it is something that a server, a network or a strange message does, and no bug and no end of the portal.</summary>
    public static bool IsFault(Exception failure, CancellationToken cancellationToken) =>
        failure is IOException or SocketException or ProtocolException or CommandException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or FolderNotOpenException or ParseException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _client.Dispose();
    }

    // The first text of each kind that is no attachment; a message within the message is an attachment too.
    private static (BodyPartText? Plain, BodyPartText? Html) FindText(BodyPart? body)
    {
        BodyPartText? plain = null, html = null;
        var waiting = new Stack<(BodyPart Part, int Depth)>();
        if (body is not null)
        {
            waiting.Push((body, 0));
        }

        while (waiting.TryPop(out var next))
        {
            switch (next.Part)
            {
                case BodyPartMultipart multipart when next.Depth < DeepestPart:
                    foreach (var child in multipart.BodyParts.Reverse())
                    {
                        waiting.Push((child, next.Depth + 1));
                    }

                    break;
                case BodyPartText { IsAttachment: false } text when plain is null && text.IsPlain:
                    plain = text;
                    break;
                case BodyPartText { IsAttachment: false } text when html is null && text.IsHtml:
                    html = text;
                    break;
                default:
                    break;
            }
        }

        return (plain, html);
    }

    private async Task<string> ReadTextAsync(UniqueId uid, BodyPartText part, CancellationToken cancellationToken)
    {
        // The whole of a message without parts is its text.
        var section = part.PartSpecifier.Length == 0 ? "TEXT" : part.PartSpecifier;
        await using var encoded = await Folder.GetStreamAsync(uid, section, 0, MostBytesOfText, cancellationToken);
        _ = MimeKit.Utils.MimeUtils.TryParse(part.ContentTransferEncoding ?? "7bit", out ContentEncoding encoding);
        using var content = new MimeContent(encoded, encoding);
        using var decoded = new MemoryStream();
        await content.DecodeToAsync(decoded, cancellationToken);
        return Decode(decoded.ToArray(), part.ContentType.Charset);
    }

    // A charset that nobody knows, or that the text is not in, must not lose the message.
    private static string Decode(byte[] bytes, string? charset)
    {
        var encoding = Encoding.UTF8;
        if (!string.IsNullOrWhiteSpace(charset))
        {
            try
            {
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                encoding = Encoding.GetEncoding(charset);
            }
            catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
            {
                encoding = Encoding.UTF8;
            }
        }

        return encoding.GetString(bytes);
    }

    private async Task DropAsync()
    {
        _folder = null;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _client.DisconnectAsync(quit: _client.IsAuthenticated, patience.Token);
        }
        catch (Exception failure) when (IsFault(failure, CancellationToken.None) || failure is ObjectDisposedException)
        {
            // It is gone, which is what was wanted.
        }
    }

    private static SecureSocketOptions Options(MailboxSecurity security) => security switch
    {
        MailboxSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
        MailboxSecurity.StartTls => SecureSocketOptions.StartTls,
        MailboxSecurity.None => SecureSocketOptions.None,
    };
}
