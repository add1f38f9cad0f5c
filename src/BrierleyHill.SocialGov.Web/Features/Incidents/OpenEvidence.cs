using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What becomes of evidence that is opened.</summary>
public enum EvidenceOpening
{
    /// <summary>A copy leaves the portal.</summary>
    Download,

    /// <summary>A picture is shown within the portal.</summary>
    View,
}

/// <summary>Opens evidence for somebody to whom the incident is open, byte for byte as it came, and records that they had it.</summary>
public sealed class OpenEvidence(SocialGovDbContext database, FileStore files, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    /// <returns>The content; or that there is none for this person, that it is not kept any more, or that it is missing or was changed.</returns>
    public async Task<Result<OpenedFile>> RunAsync(int id, int number, EvidenceOpening opening, CancellationToken cancellationToken)
    {
        var evidence = await database.FindEvidenceAsync(id, number, person.Actor, cancellationToken);
        if (evidence is null || (opening == EvidenceOpening.View && (evidence.Type is not { } kind || !FileSignatures.IsPicture(kind))))
        {
            return Error.NotFound;
        }

        if (!evidence.IsKept || evidence.Type is not { } type)
        {
            return EvidenceErrors.NotKept;
        }

        var now = clock.UtcNow();
        var content = await files.ReadAsync(evidence.StoredName, FilePurpose.IncidentEvidence, evidence.Sha256, cancellationToken);
        if (content is null)
        {
            evidence.FindDamaged(person.Actor, now);
            await database.SaveChangesAsync(cancellationToken);
            return FileErrors.Damaged;
        }

        var opened = opening == EvidenceOpening.View ? evidence.View(person.Actor, now) : evidence.Download(person.Actor, now);
        if (opened.IsRefused)
        {
            return opened.Error;
        }

        // It is on record before the first byte leaves.
        await database.SaveChangesAsync(cancellationToken);
        return new OpenedFile(content, FileSignatures.ContentTypeOf(type), evidence.Name);
    }
}

/// <summary>Finds evidence for those to whom its incident is open.</summary>
public static class EvidenceAuthorization
{
    /// <summary>Loads one piece to act on; <see langword="null"/> where there is none, also where there is one that this person may not know of.</summary>
    public static Task<IncidentEvidence?> FindEvidenceAsync(
        this SocialGovDbContext database, int id, int number, Actor person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var open = database.IncidentsOpenTo(person).Select(incident => incident.Id);
        // Said last, or the incidents that are open, which are read without tracking, would have the evidence read so too: what is not tracked records nothing.
        return database.IncidentEvidence
            .Where(evidence => evidence.IncidentId == id && evidence.Number == number && open.Contains(evidence.IncidentId))
            .AsTracking()
            .SingleOrDefaultAsync(cancellationToken);
    }
}
