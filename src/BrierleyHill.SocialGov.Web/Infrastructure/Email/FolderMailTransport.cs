using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Writes mail as <c>.eml</c> files while no mail server is set. The same message twice is the same file.</summary>
public sealed class FolderMailTransport(StorageSettings storage) : IMailTransport
{
    private const string CannotWrite = "The mail folder cannot be written to.";

    /// <inheritdoc />
    public Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            storage.PrivateDirectory("mail");
            return Task.FromResult<string?>(null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>(CannotWrite);
        }
    }

    /// <inheritdoc />
    public async Task<HandOver> HandOverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var folder = storage.PrivateDirectory("mail");
            var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
            await message.WriteToAsync(temporary, cancellationToken);
            // Moved into place whole: whoever watches the folder never reads half a message.
            File.Move(temporary, Path.Combine(folder, FileNameFor(message)), overwrite: true);
            return HandOver.Accepted;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HandOver.Refused(CannotWrite);
        }
        catch (OperationCanceledException)
        {
            return HandOver.Refused("Writing the e-mail took too long.");
        }
    }

    private static string FileNameFor(MimeMessage message) =>
        string.Concat((message.MessageId ?? throw new ArgumentException("A message has a Message-ID.")).Select(character => char.IsAsciiLetterOrDigit(character) || character is '@' or '.' or '-' ? character : '_')) + ".eml";
}
