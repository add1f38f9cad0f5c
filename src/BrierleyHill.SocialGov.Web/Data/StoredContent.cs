using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Where the content of stored files lies, as far as the demonstration data needs it. The file store of the infrastructure is the one that there is.</summary>
public abstract class StoredContent
{
    /// <summary>Writes the content to the disk, encrypted. It belongs to nobody until a row with its name is saved.</summary>
    /// <param name="content">The file, which is kept byte for byte.</param>
    /// <param name="type">What it is.</param>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="field">The field of the form that it came by.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the writing early; no file is then left under its name.</param>
    /// <returns>What was written, or that the disk did not take it; then nothing is left of it.</returns>
    public abstract Task<Result<KeptContent>> WriteAsync(
        byte[] content, FileType type, FilePurpose purpose, string field, DateTime at, CancellationToken cancellationToken);

    /// <summary>Writes the content to the disk, encrypted, and gives the row that belongs to it, which is not added to any context yet.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">The name as it was sent.</param>
    /// <param name="type">What it is.</param>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="field">The field of the form that it came by.</param>
    /// <param name="by">Who handed it in.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the writing early; no file is then left under its name.</param>
    public async Task<Result<StoredFile>> KeepAsync(
        byte[] content, string? name, FileType type, FilePurpose purpose, string field, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var kept = await WriteAsync(content, type, purpose, field, at, cancellationToken);
        return kept.IsRefused
            ? kept.Error
            : StoredFile.Add(purpose, kept.Value.StoredName, name, type, kept.Value.Length, kept.Value.Sha256, by, at);
    }
}
