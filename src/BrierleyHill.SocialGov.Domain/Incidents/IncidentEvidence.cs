using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Why a piece of evidence is not kept any more.</summary>
public enum EvidenceErasure
{
    /// <summary>It was added by mistake.</summary>
    Withdrawn = 0,

    /// <summary>The incident is out of scope.</summary>
    OutOfScope = 1,
}

/// <summary>That somebody handed in a file. The same file can be handed in by several people; it is kept once.</summary>
public sealed class EvidenceReceipt
{
    private EvidenceReceipt()
    {
    }

    internal EvidenceReceipt(string name, int givenById, DateTime givenAt) => (Name, GivenById, GivenAt) = (name, givenById, givenAt);

    /// <summary>The number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The name under which it was handed in, cleaned.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who handed it in.</summary>
    public int GivenById { get; private set; }

    /// <summary>When it was received, UTC.</summary>
    public DateTime GivenAt { get; private set; }
}

/// <summary>
/// A file that shows something about an incident (ADR 45). Its content lies encrypted on the portal's disk exactly as it came, and is never changed; this row says
/// what it is, what its fingerprint was on receipt, and who handed it in. Each view and each download is recorded. It is never deleted: what was added by
/// mistake is withdrawn, and then number, fingerprint and reason are kept.
/// </summary>
public sealed class IncidentEvidence : IncidentPart
{
    /// <summary>Longest name that is shown, in characters.</summary>
    public const int NameMaximumLength = StoredFile.NameMaximumLength;

    /// <summary>How many pieces one incident can have.</summary>
    public const int MostPieces = 200;

    private readonly List<EvidenceReceipt> _receipts = [];

    private IncidentEvidence()
    {
    }

    private IncidentEvidence(int incidentId, int number)
        : base(incidentId, number)
    {
    }

    /// <summary>The name on the disk. It is random, so it can stay when the content is gone: what comes back from a back-up is known by it.</summary>
    public string StoredName { get; private set; } = "";

    /// <summary>What it is, by its content; <see langword="null"/> once the incident is out of scope.</summary>
    public FileType? Type { get; private set; }

    /// <summary>How many bytes it had on receipt; 0 once the incident is out of scope.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content on receipt, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The same while the content is kept, else <see langword="null"/>: a unique index on it keeps the same file once within an incident.</summary>
    public string? KeptSha256 { get; private set; }

    /// <summary>Whether the picture holds where it was taken. Where that is, is nowhere on record but in the file itself.</summary>
    public bool HoldsLocation { get; private set; }

    /// <summary>When the content was erased, UTC.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Who erased it; <see langword="null"/> where the incident is out of scope.</summary>
    public int? ErasedById { get; private set; }

    /// <summary>Why it was erased, by kind.</summary>
    public EvidenceErasure? Erasure { get; private set; }

    /// <summary>Why it was withdrawn, in words.</summary>
    public string WithdrawnBecause { get; private set; } = "";

    /// <summary>Who handed it in, in no order. Empty once the incident is out of scope.</summary>
    public IReadOnlyList<EvidenceReceipt> Receipts => _receipts;

    /// <summary>Who handed it in, the first of them first.</summary>
    public IEnumerable<EvidenceReceipt> ReceiptsInOrder => _receipts.OrderBy(receipt => receipt.GivenAt).ThenBy(receipt => receipt.Id);

    /// <summary>Whether there is something to open.</summary>
    public bool IsKept => ErasedAt is null;

    /// <summary>The name to show: that of the first receipt.</summary>
    public string Name => ReceiptsInOrder.FirstOrDefault()?.Name ?? "";

    /// <summary>Type and size, for people.</summary>
    public string TypeAndSize => Type is { } type ? $"{type.InWords()}, {FileRule.SizeInWords(Length)}" : "";

    /// <summary>Adds a file whose content is on the disk already.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="number">The next number within it.</param>
    /// <param name="content">What was written.</param>
    /// <param name="sentName">The name as it was sent.</param>
    /// <param name="by">Who hands it in: somebody to whom the incident is open, or who reported it.</param>
    /// <param name="at">When it was received, UTC.</param>
    public static Result<IncidentEvidence> Add(Incident incident, int number, KeptContent content, string? sentName, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(by);
        if (CheckMayBeAdded(incident) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        if (number > MostPieces)
        {
            return EvidenceErrors.TooManyPieces;
        }

        var evidence = new IncidentEvidence(incident.Id, number)
        {
            StoredName = content.StoredName,
            Type = content.Type,
            Length = content.Length,
            Sha256 = content.Sha256,
            KeptSha256 = content.Sha256,
            HoldsLocation = content.HoldsLocation,
        };
        evidence.Receive(sentName, content.Type, by, at);
        evidence.Record(new EvidenceAdded(incident.Id, number, content.Type, content.Length, content.Sha256, content.HoldsLocation, by, at));
        return evidence;
    }

    /// <summary>Whether anything can be added to an incident now.</summary>
    public static Result CheckMayBeAdded(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Status switch
        {
            IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
            IncidentStatus.Closed => IncidentErrors.Closed,
            _ => Result.Done,
        };
    }

    /// <summary>The same file is handed in once more. It is kept once; that this person handed it in too is recorded.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="sentName">The name as it was sent.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>Whether that is new: somebody who gave it before changes nothing.</returns>
    public Result<bool> GiveAgain(Incident incident, string? sentName, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (CheckMayBeAdded(incident) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        if (!IsKept)
        {
            return EvidenceErrors.NotKept;
        }

        if (IsGivenBy(by.PersonId))
        {
            return false;
        }

        Receive(sentName, Type!.Value, by, at);
        Record(new EvidenceGivenAgain(IncidentId, Number, by, at));
        return true;
    }

    /// <summary>Whether this person handed it in.</summary>
    public bool IsGivenBy(int? personId) => _receipts.Exists(receipt => receipt.GivenById == personId);

    /// <summary>Records that a picture was shown to somebody.</summary>
    public Result View(Actor by, DateTime at) => Open(new EvidenceViewed(IncidentId, Number, by, at));

    /// <summary>Records that somebody took a copy out of the portal.</summary>
    public Result Download(Actor by, DateTime at) => Open(new EvidenceDownloaded(IncidentId, Number, by, at));

    /// <summary>Records that it was asked for and is missing from the disk, or was changed there.</summary>
    public void FindDamaged(Actor by, DateTime at) => Record(new EvidenceFoundDamaged(IncidentId, Number, by, at));

    /// <summary>
    /// Withdraws what was added by mistake, also from an incident that is closed: the content is erased. Number, fingerprint, who handed it in and the reason are kept.
    /// </summary>
    /// <param name="because">Why: it must not repeat what the file shows.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Withdraw(string? because, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!MayWithdraw(by))
        {
            return EvidenceErrors.NotForYouToWithdraw;
        }

        if (!IsKept)
        {
            return EvidenceErrors.NotKept;
        }

        var why = PlainText.Clean(because);
        if (why.Length == 0)
        {
            return IncidentErrors.ReasonMissing;
        }

        if (why.Length > Incident.ReasonMaximumLength)
        {
            return IncidentErrors.ReasonTooLong;
        }

        (ErasedAt, ErasedById, Erasure, WithdrawnBecause, KeptSha256) = (at, by.PersonId, EvidenceErasure.Withdrawn, why, null);
        Record(new EvidenceWithdrawn(IncidentId, Number, why, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person withdraws what was added by mistake.</summary>
    public static bool MayWithdraw(Actor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(Roles.SeniorLeader);
    }

    /// <summary>The incident is out of scope: number and fingerprint are kept, and nothing else. What was withdrawn before loses the rest too.</summary>
    /// <param name="by">Who decided so.</param>
    /// <param name="at">When, UTC.</param>
    public void Minimise(Actor by, DateTime at)
    {
        if (Erasure == EvidenceErasure.OutOfScope)
        {
            return;
        }

        ErasedAt ??= at;
        (ErasedById, Erasure, WithdrawnBecause, KeptSha256) = (null, EvidenceErasure.OutOfScope, "", null);
        (Type, Length, HoldsLocation) = (null, 0, false);
        _receipts.Clear();
        Record(new EvidenceErased(Number, by, at));
    }

    private Result Open(IncidentEvent opened)
    {
        if (!IsKept)
        {
            return EvidenceErrors.NotKept;
        }

        Record(opened);
        return Result.Done;
    }

    private void Receive(string? sentName, FileType type, Actor by, DateTime at) => _receipts.Add(new EvidenceReceipt(
        FileName.Clean(sentName, type, NameMaximumLength),
        by.PersonId ?? throw new ArgumentException("Evidence is handed in by a person.", nameof(by)),
        at));
}

/// <summary>Why evidence is not taken, or cannot be opened.</summary>
public static class EvidenceErrors
{
    /// <summary>Not said that it is no such image.</summary>
    public static Error NotConfirmed { get; } = new(
        "Evidence.NotConfirmed",
        "Tick that none of these files is an indecent image of a child. If one may be, do not upload it: follow the steps on this page.",
        Field: "IsNoneIndecent");

    /// <summary>No file.</summary>
    public static Error NoneChosen { get; } = new("Evidence.NoneChosen", "Choose at least one file.", Field: "Files");

    /// <summary>More files than one form takes.</summary>
    public static Error TooManyFiles { get; } = new(
        "Evidence.TooManyFiles",
        $"Choose {FileRule.Of(FilePurpose.IncidentEvidence).MostAtOnce} files at the most, and add the others afterwards. Nothing was added.",
        Field: "Files");

    /// <summary>More together than one form takes.</summary>
    public static Error TooMuchTogether { get; } = new(
        "Evidence.TooMuchTogether",
        $"These files have more than {FileRule.Of(FilePurpose.IncidentEvidence).LargestTogetherMegabytes} MB together. Choose fewer, and add the others afterwards. Nothing was added.",
        Field: "Files");

    /// <summary>More pieces than one incident has.</summary>
    public static Error TooManyPieces { get; } = new(
        "Evidence.TooManyPieces", $"An incident can have {IncidentEvidence.MostPieces} pieces of evidence, and this one has them.", Field: "Files");

    /// <summary>Erased.</summary>
    public static Error NotKept { get; } = new(
        "Evidence.NotKept", "This evidence is not kept any more. Its number and its fingerprint are on record.", ErrorKind.Conflict);

    /// <summary>Not a picture.</summary>
    public static Error NoPicture { get; } = Error.NotFound;

    /// <summary>Somebody who is no senior leader.</summary>
    public static Error NotForYouToWithdraw { get; } = new(
        "Evidence.NotForYouToWithdraw", "Only a senior leader withdraws evidence. Ask one of them.", ErrorKind.Forbidden);
}
