using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>
/// Keeps files that people hand in: checked by content, encrypted, under a random name in a private folder outside the web root. The
/// content is on the disk before its row is saved, so no row is ever without its file; a file whose row was never saved is tidied away
/// after a day (<see cref="TidyFiles"/>).
/// </summary>
public sealed class FileStore(IDataProtectionProvider protection, StorageSettings storage) : StoredContent
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = LargestFileMegabytes * 1024 * 1024;

    /// <summary>The largest file, in megabytes, as people are told.</summary>
    public const int LargestFileMegabytes = 10;

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
        if (sent is null)
        {
            return FileErrors.Missing(field);
        }

        if (sent.Length > LargestFile)
        {
            return FileErrors.TooLarge(field, LargestFileMegabytes);
        }

        var content = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellationToken);
        }

        var type = FileSignatures.Detect(content, field);
        return type.IsRefused
            ? type.Error
            : await KeepAsync(content, sent.FileName, type.Value, purpose, by, at, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<StoredFile> KeepAsync(
        byte[] content, string? name, FileType type, FilePurpose purpose, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var storedName = RandomNumberGenerator.GetHexString(StoredFile.StoredNameLength, lowercase: true);
        var path = PathOf(storedName);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(path + Unfinished, options))
        {
            await file.WriteAsync(ProtectorOf(purpose, storedName).Protect(content), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        // The age by which the tidying goes is the portal's own clock's.
        File.SetLastWriteTimeUtc(path + Unfinished, at);
        File.Move(path + Unfinished, path);
        return StoredFile.Add(purpose, storedName, name, type, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), by, at);
    }

    /// <summary>The content of a file, or <see langword="null"/> when it is missing from the disk, was changed there, or cannot be decrypted.</summary>
    public async Task<byte[]?> ReadAsync(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            var content = ProtectorOf(file.Purpose, file.StoredName).Unprotect(await File.ReadAllBytesAsync(PathOf(file.StoredName), cancellationToken));
            return string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256, StringComparison.Ordinal) ? content : null;
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the content off the disk. One that is gone already is no fault; one that is in use goes with the next tidying.</summary>
    public void Delete(string storedName)
    {
        try
        {
            File.Delete(PathOf(storedName));
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // The tidying tries again.
        }
    }

    /// <summary>Every file on the disk that is the store's own, with the name of its row and its age's beginning, UTC.</summary>
    internal IEnumerable<(string Path, string StoredName, DateTime WrittenAt)> OnDisk() =>
        from path in Directory.EnumerateFiles(_folder)
        let name = Path.GetFileName(path)
        let stored = name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name
        where IsStoredName(stored)
        select (path, stored, File.GetLastWriteTimeUtc(path));

    // The purpose and the name are part of the encryption: a file that was put in the place of another does not open.
    private IDataProtector ProtectorOf(FilePurpose purpose, string storedName) =>
        protection.CreateProtector("BrierleyHill.SocialGov.StoredFile", purpose.ToString(), storedName);

    private string PathOf(string storedName) => IsStoredName(storedName)
        ? Path.Combine(_folder, storedName)
        : throw new ArgumentException("This is not a name that the store gives.", nameof(storedName));

    private static bool IsStoredName(string name) => name.Length == StoredFile.StoredNameLength && name.All(char.IsAsciiHexDigitLower);
}
