using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>A certificate that is attached.</summary>
public sealed class CertificateForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>The file.</summary>
    [Display(Name = "Certificate", Description = "A PDF, PNG or JPEG of 10 MB at the most. A clear photo will do")]
    public IFormFile? File { get; set; }
}

/// <summary>Attaches a certificate to a training record, in place of the earlier one if there is one.</summary>
public sealed class AttachCertificate(SocialGovDbContext database, FileStore files, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Attaches it.</summary>
    public async Task<Result> RunAsync(int id, CertificateForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindRecordAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var record = found.Value;
        if (record.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var now = clock.UtcNow();
        var earlier = record.Certificate?.StoredName;
        var file = await files.TakeInAsync(form.File, nameof(form.File), FilePurpose.TrainingCertificate, person.Actor, now, cancellationToken);
        if (file.IsRefused)
        {
            return file.Error;
        }

        var attached = record.AttachCertificate(file.Value, person.Actor, now);
        var saved = attached.IsRefused ? attached : await database.TrySaveAsync(cancellationToken);
        if ((saved.IsRefused ? file.Value.StoredName : earlier) is { } notNeeded)
        {
            files.Delete(notNeeded);
        }

        return saved;
    }
}

/// <summary>Takes the certificate of a training record away.</summary>
public sealed class RemoveCertificate(SocialGovDbContext database, FileStore files, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes it away.</summary>
    public async Task<Result> RunAsync(int id, ReasonForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindRecordAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var record = found.Value;
        if (record.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var storedName = record.Certificate?.StoredName;
        var removed = record.RemoveCertificate(form.Reason, person.Actor, clock.UtcNow());
        var saved = removed.IsRefused ? removed : await database.TrySaveAsync(cancellationToken);
        if (!saved.IsRefused && storedName is not null)
        {
            files.Delete(storedName);
        }

        return saved;
    }
}

/// <summary>Opens the certificate of a training record for somebody who may see the record.</summary>
public sealed class DownloadCertificate(SocialGovDbContext database, OpenStoredFile open, CurrentPerson person)
{
    /// <summary>Opens it.</summary>
    public async Task<Result<OpenedFile>> RunAsync(int id, CancellationToken cancellationToken)
    {
        var found = await database.FindRecordAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        return found.Value.Certificate is { } file
            ? await open.RunAsync(file, found.Value.Reference, cancellationToken)
            : Error.NotFound;
    }
}
