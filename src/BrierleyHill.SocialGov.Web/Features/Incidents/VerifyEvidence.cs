using System.Globalization;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What came of the check.</summary>
/// <param name="Evidence">How many pieces of evidence were hashed anew.</param>
/// <param name="OtherFiles">How many other files were.</param>
/// <param name="Chronologies">How many chronologies were walked.</param>
/// <param name="Findings">What is wrong, each in a sentence that names references and numbers alone.</param>
public sealed record EvidenceVerdict(int Evidence, int OtherFiles, int Chronologies, IReadOnlyList<string> Findings)
{
    /// <summary>Whether everything is as it was received.</summary>
    public bool IsWhole => Findings.Count == 0;
}

/// <summary>
/// Hashes every file anew and holds it against its row, every row of evidence against what the audit says was received, the disk against the rows, and walks every
/// chronology. It names what changed, is missing, or is not on record, and writes down that it was done.
/// </summary>
public sealed class VerifyEvidence(SocialGovDbContext database, FileStore files, TimeProvider clock)
{
    /// <summary>Checks everything.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<EvidenceVerdict> RunAsync(Actor by, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        // The disk first: what is written meanwhile is left for the next check, and what was written before has its row by the time that rows are read.
        var onDisk = files.Everything();
        var evidence = await database.IncidentEvidence.AsNoTracking().OrderBy(row => row.IncidentId).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var others = await database.StoredFiles.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);

        foreach (var row in evidence)
        {
            await HoldAsync(
                NameOf(row), row.StoredName, FilePurpose.IncidentEvidence, row.Sha256, row.IsKept, findings, cancellationToken);
        }

        foreach (var row in others)
        {
            await HoldAsync(row.Reference, row.StoredName, row.Purpose, row.Sha256, row.RemovedAt is null, findings, cancellationToken);
        }

        HoldAgainstAudit(
            evidence,
            await database.AuditEvents.AsNoTracking().Where(line => line.RecordKind == nameof(IncidentEvidence)).OrderBy(line => line.Sequence).ToListAsync(cancellationToken),
            findings);

        var known = evidence.Select(row => row.StoredName).Concat(others.Select(row => row.StoredName)).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(onDisk.Where(name => !known.Contains(name)).Select(name =>
            $"{name}: it lies in the folder of files and is not on record. An upload that was cut off leaves such a file, which the tidying deletes after a day; else somebody put it there."));

        var incidents = await database.Incidents.AsNoTracking().OrderBy(incident => incident.Id).Select(incident => incident.Id).ToListAsync(cancellationToken);
        foreach (var id in incidents)
        {
            if (await database.VerifyChronologyAsync(id, cancellationToken) is { IsWhole: false } broken)
            {
                findings.Add($"{Reference.Of(Incident.ReferenceKind, id)}, chronology: {broken.Broken}");
            }
        }

        var verdict = new EvidenceVerdict(evidence.Count(row => row.IsKept), others.Count(row => row.RemovedAt is null), incidents.Count, findings);
        database.Note(new EvidenceVerified(verdict.IsWhole ? "Whole" : "Not whole", by, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        return verdict;
    }

    private async Task HoldAsync(
        string what, string storedName, FilePurpose purpose, string sha256, bool isKept, List<string> findings, CancellationToken cancellationToken)
    {
        if (!isKept)
        {
            if (files.IsThere(storedName))
            {
                findings.Add($"{what}: it was taken off the record, and its file is still on the disk. The tidying deletes it within the hour; after a restore it comes back with the back-up.");
            }
        }
        else if (!files.IsThere(storedName))
        {
            findings.Add($"{what}: its file is missing from the disk.");
        }
        else if (await files.ReadAsync(storedName, purpose, sha256, cancellationToken) is null)
        {
            findings.Add($"{what}: its file was changed, or cannot be opened with the keys that are there.");
        }
    }

    // A row that was taken out, put in, or given another fingerprint: the audit cannot be changed without breaking its own chain (verify-audit).
    private static void HoldAgainstAudit(List<IncidentEvidence> evidence, List<AuditEvent> lines, List<string> findings)
    {
        var rows = evidence.ToDictionary(row => row.Id);
        var received = new HashSet<int>();
        foreach (var line in lines.Where(line => line.Name == nameof(EvidenceAdded)))
        {
            var (number, hash) = (Said(line, EvidenceEvent.NumberChange), Said(line, EvidenceEvent.HashChange));
            if (line.RecordId is not { } id || !rows.TryGetValue(id, out var row))
            {
                findings.Add($"{line.RecordReference}, evidence {number}: it was received, as the audit says, and is not on record any more.");
                continue;
            }

            received.Add(id);
            if (row.Sha256 != hash || row.Reference != line.RecordReference || row.Number.ToString(CultureInfo.InvariantCulture) != number)
            {
                findings.Add($"{line.RecordReference}, evidence {number}: its fingerprint, number or incident on record is not what the audit says was received.");
            }
        }

        findings.AddRange(evidence.Where(row => !received.Contains(row.Id)).Select(row => $"{NameOf(row)}: it is on record, and the audit does not say that it was received."));
        var erased = lines.Where(line => line.Name is nameof(EvidenceWithdrawn) or nameof(EvidenceErased)).Select(line => line.RecordId).ToHashSet();
        findings.AddRange(evidence.Where(row => !row.IsKept && !erased.Contains(row.Id)).Select(row => $"{NameOf(row)}: it was erased, and the audit does not say by whom."));
        findings.AddRange(evidence.Where(row => row.IsKept && erased.Contains(row.Id)).Select(row => $"{NameOf(row)}: it was erased, as the audit says, and is on record as kept."));
    }

    private static string NameOf(IncidentEvidence row) => string.Create(CultureInfo.InvariantCulture, $"{row.Reference}, evidence {row.Number}");

    private static string? Said(AuditEvent line, string field) => line.Changes is null
        ? null
        : JsonSerializer.Deserialize<List<Change>>(line.Changes, JsonSerializerOptions.Web)?.Find(change => change.Field == field)?.After;
}
