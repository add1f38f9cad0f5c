using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Files;

/// <summary>A file that is opened for somebody.</summary>
/// <param name="Content">The content.</param>
/// <param name="ContentType">What it is, by its content.</param>
/// <param name="Name">The name to save it under.</param>
public sealed record OpenedFile(byte[] Content, string ContentType, string Name);

/// <summary>Opens a stored file for the person whose request it is, and writes that down. Whether they may is for the feature to decide first.</summary>
public sealed class OpenStoredFile(SocialGovDbContext database, FileStore store, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="of">The reference of the record that it belongs to.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The content, or that it is missing or was changed.</returns>
    public async Task<Result<OpenedFile>> RunAsync(StoredFile file, string of, CancellationToken cancellationToken)
    {
        var content = await store.ReadAsync(file, cancellationToken);
        database.Note(
            content is null ? new FileFoundDamaged(person.Actor, clock.UtcNow()) : new FileDownloaded(of, person.Actor, clock.UtcNow()), file);
        await database.SaveChangesAsync(cancellationToken);
        return content is null ? FileErrors.Damaged : new OpenedFile(content, FileSignatures.ContentTypeOf(file.Type), file.Name);
    }
}
