using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Reads evidence for the pages. Who may know of the incident has been looked at before: each of these takes one that was found for this person.</summary>
public sealed class EvidenceQueries(SocialGovDbContext database, CurrentPerson person, IncidentSettings settings, TimeProvider clock)
{
    /// <summary>All evidence of an incident that is open to this person; of one that they only reported, what they handed in themselves.</summary>
    public async Task<EvidenceList> ListAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var id = person.Id;
        var own = !seen.IsOpen;
        var pieces = await database.IncidentEvidence.AsNoTracking()
            .Where(evidence => evidence.IncidentId == seen.Incident.Id && (!own || evidence.Receipts.Any(receipt => receipt.GivenById == id)))
            .OrderBy(evidence => evidence.Number)
            .ToListAsync(cancellationToken);
        var given = pieces
            .SelectMany(evidence => evidence.Receipts.Where(receipt => receipt.GivenById == id).Select(receipt => new GivenEvidence(evidence, receipt)))
            .OrderBy(one => one.Receipt.GivenAt).ThenBy(one => one.Receipt.Id)
            .ToList();
        return new EvidenceList(
            seen,
            seen.IsOpen ? pieces : [],
            given,
            await database.LoadDirectoryAsync(cancellationToken),
            MayAdd: !IncidentEvidence.CheckMayBeAdded(seen.Incident).IsRefused);
    }

    /// <summary>The page that takes files.</summary>
    public EvidenceFormView FormFor(SeenIncident seen, AddEvidenceForm form) => new(seen, form, settings.DangerContacts);

    /// <summary>One piece with everybody who opened it, or <see langword="null"/>.</summary>
    public async Task<EvidenceView?> FindAsync(SeenIncident seen, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var evidence = await database.IncidentEvidence.AsNoTracking()
            .SingleOrDefaultAsync(found => found.IncidentId == seen.Incident.Id && found.Number == number, cancellationToken);
        if (evidence is null)
        {
            return null;
        }

        var custody = await CustodyAsync([evidence.Id], cancellationToken);
        return new EvidenceView(
            seen, evidence, await database.LoadDirectoryAsync(cancellationToken), [.. custody[evidence.Id]], IncidentEvidence.MayWithdraw(person.Actor));
    }

    /// <summary>The sheet that goes with the evidence: each piece with its fingerprint and everybody who had it in hand.</summary>
    public async Task<CustodySheet> SheetAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var pieces = await database.IncidentEvidence.AsNoTracking()
            .Where(evidence => evidence.IncidentId == seen.Incident.Id)
            .OrderBy(evidence => evidence.Number)
            .ToListAsync(cancellationToken);
        var custody = await CustodyAsync([.. pieces.Select(evidence => evidence.Id)], cancellationToken);
        return new CustodySheet(
            seen.Incident,
            [.. pieces.Select(evidence => new CustodyOfEvidence(evidence, [.. custody[evidence.Id]]))],
            await database.LoadDirectoryAsync(cancellationToken),
            person.Actor.Name,
            clock.UtcNow());
    }

    // The audit is what nobody can change: who had a piece in hand is read from there and from nowhere else.
    private async Task<ILookup<int, HistoryEntry>> CustodyAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(IncidentEvidence) && line.RecordId != null && ids.Contains(line.RecordId.Value))
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        return lines.ToLookup(line => line.RecordId!.Value, HistoryEntry.From);
    }
}

/// <summary>That the person who looks handed something in.</summary>
/// <param name="Evidence">What.</param>
/// <param name="Receipt">When, and under which name.</param>
public sealed record GivenEvidence(IncidentEvidence Evidence, EvidenceReceipt Receipt);

/// <summary>The evidence of an incident as somebody sees it.</summary>
/// <param name="Seen">The incident, and how far it is open to them.</param>
/// <param name="Pieces">All of it, where the incident is open to them; else nothing.</param>
/// <param name="Given">What they handed in themselves.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="MayAdd">Whether more can be added.</param>
public sealed record EvidenceList(
    SeenIncident Seen, IReadOnlyList<IncidentEvidence> Pieces, IReadOnlyList<GivenEvidence> Given, PeopleDirectory Directory, bool MayAdd)
{
    /// <summary>What became of the files of the form before, each on its own.</summary>
    public IReadOnlyList<EvidenceOutcome> Outcomes { get; init; } = [];
}

/// <summary>The page that takes files.</summary>
/// <param name="Seen">The incident.</param>
/// <param name="Form">The form.</param>
/// <param name="Contacts">Whom to call.</param>
public sealed record EvidenceFormView(SeenIncident Seen, AddEvidenceForm Form, IReadOnlyList<DangerContact> Contacts)
{
    /// <summary>What is taken.</summary>
    public FileRule Rule { get; } = FileRule.Of(FilePurpose.IncidentEvidence);
}

/// <summary>One piece of evidence.</summary>
/// <param name="Seen">The incident.</param>
/// <param name="Evidence">The piece.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Custody">Everybody who had it in hand, from the audit.</param>
/// <param name="MayWithdraw">Whether whoever looks withdraws what was added by mistake.</param>
public sealed record EvidenceView(
    SeenIncident Seen, IncidentEvidence Evidence, PeopleDirectory Directory, IReadOnlyList<HistoryEntry> Custody, bool MayWithdraw)
{
    /// <summary>Whether it is a picture that the portal shows.</summary>
    public bool IsPicture => Evidence is { IsKept: true, Type: { } type } && FileSignatures.IsPicture(type);

    /// <summary>The form that withdraws it, where that is asked for.</summary>
    public WithdrawEvidenceForm Form { get; init; } = new();
}

/// <summary>The chain of custody of the evidence of one incident.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Pieces">The evidence.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="PrintedBy">Who printed the sheet.</param>
/// <param name="PrintedAt">When, UTC.</param>
public sealed record CustodySheet(Incident Incident, IReadOnlyList<CustodyOfEvidence> Pieces, PeopleDirectory Directory, string PrintedBy, DateTime PrintedAt);

/// <summary>One piece on the sheet.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Lines">Everybody who had it in hand, from the audit.</param>
public sealed record CustodyOfEvidence(IncidentEvidence Evidence, IReadOnlyList<HistoryEntry> Lines);

/// <summary>The section of the incident's page.</summary>
public sealed class EvidenceSection(EvidenceQueries queries) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 60;

    /// <inheritdoc />
    public override string View => "_Evidence";

    /// <inheritdoc />
    public override bool IsOfferedAfterReporting => true;

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return await queries.ListAsync(seen, cancellationToken);
    }
}
