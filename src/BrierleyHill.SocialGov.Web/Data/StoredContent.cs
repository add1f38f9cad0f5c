using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Where the content of stored files lies, as far as the demonstration data needs it. The file store of the infrastructure is the one that there is.</summary>
public abstract class StoredContent
{
    /// <summary>Writes the content to the disk, encrypted, and gives the row that belongs to it, which is not added to any context yet.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">The name as it was sent.</param>
    /// <param name="type">What it is.</param>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="by">Who handed it in.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the writing early; no file is then left under its name.</param>
    public abstract Task<StoredFile> KeepAsync(
        byte[] content, string? name, FileType type, FilePurpose purpose, Actor by, DateTime at, CancellationToken cancellationToken);
}
