using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Files that are handed in as evidence.</summary>
public sealed class AddEvidenceForm
{
    /// <summary>That none of them is an indecent image of a child.</summary>
    [Display(Name = "None of these files is, or may be, an indecent image of a child")]
    public bool IsNoneIndecent { get; set; }

    /// <summary>The files.</summary>
    [Display(Name = "Files")]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>A photo that is taken now.</summary>
    [Display(Name = "Or take a photo with your phone", Description = "For example, of a letter or of a screen. It goes to the portal alone, though your phone may keep it too: delete it there afterwards")]
    public IFormFile? Photo { get; set; }
}

/// <summary>What became of one of the files.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Message">What became of it, for the person who sent it.</param>
/// <param name="IsTaken">Whether it is there now.</param>
public sealed record EvidenceOutcome(string Name, string Message, bool IsTaken);

/// <summary>
/// Adds evidence to an incident: several files at once, each judged and told of on its own. Whoever has the incident open may, and whoever reported it.
/// The content is written first and the rows are saved last, all in one save: no row is ever without its file, and what no row refers to is taken off the disk again.
/// </summary>
public sealed class AddEvidence(SocialGovDbContext database, FileStore files, CurrentPerson person, TimeProvider clock)
{
    // Somebody else adds to the same incident at the same moment, and takes the number or hands in the same file.
    private const int Tries = 5;

    /// <summary>Adds them.</summary>
    /// <returns>What became of each, in the order in which they were sent; or why none was looked at.</returns>
    public async Task<Result<IReadOnlyList<EvidenceOutcome>>> RunAsync(int id, AddEvidenceForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Known, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (IncidentEvidence.CheckMayBeAdded(found.Value) is { IsRefused: true } over)
        {
            return over.Error;
        }

        var rule = FileRule.Of(FilePurpose.IncidentEvidence);
        IFormFile[] sent = [.. form.Files, .. form.Photo is { } photo ? [photo] : Array.Empty<IFormFile>()];
        if (!form.IsNoneIndecent)
        {
            return EvidenceErrors.NotConfirmed;
        }

        if (sent.Length == 0)
        {
            return EvidenceErrors.NoneChosen;
        }

        if (sent.Length > rule.MostAtOnce)
        {
            return EvidenceErrors.TooManyFiles;
        }

        if (sent.Sum(file => file.Length) > rule.LargestTogether)
        {
            return EvidenceErrors.TooMuchTogether;
        }

        var pieces = new List<Piece>();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var file in sent)
            {
                pieces.Add(await TakeAsync(id, file, pieces, cancellationToken));
            }

            return await SaveAsync(id, pieces, needed, cancellationToken);
        }
        finally
        {
            // Refused, a fault, or somebody else's was the same file: nothing is left behind.
            foreach (var notNeeded in pieces.Where(piece => piece.Content is { } content && !needed.Contains(content.StoredName)))
            {
                files.Delete(notNeeded.Content!.StoredName);
            }
        }
    }

    // One file after the other, so that only one is in memory a second time.
    private async Task<Piece> TakeAsync(int id, IFormFile file, List<Piece> before, CancellationToken cancellationToken)
    {
        var piece = new Piece(file.FileName);
        var read = await FileStore.ReadSentAsync(file, nameof(AddEvidenceForm.Files), FilePurpose.IncidentEvidence, cancellationToken);
        if (read.IsRefused)
        {
            return piece with { Refusal = read.Error };
        }

        piece = piece with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(read.Value.Content)) };
        if (before.Exists(other => other.Sha256 == piece.Sha256)
            || await database.IncidentEvidence.AnyAsync(evidence => evidence.IncidentId == id && evidence.KeptSha256 == piece.Sha256, cancellationToken))
        {
            return piece;
        }

        var kept = await files.WriteAsync(
            read.Value.Content, read.Value.Type, FilePurpose.IncidentEvidence, nameof(AddEvidenceForm.Files), clock.UtcNow(), cancellationToken);
        return kept.IsRefused ? piece with { Refusal = kept.Error } : piece with { Content = kept.Value };
    }

    private async Task<Result<IReadOnlyList<EvidenceOutcome>>> SaveAsync(int id, List<Piece> pieces, HashSet<string> needed, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Known, cancellationToken);
            if (found.IsRefused)
            {
                return found.Error;
            }

            needed.Clear();
            var isOpen = await database.IncidentsOpenTo(person.Actor).AnyAsync(incident => incident.Id == id, cancellationToken);
            var hashes = pieces.Where(piece => piece.Sha256 is not null).Select(piece => piece.Sha256!).ToList();
            var there = await database.IncidentEvidence
                .Where(evidence => evidence.IncidentId == id && evidence.KeptSha256 != null && hashes.Contains(evidence.KeptSha256))
                .ToDictionaryAsync(evidence => evidence.KeptSha256!, StringComparer.Ordinal, cancellationToken);
            var number = await database.NextNumberAsync<IncidentEvidence>(id, cancellationToken);
            var outcomes = new List<EvidenceOutcome>();
            foreach (var piece in pieces)
            {
                var given = Give(found.Value, piece, there, ref number, needed, isOpen);
                outcomes.Add(given.IsRefused
                    ? new EvidenceOutcome(piece.ShownName, given.Error.Message, IsTaken: false)
                    : new EvidenceOutcome(piece.ShownName, given.Value, IsTaken: true));
            }

            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                return outcomes;
            }

            needed.Clear();
            if (attempt == Tries)
            {
                return saved.Error;
            }
        }
    }

    /// <summary>Adds one file, or records that it was given again.</summary>
    /// <returns>What to tell the person who sent it.</returns>
    private Result<string> Give(
        Incident incident, Piece piece, Dictionary<string, IncidentEvidence> there, ref int number, HashSet<string> needed, bool isOpen)
    {
        if (piece.Refusal is { } refusal)
        {
            return refusal;
        }

        var now = clock.UtcNow();
        if (there.TryGetValue(piece.Sha256!, out var same))
        {
            var isOwn = same.IsGivenBy(person.Id);
            var again = same.GiveAgain(incident, piece.SentName, person.Actor, now);
            // Whoever only reported it is told nothing of what others handed in: theirs was received, and that is true.
            return again.IsRefused ? again.Error : TellOfSame(same.Number, isOwn, isOpen);
        }

        if (piece.Content is not { } content)
        {
            // It was there when it was looked for, and was withdrawn before this could be saved.
            return EvidenceErrors.NotKept;
        }

        var added = IncidentEvidence.Add(incident, number, content, piece.SentName, person.Actor, now);
        if (added.IsRefused)
        {
            return added.Error;
        }

        database.IncidentEvidence.Add(added.Value);
        there.Add(content.Sha256, added.Value);
        needed.Add(content.StoredName);
        number++;
        return isOpen ? $"Added as evidence {added.Value.Number}." : "Received.";
    }

    private static string TellOfSame(int number, bool isOwn, bool isOpen) => (isOwn, isOpen) switch
    {
        (true, true) => $"This very file is there already, as evidence {number}. It is kept once.",
        (false, true) => $"This very file is there already, as evidence {number}. It is kept once, and that you handed it in too is on record.",
        (true, false) => "You have handed in this very file already. It is kept once.",
        (false, false) => "Received.",
    };

    /// <summary>One file on its way.</summary>
    /// <param name="SentName">Its name as it was sent.</param>
    private sealed record Piece(string SentName)
    {
        public string? Sha256 { get; init; }

        public KeptContent? Content { get; init; }

        public Error? Refusal { get; init; }

        public string ShownName => FileName.Shown(SentName, IncidentEvidence.NameMaximumLength);
    }
}
