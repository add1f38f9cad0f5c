using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>A file as it was sent: its content, held in memory, and what it is.</summary>
/// <param name="Content">The content.</param>
/// <param name="Type">What it is, by its content.</param>
/// <param name="SentName">The name as it was sent, which counts for nothing.</param>
public sealed record SentFile(byte[] Content, FileType Type, string SentName);

/// <summary>
/// Keeps files that people hand in: checked by content, encrypted, under a random name in a private folder outside the web root. The
/// content is on the disk before its row is saved, so no row is ever without its file; a file whose row was never saved is tidied away
/// after a day (<see cref="TidyFiles"/>).
/// </summary>
public class FileStore(IDataProtectionProvider protection, StorageSettings storage, ILogger<FileStore> log) : StoredContent
{
    /// <summary>The largest certificate, in bytes.</summary>
    public static int LargestFile => FileRule.Of(FilePurpose.TrainingCertificate).Largest;

    private const string Unfinished = ".part";

    private readonly string _folder = storage.PrivateDirectory("files");

    /// <summary>Takes in a file that was sent with a form, or says why not.</summary>
    /// <param name="sent">The file, or <see langword="null"/> where none was sent.</param>
    /// <param name="field">The field of the form that it came by.</param>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The row that belongs to the content; add it to the context by the record that it belongs to.</returns>
    public async Task<Result<StoredFile>> TakeInAsync(
        IFormFile? sent, string field, FilePurpose purpose, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var file = await ReadSentAsync(sent, field, purpose, cancellationToken);
        return file.IsRefused
            ? file.Error
            : await KeepAsync(file.Value.Content, file.Value.SentName, file.Value.Type, purpose, field, by, at, cancellationToken);
    }

    /// <summary>Reads a file that was sent with a form and tells what it is, or why it is not taken. Nothing is written.</summary>
    /// <param name="sent">The file, or <see langword="null"/> where none was sent.</param>
    /// <param name="field">The field of the form that it came by.</param>
    /// <param name="purpose">What it would be kept for.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<Result<SentFile>> ReadSentAsync(IFormFile? sent, string field, FilePurpose purpose, CancellationToken cancellationToken)
    {
        if (sent is null)
        {
            return FileErrors.Missing(field);
        }

        var rule = FileRule.Of(purpose);
        if (sent.Length > rule.Largest)
        {
            return FileErrors.TooLarge(field, rule.LargestMegabytes);
        }

        var content = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellationToken);
        }

        var type = FileSignatures.Detect(content, field, rule);
        return type.IsRefused ? type.Error : new SentFile(content, type.Value, sent.FileName);
    }

    /// <inheritdoc />
    public override async Task<Result<KeptContent>> WriteAsync(
        byte[] content, FileType type, FilePurpose purpose, string field, DateTime at, CancellationToken cancellationToken)
    {
        var storedName = RandomNumberGenerator.GetHexString(StoredFile.StoredNameLength, lowercase: true);
        var path = PathOf(storedName);
        try
        {
            await using (var file = Create(path + Unfinished))
            {
                await file.WriteAsync(ProtectorOf(purpose, storedName).Protect(content), cancellationToken);
                await file.FlushAsync(cancellationToken);
                (file as FileStream)?.Flush(flushToDisk: true);
            }

            // The age by which the tidying goes is the portal's own clock's.
            File.SetLastWriteTimeUtc(path + Unfinished, at);
            File.Move(path + Unfinished, path);
        }
        catch (Exception notWritten)
        {
            // Half a file is nobody's. A process that is killed here leaves it to the tidying.
            DeletePath(path + Unfinished);
            if (notWritten is not (IOException or UnauthorizedAccessException))
            {
                throw;
            }

            log.LogError(notWritten, "A file that somebody sent could not be written to {Folder}. Nothing of it was kept.", _folder);
            return FileErrors.NotKept(field);
        }

        return new KeptContent(
            storedName, type, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), PictureLocation.IsHeldBy(content, type));
    }

    /// <summary>The content of a file, or <see langword="null"/> when it is missing from the disk, was changed there, or cannot be decrypted.</summary>
    public Task<byte[]?> ReadAsync(StoredFile file, CancellationToken cancellationToken) =>
        ReadAsync(file.StoredName, file.Purpose, file.Sha256, cancellationToken);

    /// <inheritdoc cref="ReadAsync(StoredFile, CancellationToken)" />
    /// <param name="storedName">The name on the disk.</param>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="sha256">The fingerprint on record, in hexadecimal.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<byte[]?> ReadAsync(string storedName, FilePurpose purpose, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var content = ProtectorOf(purpose, storedName).Unprotect(await File.ReadAllBytesAsync(PathOf(storedName), cancellationToken));
            return string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), sha256, StringComparison.Ordinal) ? content : null;
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether there is anything under the name on the disk.</summary>
    public bool IsThere(string storedName) => File.Exists(PathOf(storedName));

    /// <summary>Takes the content off the disk. One that is gone already is no fault; one that is in use goes with the next tidying.</summary>
    public void Delete(string storedName) => DeletePath(PathOf(storedName));

    /// <summary>Every file on the disk that is the store's own, with the name of its row and its age's beginning, UTC.</summary>
    internal IEnumerable<(string Path, string StoredName, DateTime WrittenAt)> OnDisk() =>
        from path in Directory.EnumerateFiles(_folder)
        let name = Path.GetFileName(path)
        let stored = name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name
        where IsStoredName(stored)
        select (path, stored, File.GetLastWriteTimeUtc(path));

    /// <summary>The name of everything that lies in the folder, the store's own or not.</summary>
    internal IReadOnlyList<string> Everything() => [.. Directory.EnumerateFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Makes the file that is written. A test puts a disk in its place that takes no more.</summary>
    /// <param name="path">Where.</param>
    protected virtual Stream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static void DeletePath(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // The tidying tries again.
        }
    }

    // The purpose and the name are part of the encryption: a file that was put in the place of another does not open.
    private IDataProtector ProtectorOf(FilePurpose purpose, string storedName) =>
        protection.CreateProtector("BrierleyHill.SocialGov.StoredFile", purpose.ToString(), storedName);

    private string PathOf(string storedName) => IsStoredName(storedName)
        ? Path.Combine(_folder, storedName)
        : throw new ArgumentException("This is not a name that the store gives.", nameof(storedName));

    private static bool IsStoredName(string name) => name.Length == StoredFile.StoredNameLength && name.All(char.IsAsciiHexDigitLower);
}
